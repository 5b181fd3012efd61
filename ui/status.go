package ui

import (
	"fmt"
	"slices"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/role"
)

// A notice is said in the status line until the next key.
type notice struct {
	text  string
	alert bool
	more  int // how many alerts there were before
}

// say tells the reader something of the catalogue.
func (a *App) say(key string, args ...any) {
	a.notice = notice{text: a.opt.Words.Say(key, args...)}
}

// statusRow returns the last row and the cell of the caret: the prompt while
// one types, else where the reader is and what can be done.
func (a *App) statusRow(c canvas) (row, int) {
	if a.prompt != nil && a.popup == nil {
		return a.prompt.draw(c, a.promptTally())
	}
	if n := a.notice; n.text != "" {
		ink := role.Status
		if n.alert {
			ink = role.StatusAlert
		}
		text := n.text
		if n.more > 1 {
			text += "  " + a.opt.Words.Say("status.more", n.more-1)
		}
		return c.spread(c.seg(ink, " "+c.shown(text)), c.seg(role.Hint, a.hints(c, c.w/3))), -1
	}
	where, facts := a.where(c), a.facts()
	right := ""
	for _, f := range facts { // the most important first, as far as they fit
		if c.policy.Width(right)+c.policy.Width(f)+2 <= max(c.w*2/5, 14) {
			right += "  " + f
		}
	}
	room := c.w - c.policy.Width(right) - min(c.policy.Width(where), c.w/3) - 2
	right += a.hints(c, room)
	return c.spread(c.seg(role.Status, " "+where), c.seg(role.Hint, right+" ")), -1
}

// promptTally says what the prompt has found.
func (a *App) promptTally() string {
	w := a.opt.Words
	switch a.focus {
	case onList:
		return w.Say("status.filtered", len(a.reading.Listed()), a.reading.Corpus.Len())
	case onOutline:
		return w.Say("outline.count", len(a.outline.rows(a.reading.Article())))
	}
	if a.reading.Query().Empty() {
		return ""
	}
	return a.hit()
}

// hit says which of the hits the reader is at.
func (a *App) hit() string {
	w, hits, q := a.opt.Words, a.reading.Hits(), a.reading.Query()
	switch i := a.reading.Hit(); {
	case len(hits) == 0:
		return w.Say("status.none", cell.Visible(q.String()))
	case i >= 0:
		return w.Say("status.hit", i+1, len(hits))
	}
	return w.Say("status.hits", len(hits))
}

// where names the article and the section, or the row in focus in full.
func (a *App) where(c canvas) string {
	art := a.reading.Article()
	if art == nil {
		return ""
	}
	if a.focus == onOutline {
		if i, ok := a.outline.section(&a.reading); ok && i >= 0 {
			s := art.Outline[i]
			text := s.Text()
			if !s.Certain {
				text += "  " + a.opt.Words.Say("status.uncertain")
			}
			return c.shown(text)
		}
	}
	text := art.Title
	if i := a.reading.Section(); i >= 0 {
		text += " " + c.glyphs.more + " " + brief(art.Outline[i])
	}
	return c.shown(text)
}

// facts are what is worth knowing of the place, the most important first.
func (a *App) facts() []string {
	art := a.reading.Article()
	if art == nil {
		return nil
	}
	var out []string
	if !a.reading.Query().Empty() {
		out = append(out, a.hit())
	}
	bottom := a.text.bottom(&a.reading, a.canvas(onText))
	out = append(out, fmt.Sprintf("%d%%", int(art.Share(bottom)*100)))
	if i := a.reading.Section(); i >= 0 {
		s := art.Outline[i]
		share := art.Share(s.End) - art.Share(a.reading.At().Pos)
		if left := int(share * float64(art.Chars)); left > 0 {
			out = append(out, a.opt.Words.Say("status.section_left", model.Minutes(left)))
		}
	}
	return out
}

// hints names the commands that help in the focused pane, as many as fit.
func (a *App) hints(c canvas, room int) string {
	out := ""
	for _, cmd := range slices.Backward(a.commands) {
		if cmd.in&hinted == 0 || cmd.in&(inList<<a.focus) == 0 {
			continue
		}
		s := "  " + KeyName(cmd.keys[0]) + " " + a.opt.Words.Say("command."+cmd.name)
		if c.policy.Width(s)+c.policy.Width(out)+1 > room {
			break
		}
		out = s + out
	}
	return out
}
