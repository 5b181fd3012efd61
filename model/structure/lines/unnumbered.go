package lines

import (
	"juan/model/structure/number"
	"juan/model/structure/sentence"
)

// unnumbered marks the headings that no number shows.
func (d *Document) unnumbered() {
	bare := d.bare()
	d.questions()
	d.overTalk(bare)
	d.hashes()
	d.versions()
	d.diary()
	d.scenes()
	d.overArticles()
	d.thirds()
	d.seasons()
	d.ornaments()
	d.serials()
	d.serialEnds()
	d.halves(bare)
	d.latinSerials(bare)
	d.brackets()
	d.bracketed()
	d.usualWords()
	d.recurring(bare)
	d.standing()
	d.latinParts()
	d.underlined()
	d.outdented()
	d.capitals()
	d.plain()
	d.poems()
	d.viewpoints()
}

// bare returns the lines that are no prose and have no number, of which some rules ask.
func (d *Document) bare() []int {
	bare := make([]int, 0, 16)
	for _, i := range d.others {
		if l := &d.lines[i]; l.role == body && l.form == number.NoForm {
			bare = append(bare, i)
		}
	}
	return bare
}

// narrates reports whether the text tells a story. Only what would mark a heading
// asks, for all of a short text is looked through for it.
func (d *Document) narrates() bool {
	if !d.told {
		d.told, d.story = true, sentence.Narrates(d.src)
	}
	return d.story
}

// head makes line i a heading without a number that stands as high as any.
func (d *Document) head(i int) {
	l := &d.lines[i]
	l.role, l.form, l.n = own, number.Named, 0
}

// below makes line i a heading under the numbered ones around it.
func (d *Document) below(i int) {
	l := &d.lines[i]
	l.role, l.form, l.n = own, number.Series, 0
}
