package model

import "sort"

// carry moves what the reader remembers of an article to a newer version of it:
// by what the text says there, not by number. Places to come back to may be many, so
// they are looked for only near where they should be.
func (r *Reading) carry(old, now *Article) {
	move := func(p Pos, size int) Pos {
		p, _ = now.locate(old.Anchor(p), size)
		return p
	}
	if r.at.Key == now.Key {
		r.at.Pos = move(r.at.Pos, locateSize)
	}
	if s := &r.selection; r.selected && r.at.Key == now.Key {
		s.Fixed, s.Moving = move(s.Fixed, locateSize), move(s.Moving, locateSize)
	}
	for _, trail := range [][]Place{r.back, r.forward} {
		for i := range trail {
			if trail[i].Key == now.Key {
				trail[i].Pos = move(trail[i].Pos, locateSize/32)
			}
		}
	}
	if p, ok := r.last[now.Key]; ok {
		r.last[now.Key] = move(p, locateSize)
	}
	if s, ok := r.seen[now.Key]; ok {
		p := move(s.pos, locateSize)
		r.seen[now.Key] = seen{p, now.Share(p)}
	}
}

// at returns the start of the block before which share of the text lies.
func (a *Article) at(share float64) Pos {
	i := sort.Search(len(a.Body), func(i int) bool { return float64(a.chars[i+1]) > share*float64(a.Chars) })
	return Pos{Block: min(i, len(a.Body)-1)}
}

func distance(a, b int) int { return max(a-b, b-a) }
