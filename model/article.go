// Package model holds what there is to read and where the reader is: articles
// and their outlines, a corpus of them, the one place in it the reader has
// reached, and how a query finds words. It knows no files, no cells and no
// colours.
package model

import "unicode/utf8"

// An Article is an entry and its text. It is immutable once built.
type Article struct {
	*Entry
	Body    []Block // never empty
	Outline Outline
	Origin  *Origin // nil where nobody has asked for it

	chars    []int32 // chars[i] is the count before block i; one more than Body
	size     int     // bytes of the text of all blocks
	end      Pos     // the last place
	pictured bool    // a block is a picture
	pieces   pieces
}

// NewArticle builds an article of a flat body: it counts its characters and
// derives its outline. Chars, Sections and Print of e are set here. An empty body
// becomes one empty paragraph, so that an article always has a place in it.
func NewArticle(e Entry, body []Block) *Article {
	if len(body) == 0 {
		body = []Block{Paragraph{}}
	}
	a := &Article{Body: body, chars: make([]int32, len(body)+1)}
	piece, sum := 0, summing{}
	for i, b := range body {
		text := b.Text()
		a.chars[i+1] = a.chars[i] + int32(Chars(text))
		a.size += len(text)
		sum.add(text)
		a.pieces.cut(i, len(text), &piece)
		_, picture := PictureOf(b)
		a.pictured = a.pictured || picture
	}
	a.end = Pos{len(body) - 1, Places(body[len(body)-1])}
	a.pieces.starts = append(a.pieces.starts, len(body))
	a.Outline = newOutline(body, a.chars)
	e.Chars, e.Sections = int(a.chars[len(body)]), len(a.Outline)
	if e.names, e.Print = "", 0; !e.Partial {
		e.Print = uint64(sum.sum)<<32 | uint64(uint32(a.size))
	}
	a.Entry = e.Sealed()
	return a
}

// As returns the article with another entry: the one that stands for the same
// version of it in a corpus.
func (a *Article) As(e *Entry) *Article {
	if a.Entry == e {
		return a
	}
	return &Article{Entry: e, Body: a.Body, Outline: a.Outline, Origin: a.Origin, chars: a.chars, size: a.size, end: a.end, pictured: a.pictured, pieces: pieces{starts: a.pieces.starts}}
}

// Bytes returns the bytes of the text of all blocks.
func (a *Article) Bytes() int { return a.size }

// CharsBefore returns the 字数 of the text before p.
func (a *Article) CharsBefore(p Pos) int {
	p = a.Clamp(p)
	return int(a.chars[p.Block]) + charsIn(a.Body[p.Block], 0, p.Byte)
}

// CharsBetween returns the 字数 of the text from one place to another, less than 0
// where that comes before.
func (a *Article) CharsBetween(from, to Pos) int {
	from, to = a.Clamp(from), a.Clamp(to)
	switch {
	case to.Before(from):
		return -a.CharsBetween(to, from)
	case from.Block != to.Block:
		return a.CharsBefore(to) - a.CharsBefore(from)
	}
	return charsIn(a.Body[from.Block], from.Byte, to.Byte)
}

// Share returns how much of the text lies before p, from 0 to 1, as exactly as is
// possible without counting characters.
func (a *Article) Share(p Pos) float64 {
	p = a.Clamp(p)
	if p == a.End() {
		return 1
	}
	n := float64(a.chars[p.Block])
	if size := size(a.Body[p.Block]); size > 0 {
		n += float64(a.chars[p.Block+1]-a.chars[p.Block]) * float64(min(p.Byte, size)) / float64(size)
	}
	return n / float64(max(1, a.Chars))
}

// Percent returns how much of the text lies before p in percent, rounded down,
// so that 100 means the end.
func (a *Article) Percent(p Pos) int { return int(a.Share(p) * 100) }

// AtPercent returns the first place at which Percent is n or more.
func (a *Article) AtPercent(n int) Pos {
	if n >= 100 {
		return a.End()
	}
	p := a.at(float64(n) / 100)
	text := a.Body[p.Block].Text()
	if size := float64(a.chars[p.Block+1] - a.chars[p.Block]); size > 0 {
		share := (float64(n)/100*float64(a.Chars) - float64(a.chars[p.Block])) / size
		p.Byte = min(max(int(share*float64(len(text))), 0), len(text))
	}
	for p.Byte < len(text) && (!utf8.RuneStart(text[p.Byte]) || a.Percent(p) < n) {
		p.Byte++
	}
	return p
}

// End returns the last place, after the last byte.
func (a *Article) End() Pos { return a.end }

// Pictured reports whether a block of the text is a picture.
func (a *Article) Pictured() bool { return a.pictured }

// Clamp returns the place of the article nearest to p.
func (a *Article) Clamp(p Pos) Pos {
	switch {
	case p.Block < 0:
		return Pos{}
	case p.Block >= len(a.Body):
		return a.End()
	}
	p.Byte = min(max(p.Byte, 0), Places(a.Body[p.Block]))
	return p
}

// Offset returns the byte of the UTF-8 source p stands for.
func (a *Article) Offset(p Pos) int {
	p = a.Clamp(p)
	b := a.Body[p.Block]
	return b.Offset(min(p.Byte, size(b)))
}

// A Pos is a place in an article: a byte of a block's plain text, or beyond it
// where the block has more [Places]. It outlives every layout: scrolling, outline
// and search all speak Pos.
type Pos struct{ Block, Byte int }

// Before reports whether p comes before q.
func (p Pos) Before(q Pos) bool {
	return p.Block < q.Block || p.Block == q.Block && p.Byte < q.Byte
}

// A Place is a Pos in one article of a corpus.
type Place struct {
	Key string
	Pos Pos
}
