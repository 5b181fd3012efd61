package typeset

import (
	"juan/model"
	"juan/ui/linebreak"
	"juan/ui/repair"
)

// The nature of an article is what must be known of all of it to set any part.
type nature struct {
	script linebreak.Script
	top    int  // the level of its highest headings
	deep   bool // there are lower ones

	normalised bool // its punctuation was plainly turned to ASCII
}

// sample is how many bytes of an article are read to detect its nature.
const sample = 64 << 10

func natureOf(a *model.Article) nature {
	n := nature{top: 6}
	n.read(a)
	for _, section := range a.Outline {
		n.top = min(n.top, section.Level)
	}
	for _, section := range a.Outline {
		n.deep = n.deep || section.Level > n.top && section.Kind == model.OwnLine
	}
	return n
}

// indent returns the cells by which the first line of paragraph i is indented: two Han,
// one in Japanese; none in Korean and Latin texts, in list items and notes, and where
// blank lines separate paragraphs.
func (d *Doc) indent(i, cells int) int {
	p, ok := d.article.Body[i].(model.Paragraph)
	if !ok || d.settings.Spaced || cells < least || isPicture(p) {
		return 0
	}
	for _, c := range p.Nest {
		if c.Kind != model.Quote {
			return 0
		}
	}
	switch script := d.manner(i); {
	case script == linebreak.Chinese && cells >= 2*least:
		return 4
	case script == linebreak.Chinese || script == linebreak.Japanese:
		return 2
	}
	return 0
}

// script returns the script of block i.
func (d *Doc) script(i int) linebreak.Script {
	if d.known.block != i {
		d.known = known{i, linebreak.ScriptOf(d.article.Body[i].Text())}
	}
	return d.known.script
}

// manner returns the script by whose rules block i is set: its own, or the article's
// where the block is ideographs in a Japanese article or has no East Asian script.
func (d *Doc) manner(i int) linebreak.Script {
	s := d.script(i)
	if s == linebreak.Korean || s == linebreak.Japanese || s == linebreak.Chinese && d.nature.script != linebreak.Japanese {
		return s
	}
	return d.nature.script
}

// read detects script and punctuation from the beginning of a.
func (n *nature) read(a *model.Article) {
	var bytes [linebreak.Western + 1]int
	var tally repair.Tally
	for i, read := 0, 0; i < len(a.Body) && read < sample; i++ {
		switch a.Body[i].(type) {
		case model.Code, model.Verse, model.Output:
			continue
		}
		text := a.Body[i].Text()
		read += len(text) + 1
		bytes[linebreak.ScriptOf(text)] += len(text)
		tally.Add(text)
	}
	bytes[linebreak.Unknown] = 0
	for s, most := range bytes {
		if most > bytes[n.script] {
			n.script = linebreak.Script(s)
		}
	}
	n.normalised = tally.Normalised()
}
