package launch

import (
	tea "charm.land/bubbletea/v2"

	"juan/ui"
	"juan/ui/term"
)

// A late is the answer about ambiguous characters that did not come in time: of
// two positions of the cursor the second tells.
type late struct {
	waiting bool
	from    *term.Place // the first position, where it came
	spelled term.Place  // what was last told as a key and may come once more
}

// filter takes the terminal's answer out of what the reader is sent and tells
// how wide it draws instead.
func (l *late) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	var to term.Place
	switch msg := msg.(type) {
	case tea.KeyPressMsg: // a position in the first row is spelled like F3 with a modifier
		if msg.Code != tea.KeyF3 {
			return msg
		}
		to = term.Place{Row: 1, Column: 1 + int(msg.Mod)}
		l.spelled = to
	case tea.CursorPositionMsg:
		to = term.Place{Row: msg.Y + 1, Column: msg.X + 1}
		if to == l.spelled {
			l.spelled = term.Place{}
			return nil
		}
	default:
		return msg
	}
	if !l.waiting {
		return nil
	}
	if l.from == nil {
		l.from = &to
		return nil
	}
	l.waiting = false
	if n := l.from.Cells(to); n > 0 {
		return ui.Ambiguous(n)
	}
	return nil
}
