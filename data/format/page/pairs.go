package page

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// Notes that no vocabulary marks are known by their links: a mark such as [1]
// or ① leads to a block, and that leads back to the mark or opens with it. So
// do Word, old converters and most Chinese books:
//
//	…诗经<a id="r1" href="#n1">[1]</a>… <p><a id="n1" href="#r1">[1]</a> 注文</p>

// A Document is a text of mark-up among others that its links lead to.
type Document struct{ Name, Text string }

// Links are the places in the texts where marks and texts of notes begin,
// by the byte of their tags.
type Links struct {
	marks map[string]map[int]string // the address of the text, by document and byte
	texts map[string]map[int]string // the same, of the block that is the text
	backs map[string]map[int]bool   // the links back to the mark
}

// A noteLink is a link whose text could be the mark of a note.
type noteLink struct {
	doc     string
	at      int // byte of its tag
	order   int
	block   int      // byte of the tag of the block that it stands in
	ids     []string // addresses of where it stands
	target  string
	text    string
	leading bool // nothing stands before it in its block
	heading bool // it stands in a heading
}

// A noteBlock is a block with an address.
type noteBlock struct {
	doc  string
	at   int
	head string // how its text begins
}

// FindNotes finds the notes of documents that lead to each other.
func FindNotes(docs []Document) *Links {
	s := &linkScan{blocks: map[string]noteBlock{}}
	for _, d := range docs {
		s.scan(d)
	}
	byID := map[string][]*noteLink{}
	for _, l := range s.links {
		for _, id := range l.ids {
			if len(byID[id]) < 4 {
				byID[id] = append(byID[id], l)
			}
		}
	}
	pairs := &Links{map[string]map[int]string{}, map[string]map[int]string{}, map[string]map[int]bool{}}
	for _, l := range s.links {
		if l.heading || pairs.texts[l.doc][l.block] != "" && l.leading {
			continue
		}
		if back := backTo(l, byID[l.target]); back != nil {
			pairs.add(l, back.doc, back.block)
			put(&pairs.backs, back.doc, back.at, true)
		} else if b, ok := s.blocks[l.target]; ok && opensWith(b.head, l.text) && (b.doc != l.doc || b.at != l.block) && !l.leading {
			pairs.add(l, b.doc, b.at)
		}
	}
	return pairs
}

// backTo returns the link after l that leads back to it from the start of a
// block, or as an arrow at its end.
func backTo(l *noteLink, there []*noteLink) *noteLink {
	for _, b := range there {
		if b.order <= l.order || !b.leading && !isArrow(b.text) || b.heading || b.doc == l.doc && b.block == l.block {
			continue
		}
		for _, id := range l.ids {
			if b.target == id {
				return b
			}
		}
	}
	return nil
}

func (p *Links) add(l *noteLink, doc string, block int) {
	put(&p.marks, l.doc, l.at, l.target)
	put(&p.texts, doc, block, l.target)
}

func put[V any](all *map[string]map[int]V, doc string, at int, v V) {
	if (*all)[doc] == nil {
		(*all)[doc] = map[int]V{}
	}
	(*all)[doc][at] = v
}

// isArrow reports whether the text of a link is a sign that leads back: ↩.
func isArrow(s string) bool {
	return strings.TrimSpace(s) != "" && strings.Trim(s, "↩↵⏎↑⇑←^ \ufe0e\ufe0f") == ""
}

// opensWith reports whether a note begins with its mark: [1] 注文 for [1] or 1.
func opensWith(head, mark string) bool {
	bare := func(s string) string { return strings.Trim(s, "[]［］〔〕【】()（）注释：: 　.、") }
	mark = bare(mark)
	rest, ok := strings.CutPrefix(strings.TrimLeft(head, "[［〔【(（注释 　"), mark)
	next, _ := utf8.DecodeRuneInString(rest)
	return mark != "" && ok && !unicode.IsDigit(next)
}

// isNoteMark reports whether the text of a link could be the mark of a note: a
// number, a sign, or nothing but a picture.
func isNoteMark(s string) bool {
	s = strings.TrimSpace(s)
	if utf8.RuneCountInString(s) > 8 {
		return false
	}
	if isArrow(s) {
		return true
	}
	for _, r := range s {
		switch {
		case unicode.IsDigit(r), unicode.IsPunct(r), unicode.IsSymbol(r), unicode.Is(unicode.No, r), strings.ContainsRune("注释校见", r), unicode.IsSpace(r):
		default:
			return false
		}
	}
	return true
}

// A linkScan reads documents for their links.
type linkScan struct {
	links  []*noteLink
	blocks map[string]noteBlock // by address
}

// maxNoteLinks is how many links are looked at.
const maxNoteLinks = 200_000

func (s *linkScan) scan(d Document) {
	z := html.NewTokenizer(strings.NewReader(d.Text))
	z.AllowCDATA(true)
	here := blockScan{scan: s, doc: d}
	for kind := z.Next(); kind != html.ErrorToken && len(s.links) < maxNoteLinks; kind = z.Next() {
		size := len(z.Raw())
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			t := readAttributes(z)
			z.NextIsNotRawText()
			here.start(t, kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := z.TagName()
			here.end(local(string(name)))
		case html.TextToken:
			here.words(d.Text[here.at:min(len(d.Text), here.at+size)])
		}
		here.at += size
	}
	here.endLink()
	here.endBlock()
}

// A blockScan is where the scan of a document is.
type blockScan struct {
	scan    *linkScan
	doc     Document
	at      int
	block   int  // byte of its tag
	item    bool // it is one of a list
	ids     []string
	head    strings.Builder
	heading bool
	inline  string // the address of the element of running text that is open
	link    *noteLink
}

func (b *blockScan) start(t tag, empty bool) {
	id := t.attrs["id"]
	if id == "" && t.name == "a" {
		id = t.attrs["name"]
	}
	address := ""
	if id != "" {
		address = b.doc.Name + "#" + id
	}
	switch {
	case t.name == "a" && strings.Contains(t.attrs["href"], "#"):
		b.endLink()
		b.link = &noteLink{doc: b.doc.Name, at: b.at, order: len(b.scan.links), block: b.block, heading: b.heading,
			target: addressOf(b.doc.Name, t.attrs["href"]), leading: strings.TrimSpace(b.head.String()) == ""}
		b.link.ids = append(append(b.link.ids, b.ids...), b.inline, address)
		if empty {
			b.endLink()
		}
	case t.name == "p" && b.item && strings.TrimSpace(b.head.String()) == "": // the first paragraph of an item
		b.endLink()
	case isBlock(t.name):
		b.endLink()
		b.endBlock()
		b.item = t.name == "li"
		b.block, b.heading = b.at, len(t.name) == 2 && t.name[0] == 'h' && t.name != "hr"
		b.ids = nil
	}
	if address == "" {
		return
	}
	switch {
	case isBlock(t.name):
		b.ids = append(b.ids, address)
	case t.name == "a" && strings.TrimSpace(b.head.String()) == "" && b.link == nil: // <a id="n1"></a> before the text
		b.ids = append(b.ids, address)
	default:
		b.inline = address
	}
}

func (b *blockScan) words(s string) {
	if b.link != nil && len(b.link.text) < 64 {
		b.link.text += s
	}
	if b.head.Len() < 64 {
		b.head.WriteString(s[:min(len(s), 64)])
	}
}

func (b *blockScan) end(name string) {
	switch {
	case name == "a":
		b.endLink()
	case isBlock(name):
		b.endLink()
		b.endBlock()
		b.block, b.ids, b.heading, b.item = b.at, nil, false, false
	case name == "sup" || name == "span":
		b.inline = ""
	}
}

// endLink keeps the link that is open where it could be the mark of a note.
func (b *blockScan) endLink() {
	if b.link != nil && isNoteMark(b.link.text) {
		b.scan.links = append(b.scan.links, b.link)
	}
	b.link = nil
}

func (b *blockScan) endBlock() {
	for _, id := range b.ids {
		if _, known := b.scan.blocks[id]; !known {
			b.scan.blocks[id] = noteBlock{b.doc.Name, b.block, html.UnescapeString(strings.TrimSpace(b.head.String()))}
		}
	}
	b.head.Reset()
	b.inline = ""
}

// addressOf returns where href leads, seen from the file doc.
func addressOf(doc, href string) string {
	file, id, _ := strings.Cut(href, "#")
	if file != "" {
		doc = path.Join(path.Dir(doc), file)
	}
	return doc + "#" + id
}
