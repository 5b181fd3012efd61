// Package typeset sets the blocks of an article in lines. It says where each
// line breaks, what stands on it and what for (role.Role, model.Voice); it
// knows no colours, no files and no program around it.
//
// # How it is used
//
// A [Doc] is an article under [Settings]. Derive it anew in every frame:
//
//	doc = doc.For(article, settings) // doc itself while nothing has changed; doc may be nil
//	for _, line := range doc.Lines(reading.Pos(), height) {
//		for _, run := range line.Runs { … } // paint run.Text as run.Role and run.Voice
//	}
//
// Printing walks all blocks, Block(0), Block(1) …, with Settings.Fold. Blank lines between blocks are lines like any other, nothing is
// to be added.
//
// # Places
//
// Every line of a Doc has a place of its own, [Line.Pos], and places rise from
// line to line, so that a reader can stop at each (but on paper, where Fold is
// set, a text too short may leave some the same). The place of a line of text
// is where its text begins; a blank line between two blocks is the end of the
// upper one. Lines over the first text of a block (the title over the article,
// a blank line after a rule) take the places of the block's first bytes: so
// Pos{0, 0} shows the title.
//
// # Runs and the text
//
// A run with From >= 0 shows the bytes From to To of the block's text. Where
// To-From is len(Text) the text is shown as it is and any part of it may be
// lit; where it is not, the run stands for those bytes as a whole (a mark
// repaired, a control character made visible, a tab). [Run.Split] does both.
// A run with From < 0 is ours: indents, markers, rules.
//
// No run holds a control character, and none is cut inside a grapheme cluster.
// A line is never wider than Settings.Width, except for a single cluster that is,
// and for lines with Wide set: those are long lines of code on screen, shown
// through [Line.Window].
package typeset

import (
	"juan/model"
	"juan/ui/cell"
	"juan/ui/role"
	"juan/ui/script"
)

// Settings say how to set. They are a comparable value: two layouts of one
// article under equal settings are interchangeable.
type Settings struct {
	Width  int         // cells of the page; prose is set in an even number of them
	Policy cell.Policy // how wide the terminal draws

	Spaced bool // a blank line between paragraphs instead of an indent
	Hang   bool // ，。、 may stand in a margin of two cells
	Strict bool // no —— and …… at the start of a line
	Gap    bool // a gap between Han and Latin

	Repair  Repair // ASCII punctuation between Han shown in full width
	Replace bool   // ambiguous characters shown as unambiguous look-alikes
	Compose bool   // letters of Hangul shown as syllables, which few terminals make of them
	Fold    bool   // long code is folded, as paper needs it; else its lines are Wide

	Script *script.Converter // Chinese is shown in this script, nil as it is written

	Later bool // code that takes long to colour stands without its colours until [Doc.Colour]

	Skim *Skim // what is left out of paragraphs, nil for nothing

	Titled  bool    // Block(0) opens with the title, the byline and a rule
	Byline  string  // day, source and size, see Byline
	Figures Figures // pictures that stand in the text, nil for none
	Image   string  // the word for an image, 图 when empty
}

// Figures are pictures as they stand in the text. They are comparable; other
// pictures, or the same in another size, are other Figures.
type Figures interface {
	// Figure returns the cells that a picture takes in at most w × h, 0 where it
	// is not shown.
	Figure(target string, w, h int) (columns, rows int)
}

// A Repair says whether punctuation is repaired.
type Repair uint8

// The states of repair.
const (
	Auto Repair = iota // where a text was plainly normalised
	Off
	On
)

// A Line is one line of a block.
type Line struct {
	Block    int // index into Article.Body
	At       int // the byte of the block's text that names the line
	From, To int // bytes of the block's text it shows; equal where it shows none
	Width    int // cells of all runs
	Wide     bool
	Runs     []Run

	fixed int // runs at the start that stay when a wide line is moved
}

// Pos returns the place of the line.
func (l Line) Pos() model.Pos { return model.Pos{Block: l.Block, Byte: l.At} }

// A Figure is a row of a picture: Row counts from 1, in a picture that was asked
// for in W × H cells.
type Figure struct{ Row, W, H int }

// A Run is a stretch of a line in one role and voice.
type Run struct {
	Text     string
	From, To int // bytes of the block's text it stands for; From is -1 where there are none
	Role     role.Role
	Voice    model.Voice
	Target   string      // of a link, a footnote's mark or a picture
	Style    model.Style // of a program's own
	Figure   Figure      // the row of a picture that stands in the place of Text, the zero Figure for none
}
