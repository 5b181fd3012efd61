package lines

import (
	"math"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/structure/number"
)

// A filling is how full the program that wrapped the text made its lines: how
// often the first piece of the next line would have had room, where nobody can
// doubt that the paragraph goes on, in the middle of a sentence.
//
// It mends paragraphs that end a little before the measure and were joined with the
// next. Where no line that breaks off leaves room for two characters, a line that does
// ended its paragraph: with a measure of 60 cells, 。 in column 54 and 他 on the next
// line, 他 would have had room. It says nothing where the right edge is ragged, for
// there lines that break off leave as much room.
type filling struct {
	measure int32 // cells of a full line, marks that hang out of it not counted
	pulls   bool  // a character comes along with the mark after it, which never begins a line
	count   [rooms]int
	all     int
}

// rooms is how many grades of room left over there are: too little, up to one cell, two
// or three, four or five, six to nine, more.
const rooms = 6

// gradeOf grades the cells that are left behind the first piece of the next line.
func gradeOf(left int32) int {
	switch {
	case left < 0:
		return 0
	case left < 6:
		return 1 + int(left)/2
	case left < 10:
		return 4
	}
	return 5
}

// learnFilling reads how the first lines of the text were filled. Some programs take
// the last character along to the next line with the mark after it, 了 with 了，, so that
// it seems to have had room. Such programs show by this: with the mark included,
// clearly more lines are full.
func (d *Document) learnFilling() {
	d.fill = filling{measure: d.usual, pulls: true}
	pulled := d.countFilling()
	d.fill.pulls = false
	if whole := d.countFilling(); whole.count[0]*100 < pulled.count[0]*97 {
		pulled.pulls = true
		d.fill = pulled
	} else {
		d.fill = whole
	}
}

// even reports whether lines that break off hardly ever leave room for two
// characters.
func (f *filling) even() bool {
	return f.all >= 5 && (f.count[0]+f.count[1]+f.count[2])*100 >= f.all*85
}

// bareReach is the column at which l ends without the marks at its end, two at
// most.
func (d *Document) bareReach(l *line) int32 {
	end := d.reach(l)
	if !mayHang(l.last) || l.runes == 1 {
		return end
	}
	s := d.text(l)
	s = s[:len(s)-utf8.RuneLen(l.last)]
	if r, size := char.DecodeLast(s); mayHang(r) && size < len(s) {
		return max(end-4, 0)
	}
	return max(end-2, 0)
}

// mayHang reports whether r is a mark that takes two cells and may hang out of the
// measure.
func mayHang(r rune) bool { return r >= utf8.RuneSelf && char.Continues(r) }

func (d *Document) countFilling() filling {
	f := filling{measure: d.fill.measure}
	for i := range min(len(d.lines), learned) {
		if !d.stops(i) || d.reach(&d.lines[i])*10 < d.fill.measure*6 {
			continue
		}
		a, b := &d.lines[i], d.next(i)
		if b.form != number.NoForm || b.indent != a.indent {
			continue
		}
		f.count[gradeOf(d.left(a, b))]++
		f.all++
	}
	return f
}

// left returns the cells that the first piece of b would have left in line a,
// less than none where it had no room.
func (d *Document) left(a, b *line) int32 {
	need := d.firstPiece(b)
	if d.fill.pulls {
		need += d.along(b)
	}
	return d.fill.measure - d.reach(a) - need
}

// along returns the cells of the marks after the first character of l, which
// come along with it, and of the character after an opening one.
func (d *Document) along(l *line) int32 {
	n, opens, first := int32(0), false, true
	for _, r := range d.text(l) {
		switch {
		case first:
			first, opens = false, char.Opens(r)
			if r < 0x80 {
				return 0
			}
		case opens:
			n, opens = n+2, char.Opens(r)
		case char.Continues(r):
			n += 2
		default:
			return n
		}
	}
	return n
}

// odds returns the logarithm of how much more often a line that ends its paragraph
// leaves so much room than one that breaks off at the end of a sentence does. Either
// ends in any column of two cells alike; but the program breaks off only where it
// finds the line full, as often as was counted.
func (f *filling) odds(left int32) float64 {
	usual := [rooms]float64{8, 1, .5, .25, .15, .1} // as if ten lines had been seen
	g := gradeOf(left)
	columns := 1.0 // of the grade
	switch g {
	case 4:
		columns = 2
	case 5:
		columns = float64(max(f.measure, 20))/2 - 7
	}
	return math.Log(columns * (float64(f.all) + 10) / (float64(f.count[g]) + usual[g]))
}
