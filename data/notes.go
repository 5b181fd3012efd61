package data

import (
	"slices"
	"strings"

	"juan/model"
)

// Notes are the footnotes of a page or a book: a mark leads to the text by
// its address. They are numbered from 1 in the order in which they are met.
type notes struct {
	numbers map[string]int // by the address of their text
	last    int
	body    []model.Block
}

// A noteKind says what a tag is of a note.
type noteKind uint8

const (
	noNote noteKind = iota
	noteMark
	noteText
	noteBack // the way back from the text to its mark
)

// kind tells notes by the EPUB structural semantics vocabulary, its DPUB-ARIA
// twin and the classes that Chinese books use.
func (n *notes) kind(t tag) noteKind {
	if t.attrs == nil {
		return noNote
	}
	for _, word := range strings.Fields(t.attrs["epub:type"] + " " + t.attrs["role"] + " " + t.attrs["class"]) {
		switch word {
		case "noteref", "doc-noteref", "duokan-footnote":
			if t.name == "a" {
				return noteMark
			}
		case "footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote", "duokan-footnote-item":
			if t.name != "a" && t.attrs["id"] != "" {
				return noteText
			}
		case "backlink", "doc-backlink", "footnote-backref":
			return noteBack
		}
	}
	return noNote
}

// number returns the number of the note whose text is at href, seen from the
// file doc.
func (n *notes) number(doc, href string) int { return n.numberAt(addressOf(doc, href)) }

// numberAt returns the number of the note whose text is at an address.
func (n *notes) numberAt(address string) int {
	if n.numbers == nil {
		n.numbers = map[string]int{}
	}
	if n.numbers[address] == 0 {
		n.last++
		n.numbers[address] = n.last
	}
	return n.numbers[address]
}

// sorted returns the texts of the notes in the order of their numbers, however
// far from their marks they stand.
func (n *notes) sorted() []model.Block {
	slices.SortStableFunc(n.body, func(a, b model.Block) int {
		return atoi(a.In()[0].Marker, 0) - atoi(b.In()[0].Marker, 0)
	})
	return n.body
}

// noteKind says what the tag that is read is of a note, by itself or by its
// links.
func (p *page) noteKind(t tag) noteKind {
	if kind := p.notes.kind(t); kind != noNote || p.pairs == nil {
		return kind
	}
	switch {
	case t.name == "a" && p.pairs.backs[p.doc][p.at]:
		return noteBack
	case t.name == "a" && p.pairs.marks[p.doc][p.at] != "":
		return noteMark
	case isBlock(t.name) && p.pairs.texts[p.doc][p.at] != "":
		return noteText
	}
	return noNote
}

// noteNumber returns the number of the note whose text begins.
func (p *page) noteNumber(t tag) int {
	if p.pairs != nil && p.notes.kind(t) == noNote {
		return p.notes.numberAt(p.pairs.texts[p.doc][p.at])
	}
	return p.notes.number(p.doc, "#"+t.attrs["id"])
}

// attributeNote returns the text of a note that stands in an attribute, as the
// shops for Chinese books have it, "" where there is none.
func attributeNote(t tag) string {
	for _, key := range [...]string{"data-wr-footernote", "zy-footnote", "data-footnote"} {
		if said := strings.TrimSpace(t.attrs[key]); said != "" {
			return said
		}
	}
	if t.name == "img" && strings.Contains(t.attrs["class"], "footnote") {
		if said := strings.TrimSpace(t.attrs["alt"]); len(said) > len("注释") {
			return said
		}
	}
	return ""
}

// noteOf adds a note whose text stands in the tag of its mark.
func (p *page) noteOf(said string) {
	number := itoa(p.notes.numberAt(p.doc + "#" + itoa(p.base+p.at) + "!"))
	e := p.top()
	p.line.Add(number, p.at, e.voice|model.NoteRef, number)
	nest := p.within(nil, model.Container{Kind: model.Note, Marker: number})
	text := strings.Join(strings.Fields(said), " ")
	p.notes.body = append(p.notes.body, model.Paragraph{
		Leaf:  model.Leaf{Nest: nest, Src: p.base + p.at},
		Prose: model.NewProse(text, []model.Span{{To: len(text), Src: p.base + p.at}}),
	})
}
