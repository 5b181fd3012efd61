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
	closed bool  // a higher heading stands after it: only the very next number goes on
	shapes []shape
	kinds  [led + 1]int
	bodies int // lines with text under them
	stops  int // lines that end with 。
	asks   int // lines that end with ？
	breaks int // lines that stand where a sentence was broken off
	near   int // lines with less than a paragraph before the next
}

func (r *run) last(d *Document) *line { return &d.lines[r.lines[len(r.lines)-1]] }

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

// runs gathers the numbered lines into runs. A line continues the innermost
// open run of its form that it counts on from, one of its own look first.
func (d *Document) runs() []*run {
	var all []*run
	var open [number.Forms][]*run
	for _, i := range d.others {
		l := &d.lines[i]
		if l.role == own && l.form < number.Article && l.form != number.Named { // a chapter: everything below counts anew
			for f := number.Article; f < number.Forms; f++ {
				if f != number.Serial {
					closed(open[f])
				}
			}
			continue
		}
		if !d.hasSiblings(l) {
			continue
		}
		d.letterOrRoman(l, open[number.Letter])
		s := d.shapeOf(i)
		if s == alone && l.form < number.Digit && l.titleLike(d.src, 50) { // counts anew below: 1. under （二）
			for _, stack := range open[l.form+1:] {
				closed(stack)
			}
		}
		stack, fresh := d.resume(open[l.form], i, s)
		if stack == nil {
			continue
		}
		top := stack[len(stack)-1]
		if fresh {
			all = append(all, top)
		}
		top.lines, top.shapes, top.closed = append(top.lines, i), append(top.shapes, s), false
		top.kinds[s]++
		open[l.form] = stack
	}
	for _, r := range all {
		d.weighBodies(r)
	}
	return all
}

// letterOrRoman takes the I. of l, and V. and X., for the letter where it is the very next one of
// the open runs of letters. It mends headings that began a deeper level at I. and ended
// there: H. 北站 / I. 火车 / J. 夜校. It cannot fire on I. II. III., nor after A.
func (d *Document) letterOrRoman(l *line, letters []*run) {
	if l.form != number.Roman || len(letters) == 0 {
		return
	}
	c := d.src[l.from]
	single := c == 'I' && l.val == 1 || c == 'V' && l.val == 5 || c == 'X' && l.val == 10
	if val := int32(c-'A') + 1; single && val == letters[len(letters)-1].last(d).val+1 {
		l.form, l.val = number.Letter, val
	}
}

// closed marks the runs of a stack as standing before a higher heading.
func closed(stack []*run) {
	for _, r := range stack {
		r.closed = true
	}
}

// hasSiblings reports whether l has a number that siblings may bear out.
func (d *Document) hasSiblings(l *line) bool {
	return l.role == body && l.form < number.Item && (l.form > number.Article || l.weak && l.form >= number.Bian)
}

// resume returns the open runs of l's form with the one that l continues, or a
// fresh one that it begins, on top; nil when l does neither.
func (d *Document) resume(stack []*run, i int, s shape) (open []*run, fresh bool) {
	l := &d.lines[i]
	at, best := -1, 0
	for k := len(stack) - 1; k >= 0; k-- {
		if fit := stack[k].takes(d, l, s); fit > best {
			at, best = k, fit
		}
	}
	switch {
	case at >= 0:
		return stack[:at+1], false
	case l.val > 1 && l.form == number.Stem && l.weak: // 丁　嫂 speaks
		return nil, false
	case l.val > 1 && (l.form == number.Count || l.form == number.Digit) && d.overDecimals(i): // a clause of a standard, without those before it
	case l.val > 1 && l.form >= number.Digit && l.form != number.Serial && !(l.val <= 3 && l.path != 0) && !(l.form == number.Count && int(l.n) == l.to-l.from):
		return nil, false
	}
	if stack == nil {
		stack = make([]*run, 0, 8)
	}
	stack = append(stack, &run{form: l.form, lines: make([]int, 0, 8), shapes: make([]shape, 0, 8)})
	return stack[max(0, len(stack)-8):], true
}

// overDecimals reports whether line i, 4 要求, stands over the first part of its own,
// 4.1, with three lines between at most.
func (d *Document) overDecimals(i int) bool {
	for _, l := range d.lines[i+1 : min(len(d.lines), i+5)] {
		if l.path != 0 {
			return l.path>>10 == uint64(d.lines[i].val)+1 && l.path&1023 == 2
		}
	}
	return false
}

// takes weighs how well l goes on with r; 0 when it does not. The very next
// number does best, then a line that looks like those of r and stands as deep:
// behind a list 1. 2. 3. that is set in, 4. at the edge goes on with the headings.
func (r *run) takes(d *Document, l *line, s shape) int {
	last := r.last(d)
	step := l.val - last.val
	if l.path != 0 && l.path>>10 != last.path>>10 { // 3.2 does not count on from 2.1
		return 0
	}
	again := step == 0 && l.form < number.Article // 第一章(1) 第一章(2)
	if !again && (step < 1 || step > 3 || step > 1 && (r.closed || l.val <= 1)) {
		return 0
	}
	fit := 1
	if step <= 1 {
		fit += 2
	}
	if !r.closed { // a run of the same section comes first
		fit += 4
	}
	if r.majority() == s {
		fit += 2
	}
	if l.indent == last.indent {
		fit += 3
	}
	if l.ends == last.ends { // 4. Repair goes on with 3. Use, not with 3. Close the lid.
		fit++
	}
	return fit
}

func (d *Document) shapeOf(i int) shape {
	l := &d.lines[i]
	s := d.text(l)
	switch rest, _ := l.rest(d.src); {
	case rest == "" || l.form == number.Serial:
		return alone
	case l.titleLike(d.src, 60):
		return alone
	case len(s) > 45:
		first := s[:min(len(s)-41, len(s)/2+4)] // more stands after what leads, 45 bytes at least
		if n := sentence.FirstSentence(first, longestLead(l.form)); n > 0 && len(s)-n >= n && len(s)-n >= 45 && !strings.Contains(s[:n], "；") {
			return led
		}
	}
	if r := char.Last(s); (r == '：' || r == ':') && l.runes <= 30 && (l.form <= number.ParenHan || l.form == number.Digit && l.runes <= 20 && !announces(s) && !strings.ContainsAny(s, "，。；“")) {
		return alone
	}
	if char.Last(s) == '。' && l.runes <= 32 && isOfficial(l.form) && strings.Count(s, "。") == 1 {
		return alone // a heading with its full stop, when its siblings have bodies
	}
	if l.form == number.Digit && l.runes <= 24 && strings.HasSuffix(s, "。") && strings.Count(s, "。") == 1 && d.overParagraph(i) {
		return alone // 1.完善路网规划。 under 一、
	}
	return item
}

// overParagraph reports whether a paragraph that is set in stands right under line i,
// which is not.
func (d *Document) overParagraph(i int) bool {
	if i+1 == len(d.lines) {
		return false
	}
	l, next := &d.lines[i], &d.lines[i+1]
	return !next.after && next.role == body && next.form == number.NoForm && next.indent >= l.indent+2 && next.ends && next.runes > l.runes
}

// longestLead is the most runes of a heading that leads its paragraph. The
// lower forms number paragraphs as often as they open headings.
func longestLead(f number.Form) int {
	if f >= number.Digit {
		return 26
	}
	return sentence.Longest
}

// weighBodies counts the lines of r that have text under them, and those that
// are followed too soon by the next.
func (d *Document) weighBodies(r *run) {
	for k, i := range r.lines {
		if d.hasBody(r, k) {
			r.bodies++
		}
		if d.breaksIn(i) {
			r.breaks++
		}
		if strings.HasSuffix(d.text(&d.lines[i]), "。") {
			r.stops++
		}
		if endsAsking(d.text(&d.lines[i])) {
			r.asks++
		}
		if k+1 < len(r.lines) && d.lines[r.lines[k+1]].from-d.lines[i].to < 60 {
			r.near++
		}
	}
	if last := len(r.lines) - 1; last > 0 && r.bodies == 1 && d.hasBody(r, last) { // text after a list does not belong to its last item
		r.bodies = 0
	}
}

// hasBody reports whether text stands under line k of the run, before the next
// of the run.
func (d *Document) hasBody(r *run, k int) bool {
	i := r.lines[k]
	if i+1 >= len(d.lines) {
		return false
	}
	next := &d.lines[i+1]
	if k+1 < len(r.lines) && r.lines[k+1] == i+1 {
		return false
	}
	if next.role == verbatim || next.role == own {
		return true
	}
	if path := d.lines[i].path; path>>10 != 0 && next.path == 0 && (next.form == number.Digit || next.form == number.Count) && uint64(next.val) == path>>10&1023 { // 3. right after 2.1
		return false
	}
	if r.form >= number.Digit && r.form <= number.Circled && next.runes < 12 && next.form == number.NoForm && !char.EndsSentence(next.mark) && !(d.latin && next.ends) && next.mark != '：' && next.first != '【' && !number.IsUsual(d.text(next)) {
		return false // the second half of an item, or an answer
	}
	return true
}

// numbered marks the headings among lines that begin with 一、 （一） 1. and the like: each
// by itself, by a weighted sum of features of the line and of its run. Of a run whose
// lines mostly are headings with a paragraph in the same line, those lead their
// paragraphs.
func (d *Document) numbered() {
	statute := d.statute()
	runs := d.runs()
	var company [number.Forms]company
	for _, r := range runs {
		company[r.form].add(d, r)
	}
	for _, r := range runs {
		if statute && (r.form != number.Formal && r.form != number.Han && r.form != number.Bare && r.form >= number.Article || r.majority() != alone) {
			continue
		}
		if d.listInStory(r) {
			continue
		}
		if d.isExam(r) {
			d.headExam(r)
			continue
		}
		if d.headsAll(r, &company[r.form]) {
			for _, i := range r.lines {
				d.lines[i].role = own
			}
			continue
		}
		for k, i := range r.lines {
			l := &d.lines[i]
			switch {
			case l.form == number.Letter && optionsIn(d.text(l)) > 1, l.form == number.Digit && d.isRowOfAnswers(l):
			case r.shapes[k] == alone && d.asksToChoose(i), r.bodies == 0 && len(r.lines) > 1 && endsAsking(d.text(l)): // a question that nothing answers
			case r.shapes[k] == alone && d.isHeading(r, k, &company[r.form]):
				l.role = own
			case r.shapes[k] == led && r.kinds[led] > 1 && r.kinds[led]*2 >= r.kinds[item]:
				l.role = opens
				l.lead = int32(sentence.FirstSentence(d.text(l), longestLead(l.form)))
			case r.majority() == led && r.kinds[led] > 1 && l.form <= number.ParenHan:
				l.role, l.lead = opens, 0 // its end is uncertain: number and first clause
			}
		}
	}
}
