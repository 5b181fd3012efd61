package model

import "sort"

// carry moves what the reader remembers of an article to a newer version of it:
// by what the text says there, not by number.
func (r *Reading) carry(old, now *Article) {
	move := func(p Place) Place {
		if p.Key == now.Key {
			p.Pos = follow(old, now, p.Pos)
		}
		return p
	}
	r.at = move(r.at)
	for _, trail := range [][]Place{r.back, r.forward} {
		for i := range trail {
			trail[i] = move(trail[i])
		}
	}
	if p, ok := r.last[now.Key]; ok {
		r.last[now.Key] = follow(old, now, p)
	}
	if s := &r.selection; r.selected && now.Key == r.at.Key {
		s.Fixed, s.Moving = follow(old, now, s.Fixed), follow(old, now, s.Moving)
	}
	if s, ok := r.seen[now.Key]; ok {
		p := follow(old, now, s.pos)
		r.seen[now.Key] = seen{p, now.Share(p)}
	}
}

// follow returns the place in now that says what p says in old: in the same
// block where its text still stands, the nearest of them by its distance to
// the section it is in; else in that section, where that still is; else as far
// into the text.
func follow(old, now *Article, p Pos) Pos {
	p = old.Clamp(p)
	section := old.Outline.At(p)
	from := Pos{}
	if section >= 0 {
		from = old.Outline[section].Start
	}
	start, found := sectionLike(old, now, section)
	if !found {
		start = now.at(old.Share(from))
	}
	text := old.Body[p.Block].Text()
	want := start.Block + p.Block - from.Block
	best := -1
	for i, b := range now.Body {
		if b.Text() == text && (best < 0 || distance(i, want) < distance(best, want)) {
			best = i
		}
	}
	switch {
	case best >= 0 && text != "":
		return Pos{best, p.Byte}
	case found:
		return now.Clamp(Pos{min(want, len(now.Body)-1), 0})
	}
	return now.at(old.Share(p))
}

// sectionLike returns where the section of old stands in now: the heading of
// the same text, and among several the one before which it stands as often.
func sectionLike(old, now *Article, section int) (Pos, bool) {
	if section < 0 {
		return Pos{}, len(old.Outline) > 0
	}
	text, nth := old.Outline[section].Text(), 0
	for _, s := range old.Outline[:section] {
		if s.Text() == text {
			nth++
		}
	}
	at, found := Pos{}, false
	for _, s := range now.Outline {
		if s.Text() == text {
			at, found = s.Start, true
			if nth--; nth < 0 {
				break
			}
		}
	}
	return at, found
}

// at returns the start of the block before which share of the text lies.
func (a *Article) at(share float64) Pos {
	i := sort.Search(len(a.Body), func(i int) bool { return float64(a.chars[i+1]) > share*float64(a.Chars) })
	return Pos{Block: min(i, len(a.Body)-1)}
}

func distance(a, b int) int { return max(a-b, b-a) }
