package model

import (
	"sort"
	"strings"
)

// An Outline is the sections of an article in reading order.
type Outline []Section

// A Section is one heading and the stretch of text it opens.
type Section struct {
	Level   int
	Number  string // 一、 （一） 第三章, "" where it has none
	Title   string // what follows the number, a blank between them with it
	Start   Pos
	End     Pos // where the next section of its level or a higher one starts
	Kind    Kind
	Certain bool // false: where the heading ends is uncertain
	Chars   int  // 字数 from Start to End
}

// A Kind says how a heading stands in the text.
type Kind uint8

// The kinds of headings.
const (
	OwnLine Kind = iota // a line of its own
	RunIn               // a sentence that leads its paragraph
	Hunk                // a line that parts what stands under another heading: @@ of a diff
)

// Text returns the heading as it stands in the text, number included and a
// final full stop left out.
func (s Section) Text() string { return s.Number + s.Title }

// At returns the index of the section p lies in, or -1 before the first.
func (o Outline) At(p Pos) int {
	return sort.Search(len(o), func(i int) bool { return p.Before(o[i].Start) }) - 1
}

// Parent returns the index of the section that holds section i, or -1.
func (o Outline) Parent(i int) int {
	for j := i - 1; j >= 0; j-- {
		if o[j].Level < o[i].Level {
			return j
		}
	}
	return -1
}

// Next returns the index of the first section after i that is not inside it,
// or len(o).
func (o Outline) Next(i int) int {
	j := i + 1
	for j < len(o) && o[j].Level > o[i].Level {
		j++
	}
	return j
}

func newOutline(body []Block, chars []int32) Outline {
	n := 0
	for _, b := range body {
		if _, ok := section(b); ok {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	o := make(Outline, 0, n)
	for i, b := range body {
		if s, ok := section(b); ok {
			s.Start = Pos{Block: i}
			o = append(o, s)
		}
	}
	end := Pos{len(body) - 1, Places(body[len(body)-1])}
	for i := range o {
		o[i].End, o[i].Chars = end, int(chars[len(body)]-chars[o[i].Start.Block])
		if next := o.Next(i); next < len(o) {
			o[i].End = o[next].Start
			o[i].Chars = int(chars[o[next].Start.Block] - chars[o[i].Start.Block])
		}
	}
	return o
}

// section returns the section that b opens. Headings inside quotes and items
// belong to what is quoted, not to the article.
func section(b Block) (Section, bool) {
	if len(b.In()) > 0 {
		return Section{}, false
	}
	switch b := b.(type) {
	case Heading:
		return newSection(b.text, b.Number, b.Level, OwnLine, true), b.text != ""
	case Paragraph:
		l := b.Lead
		return newSection(b.text[:l.End], l.Number, l.Level, l.Kind, l.Certain), l.End > 0
	case Output:
		h, kind := b.Head, OwnLine
		if h.Hunk {
			kind = Hunk
		}
		return newSection(b.Line[h.From:h.To], 0, int(h.Level), kind, true), h.Level > 0
	}
	return Section{}, false
}

func newSection(text string, number, level int, k Kind, certain bool) Section {
	text = strings.TrimSpace(text)
	number = min(number, len(text))
	title := strings.TrimSuffix(text[number:], "。")
	return Section{Level: level, Number: text[:number], Title: title, Kind: k, Certain: certain}
}
