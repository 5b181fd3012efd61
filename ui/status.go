package ui

import (
	"fmt"
	"slices"
	"strings"

	"juan/model"
	"juan/ui/role"
	"juan/ui/screen"
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

// statusRow returns the last row: where the reader is and what can be done.
func (a *App) statusRow(c canvas) screen.Row {
	if n := a.notice; n.text != "" {
		ink := role.Status
		if n.alert {
			ink = role.StatusAlert
		}
		text := n.text
		if n.more > 1 {
			text += "  " + a.opt.Words.Say("status.more", n.more-1)
		}
		return c.Spread(c.Seg(ink, " "+c.Shown(text)), c.Seg(role.Hint, a.hints(c, c.W/3)))
	}
	right := ""
	for _, f := range a.facts() { // the most important first, as far as they fit
		f = c.Shown(f)
		if c.Policy.Width(right)+c.Policy.Width(f)+2 <= max(c.W*2/5, 14) {
			right += "  " + f
		}
	}
	full := c.Policy.Width(a.where(c, c.W))
	right += a.hints(c, c.W-c.Policy.Width(right)-min(full, c.W*2/5)-2) + " "
	where := a.where(c, c.W-c.Policy.Width(right)-2)
	return c.Spread(c.Seg(role.Status, " "+where), c.Seg(role.Hint, right))
}

// hitTally says what a prompt has found in the text.
func (a *App) hitTally() string {
	if a.reading.Query().Empty() {
		return ""
	}
	return a.hit()
}

// headingTally says how many headings a prompt lets through.
func (a *App) headingTally() string {
	return a.opt.Words.Say("outline.count", a.outline.count(a.reading.Article()))
}

// filtered says how many articles the filter lets through, and how many were
// looked at where that is not all.
func (a *App) filtered() string {
	w, r := a.opt.Words, &a.reading
	if n := r.Counts().Share(&r.Corpus); n < 100 {
		return w.Say("status.filtering", r.Listed().Len()) + w.Say("status.searched", n)
	}
	return w.Say("status.filtered", r.Listed().Len(), r.Corpus.Len())
}

// hit says which of the hits the reader is at, and how much of the article was
// searched where that is not all.
func (a *App) hit() string {
	s, w := a.hitOf(), a.opt.Words
	if n := a.reading.SearchedShare(); n < 100 {
		s += w.Say("status.searched", n)
	}
	return s
}

func (a *App) hitOf() string {
	w, hits, q := a.opt.Words, a.reading.Hits(), a.reading.Query()
	switch i := a.reading.Hit(); {
	case len(hits) == 0 && a.reading.SearchedShare() < 100:
		return w.Say("status.hits", 0)
	case len(hits) == 0:
		return w.Say("status.none", q.String())
	case i >= 0:
		return w.Say("status.hit", i+1, len(hits))
	}
	return w.Say("status.hits", len(hits))
}

// where names the article and the section, or the row in focus in full, in
// room cells as far as that can be.
func (a *App) where(c canvas, room int) string {
	art := a.reading.Article()
	if art == nil {
		if e := a.reading.Entry(); e != nil {
			return c.Shown(e.Title)
		}
		return ""
	}
	if a.focus == onOutline {
		if i, ok := a.outline.section(&a.reading); ok && i >= 0 {
			s := art.Outline[i]
			text := s.Text()
			if !s.Certain {
				text += "  " + a.opt.Words.Say("status.uncertain")
			}
			return c.Shown(text)
		}
	}
	i := a.reading.Section()
	if i < 0 {
		return c.Shown(art.Title)
	}
	// The title stands over the text too, so it is what is cut first.
	section, title := c.Shown(brief(art.Outline[i])), c.Shown(art.Title)
	between := " " + c.Glyphs.More + " "
	room -= c.Policy.Width(between + section)
	switch {
	case c.Policy.Width(title) <= room:
		return title + between + section
	case room >= leastTitle:
		return strings.TrimRight(c.Fit(title, room), " ") + between + section
	}
	return section
}

// leastTitle is how many cells of a title are worth showing.
const leastTitle = 8

// facts are what is worth knowing of the place, the most important first.
func (a *App) facts() []string {
	art := a.reading.Article()
	if art == nil {
		return nil
	}
	var out []string
	if n := a.progress.percent(); n >= 0 && a.progress.long {
		out = append(out, a.opt.Words.Say("status.reading", n))
	}
	if !a.reading.Query().Empty() {
		hit := a.hit()
		if len(a.reading.Hits()) > 0 {
			hit = a.opt.Words.Say("status.quoted", a.reading.Query().String()) + hit
		}
		out = append(out, hit)
	}
	if a.focus == onOutline {
		return append(out, a.sectionFacts(art)...)
	}
	bottom := a.text.bottom(&a.reading, a.canvas(onText))
	out = append(out, fmt.Sprintf("%d%%", art.Percent(bottom)))
	if i := a.reading.Section(); i >= 0 && bottom != art.End() {
		s := art.Outline[i]
		share := art.Share(s.End) - art.Share(a.reading.At().Pos)
		if left := int(share * float64(art.Chars)); left > 0 {
			out = append(out, a.opt.Words.Say("status.section_left", model.Minutes(left)))
		}
	}
	return out
}

// sectionFacts are the size of the section under the cursor of the outline.
func (a *App) sectionFacts(art *model.Article) []string {
	i, ok := a.outline.section(&a.reading)
	if !ok || i < 0 {
		return nil
	}
	n, w := art.Outline[i].Chars, a.opt.Words
	return []string{w.Say("list.chars", w.Count(n)), w.Duration("list", model.Minutes(n))}
}

// hints names the commands that help where keys go now, as many as fit.
func (a *App) hints(c canvas, room int) string {
	out, in := "", a.front().scope(a)
	for _, cmd := range slices.Backward(a.commands) {
		if cmd.in&in&^anywhere == 0 {
			continue
		}
		s := "  " + KeyName(cmd.keys[0]) + " " + a.opt.Words.Say("command."+cmd.name)
		if c.Policy.Width(s)+c.Policy.Width(out)+1 > room {
			break
		}
		out = s + out
	}
	return out
}
