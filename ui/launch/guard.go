package launch

import (
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
	return g.file.Write(p)
}

// WriteString writes s, without a word where that fails: the program ends by itself
// when its terminal is gone.
func (g *gate) WriteString(s string) { _, _ = g.Write([]byte(s)) }
