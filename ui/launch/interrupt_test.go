package launch

import (
	"os"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// ^C that the reader does not hear ends the program; one that it hears does not,
// nor does what is pasted.
func TestUnheardInterruptEnds(t *testing.T) {
	for _, c := range []struct {
		typed string
		heard bool
		ends  bool
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
		if n, err := (input{r, i}).Read(got); err != nil || string(got[:n]) != c.typed {
			t.Fatalf("%q is read as %q, %v", c.typed, got[:n], err)
		}
		i.hear(tea.KeyPressMsg{Code: 'x'})
		if c.heard {
			i.hear(tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl})
		}
		select {
		case <-ended:
			if !c.ends {
				t.Errorf("%q, heard %v: it ends", c.typed, c.heard)
			}
		case <-time.After(4 * unheard):
			if c.ends {
				t.Errorf("%q, heard %v: it goes on", c.typed, c.heard)
			}
		}
		r.Close()
		w.Close()
	}
}
