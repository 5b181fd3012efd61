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

// unsay takes what is said off the status line.
func (a *App) unsay() {
	if a.notice == a.memory.untold {
		a.memory.untold = notice{}
	}
	a.notice = notice{}
}

// say shows a message of the catalogue.
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
		return c.Spread(screen.Row{c.Seg(ink, " "+c.Shown(text))}, a.hints(c, c.W/3))
	}
	facts := ""
	for _, f := range a.facts() { // the most important first, as far as they fit
		f = c.Shown(f)
		if c.Policy.Width(facts)+c.Policy.Width(f)+2 <= a.factsRoom() {
			facts += "  " + f
		}
	}
	full, w := a.where(c, c.W).Width(), c.Policy.Width(facts)
	right := append(screen.Row{c.Seg(role.Hint, facts)}, a.hints(c, c.W-w-min(full, c.W*2/5)-2)...)
	right = append(right, c.Seg(role.Hint, " "))
	left := append(screen.Row{c.Seg(role.Status, " ")}, a.where(c, c.W-right.Width()-2)...)
	return c.Spread(append(left, c.Seg(role.Status, "")), right)
}

// factsRoom returns how many cells of the last row facts may take.
func (a *App) factsRoom() int {
	if a.touring() { // which hit and which article must be told
		return max(a.w/2, 14)
	}
	return max(a.w*2/5, 14)
}

// hitTally says what a prompt has found in the text.
func (a *App) hitTally() string {
	if a.reading.Query().Empty() {
		return ""
	}
	counts, numbers := a.reading.Apart()
	return a.hit() + a.apart(a.reading.Query(), counts, numbers)
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
		found := r.Counts().Listed(&r.Corpus).Len() // the list may still be that of the filter before
		return w.Say("status.filtering", found) + w.Say("status.searched", n)
	}
	return w.Say("status.filtered", r.Listed().Len(), r.Corpus.Len())
}

// filterTally is [App.filtered] and, where there are several words, how many hits
// each has.
func (a *App) filterTally() string {
	counts, numbers := a.reading.Counts().Apart(&a.reading.Corpus)
	return a.filtered() + a.apart(a.reading.Filtered(), counts, numbers)
}

// hit says which of the hits the reader is at, and how much of the article was
// searched where that is not all.
func (a *App) hit() string {
	s, w := a.hitOf()+a.amongFound(), a.opt.Words
	if n := a.reading.SearchedShare(); n < 100 {
		s += w.Say("status.searched", n)
	}
	return s
}

func (a *App) hitOf() string {
	w, hits := a.opt.Words, a.reading.Hits()
	if len(hits) == 0 && a.reading.SearchedShare() == 100 {
		return a.noneSays()
	}
	said := []string{w.Say("status.hits", len(hits))}
	if i := a.reading.Hit(); i >= 0 {
		said[0] = w.Say("status.hit", i+1, len(hits))
	}
	return strings.Join(append(said, a.lacking()...), w.Say("query.and"))
}

// noneSays says that the open article has nothing of the keyword or, where it has
// some of its words, which it lacks.
func (a *App) noneSays() string {
	if lacking := a.lacking(); len(lacking) > 0 {
		return strings.Join(lacking, a.opt.Words.Say("query.and"))
	}
	return a.opt.Words.Say("status.none", a.reading.Query().String())
}

// lacking says of each word of the keyword that the open article lacks it, where it
// has others.
func (a *App) lacking() (said []string) {
	for _, text := range a.reading.Lacking() {
		said = append(said, a.opt.Words.Say("status.lacking", text))
	}
	return said
}

// where names the article and the section, or the row in focus in full, in
// room cells as far as that can be. A click on a name goes to its pane.
func (a *App) where(c canvas, room int) screen.Row {
	name := func(s, act string) screen.Seg {
		seg := c.Seg(role.Status, s)
		seg.Act = a.act(act)
		return seg
	}
	list, contents := "focus-list", "focus-outline"
	switch {
	case a.focus == onList:
		list = "focus-text"
	case a.focus == onOutline:
		contents = "focus-text"
	}
	art := a.reading.Article()
	if art == nil {
		if e := a.reading.Entry(); e != nil {
			return screen.Row{name(c.Shown(e.Title), list)}
		}
		return nil
	}
	if a.focus == onOutline {
		if i, ok := a.outline.section(&a.reading); ok && i >= 0 {
			s := art.Outline[i]
			text := s.Text()
			if !s.Certain {
				text += "  " + a.opt.Words.Say("status.uncertain")
			}
			return screen.Row{name(c.Shown(text), contents)}
		}
	}
	i := a.reading.Section()
	if i < 0 {
		return screen.Row{name(c.Shown(art.Title), list)}
	}
	// The title stands over the text too, so it is what is cut first.
	between, title := c.Seg(role.Status, " "+c.Glyphs.More+" "), c.Shown(art.Title)
	s := art.Outline[i]
	s.Title = c.Head(s.Title)
	heading := c.Shown(brief(s, c.Policy.Ellipsis()))
	if whole := c.headline(s, room); c.Policy.Width(whole) <= room-between.W-leastTitle {
		heading = whole
	}
	section := name(heading, contents)
	room -= between.W + section.W
	switch {
	case c.Policy.Width(title) <= room:
		return screen.Row{name(title, list), between, section}
	case room >= leastTitle:
		return screen.Row{name(strings.TrimRight(c.Fit(title, room), " "), list), between, section}
	}
	return screen.Row{section}
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
	if a.speaking.Running() {
		out = append(out, a.opt.Words.Say("status.aloud"))
	}
	if s, ok := a.reading.Selected(); ok {
		from, to := s.Bounds(art)
		out = append(out, a.opt.Words.Say("status.selected", art.CharsBetween(from, to)))
	}
	if !a.reading.Query().Empty() && a.atHits() {
		hit, quoted := a.hit(), ""
		if len(a.reading.Hits()) > 0 {
			quoted = a.opt.Words.Say("status.quoted", a.reading.Query().String())
		}
		for _, shorter := range []string{quoted + hit, hit, quoted + a.hitOf(), a.hitOf()} { // the first that has room
			if hit = shorter; a.policy.Width(a.screen().Shown(hit))+2 <= a.factsRoom() {
				break
			}
		}
		out = append(out, hit)
	}
	if a.focus == onOutline {
		return append(out, a.sectionFacts(art)...)
	}
	bottom := a.text.bottom(&a.reading, a.canvas(onText))
	at := a.reading.At().Pos
	if bottom == art.End() {
		at = bottom
	}
	out = append(out, fmt.Sprintf("%d%%", art.Percent(at)))
	if a.pair.linked {
		out = append(out, a.opt.Words.Say("status.along"))
	}
	if i := a.reading.Section(); i >= 0 && bottom != art.End() && !art.Written() { // nobody reads a diff at a pace
		s := art.Outline[i]
		share := art.Share(s.End) - max(art.Share(a.reading.At().Pos), art.Share(s.Start))
		if left := int(share * float64(art.Chars)); left > 0 {
			out = append(out, a.opt.Words.Say("status.section_left", model.MinutesAt(a.pacing.PerMinute(), art.Effort(left))))
		}
	}
	return out
}

// atHits reports whether the reader is at the hits: the hit last gone to is on screen,
// or none was gone to yet.
func (a *App) atHits() bool {
	p, ok := a.reading.Chosen()
	return !ok || a.reading.SearchedShare() < 100 || a.text.shows(&a.reading, a.canvas(onText), p)
}

// sectionFacts are the size of the section under the cursor of the outline.
func (a *App) sectionFacts(art *model.Article) []string {
	i, ok := a.outline.section(&a.reading)
	if !ok || i < 0 {
		return nil
	}
	n, w := art.Outline[i].Chars, a.opt.Words
	return []string{w.Say("list.chars", w.Count(n)), w.Duration("list", model.MinutesAt(a.pacing.PerMinute(), art.Effort(n)))}
}

// hints names the commands that help where keys go now, as many as fit. They
// take clicks.
func (a *App) hints(c canvas, room int) screen.Row {
	var out screen.Row
	in, w := a.front().scope(a), 0
	for i, cmd := range slices.Backward(a.commands) {
		if cmd.in&in&^places == 0 || cmd.in&in&places == 0 || len(cmd.keys) == 0 || a.why(cmd) != "" {
			continue
		}
		s := c.Seg(role.Hint, a.opt.Words.Signs(KeyName(cmd.keys[0]))+" "+a.opt.Words.Say("command."+cmd.name))
		if w += s.W + 2; w+1 > room {
			break
		}
		s.Act = uint16(1 + i)
		out = append(out, s, c.Seg(role.Hint, "  "))
	}
	slices.Reverse(out)
	return out
}
