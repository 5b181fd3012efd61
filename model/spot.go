package model

// A spot is a place that the reader may come back to. Where its article has not been
// held since, or has another version now, only its anchor is known.
type spot struct {
	Place
	anchor Anchor
	lost   bool // Pos is not known
	row    int  // rows of the screen above it, once it is come back to
}

// here returns where the reader is.
func (r *Reading) here() spot {
	if r.toward != nil {
		return *r.toward
	}
	s := spot{Place: r.at}
	if r.open != nil {
		s.anchor = r.open.Anchor(r.at.Pos)
	}
	return s
}

// move goes to p and notes where the article before it was left.
func (r *Reading) move(p spot) {
	if p.Key != r.at.Key {
		r.Unselect()
		r.leave()
		r.open = r.Held(p.Key)
	}
	r.at, r.sunk = p.Place, 0
	if p.lost {
		r.at.Pos = Pos{}
	}
	if r.toward = &p; r.open != nil {
		r.arrive(p)
	}
}

// arrive goes to p in the open article. If that is Partial and the place is not found
// yet, it waits: the place may come with the rest.
func (v *view) arrive(p spot) {
	if !p.lost {
		v.at.Pos, v.toward = v.open.Clamp(p.Pos), nil
		return
	}
	to, ok := v.open.stands(p.anchor)
	if !ok && !v.open.Partial {
		to, _ = v.open.Locate(p.anchor)
		ok = true
	}
	if ok {
		v.at.Pos, v.sunk, v.toward = to, p.row, nil
	}
}

// leave notes where the open article is left.
func (r *Reading) leave() {
	if r.at.Key != "" {
		r.leaveAt(r.at.Key, r.here())
	}
}

func (r *Reading) leaveAt(key string, p spot) {
	if r.last == nil {
		r.last = make(map[string]spot)
	}
	r.last[key] = p
}

// lose turns a spot in old into one that is looked for, by its anchor, in another
// version of the article.
func (p *spot) lose(old *Article) {
	if p.Key == old.Key && !p.lost {
		p.anchor, p.lost, p.row = old.Anchor(p.Pos), true, 0
	}
}

// Sunk returns how many rows below the top of the screen the reader's place is to
// stand; it is asked once, by the caller, who knows rows.
func (r *Reading) Sunk() int {
	n := r.sunk
	r.sunk = 0
	return n
}

// Settled reports whether the reader’s place has been found: it may still be looked for
// while its article is being fetched.
func (r *Reading) Settled() bool { return r.toward == nil }

// Recall takes what is remembered of an article except its place: how far it was read,
// and whether its text has changed since.
func (r *Reading) Recall(k Remembered) {
	if r.seen == nil {
		r.seen = make(map[string]seen)
	}
	if k.Share > r.seen[k.Key].share {
		r.seen[k.Key] = seen{share: k.Share, kept: true}
	}
	if e := r.Corpus.Entry(k.Key); e != nil && e.Print != 0 && k.Print != 0 && e.Print != k.Print {
		if r.altered == nil {
			r.altered = make(map[string]bool)
		}
		r.altered[k.Key] = true
	}
	if k.Was != "" {
		for v := range r.views {
			for _, trail := range [][]spot{v.back, v.forward} {
				for i := range trail {
					if trail[i].Key == k.Was {
						trail[i].Key = k.Key
					}
				}
			}
		}
	}
}

// Altered reports whether the text of an article has changed since the run before.
func (r *Reading) Altered(e *Entry) bool { return r.altered[e.Key] }

// Resume takes where an article was left in the run before, unless the reader has
// been in it since.
func (r *Reading) Resume(k Remembered) {
	p := spot{Place: Place{Key: k.Key}, anchor: k.Place, lost: true, row: k.Row}
	at := r.last[k.Key]
	if k.Key == r.at.Key {
		if at = (spot{Place: r.at}); r.toward != nil {
			at = *r.toward
		}
	}
	if at.lost || at.Pos != (Pos{}) {
		return
	}
	if k.Key != r.at.Key {
		r.leaveAt(k.Key, p)
		return
	}
	if r.toward = &p; r.open != nil {
		r.arrive(p)
	}
}

// Trail returns the places that jumps came from and were taken back from.
func (r *Reading) Trail() (back, forth []Spot) {
	of := func(trail []spot) (out []Spot) {
		for _, p := range trail {
			out = append(out, Spot{p.Key, p.anchor})
		}
		return out
	}
	return of(r.back), of(r.forward)
}

// Retrail takes the trail of the run before, which lies before that of this one.
func (r *Reading) Retrail(back, forth []Spot) {
	of := func(trail []Spot) (out []spot) {
		for _, p := range trail {
			out = append(out, spot{Place: Place{Key: p.Key}, anchor: p.Anchor, lost: true})
		}
		return out
	}
	before := append(of(back), r.back...)
	if len(r.back) == 0 && len(r.forward) == 0 {
		r.forward = of(forth)
	}
	r.back = before[max(0, len(before)-trail):]
}
