package model

import (
	"strings"

	"juan/model/clause"
)

// A Selection is the selected part of the open article: from the stretch that one place
// is in to the stretch that another is in, in either order.
type Selection struct {
	Fixed, Moving Pos
	Grain         Grain
}

// A Grain is how large the stretches are that a selection is made of.
type Grain uint8

// The grains, each larger than the one before.
const (
	Clusters   Grain = iota // characters as one sees them
	Clauses                 // of code a line, of a table a cell
	Sentences               // of code what stands between blank lines, of a table a row
	Paragraphs              // blocks
)

// Selected returns what is selected, and whether anything is.
func (r *Reading) Selected() (Selection, bool) { return r.selection, r.selected }

// Select selects something of the open article, until another one is opened.
func (r *Reading) Select(s Selection) {
	if r.open != nil {
		s.Fixed, s.Moving = r.open.Clamp(s.Fixed), r.open.Clamp(s.Moving)
		r.selection, r.selected = s, true
	}
}

// Unselect selects nothing.
func (r *Reading) Unselect() { r.selection, r.selected = Selection{}, false }

// Bounds returns the places where the selection begins and ends.
func (s Selection) Bounds(a *Article) (from, to Pos) {
	from, to = a.Stretch(s.Fixed, s.Grain)
	first, last := a.Stretch(s.Moving, s.Grain)
	if first.Before(from) {
		from = first
	}
	if to.Before(last) {
		to = last
	}
	return from, to
}

// Edge returns the place at which the selection grows: where the stretch begins
// that moves, or where it ends, if it is the last.
func (s Selection) Edge(a *Article) Pos {
	from, to := a.Stretch(s.Moving, s.Grain)
	if s.Moving.Before(s.Fixed) {
		return from
	}
	return to
}

// Swapped returns the selection with its other end moving.
func (s Selection) Swapped() Selection {
	s.Fixed, s.Moving = s.Moving, s.Fixed
	return s
}

// Stepped returns the selection with its end moved by one stretch, back where way
// is negative. At an end of the text it is what it was.
func (s Selection) Stepped(a *Article, way int) Selection {
	from, to := a.Stretch(s.Moving, s.Grain)
	if way < 0 {
		s.Moving = a.StretchBefore(from, s.Grain)
		return s
	}
	if next, end := a.Stretch(to, s.Grain); to.Before(end) {
		s.Moving = next
	}
	return s
}

// Widened returns the selection in the next larger grain that takes in more, and
// whether there is one.
func (s Selection) Widened(a *Article) (Selection, bool) {
	from, to := s.Bounds(a)
	for s.Grain < Paragraphs {
		s.Grain++
		if i, j := s.Bounds(a); i != from || j != to {
			return s, true
		}
	}
	return s, false
}

// Until returns the selection with its end moved to p: up to p where that is after
// what stays, else from p on.
func (s Selection) Until(a *Article, p Pos) Selection {
	s.Moving = p
	if _, to := a.Stretch(s.Fixed, s.Grain); !p.Before(to) {
		s.Moving = a.StretchBefore(p, s.Grain)
	}
	return s
}

// InClusters returns the same selection, to be moved character by character.
func (s Selection) InClusters(a *Article) Selection {
	from, to := s.Bounds(a)
	last := Selection{Fixed: from, Moving: a.StretchBefore(to, Clusters)}
	if s.Moving.Before(s.Fixed) {
		return last.Swapped()
	}
	return last
}

// Stretch returns the bounds of the stretch that p is in. Where it is in none, in
// white space or in a rule, that is the next one after it, and after the last one
// that.
func (a *Article) Stretch(p Pos, g Grain) (from, to Pos) {
	p = a.Clamp(p)
	for i := p.Block; i < len(a.Body); i, p.Byte = i+1, 0 {
		if j, k := stretch(a.Body[i], p.Byte, g); p.Byte < k {
			return Pos{i, j}, Pos{i, k}
		}
	}
	for i := p.Block; i >= 0; i-- {
		if j, k := stretch(a.Body[i], len(a.Body[i].Text()), g); j < k {
			return Pos{i, j}, Pos{i, k}
		}
	}
	return Pos{}, Pos{}
}

// StretchBefore returns where the stretch begins that ends last before p, or the
// first one of the text.
func (a *Article) StretchBefore(p Pos, g Grain) Pos {
	for i := p.Block; i >= 0; i-- {
		text := a.Body[i].Text()
		if i == p.Block {
			text = text[:min(p.Byte, len(text))]
		}
		if j, k := clause.Trim(text, 0, len(text)); j < k {
			j, _ = stretch(a.Body[i], k-1, g)
			return Pos{i, j}
		}
	}
	from, _ := a.Stretch(Pos{}, g)
	return from
}

// stretch returns the bytes of the stretch of a block that byte i is in, or else of
// the next one, or of the last; 0, 0 where it has none.
func stretch(b Block, i int, g Grain) (from, to int) {
	text := b.Text()
	_, code := b.(Code)
	_, table := b.(Table)
	_, line := b.(Output)
	switch {
	case g == Clusters:
		return clause.At(text, i, clause.Cluster)
	case line:
		return 0, len(text)
	case g == Paragraphs && code:
		return 0, len(text)
	case g == Paragraphs:
		return clause.Trim(text, 0, len(text))
	case code && g == Sentences:
		from, to = piece(text, i, func(s string) int { return strings.Index(s, "\n\n") })
		return lineStart(text, from), to
	case code:
		from, to = piece(text, i, func(s string) int { return strings.IndexByte(s, '\n') })
		return lineStart(text, from), to
	case table && g == Sentences:
		return piece(text, i, func(s string) int { return strings.IndexByte(s, '\n') })
	case table:
		return piece(text, i, func(s string) int { return strings.IndexAny(s, "\t\n") })
	case g == Sentences:
		return clause.At(text, i, clause.Sentence)
	}
	return clause.At(text, i, clause.Clause)
}

// piece returns the bytes of the piece of a text that byte i is in, or of the next
// one that is not blank, or of the last; end finds where a piece ends, -1 for
// nowhere.
func piece(text string, i int, end func(string) int) (from, to int) {
	for at := 0; at < len(text) && i >= to; {
		n := end(text[at:])
		if n < 0 {
			n = len(text) - at
		}
		if j, k := clause.Trim(text, at, at+n); j < k {
			from, to = j, k
		}
		at += n + 1
	}
	return from, to
}

// lineStart returns where the line begins that byte i of code is in: its indent
// belongs to it.
func lineStart(text string, i int) int { return strings.LastIndexByte(text[:i], '\n') + 1 }
