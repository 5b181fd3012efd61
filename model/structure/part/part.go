// Package part holds what both readers of text without mark-up yield: its
// parts, one after the other.
package part

// Kind says what a Part is.
type Kind uint8

// The kinds of parts.
const (
	Paragraph Kind = iota // running text; a '\n' inside is a soft break
	Heading               // a heading by itself
	Title                 // a line before a report: title, date, place, speaker, 各位代表：
	Verse                 // a short line kept as a line: verse, a line of a table of contents
	Verbatim              // lines that stand as they are, the blanks before the first included: code, a drawing
	Table                 // such lines that blanks or bars part into the cells of a table
	Item                  // an item of a list; Number is its marker
	Rule                  // a line of dashes
	Furniture             // the head or the foot of a page
	Continued             // goes on with the paragraph that furniture cut in two
)

// LeadKind says what opens a paragraph.
type LeadKind uint8

// The kinds of leads.
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
// space in its place where neither side of it is written without spaces.
type Part struct {
	From, To int // bytes of the text, trimmed of white space (Verbatim and Table: at their end only)
	Kind     Kind
	LeadKind LeadKind // what Lead is, in a Paragraph
	Certain  bool     // whether the heading ends where Lead says; else Lead is the best guess, or the first clause
	Level    int      // depth of the heading, or of the heading that Lead is; 1 is the highest, 0 no heading
	Number   int      // bytes of the number that opens the part, "（一）" or "第三条"; 0 none
	Lead     int      // bytes of heading text at From, number included, final full stop excluded; 0 none
}

// Heads reports whether p carries a heading, by itself or at its start.
func (p Part) Heads() bool { return p.Kind == Heading || p.LeadKind != NoLead }
