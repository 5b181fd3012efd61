package data

import (
	"cmp"
	"strings"
	"time"
	"unicode/utf8"

	"juan/model"
)

// A stretch is the blocks of one element, first to last.
type stretch struct{ first, last int }

// closed notes which blocks an element holds.
func (p *page) closed(e element) {
	switch e.tag {
	case "article", "body", "center", "div", "main", "section", "td", "tbody", "table":
		if e.first < len(p.body) {
			p.ranges = append(p.ranges, stretch{e.first, len(p.body)})
		}
	}
}

// proseChars returns how many characters of a block are prose: text of some
// length that is not for the most part links.
func proseChars(c *composer) int {
	all, linked := 0, 0
	for _, p := range c.pieces {
		n := utf8.RuneCountInString(p.text)
		all += n
		if p.voice&model.Link != 0 {
			linked += n
		}
	}
	if all < 16 || linked*2 > all {
		return 0
	}
	return all - linked
}

// main returns the main content: the smallest element that holds two thirds
// of the prose of the page, without the lines at its ends that are only links.
func (p *page) main() []model.Block {
	total := 0
	sums := make([]int, len(p.prose)+1)
	for i, n := range p.prose {
		total += n
		sums[i+1] = total
	}
	if total < 140 {
		return p.body
	}
	best := stretch{0, len(p.body)}
	for _, r := range p.ranges {
		if (sums[r.last]-sums[r.first])*3 >= total*2 && r.last-r.first < best.last-best.first {
			best = r
		}
	}
	for best.first < best.last && linksOnly(p.body[best.first]) {
		best.first++
	}
	for best.last > best.first && linksOnly(p.body[best.last-1]) {
		best.last--
	}
	return p.body[best.first:best.last]
}

// linksOnly reports whether a block is nothing but links.
func linksOnly(b model.Block) bool {
	k, ok := b.(model.Paragraph)
	if !ok {
		return false
	}
	for _, s := range k.Spans() {
		if s.Voice&model.Link == 0 && strings.Trim(k.Text()[s.From:s.To], " \n|·>»/、-") != "" {
			return false
		}
	}
	return true
}

// A pageMeta is what a page says of itself.
type pageMeta struct {
	title  string
	named  string // by a meta element
	source string
	date   time.Time
}

// read keeps what a tag says of the page.
func (m *pageMeta) read(t tag) {
	if t.name == "time" && m.date.IsZero() {
		m.date, _ = parseDate(t.attrs["datetime"])
	}
	if t.name != "meta" {
		return
	}
	content := strings.Join(strings.Fields(t.attrs["content"]), " ")
	switch strings.ToLower(t.attrs["name"] + t.attrs["property"] + t.attrs["itemprop"]) {
	case "og:title", "articletitle", "twitter:title":
		m.named = content
	case "article:published_time", "pubdate", "publishdate", "date", "dc.date", "og:release_date", "datepublished", "weibo:article:create_at":
		if day, ok := parseDate(content); ok {
			m.date = day
		}
	case "contentsource", "og:site_name":
		m.source = content
	}
}

// html reads the text as a page and keeps its main content.
func (f *file) html() (draft, error) {
	p := newPage(f.text[f.start:], f.start, nil)
	p.pairs = findNotes([]markedUp{{"", p.src}})
	ok := p.read()
	if len(p.body) == 0 { // all of it looked like furniture
		pairs := p.pairs
		p = newPage(f.text[f.start:], f.start, nil)
		p.all, p.pairs = true, pairs
		ok = p.read()
	}
	if !ok {
		return draft{}, &Error{Path: f.name, Reason: TooBig}
	}
	e := f.entry()
	e.Date, e.Source = p.meta.date, p.meta.source
	body := p.main()
	e.Title = cmp.Or(p.meta.headline(body), p.meta.headline(p.body), p.meta.named, p.meta.title, f.title)
	body, e.Title = takeTitle(body, e.Title)
	body = inferHeadings(body)
	raise(body)
	return draft{e, append(body[:len(body):len(body)], p.notes.sorted()...)}, nil
}

// headline returns the first heading of level 1 where the page itself gives
// that, with the name of its site perhaps, as its title.
func (m *pageMeta) headline(body []model.Block) string {
	for _, b := range body {
		h, ok := b.(model.Heading)
		if !ok || h.Level != 1 {
			continue
		}
		text := strings.ReplaceAll(h.Text(), "\n", " ")
		if m.title == "" && m.named == "" || strings.Contains(m.title, text) || strings.Contains(m.named, text) {
			return text
		}
		break
	}
	return ""
}
