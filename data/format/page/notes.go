package page

import (
	"slices"
	"strings"

	"juan/model"
)

// Notes are the footnotes of a page or a book: a mark leads to the text by
// its address. They are numbered from 1 in the order in which they are met.
type Notes struct {
	numbers map[string]int // by the address of their text
	last    int
	Body    []model.Block
}

// A noteKind is the role of a tag in a footnote.
type noteKind uint8

const (
	noNote noteKind = iota
	noteMark
	noteText
	noteBack // the way back from the text to its mark
)

// kind recognises notes by the EPUB structural semantics vocabulary, its DPUB-ARIA twin
// and the classes that Chinese books use.
func (n *Notes) kind(t tag) noteKind {
	if t.attrs == nil {
		return noNote
	}
	for word := range strings.FieldsSeq(t.attrs["epub:type"] + " " + t.attrs["role"] + " " + t.attrs["class"]) {
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
func (n *Notes) number(doc, href string) int { return n.numberAt(addressOf(doc, href)) }

// numberAt returns the number of the note whose text is at an address.
func (n *Notes) numberAt(address string) int {
	if n.numbers == nil {
		n.numbers = map[string]int{}
	}
	if n.numbers[address] == 0 {
		n.last++
		n.numbers[address] = n.last
	}
	return n.numbers[address]
}

// Sorted returns the texts of the notes in the order of their numbers, however
// far from their marks they stand, each without a mark of its own.
func (n *Notes) Sorted() []model.Block {
	slices.SortStableFunc(n.Body, func(a, b model.Block) int {
		return atoi(a.In()[0].Marker, 0) - atoi(b.In()[0].Marker, 0)
	})
	for i, b := range n.Body {
		if i == 0 || n.Body[i-1].In()[0].ID != b.In()[0].ID {
			n.Body[i] = unmarked(b)
		}
	}
	return n.Body
}

// noteKind returns the role of the current tag in a footnote, by itself or by its
// links.
func (p *Page) noteKind(t tag) noteKind {
	if kind := p.Notes.kind(t); kind != noNote || p.Pairs == nil {
		return kind
	}
	switch {
	case t.name == "a" && p.Pairs.backs[p.Doc][p.at]:
		return noteBack
	case t.name == "a" && p.Pairs.marks[p.Doc][p.at] != "":
		return noteMark
	case isBlock(t.name) && p.Pairs.texts[p.Doc][p.at] != "":
		return noteText
	}
	return noNote
}

// noteNumber returns the number of the note whose text begins.
func (p *Page) noteNumber(t tag) int {
	if p.Pairs != nil && p.Notes.kind(t) == noNote {
		return p.Notes.numberAt(p.Pairs.texts[p.Doc][p.at])
	}
	return p.Notes.number(p.Doc, "#"+t.attrs["id"])
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
func (p *Page) noteOf(said string) {
	number := itoa(p.Notes.numberAt(p.Doc + "#" + itoa(p.Base+p.at) + "!"))
	e := p.top()
	p.line.Add(number, p.at, e.voice|model.NoteRef, number)
	nest := p.within(nil, model.Container{Kind: model.Note, Marker: number})
	text := strings.Join(strings.Fields(said), " ")
	p.Notes.Body = append(p.Notes.Body, model.Paragraph{
		Leaf:  model.Leaf{Nest: nest, Src: p.Base + p.at},
		Prose: model.NewProse(text, []model.Span{{To: len(text), Src: p.Base + p.at}}),
	})
}
