package book

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"juan/data/format/outline"
	"juan/data/format/page"
	"juan/model"
	"juan/model/char"
)

// A chapter is an entry of a book's contents.
type chapter struct {
	title    string
	level    int
	file, id string
}

// mostContents is how many navigation documents are looked at; a book has one.
const mostContents = 4

// contents returns the contents of the book: its navigation document (EPUB 3)
// or its NCX (EPUB 2).
func (b *book) contents() []chapter {
	tried := 0
	for _, d := range b.pkg.Documents {
		if tried < mostContents && strings.Contains(" "+d.Properties+" ", " nav ") {
			tried++
			if all := b.navigation(b.path(d.Href)); len(all) > 0 {
				return all
			}
		}
	}
	for _, d := range b.pkg.Documents {
		if d.ID == b.pkg.Spine.Contents && d.ID != "" || d.Type == "application/x-dtbncx+xml" {
			return b.ncx(b.path(d.Href))
		}
	}
	return nil
}

// A navPoint is an entry of an NCX.
type navPoint struct {
	Title   string `xml:"navLabel>text"`
	Content struct {
		Src string `xml:"src,attr"`
	} `xml:"content"`
	Points []navPoint `xml:"navPoint"`
}

func (b *book) ncx(name string) []chapter {
	var doc struct {
		Points []navPoint `xml:"navMap>navPoint"`
	}
	if b.xml(name, &doc) != nil {
		return nil
	}
	var all []chapter
	var walk func(points []navPoint, level int)
	walk = func(points []navPoint, level int) {
		for _, p := range points {
			all = append(all, b.newChapter(p.Title, level, name, p.Content.Src))
			walk(p.Points, level+1)
		}
	}
	walk(doc.Points, 1)
	return all
}

// newChapter returns the entry that leads to href, seen from the file doc.
func (b *book) newChapter(title string, level int, doc, href string) chapter {
	file, id, _ := strings.Cut(href, "#")
	if plain, err := url.PathUnescape(id); err == nil {
		id = plain
	}
	file = b.named(path.Join(path.Dir(doc), strings.ReplaceAll(file, "\\", "/")))
	return chapter{strings.Join(strings.Fields(title), " "), level, file, id}
}

// navigation reads the contents in a navigation document: the nested list of
// links in the nav element whose type is toc. An entry that leads nowhere, the
// name of a part, stands where the next one does.
func (b *book) navigation(name string) []chapter {
	raw, err := b.unpack(name)
	if err != nil {
		return nil
	}
	p := page.New(tocOf(string(raw)), 0, nil)
	p.All = true
	p.Read()
	var all []chapter
	for _, k := range p.Body {
		one, ok := k.(model.Paragraph)
		if !ok || len(one.Nest) == 0 {
			continue
		}
		href := ""
		for _, s := range one.Spans() {
			if href == "" {
				href = s.Target
			}
		}
		all = append(all, b.newChapter(one.Text(), len(one.Nest), name, href))
		if href == "" {
			all[len(all)-1].file = ""
		}
	}
	for i := len(all) - 2; i >= 0; i-- {
		if all[i].file == "" {
			all[i].file, all[i].id = all[i+1].file, all[i+1].id
		}
	}
	return all
}

// tocOf returns the nav element of doc that is the table of contents.
func tocOf(doc string) string {
	for rest := doc; ; {
		i := strings.Index(rest, "<nav")
		if i < 0 {
			return ""
		}
		rest = rest[i:]
		nav, after, _ := strings.Cut(rest, "</nav")
		if head, _, _ := strings.Cut(nav, ">"); strings.Contains(head, "toc") {
			return nav
		}
		rest = after
	}
}

// headed returns the blocks of a document with the headings that the contents
// name: a heading of the document itself takes its level from there; where
// the document has none, one is put in.
func (b *book) headed(p *page.Page, here []chapter) []model.Block {
	var body []model.Block
	from := 0
	starts := b.starts(p, here)
	for i, c := range here {
		at := max(starts[i], from)
		until := len(p.Body)
		if i+1 < len(here) {
			until = max(at, starts[i+1])
		}
		body = append(body, b.under(p.Body[from:at], 0)...)
		from = until
		body = append(body, b.chapter(c, p.Body[at:until], p.Base)...)
	}
	return append(body, b.under(p.Body[from:], 0)...)
}

// starts returns the block that each entry leads to. An entry that leads to a
// place which is not there stands where the text says what it says, else where
// the one before it does.
func (b *book) starts(p *page.Page, here []chapter) []int {
	starts := make([]int, len(here))
	from := 0
	var said sayings
	for i, c := range here {
		at := p.Marks[c.id]
		if at < 0 && c.id != "" {
			if said == nil {
				said = sayingsOf(p.Body, func(text string) bool { return len(text) < 200 })
			}
			at = said.first(c.title, from)
		}
		starts[i] = max(at, 0)
		from = max(from, starts[i])
	}
	return starts
}

// sayings are the blocks outside of lists and tables, in their order, by their text
// without white space.
type sayings map[string][]int

// sayingsOf returns the sayings of a body whose text is of use.
func sayingsOf(body []model.Block, use func(text string) bool) sayings {
	s := sayings{}
	for i, k := range body {
		if text := k.Text(); len(k.In()) == 0 && use(text) {
			if said := char.Squeezed(text); said != "" {
				s[said] = append(s[said], i)
			}
		}
	}
	return s
}

// first returns the first block from block from on that says what title does, -1
// where there is none.
func (s sayings) first(title string, from int) int {
	at := s[char.Squeezed(title)]
	if i, _ := slices.BinarySearch(at, from); i < len(at) {
		return at[i]
	}
	return -1
}

// chapter returns the blocks of one entry of the contents.
func (b *book) chapter(c chapter, body []model.Block, at int) []model.Block {
	body = joined(body, c.title)
	own := 0
	for i, k := range body[:min(len(body), 8)] {
		h, ok := k.(model.Heading)
		if !ok || own > 0 || !sameTitle(h.Text(), c.title) {
			continue
		}
		own = h.Level
		h.Level = c.level
		body[i] = h
		b.level = c.level
		rest := b.under(body[i+1:], own)
		return append(append(b.under(body[:i], 0), h), rest...)
	}
	b.level = c.level
	if c.title == "" {
		return b.under(body, 0)
	}
	if len(body) > 0 {
		at = body[0].Offset(0)
		if k, ok := body[0].(model.Paragraph); ok && sameTitle(k.Text(), c.title) && len(k.Nest) == 0 {
			h := outline.Heading(k.Leaf, k.Prose, c.level)
			return append([]model.Block{h}, b.under(body[1:], 0)...)
		}
	}
	title := model.NewProse(c.title, []model.Span{{To: len(c.title), Src: at}})
	return append([]model.Block{outline.Heading(model.Leaf{Src: at}, title, c.level)}, b.under(body, 0)...)
}

// under sets the level of headings that the contents do not name below the
// entry that is open, whose own heading has the level own in its document.
func (b *book) under(body []model.Block, own int) []model.Block {
	if b.level == 0 {
		return body
	}
	for i, k := range body {
		if h, ok := k.(model.Heading); ok {
			h.Level = b.level + max(1, h.Level-own)
			body[i] = h
		}
	}
	return body
}

// sameTitle reports whether a heading and an entry of the contents say the
// same, white space apart, or one more than the other.
func sameTitle(heading, entry string) bool {
	a, b := strings.Join(strings.Fields(heading), ""), strings.Join(strings.Fields(entry), "")
	return a != "" && b != "" && (a == b || len(b) > 5 && strings.Contains(a, b) && len(a) < 2*len(b)+30 || len(a) > 5 && strings.Contains(b, a))
}
