// Package structure finds the parts of a text that has no mark-up: its
// headings and their nesting, run-in headings, the lines that stand before a
// report, paragraphs and verse. It reads Chinese numbering (一、 （一） 1. 第三章
// 其一 …), weighs it by how well it counts up, and where a scraped page has lost
// its line breaks it decides where each heading ends and where paragraphs began.
//
// It knows nothing of files, encodings, articles or the screen.
package structure

import "strings"

// Kind says what a Part is.
type Kind uint8

const (
	Paragraph Kind = iota // running text; a '\n' inside is a soft break
	Heading               // a heading by itself
	Title                 // a line before a report: what, when, where, who, 各位代表：
	Verse                 // a short line kept as a line: verse, a line of a table of contents
)

// LeadKind says what opens a paragraph.
type LeadKind uint8

const (
	NoLead      LeadKind = iota
	RunIn                // a run-in heading, or the 第…条 of a statute
	HeadingLead          // a numbered heading that stays in its paragraph
)

// A Part is one piece of a text. Parts stand in the order of the text and do
// not overlap; white space between them is all that no part holds.
//
// A hard-wrapped paragraph spans several lines: a '\n' within it is a soft
// break. To join, drop the break and the white space around it, and put one
// space in its place where neither side of it is Han or full-width
// punctuation; Join does that.
type Part struct {
	From, To int // bytes of the text, trimmed of white space
	Kind     Kind
	LeadKind LeadKind // what Lead is, in a Paragraph
	Certain  bool     // whether the heading ends where Lead says; else Lead is the best guess, or the first clause
	Level    int      // depth of the heading, or of the heading that Lead is; 1 is the highest, 0 no heading
	Number   int      // bytes of the number that opens the part, "（一）" or "第三条"; 0 none
	Lead     int      // bytes of heading text at From, number included, final full stop excluded; 0 none
}

// Infer finds the parts of src, which is UTF-8 with '\n' line breaks as they
// stand. It takes time and memory linear in src.
func Infer(src string) []Part {
	d := document{src: src, lines: splitLines(src)}
	if d.flattened() {
		if parts := restore(src); parts != nil {
			return parts
		}
	}
	d.number()
	if d.wrappedReport() {
		return d.unwrapped()
	}
	d.survey()
	return d.parts()
}

// Heads reports whether p carries a heading, by itself or at its start.
func (p Part) Heads() bool { return p.Kind == Heading || p.LeadKind != NoLead }

// Text returns the heading's words as they stand in src, the text that p was
// inferred from, without a final full stop; "" when p has no heading.
func (p Part) Text(src string) string { return src[p.From : p.From+p.Lead] }

// Join returns the paragraph s with its soft breaks closed.
func Join(s string) string {
	if strings.IndexByte(s, '\n') < 0 {
		return s
	}
	var b strings.Builder
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.TrimFunc(line, isSpace)
		if line == "" {
			continue
		}
		if b.Len() > 0 && !isWide(lastRune(b.String())) && !isWide(firstRune(line)) {
			b.WriteByte(' ')
		}
		b.WriteString(line)
	}
	return b.String()
}
