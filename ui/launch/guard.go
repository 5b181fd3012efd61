package launch

import (
	"bytes"
	"os"
	"sync/atomic"

	"github.com/charmbracelet/x/ansi"
)

// leave takes back what the reader and its renderer set in the terminal: for when
// the renderer cannot. It ends a string that was begun, and is nothing to a terminal
// in which nothing of it was set.
const leave = "\x1b\\" + ansi.ResetModeSynchronizedOutput +
	ansi.ResetModifyOtherKeys + "\x1b[<1u" + // kitty’s keyboard, popped
	ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseAnyEvent + ansi.ResetModeMouseExtSgr +
	ansi.ResetModeBracketedPaste + ansi.ResetModeFocusEvent + ansi.ResetModeUnicodeCore +
	ansi.SetModeAutoWrap + ansi.ResetStyle + ansi.ResetModeAltScreenSaveCursor + ansi.SetModeTextCursorEnable

// A gate is standard output until it is shut. What is written then is dropped,
// so that nothing follows what restores the terminal.
type gate struct {
	file *os.File
	shut atomic.Bool
	hung hung
}

func (g *gate) Write(p []byte) (int, error) {
	if g.shut.Load() {
		return len(p), nil
	}
	g.hung.begin()
	defer g.hung.end()
	n, err := g.file.Write(p)
	if err == nil && g.hung.in.holds() && !g.shut.Load() && !leaves(p) {
		_, _ = g.file.WriteString(askStatus) // keys typed before are read when the answer comes
	}
	return n, err
}

// leaves reports whether p gives the terminal back: an answer to what is asked after
// it would come to the shell.
func leaves(p []byte) bool { return bytes.Contains(p, []byte(ansi.ResetModeAltScreenSaveCursor)) }

// WriteString writes s, without a word where that fails: the program ends by itself
// when its terminal is gone.
func (g *gate) WriteString(s string) { _, _ = g.Write([]byte(s)) }

// endNow ends the program whatever is under way.
type endNow struct{}
