package model

import "strings"

// A Block is one of [Heading], [Paragraph], [Verse], [Code], [Table], [Rule] and
// [Output]. A body is a flat run of them: a block knows the containers it lies
// in, so that nothing that walks a text has to recurse.
type Block interface {
	block()
	// Text returns the block's plain text, the thing [Pos].Byte counts in.
	Text() string
	// Offset returns the byte of the UTF-8 source that byte i of Text stands for.
	Offset(i int) int
	// In returns the containers around the block, outermost first.
	In() []Container
}

// A Leaf is what every block has: the containers it lies in and the byte of
// the UTF-8 source where it begins.
type Leaf struct {
	Nest []Container
	Src  int
}

func (Leaf) block() {}

// In returns the containers around the block, outermost first.
func (l Leaf) In() []Container { return l.Nest }

// A Container is a list item, a quote or a note around blocks. Two blocks lie
// in the same one when its ID is the same; an item shows its marker at the
// first of them.
type Container struct {
	Kind   ContainerKind
	ID     int    // unique in an article, from 1
	Marker string // Item: "1." as it is to be shown, "" for a bullet; Note: its label
	Task   Task   // Item
	Tight  bool   // Item: no blank line between it and its neighbours
}

// A ContainerKind says what a container is.
type ContainerKind uint8

// The containers.
const (
	Quote ContainerKind = iota
	Item
	Note // a footnote's text; notes stand after the rest of the body
)

// A Task is the box of a task list item.
type Task uint8

// The states of a task.
const (
	NoTask Task = iota
	Open
	Done
)

// A Heading opens a section.
type Heading struct {
	Leaf
	Prose
	Level  int // 1 is the highest
	Number int // bytes of the section number at the start of Text: 一、 （一） 第三章
}

// A Paragraph is running text. A "\n" in it is a hard break.
type Paragraph struct {
	Leaf
	Prose
	Lead Lead
	Hang int // bytes of the marker at its start, 1. or ·, that its lines hang behind; 0 is none
}

// A Lead is a heading that shares its paragraph with the text: a run-in
// heading, or one whose end is uncertain, known by number and first clause.
// The zero Lead is none.
type Lead struct {
	End     int // bytes of Text it takes, a final full stop left out; 0 is none
	Number  int // bytes of the number at its start
	Level   int
	Kind    Kind
	Certain bool
}

// Verse is text whose lines, parted by "\n", are kept.
type Verse struct {
	Leaf
	Prose
}

// Code is kept line by line and never wrapped as prose.
type Code struct {
	Leaf
	Language string // as the source names it, "" where it does not
	Source   string // without the final line break
}

// A Table is rows of cells, the first row its head where Head is set. Its
// text is the cells with tabs between and the rows with line breaks.
type Table struct {
	Leaf
	Head  bool
	Align []Align // one a column
	Rows  [][]Prose
}

// An Align says where the text of a column stands.
type Align uint8

// The alignments.
const (
	Natural Align = iota // left, and figures at the decimal point
	Left
	Center
	Right
)

// A Rule parts two stretches of text.
type Rule struct{ Leaf }

// Offset returns the byte of the source that byte i of the text stands for.
func (h Heading) Offset(i int) int { return h.offset(h.Src, i) }

// Offset returns the byte of the source that byte i of the text stands for.
func (p Paragraph) Offset(i int) int { return p.offset(p.Src, i) }

// Offset returns the byte of the source that byte i of the text stands for.
func (v Verse) Offset(i int) int { return v.offset(v.Src, i) }

// Offset returns the byte of the source that byte i of the text stands for.
func (c Code) Offset(i int) int { return c.Src + i }

// Text returns the code.
func (c Code) Text() string { return c.Source }

// Offset returns the byte of the source where the cell that holds byte i of
// the text begins.
func (t Table) Offset(i int) int {
	at := 0
	for _, row := range t.Rows {
		for _, c := range row {
			if i <= at+len(c.text) {
				return c.offset(t.Src, i-at)
			}
			at += len(c.text) + 1
		}
	}
	return t.Src
}

// Text returns the cells, tabs between them and line breaks between rows.
func (t Table) Text() string {
	var b strings.Builder
	for i, row := range t.Rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		for j, c := range row {
			if j > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(c.text)
		}
	}
	return b.String()
}

// Text returns "".
func (Rule) Text() string { return "" }

// Offset returns where the rule stands.
func (r Rule) Offset(int) int { return r.Src }
