package structure

// A head is a heading in a flattened text.
type head struct {
	mark
	level   int
	limit   int // where the next heading, or the text, ends what it may hold
	end     int // byte where its words end
	second  int // byte of the next white space, when a second half of the heading may end there
	body    int // byte where what follows it begins
	kind    ending
	certain bool
	item    bool       // it only numbers a paragraph
	cuts    []cutPlace // where it may end, while that is open
	odds    float32    // of its full stop
}

// A step is the best chain of numbers that ends at a mark.
type step struct {
	score float32
	prev  int32 // the step before, -1 none
	run   int32 // length since the last 1
}

// nest finds the headings among ms: the best chain of the highest form, and
// inside each of its members the same again with the forms below.
func nest(ms []mark, end int, from Form, level int, out []head) []head {
	if len(ms) == 0 || level > 6 {
		return out
	}
	for form := from; form <= Series; form++ {
		c := chain(ms, form, end)
		if len(c) == 0 {
			continue
		}
		out = nest(ms[:c[0]], ms[c[0]].at, form+1, level+1, out)
		for i, k := range c {
			next, limit := len(ms), end
			if i+1 < len(c) {
				next, limit = c[i+1], ms[c[i+1]].at
			}
			out = append(out, head{mark: ms[k], level: level})
			out = nest(ms[k+1:next], limit, form+1, level+1, out)
		}
		return out
	}
	return out
}

// chain returns the marks of one form that count 1, 2, 3 … best: by what
// stands left of each, by the room between them, now and then over a gap or
// beginning anew. Nothing when no chain is worth it. It takes one pass.
func chain(ms []mark, form Form, end int) []int {
	var idx []int32
	top := int32(0)
	for i := range ms {
		if ms[i].form == form && ms[i].val < 4096 {
			idx, top = append(idx, int32(i)), max(top, ms[i].val)
		}
	}
	if len(idx) < 2 {
		return nil
	}
	steps := make([]step, len(idx))
	best := make([]int32, top+2) // best step that ends at a value, +1
	whole := int32(-1)           // the best chain of two or more so far
	for k := range idx {
		m := &ms[idx[k]]
		base := m.left
		if k+1 < len(idx) && ms[idx[k+1]].at-m.at < 90 || end-m.at < 24 {
			base -= 2
		}
		if k+1 < len(idx) && ms[idx[k+1]].left == behindSemi {
			base -= 3 // an item of a list
		}
		s := step{score: -1e9, prev: -1, run: 1}
		try := func(prev int32, cost float32) {
			if prev < 0 {
				return
			}
			p := &steps[prev]
			if score := p.score + base + cost + room(m.at-ms[idx[prev]].at); score > s.score {
				s = step{score, prev, p.run + 1}
			}
		}
		try(best[m.val-min(m.val, 1)]-1, 0)
		if m.val > 2 {
			try(best[m.val-2]-1, -3)
		}
		switch {
		case m.val == 1:
			s = step{base, -1, 1}
			if whole >= 0 && steps[whole].score-4 > 0 {
				s = step{base + steps[whole].score - 4, whole, 1}
			}
		case m.val == 2 && form < Digit && base-4 > s.score:
			s = step{base - 4, -1, 1}
		}
		steps[k] = s
		if b := best[m.val] - 1; b < 0 || s.score >= steps[b].score {
			best[m.val] = int32(k) + 1
		}
		if s.run >= 2 && (whole < 0 || s.score > steps[whole].score) {
			whole = int32(k)
		}
	}
	if whole < 0 || steps[whole].score < 1.2 {
		return nil
	}
	n := 0
	for k := whole; k >= 0; k = steps[k].prev {
		n++
	}
	out := make([]int, n)
	for k := whole; k >= 0; k = steps[k].prev {
		n--
		out[n] = int(idx[k])
	}
	return out
}

// room weighs the bytes between two siblings: headings have a body between.
func room(n int) float32 {
	switch {
	case n < 36:
		return -4
	case n < 90:
		return -2
	case n < 180:
		return -0.5
	}
	return 1
}
