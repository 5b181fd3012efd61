package lines

import (
	"juan/model/char"
	"juan/model/structure/sentence"
)

// doubt appends the features that distinguish a paragraph that ends at a full line from
// a sentence that does, in a text that shows paragraphs neither by indents nor by blank
// lines: how its other paragraphs begin, their lengths, how full its lines are, who
// speaks. 他没有作声。 fills its line, and “走吧。” on the next begins a paragraph.
func (d *Document) doubt(v []joinFeature, i, j int) []joinFeature {
	a, b := &d.lines[i], &d.lines[j]
	v = append(v, opensSure+gradeOdds(d.open.odds(a.last, b.first, d.sizeOf(j, 0))), twoSure+gradeOdds(d.sizes.odds(d.sofar, d.ahead(j))), roomGrade(d.fill.odds(d.left(a, b))))
	v = d.speech(v, a, b)
	if d.latin {
		return v
	}
	switch lines := (d.sofar + d.usual - 1) / d.usual; {
	case lines <= 1:
		v = append(v, firstLine)
	case lines == 2:
		v = append(v, secondLine)
	case lines > 8:
		v = append(v, farDown)
	}
	v = append(v, clauseGrade(d.text(b)))
	if ties(d.text(b)) {
		return append(v, connects)
	}
	if sentence.OpensParagraph(d.text(b)) {
		return append(v, opensAsOne)
	}
	return v
}

// speech appends the features of direct speech around a and b. Speech after speech is
// by another speaker; after a colon the speaker's name often follows it.
func (d *Document) speech(v []joinFeature, a, b *line) []joinFeature {
	colon := isColon(a.mark)
	if opensTalk(b.first) {
		v = append(v, talkOpens)
		switch {
		case colon:
			v = append(v, saysTalk)
		case char.Closes(a.last):
			v = append(v, replies)
		}
	}
	switch closes := a.last == '”' || a.last == '」'; {
	case d.talk && closes:
		v = append(v, saidAll)
	case d.talk:
		v = append(v, saidOn)
	case closes:
		v = append(v, toldSaid)
	}
	switch {
	case colon:
		v = append(v, colonThere)
	case a.mark == '；', a.mark == ';':
		v = append(v, semicolonThere)
	}
	return v
}

// gradeOdds grades the logarithm of the odds that a paragraph begins, the surest 0.
func gradeOdds(log float64) joinFeature {
	switch {
	case log > 1.8:
		return 0
	case log > .8:
		return 1
	case log > 0:
		return 2
	case log > -.8:
		return 3
	case log > -1.8:
		return 4
	}
	return 5
}

// roomGrade grades the logarithm of the odds that the room left over gives a line to
// end its paragraph.
func roomGrade(log float64) joinFeature {
	switch {
	case log > 2:
		return roomTelling
	case log > 1:
		return roomRather
	case log > 0:
		return roomUsual
	}
	return roomNone
}

// clauseGrade grades the clause that s begins with: paragraphs of a story open with
// longer ones than sentences inside them do.
func clauseGrade(s string) joinFeature {
	n := 0
	for _, r := range s {
		if char.Continues(r) || n > 15 {
			break
		}
		n++
	}
	switch {
	case n <= 5:
		return clause5
	case n <= 10:
		return clause10
	case n <= 15:
		return clause15
	}
	return clauseLong
}

// ties reports whether s begins with a word that ties it to what was said before.
func ties(s string) bool {
	return char.HasAnyPrefix(s, "但", "而", "并", "也", "还", "又", "则", "就", "却", "因此", "所以", "然而", "于是", "同时", "其中", "此外", "这", "那", "其", "如果", "可", "因为", "只", "另外", "即", "此")
}
