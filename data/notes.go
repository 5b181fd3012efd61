package data

import (
	"path"
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
func (n *notes) number(doc, href string) int {
	file, id, _ := strings.Cut(href, "#")
	if file != "" {
		doc = path.Join(path.Dir(doc), file)
	}
	if n.numbers == nil {
		n.numbers = map[string]int{}
	}
	key := doc + "#" + id
	if n.numbers[key] == 0 {
		n.last++
		n.numbers[key] = n.last
	}
	return n.numbers[key]
}
