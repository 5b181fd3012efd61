package launch

import (
	"bytes"
	"io"
	"os"
	"testing"
	"time"

	"juan/ui/line"
)

// While the terminal takes no output and nobody reads what is typed, ^C is heard; when it
// takes output again it is asked for its status, and what was typed is read.
func TestTypedWhileTheTerminalTakesNothing(t *testing.T) {
	typed, typing := pipeOf(t)
	screen, tty := pipeOf(t)
	ended := make(chan struct{}, 1)
	in := &input{File: typed, interrupt: &interrupt{end: func() { ended <- struct{}{} }}, waiting: func(fd int) int {
		n, _ := line.Waiting(fd)
		return n
	}}
	out := &gate{file: tty}
	out.hung.in = in
	frame := bytes.Repeat([]byte{'x'}, 1<<20)
	written := make(chan error)
	go func() {
		_, err := out.Write(frame)
		written <- err
	}()
	if _, err := typing.WriteString("jk\x03"); err != nil {
		t.Fatal(err)
	}
	<-ended
	shown := make([]byte, len(frame)+len(askStatus))
	if _, err := io.ReadFull(screen, shown); err != nil || string(shown[len(frame):]) != askStatus {
		t.Errorf("behind the frame stands %q, %v", shown[len(frame):], err)
	}
	if err := <-written; err != nil {
		t.Fatal(err)
	}
	if _, err := typing.WriteString("l"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"jk\x03", "l"} {
		got := make([]byte, 10)
		if n, err := in.Read(got); err != nil || string(got[:n]) != want {
			t.Errorf("%q is read, %v, want %q", got[:n], err, want)
		}
	}
}

// What is typed while the program reads, or while nothing waits to be written, is left to it.
func TestTypedWhileTheProgramReads(t *testing.T) {
	looked := 0
	h := hung{in: &input{waiting: func(int) int { looked++; return 1 }}}
	h.look()
	if h.writing = 1; looked > 0 || h.in.holds() {
		t.Error("it is looked where nothing is written")
	}
	h.in.File, _ = pipeOf(t)
	h.in.mu.Lock() // as who reads does
	h.timer = time.NewTimer(time.Hour)
	h.unread = true
	h.look()
	h.in.mu.Unlock()
	if h.in.holds() {
		t.Error("it is taken from who reads")
	}
}

// pipeOf returns the ends of a pipe.
func pipeOf(t *testing.T) (r, w *os.File) {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close(); w.Close() })
	return r, w
}
