package model

import "sort"

// carry moves the remembered places of an article to a newer version of it: by the
// words around them, not by number. Places of the trail are looked for only when they
// are gone back to.
func (r *Reading) carry(old, now *Article) {
	for v := range r.views {
		if v.at.Key == now.Key && !grown(old, now, v.at.Pos) {
			v.at.Pos, _ = now.Locate(old.Anchor(v.at.Pos))
		}
		if s := &v.selection; v.selected && v.at.Key == now.Key {
			s.Fixed, _ = now.Locate(old.Anchor(s.Fixed))
			s.Moving, _ = now.Locate(old.Anchor(s.Moving))
		}
		for _, trail := range [][]spot{v.back, v.forward} {
			for i := range trail {
				trail[i].lose(old)
			}
		}
	}
	if p, ok := r.last[now.Key]; ok {
		p.lose(old)
		r.last[now.Key] = p
	}
	if s, ok := r.seen[now.Key]; ok && !s.kept {
		p, _ := now.Locate(old.Anchor(s.pos))
		r.seen[now.Key] = seen{pos: p, share: now.Share(p)}
	}
}

// grown reports whether a place of a text that is made of lines is the same in a newer
// version, which has more lines: since the lines of a log are alike, their words cannot
// identify it.
func grown(old, now *Article, p Pos) bool {
	return old.Written() && now.Written() && p.Block < len(old.Body) && len(old.Body) <= len(now.Body) &&
		old.Body[p.Block].Text() == now.Body[p.Block].Text()
}

// at returns the start of the block before which share of the text lies.
func (a *Article) at(share float64) Pos {
	i := sort.Search(len(a.Body), func(i int) bool { return float64(a.chars[i+1]) > share*float64(a.Chars) })
	return Pos{Block: min(i, len(a.Body)-1)}
}

func distance(a, b int) int { return max(a-b, b-a) }
