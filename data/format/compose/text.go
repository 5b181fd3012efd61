// Package compose puts the text of one block together from pieces of its source, each
// with its place and its voice: line breaks that are not part of the text, HTML tags
// that write something themselves, entities. It knows no format and no blocks.
package compose

import (
	"strings"
	"unicode"

	"juan/model"
	"juan/model/char"
)

// MaxParagraph is how many bytes a paragraph holds at most, so that laying
// one out and counting places in it stays cheap.
const MaxParagraph = 32 << 10

// A Text puts the text of one block together. What stands in the source
// as it is to be read is kept as a piece of it and not copied.
type Text struct {
	Src    string // what its pieces are of
	Base   int    // where Src begins in the source
	Pieces []Piece
	soft   bool // a soft line break is due before the next piece
	Verse  bool // of Markdown: every line of the source is one of the text
	tags   []openTag
	// Spanned says that the prose must carry where it stands itself, as the
	// cell of a table must: the table's leaf knows only the first.
	Spanned bool
	// breaks are the pieces that begin a new paragraph, a "\n" before them:
	// Chinese writers open one with two full-width spaces.
	breaks []int
}

// A Piece is a stretch of text in one voice.
type Piece struct {
	Text   string
	At     int // byte of Src
	Voice  model.Voice
	Target string // an [Address]
}

// Verbatim adds Src[from:to].
func (c *Text) Verbatim(from, to int, v model.Voice, target string) {
	c.Add(c.Src[from:to], from, v, target)
}

// Add adds text that stands for byte at of the source.
func (c *Text) Add(text string, at int, v model.Voice, target string) {
	if text == "" {
		return
	}
	if text, at = c.indented(text, at); text == "" {
		return
	}
	last := len(c.Pieces) - 1
	if c.soft && last >= 0 {
		if before := c.Pieces[last]; spaced(before.Text, text) {
			c.Pieces = append(c.Pieces, Piece{" ", at - 1, before.Voice & v, sameTarget(before.Target, target)})
			last++
		}
	}
	c.soft = false
	if last >= 0 && c.Pieces[last].takes(text, at, v, target, c.Src) {
		p := &c.Pieces[last]
		p.Text = c.Src[p.At : at+len(text)]
		return
	}
	if at+len(text) <= len(c.Src) {
		c.Pieces = append(c.Pieces, Piece{text, at, v, target})
		return
	}
	for i, r := range text { // longer than what it stands for, at the end of the source
		c.Pieces = append(c.Pieces, Piece{string(r), min(at+i, len(c.Src)), v, target})
	}
}

// maxAddress is how many bytes an address has at most: one that a definition
// gives is written with every link to it.
const maxAddress = 4 << 10

// Address returns an address without the control characters that a terminal
// or a shell would obey where the address is copied, "" for one that is too long
// to be one. Every target of a piece has gone through it, once for each address and
// not for each piece.
func Address(target string) string {
	if len(target) > maxAddress {
		return ""
	}
	if strings.IndexFunc(target, isControl) < 0 {
		return target
	}
	return strings.Map(func(r rune) rune {
		if isControl(r) {
			return -1
		}
		return r
	}, target)
}

// isControl reports whether r is a control character, or one that turns the
// direction of text round.
func isControl(r rune) bool {
	return unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f || r == 0x061c
}

// indented begins a new paragraph where text begins a line with a full-width
// space, and returns text without that.
func (c *Text) indented(text string, at int) (string, int) {
	n := len(c.Pieces)
	if n == 0 || !strings.HasPrefix(text, "\u3000") || !c.soft && c.Pieces[n-1].Text != "\n" {
		return text, at
	}
	c.NewParagraph(at)
	rest := strings.TrimLeft(text, "\u3000")
	return rest, at + len(text) - len(rest)
}

// NewParagraph begins a new paragraph at byte at.
func (c *Text) NewParagraph(at int) {
	c.soft = false
	if n := len(c.Pieces); c.Pieces[n-1].Text != "\n" {
		c.Pieces = append(c.Pieces, Piece{"\n", max(0, at-1), 0, ""})
	}
	c.breaks = append(c.breaks, len(c.Pieces))
}

// Paragraphs returns the paragraphs that the text has.
func (c *Text) Paragraphs() []*Text {
	if len(c.breaks) == 0 {
		return []*Text{c}
	}
	var all []*Text
	from := 0
	for _, to := range append(c.breaks, len(c.Pieces)) {
		if to = min(to, len(c.Pieces)); to > from {
			all = append(all, &Text{Src: c.Src, Base: c.Base, Pieces: c.Pieces[from:to:to]})
			from = to
		}
	}
	return all
}

// takes reports whether text goes on where p ends, source and all.
func (p Piece) takes(text string, at int, v model.Voice, target, src string) bool {
	end := p.At + len(p.Text)
	return p.Voice == v && p.Target == target && end == at && at+len(text) <= len(src) &&
		src[p.At:end] == p.Text && src[at:at+len(text)] == text
}

func sameTarget(a, b string) string {
	if a == b {
		return a
	}
	return ""
}

// SoftBreak marks the end of a source line that is not a line break of the text.
func (c *Text) SoftBreak() { c.soft = len(c.Pieces) > 0 }

// Space adds the white space at byte at as one space.
func (c *Text) Space(at int, v model.Voice, target string) {
	if n := len(c.Pieces); n > 0 && !c.soft && !strings.HasSuffix(c.Pieces[n-1].Text, " ") {
		c.Add(" ", at, v, target)
	}
}

// HardBreak adds a line break that is kept.
func (c *Text) HardBreak(at int) {
	if n := len(c.Pieces); n > 0 && c.Pieces[n-1].Text == "\n" { // an empty line
		c.NewParagraph(at)
		return
	}
	c.trimRight()
	if len(c.Pieces) > 0 {
		c.soft = false
		c.Pieces = append(c.Pieces, Piece{"\n", at, 0, ""})
	}
}

// End returns the byte of Src after the last piece.
func (c *Text) End() int {
	if len(c.Pieces) == 0 {
		return 0
	}
	last := c.Pieces[len(c.Pieces)-1]
	return min(last.At+len(last.Text), len(c.Src))
}

func (c *Text) trimRight() {
	for n := len(c.Pieces); n > 0; n-- {
		p := &c.Pieces[n-1]
		if p.Text = strings.TrimRightFunc(p.Text, unicode.IsSpace); p.Text != "" {
			return
		}
		c.Pieces = c.Pieces[:n-1]
	}
}

func (c *Text) trimLeft() {
	for len(c.Pieces) > 0 {
		p := &c.Pieces[0]
		rest := strings.TrimLeftFunc(p.Text, unicode.IsSpace)
		p.At += len(p.Text) - len(rest)
		if p.Text = rest; rest != "" {
			return
		}
		c.Pieces = c.Pieces[1:]
	}
}

// spaced reports whether a line that ends with a and its next, b, are joined
// with a space.
func spaced(a, b string) bool { return char.SpaceBetween(char.Last(a), char.First(b)) }
