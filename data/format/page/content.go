package page

import (
	"cmp"
	"strings"
	"time"

	"juan/data/format/outline"
	"juan/model"
	"juan/model/char"
)

// A Content is the main content of a page and what the page says of it.
type Content struct {
	Title, Source string
	Date          time.Time
	Body          []model.Block
}

// Main reads a page, which begins at byte base of its source, and keeps its
// main content; title is that of a page which says none. ok is false where the
// page is too much to keep.
func Main(src string, base int, title string) (m Content, ok bool) {
	p := New(src, base, nil)
	p.Pairs = FindNotes([]Document{{Text: src}})
	ok = p.Read()
	said := 0
	for _, b := range p.Body {
		said += len(b.Text())
	}
	if p.beside > said || len(p.Body) == 0 { // what seemed to stand beside the text is it
		pairs, all := p.Pairs, len(p.Body) == 0
		p = New(src, base, nil)
		p.All, p.kept, p.Pairs = all && p.beside == 0, true, pairs
		if ok = p.Read(); len(p.Body) == 0 { // all of it looked like furniture
			p = New(src, base, nil)
			p.All, p.Pairs = true, pairs
			ok = p.Read()
		}
	}
	if !ok {
		return Content{}, false
	}
	found := p.main()
	body := p.Body[found.first:found.last]
	p.meta.around(p.Body[:found.first], p.Body[found.last:])
	m.Title = p.meta.titleIn(body, p.Body, title)
	body = withoutTitle(p.meta.withoutEdges(body), m.Title)
	if len(body) > 0 {
		body = p.meta.withoutFurniture(body)
	} else {
		body = p.Body
	}
	m.Date, m.Source = p.meta.date, cmp.Or(p.meta.source, p.meta.site)
	body, m.Title = outline.TakeTitle(body, m.Title)
	notes := p.Notes.Sorted()
	m.Title, m.Source = strings.Clone(m.Title), strings.Clone(m.Source)
	p.letGo()
	body = boldHeadings(outline.InferAlone(body))
	outline.Raise(body)
	m.Body = append(body[:len(body):len(body)], notes...)
	return m, true
}

// letGo forgets the source: a large one need not be held any more than its blocks do.
func (p *Page) letGo() { p.src, p.line, p.Pairs, p.Body = "", nil, nil, nil }

// withoutTitle returns a body without a line in its first few that only
// repeats the title, and what stands before that, which is how one got there.
func withoutTitle(body []model.Block, title string) []model.Block {
	for i, b := range body[:min(len(body), 6)] {
		if strings.Contains(b.Text(), "。") {
			break
		}
		if p, ok := b.(model.Paragraph); outline.Level(b) > 0 || ok {
			if char.Squeezed(b.Text()) == char.Squeezed(title) || ok && strings.Contains(p.Text(), title) && unlinked(p) == title {
				return withoutTitle(body[i+1:], title)
			}
		}
	}
	return body
}
