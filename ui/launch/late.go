package launch

import (
	tea "charm.land/bubbletea/v2"

	"juan/ui"
	"juan/ui/cli"
	"juan/ui/term"
)

// A late is what the terminal did not say in time: positions of the cursor, which
// come among the keys.
type late struct {
	answer  term.Answer
	spelled term.Place // the answer last passed on as a key, which may come once more
}

// waiting reports whether there is something to come.
func (l *late) waiting() bool { return l.answer.Asked && !l.answer.Placed() }

// filter removes the terminal's answers from the messages to the reader and sends the
// widths instead.
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
	if !l.waiting() {
		return nil
	}
	if l.answer.Hear(to); l.answer.Answered {
		return ui.Drawn(cli.Policy(l.answer))
	}
	return nil
}
