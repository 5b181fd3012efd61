package main

import (
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

const painted = "\x1b[1mdiff --git a/oar.c b/oar.c\x1b[m\n\x1b[36m@@ -1 +1 @@\x1b[m\n\x1b[31m-\told oar;\x1b[m\n\x1b[32m+\tnew oar;\x1b[m\n"

// paged starts a juan with a pipe before it, which is handed back to be written to.
func paged(t *testing.T, environ []string, args ...string) (*tty, *os.File) {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	y, cmd := newTTY(t), juan(t, args...)
	cmd.Stdin = r
	cmd.Env = append(cmd.Env, "TERM=xterm-256color", "COLORTERM=truecolor", "NO_COLOR=", "LESS=", "MAN_PN=")
	cmd.Env = append(cmd.Env, environ...)
	y.start(cmd)
	r.Close()
	return y, w
}

// What fits on one screen is printed as it is, in its colours, and that is all; the
// screen is not taken.
func TestShortOutputIsPrinted(t *testing.T) {
	for _, c := range []struct{ environ, arg, want string }{
		{"LESS=FRX", "", strings.ReplaceAll(painted, "\n", "\r\n")},
		{"MAN_PN=oar(1)", "", strings.ReplaceAll(painted, "\n", "\r\n")},
		{"X=", "--quit-if-one-screen", strings.ReplaceAll(painted, "\n", "\r\n")},
		{"NO_COLOR=1", "-F", "\x1b[1mdiff --git a/oar.c b/oar.c\x1b[m\r\n@@ -1 +1 @@\r\n-\told oar;\r\n+\tnew oar;\r\n"},
	} {
		y, w := paged(t, []string{c.environ}, append(strings.Fields(c.arg), "-")...)
		w.WriteString(painted)
		w.Close()
		y.ends(c.environ)
		y.says("new oar;", 1)
		if said := y.heard(); said != c.want {
			t.Errorf("%s %s: %q, want %q", c.environ, c.arg, said, c.want)
		}
	}
}

// Without anything to show, nothing is shown.
func TestEmptyOutputEndsQuietly(t *testing.T) {
	y, w := paged(t, []string{"LESS=FRX"})
	w.Close()
	if err := <-y.ended; err != nil || y.heard() != "" {
		t.Errorf("%v, %q", err, y.heard())
	}
}

// More than a screenful, a named file, and a pipe without a request to print it are
// read on screen; q ends that at once, and the writer notices the closed pipe.
func TestLongOutputIsRead(t *testing.T) {
	y, w := paged(t, []string{"LESS=FRX"})
	went := make(chan error, 1)
	go func() {
		for i := 1; ; i++ {
			if _, err := fmt.Fprintf(w, "Nov 26 15:27:39 pier ferry[7]: stroke %d\n", i); err != nil {
				went <- err
				return
			}
			time.Sleep(time.Millisecond)
		}
	}()
	y.says("\x1b[?1049h", 1)
	y.says("stroke 1", 1)
	y.master.WriteString("G")
	y.says("100%", 1)
	y.master.WriteString("q")
	y.ends("while it grows")
	if err := <-went; err == nil || !strings.Contains(err.Error(), syscall.EPIPE.Error()) {
		t.Errorf("who writes is told %v", err)
	}

	y = newTTY(t)
	cmd := juan(t, write(t, t.TempDir(), "short.diff", painted))
	cmd.Env = append(cmd.Env, "TERM=xterm-256color", "LESS=FRX", "MAN_PN=x")
	y.start(cmd)
	y.says("\x1b[?1049h", 1)
	y.says("oar", 1)
	y.master.WriteString("q")
	y.ends("a file")
}

// What comes slowly is shown as it comes, and printed after all where it turns out to be
// short.
func TestSlowOutput(t *testing.T) {
	y, w := paged(t, []string{"LESS=FRX"})
	w.WriteString(painted)
	y.says("\x1b[?1049h", 1)
	y.says("oar", 1)
	w.Close()
	y.ends("slow and short")
	_, behind, _ := strings.Cut(y.heard(), "\x1b[?1049l")
	if !strings.Contains(behind, strings.ReplaceAll(painted, "\n", "\r\n")) {
		t.Errorf("behind the reader stands %q", behind)
	}
}

// Nothing can come from a terminal.
func TestATerminalIsNoPipe(t *testing.T) {
	y := newTTY(t)
	y.start(juan(t, "-", "--lang", "en"))
	if err := <-y.ended; err == nil || err.Error() != "exit status 2" {
		t.Error(err)
	}
	y.says("juan: -: standard input is the terminal", 1)
}
