package launch

import (
	"os"
	"testing"
	"time"
)

// ^C that is not answered ends the program; one that is does not, nor does what is
// pasted.
func TestUnansweredInterruptEnds(t *testing.T) {
	for _, c := range []struct {
		typed    string
		answered bool
		ends     bool
	}{
		{"\x03", false, true}, {"jj\x03", false, true}, {"\x1b[99;5u", false, true}, {"\x1b[27;5;99~", false, true},
		{"\x03", true, false}, {"\x1b[200~a\x03b\x1b[201~", false, false}, {"c", false, false},
	} {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		ended := make(chan struct{}, 1)
		i := &interrupt{end: func() { ended <- struct{}{} }}
		if _, err := w.WriteString(c.typed); err != nil {
			t.Fatal(err)
		}
		got := make([]byte, 100)
		if n, err := (&input{File: r, interrupt: i}).Read(got); err != nil || string(got[:n]) != c.typed {
			t.Fatalf("%q is read as %q, %v", c.typed, got[:n], err)
		}
		if c.answered {
			i.answer()
		}
		if ends := comes(ended, c.ends, 4*unanswered); ends != c.ends {
			t.Errorf("%q, answered %v: ended %v", c.typed, c.answered, ends)
		}
		r.Close()
		w.Close()
	}
}

// Where ^C has given the screen back, what is left is ended too; the end of a program
// that ends otherwise is waited for.
func TestTheEndOfAnInterruptIsShort(t *testing.T) {
	for _, typed := range []bool{true, false} {
		ended := make(chan struct{}, 1)
		i := &interrupt{end: func() { ended <- struct{}{} }}
		i.answer()
		if typed {
			i.times.Add(1)
		}
		i.given()
		if ends := comes(ended, typed, 4*last); ends != typed {
			t.Errorf("typed %v: ended %v", typed, ends)
		}
	}
}

// comes reports whether something comes. What is expected is waited for as long as the
// tests may take, for a busy machine is late; what is not, for a while.
func comes(what <-chan struct{}, expected bool, while time.Duration) bool {
	if expected {
		<-what
		return true
	}
	select {
	case <-what:
		return true
	case <-time.After(while):
		return false
	}
}
