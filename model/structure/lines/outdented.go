package lines

import (
	"unicode"

	"juan/model/char"
	"juan/model/structure/number"
)

// outdented marks short lines at the left edge of a text whose body is set in:
// the heads of man pages, and those between the edge and the body. It mends
// manuals that had no outline: NAME at the edge, over a line set in by seven.
//
// It cannot fire where the body begins at the edge, nor in Chinese whose paragraphs
// open with four blanks or fewer (see outdents), nor on one such line alone.
func (d *Document) outdented() {
	base := d.outdents()
	if base == 0 {
		return
	}
	is := func(i int) bool {
		l := &d.lines[i]
		first := i == 0 && d.isCapitals(l) // a man page without its head
		return (first || i > 0 && (l.after || d.isCapitals(l))) && i+1 < len(d.lines) && l.role == body && l.form == number.NoForm && l.indent < base-2 && l.runes <= 40 &&
			d.lines[i+1].indent >= l.indent+3 && !l.gaps && !l.ends && l.titleLike(d.src, 40)
	}
	count := 0
	for i := range d.lines {
		l := &d.lines[i]
		known := l.role == own && (l.form == number.Named || l.form == number.Series) && i+1 < len(d.lines) && d.lines[i+1].indent >= 3 // in usual words, 描述
		if l.indent == 0 && (known || is(i)) {
			count++
		}
	}
	for i := range d.lines {
		switch {
		case count < 2 || !is(i):
		case d.lines[i].indent == 0:
			d.head(i)
		case base >= 5 && d.lines[i].indent <= 4 && d.lines[i].first >= 'A':
			d.head(i)
			d.lines[i].under = 1
		}
	}
}

// outdents returns the indent of the body of a text in which it is set in and
// few lines stand at the edge; 0 for other texts.
func (d *Document) outdents() int16 {
	base := int16(d.commonIndent(3)) // of a short page as many lines are heads
	if base <= 4 && !d.latin {       // four blanks open paragraphs of Chinese
		return 0
	}
	in, flush := 0, 0
	for i := range d.lines {
		switch l := &d.lines[i]; {
		case l.role != body && l.role != verbatim:
		case l.indent >= 3:
			in++
		case l.role == body && !d.isCapitals(l) && !(l.after && l.runes <= 12 && !l.ends && i+1 < len(d.lines) && d.lines[i+1].indent >= base): // 名称 over its text
			flush++
		}
	}
	if in < 5 || flush*2 > in {
		return 0
	}
	return base
}

// capitals marks lines of English capitals that stand between blank lines with
// text under them, where there are two or more. It mends English texts whose
// headings have nothing but capitals to show them: THE FERRY over a paragraph.
// It cannot fire in Chinese, nor on capitals inside a body that is set in.
func (d *Document) capitals() {
	if !d.latin {
		return
	}
	var found, bare []int
	base := d.outdents()
	for i := range d.lines {
		l := &d.lines[i]
		if base > 0 && l.indent >= base { // a name in the body
			continue
		}
		if i > 0 && d.capitalsOver(i) {
			bare = append(bare, i)
		}
		if l.role == body && l.form == number.NoForm && l.runes >= 4 && l.runes <= 60 && (l.after || i == 0) && i+1 < len(d.lines) && (d.lines[i+1].after || d.lines[i+1].indent > l.indent) && d.isCapitals(l) {
			found = append(found, i)
		}
	}
	if len(found) < 2 && len(bare) >= 3 { // no blank line shows them
		found = bare
	}
	for k, i := range found {
		if len(found) >= 2 && (k+1 == len(found) || found[k+1] > i+1) {
			d.head(i)
		}
	}
}

// capitalsOver reports whether line i is in capitals, with a sentence or a blank line
// before it and a longer sentence after it: USAGE. It cannot fire on NO BOATS AFTER DARK., which ends as
// a sentence does.
func (d *Document) capitalsOver(i int) bool {
	l := &d.lines[i]
	if l.role != body || l.form != number.NoForm || l.runes < 4 || l.runes > 40 || i+1 == len(d.lines) || l.ends || !d.isCapitals(l) {
		return false
	}
	before, next := &d.lines[i-1], &d.lines[i+1]
	if l.after { // a list or a few words may stand under it
		return !next.after && (next.ends && next.runes > l.runes || listMark(d.text(next)))
	}
	return (before.ends || before.role == own) && next.role == body && next.runes >= 30 && next.runes > l.runes && next.ends
}

// isCapitals reports whether l has four capitals or more, no small letters, and
// little else.
func (d *Document) isCapitals(l *line) bool {
	if (l.cells-l.runes)*2 > l.runes { // half of it is Han
		return false
	}
	letters, s := 0, d.text(l)
	for _, r := range s {
		switch {
		case char.IsHan(r):
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			letters++
		}
	}
	return letters >= 4 && letters*2 >= len(s)
}
