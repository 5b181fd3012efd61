// Package structure finds the parts of a text that has no mark-up: its
// headings and their nesting, run-in headings, the lines that stand before a
// report, paragraphs and verse. It reads Chinese numbering (一、 （一） 1. 第三章
// 其一 …), weighs it by how well it counts up, and where a scraped page has lost
// its line breaks it decides where each heading ends and where paragraphs began.
//
// It knows nothing of files, encodings, articles or the screen.
package structure

import (
	"juan/model/structure/flat"
	"juan/model/structure/lines"
	"juan/model/structure/number"
	"juan/model/structure/part"
)

// The parts of a text; see package part.
type (
	Part     = part.Part
	Kind     = part.Kind
	LeadKind = part.LeadKind
)

// What a Part is.
const (
	Paragraph = part.Paragraph
	Heading   = part.Heading
	Title     = part.Title
	Verse     = part.Verse
	Verbatim  = part.Verbatim
	Table     = part.Table
	Item      = part.Item
	Rule      = part.Rule
	Furniture = part.Furniture
	Continued = part.Continued

	NoLead      = part.NoLead
	RunIn       = part.RunIn
	HeadingLead = part.HeadingLead
)

// Infer finds the parts of src, which is UTF-8 with '\n' line breaks as they
// stand. It takes time and memory linear in src.
func Infer(src string) []Part {
	d := lines.Split(src)
	if d.Flattened() {
		if parts := flat.Restore(src); parts != nil {
			return parts
		}
	}
	return d.Parts()
}

// Number reports how many bytes of s its section number takes, the separator
// behind it (、 . ：) included and white space not; 0 when s has none.
func Number(s string) int {
	n, _, _ := number.Parse(s)
	return n
}

// A Cell is the bytes of one cell of a table.
type Cell = lines.Cell

// Cells returns the rows of a part that is a Table, each cell as bytes of the
// part's text.
func Cells(table string) [][]Cell { return lines.Cells(table) }

// Headed reports whether a border under its first row shows that a part that is
// a Table has a head.
func Headed(table string) bool { return lines.Headed(table) }
