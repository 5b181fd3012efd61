package model

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/fold"
)

// An Anchor is a place in an article, identified by the words around it: so it can be
// found again in another version of the text, whatever was inserted before it,
// whichever encoding the file has now, and however the article was divided into blocks.
// It holds nothing of a layout.
type Anchor struct {
	Section string  `json:"section,omitempty"` // titles of the headings over it, outermost first, a line each; "" before the first
	Nth     int     `json:"nth,omitempty"`     // how many sections of that path come before this one
	Offset  int     `json:"offset,omitempty"`  // blocks after the first one of the section, or of the article
	Before  string  `json:"before,omitempty"`  // words of the block before the place
	After   string  `json:"after,omitempty"`   // words of the block from the place on
	Prev    string  `json:"prev,omitempty"`    // the last words of the nearest block before that has any
	Next    string  `json:"next,omitempty"`    // the first words of the nearest block after that has any
	Sum     uint32  `json:"sum,omitempty"`     // CRC-32C of the start of the block's folded text
	Byte    int     `json:"byte,omitempty"`    // bytes of the block's text before the place
	Share   float64 `json:"share"`             // of the article's characters before the place, from 0 to 1
}

// How many characters of the text around a place an anchor keeps: in its block, and of
// the blocks next to it.
const (
	aroundPlace  = 24
	besideAnchor = 12
)

// Anchor returns the anchor of a place.
func (a *Article) Anchor(p Pos) Anchor {
	p = a.Clamp(p)
	text := a.Body[p.Block].Text()
	at := charAt(text, p.Byte)
	x := Anchor{
		Before: tail(text[:at], aroundPlace), After: head(text[at:], aroundPlace),
		Prev: a.before(p.Block), Next: a.beyond(p.Block),
		Sum: foldedSum(text), Byte: p.Byte, Share: a.Share(p), Offset: p.Block,
	}
	if i := a.Outline.At(p); i >= 0 {
		x.Section, x.Nth = a.Outline.Path(i)
		x.Offset -= a.Outline[i].Start.Block
	}
	return x
}

// charAt returns the byte with which the character begins that byte i of s belongs
// to; the end of s for what lies after it, as the rows of a picture do.
func charAt(s string, i int) int {
	i = min(max(i, 0), len(s))
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// before returns the last words before a block.
func (a *Article) before(block int) string {
	for i := block - 1; i >= max(0, block-besideAnchor); i-- {
		if text := strings.TrimSpace(a.Body[i].Text()); text != "" {
			return tail(text, besideAnchor)
		}
	}
	return ""
}

// beyond returns the first words after a block.
func (a *Article) beyond(block int) string {
	for i := block + 1; i < min(len(a.Body), block+1+besideAnchor); i++ {
		if text := strings.TrimSpace(a.Body[i].Text()); text != "" {
			return head(text, besideAnchor)
		}
	}
	return ""
}

// head returns the first n characters of s.
func head(s string, n int) string { return s[:char.Cut(s, n)] }

// tail returns the last n characters of s.
func tail(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

// Path returns the titles of the headings over section i, its own the last, and how
// many sections of the same path come before it. Numbers are left out where there is a
// title: they change when sections are inserted before.
func (o Outline) Path(i int) (path string, nth int) {
	path = o.over(i)
	for range o[:i].along(path) {
		nth++
	}
	return path, nth
}

// along yields the sections of a path, in one pass over all of them.
func (o Outline) along(path string) iter.Seq[int] {
	type within struct {
		level int
		same  bool // it and those around it are named as the path has them
	}
	names := strings.Split(path, "\n")
	return func(yield func(int) bool) {
		var around []within // the sections that one is in, outermost first
		for i, s := range o {
			for len(around) > 0 && around[len(around)-1].level >= s.Level {
				around = around[:len(around)-1]
			}
			depth := len(around)
			same := depth < len(names) && (depth == 0 || around[depth-1].same) && s.name() == names[depth]
			if around = append(around, within{s.Level, same}); same && len(around) == len(names) && !yield(i) {
				return
			}
		}
	}
}

// over returns the names of section i and of the sections that it is in, outermost
// first, a line each.
func (o Outline) over(i int) string {
	var names []string
	for ; i >= 0; i = o.Parent(i) {
		names = append(names, o[i].name())
	}
	slices.Reverse(names)
	return strings.Join(names, "\n")
}

// name returns the name that identifies a section.
func (s Section) name() string {
	if title := strings.TrimSpace(s.Title); title != "" {
		return strings.ReplaceAll(title, "\n", " ")
	}
	return strings.TrimSpace(s.Number)
}

// Find returns the section of a path: the one with nth others of the same path before
// it, or else the last of them. Where there is none it returns -1.
func (o Outline) Find(path string, nth int) int {
	found := -1
	for i := range o.along(path) {
		found = i
		if nth--; nth < 0 {
			break
		}
	}
	return found
}

// summed is how many bytes at the start of a block its sum is of: a block may be many
// megabytes, and an anchor is made while a key is answered.
const summed = 64 << 10

// foldedSum returns CRC-32C of the start of a text as it is matched.
func foldedSum(text string) uint32 {
	var s summing
	s.add(fold.New(text[:charAt(text, summed)]).String())
	return s.sum
}
