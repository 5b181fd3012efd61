package lines

import (
	"juan/model/char"
	"juan/model/lexis"
	"juan/model/structure/number"
)

// A setting is how a hard-wrapped text was set.
type setting struct {
	usual  int32    // the column, in cells, that its longest lines reach; 0 where the text was not wrapped
	floor  int32    // the column that nearly all lines reach which stop in the middle of a sentence
	opened bool     // paragraphs open with an indent
	parted bool     // blank lines part paragraphs
	ragged bool     // lines at the edge go on with the paragraph, however short the line before is
	fill   filling  // how full its lines are
	sizes  lengths  // how long its paragraphs are, where neither shows them
	open   openings // what paragraphs open with, where neither shows them
}

// narrowest is the narrowest line, in cells, that text is wrapped to.
const narrowest = 24

// widest is the widest line, in cells, that text is wrapped to.
const widest = 240

// wrapping finds whether the text was hard-wrapped, and at what width: then
// many of its lines are about as long as the longest, and most of those stop
// in the middle of a sentence, or they break words in two.
func (d *Document) wrapping() {
	longest, all := d.longest()
	if all < 3 || longest < narrowest || longest > widest {
		return
	}
	full, broken, even, lower := 0, 0, 0, 0
	for i := range d.sampled() {
		if l := &d.lines[i]; l.role == body && d.reach(l)*10 >= longest*9 && !d.isChapterLine(l) {
			full++
			if !l.ends {
				broken++
				if next := d.next(i); next != nil && next.indent == l.indent && next.role == body && startsLower(d.text(next)) {
					lower++
				}
			}
			if d.reach(l) >= longest-3 {
				even++
			}
		}
	}
	if d.latin && d.verseEnds() {
		return
	}
	least := 3
	if len(d.lines) < 8 || d.latin && lower >= 2 {
		least = 2
	}
	sure := even*10 >= full*8 && full*4 >= all // many lines end at the very same column
	d.usual = longest
	d.manner()
	wrapped := full >= least && full*8 >= all && (broken*2 > full || sure && broken*5 > full) && (d.latin || even*2 > full)
	ends := d.lineEnds()
	ragged := !d.latin && ends.breakWords(d.usual)
	if !wrapped && !(d.opened && full >= 8) && !ragged || !d.latin && ends.areTitles() {
		d.setting = setting{}
		return
	}
	if d.floor = d.lowest(); !ragged && !d.latin {
		d.floor = max(d.floor, longest*9/10)
	}
	d.learnFilling()
	if d.fill.even() && !d.latin {
		d.floor = max(d.floor, min(longest*9/10, longest-6))
	}
	if d.unmarked() {
		d.learnLengths()
		d.learn()
	}
}

// isChapterLine reports whether l is a chapter's heading with its title, which stops
// before the end of a sentence in any text: 第一回　…　….
func (d *Document) isChapterLine(l *line) bool {
	if l.form < number.Bian || l.form > number.Section || l.weak || l.ends || !l.titleLike(d.src, 40) {
		return false
	}
	_, parted := l.rest(d.src)
	return parted
}

// verseEnds reports whether nearly all lines of Latin text that stop in the middle
// of a sentence have one with a capital after them. It mends stanzas that were
// joined to a paragraph: The river runs, the river stays, / The boatman counts. It
// cannot fire on prose, most of whose lines go on with a small letter.
func (d *Document) verseEnds() bool {
	capitals, all := 0, 0
	for i := range d.sampled() {
		if !d.stops(i) {
			continue
		}
		all++
		if c := d.text(d.next(i))[0]; c >= 'A' && c <= 'Z' {
			capitals++
		}
	}
	return all >= 3 && capitals*10 >= all*8
}

// sampled yields the lines that stand for all where there are very many.
func (d *Document) sampled() func(yield func(int) bool) {
	step := len(d.lines)/20000 + 1
	return func(yield func(int) bool) {
		for i := 0; i < len(d.lines); i += step {
			if !yield(i) {
				return
			}
		}
	}
}

// longest returns the column that all lines but the longest three in a hundred
// reach at most, and how many lines were counted. Marks that may hang out of the
// measure at the end of a line are not.
func (d *Document) longest() (column int32, all int) {
	var count [widest + 2]int // lines that end at each column, all that go farther in the last
	far := 0                  // lines that do without their marks too
	for i := range d.sampled() {
		if l := &d.lines[i]; l.role == body {
			if all++; d.reach(l) > widest+4 {
				far++
			}
		}
	}
	if all-far <= all*97/100 {
		return widest + 1, all
	}
	for i := range d.sampled() {
		if l := &d.lines[i]; l.role == body {
			count[min(d.bareReach(l), widest+1)]++
		}
	}
	for n := count[0]; n <= all*97/100 && column <= widest; n += count[column] {
		column++
	}
	return column, all
}

// lowest returns the column that all but a tenth of the lines reach which stop
// in the middle of a sentence; most of the tenth are titles.
func (d *Document) lowest() int32 {
	var count [widest + 2]int
	all := 0
	for i := range d.sampled() {
		if d.stops(i) {
			count[min(d.reach(&d.lines[i]), widest+1)]++
			all++
		}
	}
	column := int32(0)
	for n := count[0]; n <= all/10 && column < d.usual; n += count[column] {
		column++
	}
	return max(column, d.usual*6/10)
}

// stops reports whether line i stops in the middle of a sentence with which the
// next line may go on.
func (d *Document) stops(i int) bool {
	a := &d.lines[i]
	if a.role != body || a.runes <= 8 || a.ends {
		return false
	}
	b := d.next(i)
	return b != nil && b.role == body && !b.after
}

// next returns the line after line i, past heads and feet of pages; nil where
// there is none.
func (d *Document) next(i int) *line {
	for k := i + 1; k < len(d.lines); k++ {
		if d.lines[k].role != furniture {
			return &d.lines[k]
		}
	}
	return nil
}

// lineEnds counts how the first lines of a text end.
type lineEnds struct {
	lines int // all of them
	ended int // at the end of a sentence
	stops int // in the middle of one, the long ones
	even  int // of those, the ones that are about as long as the longest
	short int // in the middle of one, the short ones
	split int // stops that break a word in two
}

func (d *Document) lineEnds() lineEnds {
	e := lineEnds{lines: min(len(d.lines), 2000)}
	for i := range d.lines[:e.lines] {
		l := &d.lines[i]
		end := d.reach(l)
		switch {
		case l.role == body && l.ends:
			e.ended++
			continue
		case !d.stops(i):
			continue
		case end*10 < d.usual*6:
			e.short++
			continue
		case end*10 >= d.usual*8:
			e.even++
		}
		e.stops++
		if splitsWord(l, d.next(i)) {
			e.split++
		}
	}
	return e
}

// breakWords reports whether the lines that stop in the middle of a sentence
// are no titles and no verse: they are many, hardly one is short, and one in
// five or more breaks a word in two. Few will do where all are long and half of
// them break words.
//
// It mends scanned books, whose lines are of unequal length: 他听见院 / 子里落雪的声音
// breaks 院子. Titles and verse, one under the other, seem to break one in thirty.
func (e lineEnds) breakWords(usual int32) bool {
	if e.stops < 6 {
		return e.stops >= 2 && e.even == e.stops && e.split*2 >= e.stops && e.short == 0 && usual >= 36
	}
	return e.stops*4 >= e.lines && e.short*5 <= e.stops && e.split*5 >= e.stops
}

// areTitles reports whether the lines are a list of titles of one length: hardly
// one ends a sentence, and hardly one breaks a word.
func (e lineEnds) areTitles() bool {
	return e.ended*10 < e.lines && e.stops >= 2 && e.split*8 < e.stops
}

// splitsWord reports whether the end of a and the start of b make a word.
func splitsWord(a, b *line) bool {
	return char.IsHan(a.last) && char.IsHan(b.first) && lexis.Known(string([]rune{a.last, b.first}))
}

// reach is the column at which l ends.
func (d *Document) reach(l *line) int32 { return l.cells + int32(min(l.indent, 40)) }

// manner finds how the hard-wrapped text sets its paragraphs off: by an indent,
// which then no line has that goes on in the middle of a sentence, or by a
// blank line, which then stands after most lines that are short.
func (d *Document) manner() {
	var ended, broken, short, full, closed struct{ all, opened, blank int }
	count := func(n *struct{ all, opened, blank int }, a, b *line) {
		n.all++
		if b.indent >= a.indent+2 || a.indented() && b.indented() {
			n.opened++
		}
		if b.after {
			n.blank++
		}
	}
	for i := range d.lines[1:] {
		a := &d.lines[i]
		if a.role != body {
			continue
		}
		b := d.next(i)
		if b == nil || b.role != body {
			continue
		}
		if a.ends {
			count(&ended, a, b)
		} else if d.reach(a)*10 >= d.usual*6 { // a shorter line is a title
			count(&broken, a, b)
		}
		if a.ends && d.reach(a)*10 < d.usual*8 {
			count(&closed, a, b)
		}
		if d.reach(a)*10 >= d.usual*9 {
			count(&full, a, b)
		} else {
			count(&short, a, b)
		}
	}
	d.opened = ended.opened >= 2 && ended.opened*10 >= ended.all*3 && broken.opened*10 <= broken.all && broken.all*10 >= len(d.lines) && d.flush()
	d.parted = short.blank >= 2 && short.blank*10 >= short.all*7 && full.blank*10 <= full.all*3 ||
		closed.blank >= 3 && closed.blank*10 >= closed.all*6 && broken.blank*10 <= broken.all
}

// flush reports whether many lines stand at the edge: a text whose lines are
// all set in has no indent that means anything.
func (d *Document) flush() bool {
	n, all := 0, 0
	for i := range d.lines {
		if l := &d.lines[i]; l.role == body {
			if all++; l.indent < 2 {
				n++
			}
		}
	}
	return n*10 >= all*2
}
