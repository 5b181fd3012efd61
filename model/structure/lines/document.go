// Package lines reads a text whose line breaks are believed: each line is a
// paragraph, a heading, or, where the text was hard-wrapped, a piece of one.
package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
	"juan/model/structure/part"
)

// A Document is a text whose lines are its paragraphs and headings.
type Document struct {
	src     string
	lines   []line
	sieve                       // the lines that are not prose
	setting                     // how it was hard-wrapped
	latin   bool                // hardly any Han
	story   bool                // it narrates, see narrates
	told    bool                // whether story is known
	made    bool                // it has a rule of a Makefile
	image   bool                // it has lines of a Dockerfile, FROM alpine
	heading bool                // the paragraph opened with 第…章 and no sentence, while lines are joined
	sofar   int32               // cells of the paragraph, while lines are joined
	talk    bool                // the paragraph opened with talk, while lines are joined
	quotes  int                 // quotations open in the paragraph, while lines are joined
	counted [number.Forms]int32 // the last number of each form, while lines are joined
}

// Split takes src, which is UTF-8, into its lines.
func Split(src string) *Document {
	d := &Document{src: src}
	d.lines, d.sieve = splitLines(src)
	return d
}

// Flattened reports whether the text may have lost its line breaks: it has few
// lines, one of them as long as the others together, or its lines are far too
// long for paragraphs.
func (d *Document) Flattened() bool {
	longest, all := 0, 0
	for i := range d.lines {
		n := int(d.lines[i].runes)
		longest, all = max(longest, n), all+n
	}
	return longest >= 150 && (longest*2 >= all && (len(d.lines) <= 6 || longest >= 1500) || all/len(d.lines) >= 800)
}

// Parts finds the parts of the text, whose line breaks are believed.
func (d *Document) Parts() []part.Part {
	d.script()
	d.verbatim()
	d.number()
	d.furniture()
	if !d.labels() {
		d.wrapping()
		d.uneven()
	}
	if d.usual > 0 {
		return d.unwrapped()
	}
	d.survey()
	return d.parts()
}

// script finds whether the text is written in Latin letters.
func (d *Document) script() {
	wide, all := 0, 0
	step := len(d.lines)/20000 + 1
	for i := 0; i < len(d.lines); i += step {
		l := &d.lines[i]
		wide, all = wide+int(l.cells-l.runes), all+int(l.runes)
	}
	d.latin = wide*10 < all
}

// survey finds the role of every line; they are numbered.
func (d *Document) survey() {
	d.strayMarks()
	d.brokenQuestions()
	d.brokenTitles()
	d.terms()
	d.titlesBelow()
	d.halvesBelow()
	d.rules()
	d.rowsOfContents()
	d.tableOfContents()
	d.listedTitles()
	d.chapters()
	d.articles()
	d.boxes()
	d.numbered()
	d.unnumbered()
	d.front()
	d.depths()
	d.runIns()
	d.items()
}

// number reads the number of each line that has one.
func (d *Document) number() {
	for _, i := range d.others {
		l := &d.lines[i]
		if l.role != body {
			continue
		}
		s := d.text(l)
		if number.None(s, l.first, l.last) {
			continue
		}
		c := number.Line(s)
		if c.Form == number.NoForm {
			if k := number.Name(s); k > 0 {
				l.n, l.form = int32(k), number.Named
			}
			continue
		}
		l.n, l.form, l.val, l.path, l.weak = int32(c.Bytes), c.Form, int32(c.Value), c.Path, c.Weak
		if c.Form >= number.Bian && c.Form <= number.Chapter && l.runes <= 60 {
			d.inner(l)
		}
	}
	d.countedWords()
	d.measured()
}

// countedWords takes back the numbers with a word of no usual unit, 第二天, where no
// 第一天 came before or no other follows it: a story says 第二天 in a line of its own.
func (d *Document) countedWords() {
	chains := map[string][]int{} // the lines of each word, as long as they count up from one
	for _, i := range d.others {
		l := &d.lines[i]
		if !l.weak || l.form != number.Chapter && l.form != number.Section || l.role != body {
			continue
		}
		word := number.Counted(d.text(l)[:l.n])
		if word == "" {
			continue
		}
		chain := chains[word]
		if n := len(chain); n == 0 && l.val == 1 || n > 0 && l.val > d.lines[chain[n-1]].val && l.val <= d.lines[chain[n-1]].val+3 {
			chains[word] = append(chain, i)
			continue
		}
		l.form, l.n, l.weak = number.NoForm, 0, false
	}
	for _, chain := range chains {
		if len(chain) == 1 {
			l := &d.lines[chain[0]]
			l.form, l.n, l.weak = number.NoForm, 0, false
		}
	}
}

// inner looks for a lower number after a higher one in the same line,
// 第一卷 第三章 风起 or 第一卷 风起 第三章: the line opens the lower part.
func (d *Document) inner(l *line) {
	s := d.text(l)
	for at := int(l.n); at < len(s); {
		i := strings.Index(s[at:], "第")
		if i < 0 {
			return
		}
		at += i
		n, form, val := number.Parse(s[at:])
		parted := at == int(l.n) || char.IsSpace(char.Last(s[:at])) || char.Closes(char.Last(s[:at])) || char.Last(s[:at]) == '·'
		if n > 0 && form > l.form && form <= number.Section && parted {
			if strings.TrimFunc(s[l.n:at], char.IsSpace) == "" {
				l.n = int32(at + n)
			}
			l.form, l.val = form, int32(val)
		}
		at += len("第")
	}
}

// rules marks the lines of dashes. One that follows a short line without a
// blank between underlines it.
func (d *Document) rules() {
	for _, i := range d.others {
		if l := &d.lines[i]; l.role == body && l.form == number.NoForm && isRule(d.text(l)) {
			l.role = rule
		}
	}
}
