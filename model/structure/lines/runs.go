package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
	"juan/model/structure/sentence"
)

// shape is what a numbered line looks like by itself.
type shape uint8

const (
	item  shape = iota // an item of a list, or a numbered paragraph
	alone              // a heading on a line of its own
	led                // a heading, a full stop, and the paragraph it leads
)

// A run is numbered lines of one form that count up: siblings.
type run struct {
	form   number.Form
	lines  []int // indexes of lines
	closed bool  // a higher heading stands behind it: only the very next number goes on
	kinds  [led + 1]int
}

func (r *run) last(d *Document) int32 { return d.lines[r.lines[len(r.lines)-1]].val }

// majority is what most of the run's lines look like.
func (r *run) majority() shape {
	best := item
	for s := range r.kinds {
		if r.kinds[s] > r.kinds[best] {
			best = shape(s)
		}
	}
	return best
}

// numbered marks the headings among lines that begin with 一、 （一） 1. and the
// like. Lines that count up are siblings and are judged together: most of them
// must look like headings and have something under them; a list is left alone.
func (d *Document) numbered() {
	statute := d.statute()
	runs := d.runs()
	var decimals [number.Forms]bool
	for _, r := range runs {
		if len(r.lines) > 1 && r.form >= number.Decimal && r.majority() == alone && d.hasBodies(r) {
			decimals[r.form] = true
		}
	}
	for _, r := range runs {
		if statute && (r.form != number.Han || r.majority() != alone) {
			continue
		}
		switch r.majority() {
		case alone:
			if d.hasBodies(r) && (len(r.lines) > 1 || decimals[r.form]) {
				d.mark(r, own)
			}
		case led:
			if len(r.lines) > 1 {
				d.mark(r, opens)
			}
		}
	}
}

// runs gathers the numbered lines into runs. A line continues the innermost
// open run of its form that it counts on from, one of its own look first.
func (d *Document) runs() []*run {
	var all []*run
	var open [number.Forms][]*run
	for i := range d.lines {
		l := &d.lines[i]
		if l.role == own && l.form < number.Han { // a chapter: everything below counts anew
			clear(open[:])
			continue
		}
		if l.role != body || l.form < number.Han || l.form > number.Series {
			continue
		}
		s := d.shapeOf(l)
		if s == alone && l.form < number.Digit && l.titleLike(d.src, 50) { // counts anew below: 1. under （二）
			for _, stack := range open[l.form+1:] {
				for _, r := range stack {
					r.closed = true
				}
			}
		}
		stack, fresh := d.resume(open[l.form], l, s)
		if stack == nil {
			continue
		}
		top := stack[len(stack)-1]
		if fresh {
			all = append(all, top)
		}
		top.lines, top.closed = append(top.lines, i), false
		top.kinds[s]++
		open[l.form] = stack
	}
	return all
}

// resume returns the open runs of l's form with the one that l continues, or a
// fresh one that it begins, on top; nil when l does neither.
func (d *Document) resume(stack []*run, l *line, s shape) (open []*run, fresh bool) {
	at := -1
	for k := len(stack) - 1; k >= 0; k-- {
		step := l.val - stack[k].last(d)
		if step == 1 && stack[k].majority() == s {
			at = k
			break
		}
		if step >= 1 && step <= 2 && at < 0 && l.val > 1 && !stack[k].closed {
			at = k
		}
	}
	switch {
	case at >= 0:
		return stack[:at+1], false
	case l.val != 1:
		return nil, false
	}
	stack = append(stack, &run{form: l.form})
	return stack[max(0, len(stack)-8):], true
}

func (d *Document) shapeOf(l *line) shape {
	s := d.src[l.from:l.to]
	switch rest, _ := l.rest(d.src); {
	case rest == "" && l.form < number.Digit:
		return alone
	case rest == "":
		return item
	case l.titleLike(d.src, 50) && (l.form < number.Digit || l.runes <= 36):
		return alone
	default:
		if n := sentence.FirstSentence(s, longestLead(l.form)); n > 0 && len(s)-n >= n && len(s)-n >= 45 && !strings.Contains(s[:n], "；") {
			return led
		}
	}
	if r := char.Last(s); (r == '：' || r == ':') && l.runes <= 30 && l.form <= number.ParenHan {
		return alone
	}
	if char.Last(s) == '。' && l.runes <= 32 && l.form <= number.ParenHan && strings.Count(s, "。") == 1 {
		return alone // a heading with its full stop, when its siblings have bodies
	}
	return item
}

// longestLead is the most runes of a heading that leads its paragraph. The
// lower forms number paragraphs as often as they open headings.
func longestLead(f number.Form) int {
	if f >= number.Digit {
		return 26
	}
	return sentence.Longest
}

// hasBodies reports whether most of the run's lines have text under them
// before the next of the run.
func (d *Document) hasBodies(r *run) bool {
	with := 0
	for k, i := range r.lines {
		if i+1 >= len(d.lines) {
			continue
		}
		next := &d.lines[i+1]
		switch {
		case k+1 < len(r.lines) && r.lines[k+1]-i > 3:
			with++
		case r.form >= number.Digit && (next.runes < 16 || next.cells == next.runes && !d.latin):
		case next.form != r.form || next.role != body || next.runes > 50:
			with++
		}
	}
	if r.form >= number.Digit && r.form <= number.Circled { // lists are more usual than headings here
		return with*10 >= len(r.lines)*8
	}
	return with*2 > len(r.lines)
}

// mark gives the run's lines that look like its majority their role; with it
// those of an opening run that stand alone, and the reverse.
func (d *Document) mark(r *run, as role) {
	for _, i := range r.lines {
		l := &d.lines[i]
		switch s := d.shapeOf(l); {
		case s == alone:
			l.role = own
		case s == led:
			l.role = opens
			l.lead = int32(sentence.FirstSentence(d.src[l.from:l.to], longestLead(l.form)))
		case as == opens && l.form <= number.ParenHan:
			l.role, l.lead = opens, 0 // its end is uncertain: number and first clause
		}
	}
}
