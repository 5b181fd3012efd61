package lines

import "math"

// lengths is how long the paragraphs of a text are, where neither indents nor
// blank lines show them: the mean of the logarithm of their cells and how far they
// scatter around it. It is learned from the paragraphs that end in a line too short
// for anything else.
//
// It mends paragraphs whose last line happens to be full. In an essay all of whose
// paragraphs have four lines or five, one of nine lines with a full stop at the end
// of its fourth is two. It says nothing where paragraphs are of all lengths alike.
type lengths struct {
	all, sum, squares float64 // paragraphs; of their logarithms
}

func (p *lengths) add(cells int32) {
	x := math.Log(float64(max(cells, 1)))
	p.all, p.sum, p.squares = p.all+1, p.sum+x, p.squares+x*x
}

// spread returns the mean of the logarithms and their standard deviation, as if
// some paragraphs of usual scatter had been seen as well.
func (p *lengths) spread() (mean, deviation float64) {
	const some, usual = 4, .6
	mean = p.sum / p.all
	scatter := max(0, p.squares-p.all*mean*mean) + some*usual*usual
	return mean, math.Sqrt(scatter / (p.all + some))
}

// odds returns the logarithm of how much likelier two paragraphs of so many cells
// are than one of both together, against a text whose paragraphs may end anywhere.
func (p *lengths) odds(before, behind int32) float64 {
	if p.all < 3 {
		return 0
	}
	mean, deviation := p.spread()
	density := func(cells int32) float64 { // its logarithm
		x := math.Log(float64(max(cells, 1)))
		z := (x - mean) / deviation
		return -z*z/2 - math.Log(deviation*math.Sqrt(2*math.Pi)) - x
	}
	average := mean + deviation*deviation/2
	return density(before) + density(behind) - density(before+behind) + average
}

// learnLengths reads the first paragraphs of the text.
func (d *Document) learnLengths() {
	d.sizes = lengths{}
	cells, whole := int32(0), false // of the paragraph; whether it was seen to begin
	for i := range min(len(d.lines), learned) {
		l := &d.lines[i]
		if l.role != body {
			cells, whole = 0, false
			continue
		}
		cells += l.cells
		if d.surelyEnds(i) {
			if whole {
				d.sizes.add(cells)
			}
			cells, whole = 0, true
		}
	}
}

// ahead returns the cells from line i to the end of the first paragraph after it
// that surely ends.
func (d *Document) ahead(i int) int32 {
	cells := int32(0)
	for k := i; k < len(d.lines) && d.lines[k].role == body && k < i+200; k++ {
		cells += d.lines[k].cells
		if d.surelyEnds(k) {
			break
		}
	}
	return cells
}

// surelyEnds reports whether line i ends its paragraph: it ends a sentence and is too
// short for anything else, or a heading or a blank line stands after it.
func (d *Document) surelyEnds(i int) bool {
	l, next := &d.lines[i], d.next(i)
	return next == nil || next.role != body || next.after || d.heads(l) || d.heads(next) || l.ends && d.room(l, next) >= tooShort
}
