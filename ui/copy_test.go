package ui

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// Copying says what is known: "copied" where a clipboard confirmed it, "sent"
// where the terminal was sent to and says nothing, "too long" where it would not
// take it.
func TestCopyingSaysWhatIsKnown(t *testing.T) {
	var got string
	takes := func(text string) error { got = text; return nil }
	fails := func(string) error { return errors.New("no server") }
	long := strings.Repeat("长", longest/3+1)
	for _, c := range []struct {
		name, text string
		copy       func(string) error
		says       string
		sends      bool
	}{
		{"to the terminal", "渡口", nil, "已发给终端2字", true},
		{"to one that confirms", "渡口", takes, "已复制2字", false},
		{"to one that fails", "渡口", fails, "已发给终端2字", true},
		{"as much as a terminal takes", strings.Repeat("长", longest/3), nil, "已发给终端24998字", true},
		{"more than a terminal takes", long, nil, "太长，终端收不下：24999字", false},
		{"more than a terminal takes, to one that confirms", long, takes, "已复制24999字", false},
		{"more than a terminal takes, to one that fails", long, fails, "太长，终端收不下：24999字", false},
	} {
		opt := options(library())
		opt.Copy = c.copy
		a := open(t, opt, 100, 24)
		got = ""
		cmd, sent := a.clip(c.text), false
		for cmd != nil {
			switch msg := cmd().(type) {
			case clipping:
				_, cmd = a.Update(msg)
			default:
				sent, cmd = fmt.Sprintf("%T", msg) == fmt.Sprintf("%T", tea.SetClipboard("")()), nil
			}
		}
		if says := a.notice.text; says != c.says || sent != c.sends {
			t.Errorf("%s: it says %q, sends: %t", c.name, says, sent)
		}
		if c.copy != nil && got != "" && got != c.text {
			t.Errorf("%s: got %d bytes", c.name, len(got))
		}
	}
}

// What is pasted cannot end a bracketed paste, nor give a shell a line that was
// not there: no control character is left but the ends of lines and tabs, and in
// a link none at all.
func TestWhatIsCopiedIsClean(t *testing.T) {
	var got string
	opt := options(library())
	opt.Copy = func(text string) error { got = text; return nil }
	a := open(t, opt, 100, 24)
	dirty := "甲\x1b[201~\x07乙\u009b丙\r\n丁\t戊\x7f"
	drain(a, a.clip(dirty))
	if got != "甲[201~乙丙\n丁\t戊" {
		t.Errorf("copied %q", got)
	}
	drain(a, a.clipLink(dirty))
	if got != "甲[201~乙丙丁戊" {
		t.Errorf("copied the link %q", got)
	}
}

// Where a program stands in between, the terminal is sent a sequence that this
// program hands on.
func TestCopyingIsHandedOn(t *testing.T) {
	opt := options(library())
	opt.Pass = func(sequence string) string { return "<" + sequence + ">" }
	a := open(t, opt, 100, 24)
	got := fmt.Sprint(a.clip("渡口")())
	if want := "<\x1b]52;c;5rih5Y+j\a>"; !strings.Contains(got, want) {
		t.Errorf("sent %q, want %q", got, want)
	}
}
