package flat

import (
	"slices"

	"juan/model/structure/number"
)

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
	doubt   float32    // the weight of all other cuts against the one taken
}

// A step is the best chain of numbers that ends at a mark.
type step struct {
	score float32
	prev  int32 // the step before, -1 none
	run   int32 // length since the last 1
}

// A nester remembers the last number of each form: （四） may stand under 二、
// where （三） was the last under 一、.
type nester struct{ last [number.Forms]int32 }

// nest finds the headings among ms: the best chain of the highest form, and
// inside each of its members the same again with the forms below.
func (t *nester) nest(ms []mark, end int, from number.Form, level int, out []head) []head {
	if len(ms) == 0 || level > 6 {
		return out
	}
	for form := from; form <= number.Series; form++ {
		var c []int
		if form == number.Article {
			c = allOf(ms, number.Article)
		} else {
			c = chainFrom(ms, form, end, t.last[form])
		}
		if len(c) == 0 {
			continue
		}
		out = t.nest(ms[:c[0]], ms[c[0]].at, form+1, level+1, out)
		for i, k := range c {
			next, limit := len(ms), end
			if i+1 < len(c) {
				next, limit = c[i+1], ms[c[i+1]].at
			}
			out = append(out, head{mark: ms[k], level: level})
			out = t.nest(ms[k+1:next], limit, form+1, level+1, out)
			t.last[form] = ms[k].val
		}
		return out
	}
	return out
}

// headsAmong finds the headings among the marks of a text. The articles of a
// statute count on through its chapters, so they are found in the whole text
// at once, and what is numbered inside them are items.
func headsAmong(ms []mark, end int) []head {
	articles := chain(ms, number.Article, end)
	statute := len(articles) >= 3 && !before(chain(ms, number.Han, end), articles[0])
	kept := ms[:0]
	for k, m := range ms {
		is := len(articles) > 0 && articles[0] == k
		if is {
			articles = articles[1:]
		}
		if is || m.form < number.Article || m.form > number.Article && !statute {
			kept = append(kept, m)
		}
	}
	return new(nester).nest(kept, end, number.Bian, 1, nil)
}

func before(chain []int, k int) bool { return len(chain) > 1 && chain[0] < k }

func allOf(ms []mark, form number.Form) []int {
	var all []int
	for i := range ms {
		if ms[i].form == form {
			all = append(all, i)
		}
	}
	return all
}

// chain returns the best sequence of marks of one form that count 1, 2, 3 …: scored by
// the text left of each and the distance between them; a gap or a fresh start is
// allowed at a price. It is empty when no chain scores high enough. It takes one pass.
func chain(all []mark, form number.Form, end int) []int { return chainFrom(all, form, end, 0) }

// chainFrom is chain where the marks may also count on from the number last.
func chainFrom(all []mark, form number.Form, end int, last int32) []int {
	c := chainer{end: end, last: last, whole: -1}
	top := int32(0)
	for i := range all {
		if all[i].form == form && all[i].val < 4096 {
			c.marks, top = append(c.marks, &all[i]), max(top, all[i].val)
			c.index = append(c.index, i)
		}
	}
	if len(c.marks) < 2 && (len(c.marks) == 0 || last < 2 || c.marks[0].val != last+1) {
		return nil
	}
	c.steps = make([]step, len(c.marks))
	c.best = make([]int32, top+1)
	for k := range c.marks {
		c.step(k, form)
	}
	if c.whole < 0 || c.steps[c.whole].score < 1.2 {
		return nil
	}
	var out []int
	for k := c.whole; k >= 0; k = c.steps[k].prev {
		out = append(out, c.index[k])
	}
	slices.Reverse(out)
	return out
}

// A chainer finds the best chain among the marks of one form.
type chainer struct {
	marks []*mark
	index []int // of each mark among all
	end   int   // byte where the text ends
	last  int32 // the number before the first, when they may count on from it
	steps []step
	best  []int32 // 1 + the best step that ends at a value, 0 none
	whole int32   // the best step that ends a run of two or more, -1 none
}

// step finds the best chain that ends at mark k.
func (c *chainer) step(k int, form number.Form) {
	m := c.marks[k]
	s := step{score: -1e9, prev: -1, run: 1}
	base := c.worth(k)
	try := func(val int32, cost float32) {
		if val < 1 || c.best[val] == 0 {
			return
		}
		prev := c.best[val] - 1
		p := &c.steps[prev]
		if score := p.score + base + cost + between(c.marks[prev], m); score > s.score {
			s = step{score, prev, p.run + 1}
		}
	}
	try(m.val-1, 0)
	try(m.val-2, -3) // one is missing, or two: 七、 then 十、
	try(m.val-3, -4.5)
	if form == number.Article {
		try(m.val, -0.2) // 第六条之一
	}
	switch {
	case m.val == 1:
		s = step{base, -1, 1}
		if c.whole >= 0 && c.steps[c.whole].score-4 > 0 {
			s = step{base + c.steps[c.whole].score - 4, c.whole, 1}
		}
	case c.last > 1 && m.val == c.last+1 && base > s.score:
		s = step{base + 1, -1, 2}
	case m.val == 2 && form < number.Digit && base-4 > s.score:
		s = step{base - 4, -1, 1}
	}
	c.steps[k] = s
	if b := c.best[m.val] - 1; b < 0 || s.score >= c.steps[b].score {
		c.best[m.val] = int32(k) + 1
	}
	if s.run >= 2 && (c.whole < 0 || s.score > c.steps[c.whole].score) {
		c.whole = int32(k)
	}
}

// worth weighs mark k by itself: what is left of it, and whether the next one
// is so near, or after a semicolon, that both are items of a list.
func (c *chainer) worth(k int) float32 {
	m, w := c.marks[k], c.marks[k].left
	if m.set {
		return w
	}
	if m.form != number.Article && (k+1 < len(c.marks) && !c.marks[k+1].set && c.marks[k+1].at-m.at < 90 || c.end-m.at < 24) {
		w -= 2
	}
	if before := k - 1; m.form != number.Article && before >= 0 && c.marks[before].val+1 == m.val && m.at-c.marks[before].at < 90 {
		w -= 2 // the one before is as near: 二、 and 三、 of a list of ten
	}
	if k+1 < len(c.marks) && c.marks[k+1].left == behindSemi {
		w -= 3
	}
	return w
}

// between weighs the room between the siblings a and b. A heading that is set off has a
// body, however short; before one the body may be a short one as well.
func between(a, b *mark) float32 {
	score := room(b.form, b.at-a.at)
	switch {
	case a.set:
		return max(score, 0)
	case b.set:
		return max(score, -0.5)
	}
	return score
}

// room weighs the bytes between two siblings: headings have a body between,
// articles are bodies.
func room(form number.Form, n int) float32 {
	switch {
	case form == number.Article:
		return 0
	case n < 36:
		return -4
	case n < 90:
		return -2
	case n < 180:
		return -0.5
	}
	return 1
}
