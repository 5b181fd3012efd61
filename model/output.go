package model

import "iter"

// An Output is one line of what a program wrote for a terminal, or of another text that
// is made of lines: a diff, a log, a page of the manual. It is kept as it is, blanks
// included; its styles are kept beside it, so the text that is searched, selected and
// copied has no control sequences in it.
type Output struct {
	Leaf
	Line  string // without its line break
	Looks []Look // in order; nil where all of the line is plain
	Head  Head
}

// Styles yields the stretches of the line that have one style, plain ones too, in order
// and without gaps: where each ends, in bytes of the line, and its style.
func (o Output) Styles() iter.Seq2[int, Style] {
	return func(yield func(int, Style) bool) {
		at := 0
		put := func(to int, s Style) bool {
			if to <= at {
				return true
			}
			at = to
			return yield(to, s)
		}
		for _, l := range o.Looks {
			if !put(int(l.From), Style{}) || !put(int(l.To), l.Style) {
				return
			}
		}
		put(len(o.Line), Style{})
	}
}

// A Look is a stretch of a line in one style.
type Look struct {
	From, To int32 // bytes of the line
	Style    Style
}

// A Style is how a program meant a stretch of text to look (ECMA-48, SGR). It is
// comparable; the zero Style is plain.
type Style struct {
	Fore, Back Color
	Attr       Attribute
}

// An Attribute is what a style has but colours; several may hold.
type Attribute uint8

// The attributes.
const (
	Bold Attribute = 1 << iota
	Faint
	Italic
	Underlined
	Blinking
	Reversed
	Struck
)

// A Color is a colour of a program's own: the terminal's own for the zero Color,
// one of its palette, or red, green and blue.
type Color uint32

const (
	inPalette = 1 << 24
	inRGB     = 2 << 24
)

// Palette returns color i of the terminal's palette; the first sixteen are those
// that the reader has chosen for it.
func Palette(i uint8) Color { return inPalette | Color(i) }

// RGB returns a colour by its parts.
func RGB(r, g, b uint8) Color { return inRGB | Color(r)<<16 | Color(g)<<8 | Color(b) }

// Palette returns which colour of the palette c is, and whether it is one.
func (c Color) Palette() (i uint8, ok bool) { return uint8(c), c&^0xff == inPalette }

// RGB returns the components of c, and whether c is an RGB colour.
func (c Color) RGB() (r, g, b uint8, ok bool) {
	return uint8(c >> 16), uint8(c >> 8), uint8(c), c&^0xffffff == inRGB
}

// A Head makes a line open a section. The zero Head makes none.
type Head struct {
	From, To int32 // bytes of the line that name the section: ui/app.go of “diff --git a/ui/app.go b/ui/app.go”
	Level    uint8 // 1 is the highest
	Hunk     bool  // a part of a section that one rather passes over: what goes by heading goes on
}

// Text returns the line.
func (o Output) Text() string { return o.Line }

// Offset returns the byte of the source that byte i of the line stands for, where
// the source is counted without control sequences.
func (o Output) Offset(i int) int { return o.Src + i }

// Written reports whether the article is made of lines as a program wrote them,
// which are read as they are: it has no title of its own and no paragraphs.
func (a *Article) Written() bool {
	_, ok := a.Body[0].(Output)
	return ok
}
