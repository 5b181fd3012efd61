package data

import (
	"cmp"
	"strings"
	"time"
	"unicode/utf8"

	"juan/data/fault"
	"juan/data/format/date"
	"juan/model"
	"juan/model/char"
)

// A stretch is the blocks of one element, first to last; text says that its
// name tells that it is the text of the page.
type stretch struct {
	first, last int
	text        bool
}

// closed notes which blocks an element holds.
func (p *page) closed(e element) {
	switch e.tag {
	case "article", "body", "center", "div", "main", "section", "td", "tbody", "table":
		if e.first < len(p.body) {
			p.ranges = append(p.ranges, stretch{e.first, len(p.body), e.text})
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

// main returns the main content: the smallest element whose name says that it
// is the text and that holds half of the prose of the page, else the smallest
// that holds two thirds of it.
func (p *page) main() []model.Block {
	total := 0
	sums := make([]int, len(p.prose)+1)
	for i, n := range p.prose {
		total += n
		sums[i+1] = total
	}
	best, named := stretch{0, len(p.body), false}, false
	for _, r := range p.ranges {
		prose := sums[r.last] - sums[r.first]
		switch smaller := r.last-r.first < best.last-best.first; {
		case r.text && prose*2 >= total && prose > 0 && (smaller || !named):
			best, named = r, true
		case !named && total >= 140 && prose*3 >= total*2 && smaller:
			best = r
		}
	}
	return p.body[best.first:best.last]
}

// isAsideName reports whether the class or the id of an element says that what
// is in it stands beside the text: comments, what else there is to read, where
// one is.
func isAsideName(t tag) bool {
	if t.attrs == nil || t.name == "body" || t.name == "html" {
		return false
	}
	for _, name := range strings.Fields(strings.ToLower(t.attrs["id"] + " " + t.attrs["class"])) {
		switch name {
		case "comment", "comments", "comment-list", "comment_list", "commentlist", "respond", "related", "related-posts", "related_posts", "recommend", "recommendation",
			"sidebar", "side-bar", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "share", "share-box", "social-share", "bdsharebuttonbox", "pagination", "pager", "pages",
			"fenye", "post-nav", "page-nav", "post-navigation", "author-card", "author-info", "author-box", "copyright", "post-copyright", "widget", "toolbar", "footer", "foot",
			"site-footer", "site-header", "topbar", "top-bar", "navbar", "hot-list", "rank", "reward", "qrcode", "like", "likes":
			return true
		}
	}
	return false
}

// isTextName reports whether the id or the class of an element says that it is
// the text of a page, as the systems that Chinese sites run on have it.
func isTextName(t tag) bool {
	if t.attrs["itemprop"] == "articleBody" {
		return true
	}
	for _, name := range strings.Fields(strings.ToLower(t.attrs["id"] + " " + t.attrs["class"])) {
		switch name {
		case "js_content", "rich_media_content", "zoom", "ucap-content", "trs_editor", "trs_ueditor", "artibody", "articlecontent", "article-content", "article_content",
			"articlebody", "article-body", "article_body", "post-content", "post_content", "entry-content", "post-body", "markdown-body", "content_text", "text_content",
			"con_text", "newscontent", "news_content", "news-content", "detail-content", "rich-text", "richtext", "main-content", "mainbody", "pages_content", "art_con":
			return true
		}
	}
	return false
}

// linksOnly reports whether a block is nothing but links.
func linksOnly(b model.Block) bool {
	k, ok := b.(model.Paragraph)
	return ok && unlinked(k) == ""
}

// unlinked returns the text of a paragraph that leads nowhere, without the
// marks between links.
func unlinked(k model.Paragraph) string {
	var b strings.Builder
	for _, s := range k.Spans() {
		if s.Voice&model.Link == 0 {
			b.WriteString(strings.Trim(k.Text()[s.From:s.To], " \n|｜·>›»/、-←→<«‹"))
		}
	}
	return b.String()
}

// A pageMeta is what a page says of itself.
type pageMeta struct {
	title  string
	named  string // by a meta element
	source string
	site   string
	date   time.Time
}

// read keeps what a tag says of the page.
func (m *pageMeta) read(t tag) {
	if t.name == "time" && m.date.IsZero() {
		m.date, _ = date.Parse(t.attrs["datetime"])
	}
	if t.name != "meta" {
		return
	}
	content := strings.Join(strings.Fields(t.attrs["content"]), " ")
	switch strings.ToLower(t.attrs["name"] + t.attrs["property"] + t.attrs["itemprop"]) {
	case "og:title", "articletitle", "twitter:title":
		m.named = content
	case "article:published_time", "pubdate", "publishdate", "date", "dc.date", "og:release_date", "datepublished", "weibo:article:create_at":
		if day, ok := date.Parse(content); ok {
			m.date = day
		}
	case "contentsource":
		m.source = content
	case "og:site_name", "sitename":
		if m.site = content; content == "微信公众平台" { // of whoever writes there
			m.site = ""
		}
	}
}

// html reads the text as a page and keeps its main content.
func (f *file) html() (draft, error) {
	p := newPage(f.text[f.start:], f.start, nil)
	p.pairs = findNotes([]markedUp{{"", p.src}})
	ok := p.read()
	said := 0
	for _, b := range p.body {
		said += len(b.Text())
	}
	if p.beside > said || len(p.body) == 0 { // what seemed to stand beside the text is it
		pairs, all := p.pairs, len(p.body) == 0
		p = newPage(f.text[f.start:], f.start, nil)
		p.all, p.kept, p.pairs = all && p.beside == 0, true, pairs
		if ok = p.read(); len(p.body) == 0 { // all of it looked like furniture
			p = newPage(f.text[f.start:], f.start, nil)
			p.all, p.pairs = true, pairs
			ok = p.read()
		}
	}
	if !ok {
		return draft{}, &fault.Error{Path: f.name, Reason: fault.TooBig}
	}
	e := f.entry()
	body := p.main()
	e.Title = p.meta.titleIn(body, p.body, f.title)
	body = withoutTitle(p.meta.withoutEdges(body), e.Title)
	if len(body) > 0 {
		body = p.meta.withoutFurniture(body)
	} else {
		body = p.body
	}
	e.Date, e.Source = p.meta.date, cmp.Or(p.meta.source, p.meta.site)
	body, e.Title = takeTitle(body, e.Title)
	body = boldHeadings(inferHeadings(body))
	raise(body)
	return draft{entry: e, body: append(body[:len(body):len(body)], p.notes.sorted()...)}, nil
}

// withoutTitle returns a body without a line in its first few that only
// repeats the title, and what stands before that, which is how one got there.
func withoutTitle(body []model.Block, title string) []model.Block {
	for i, b := range body[:min(len(body), 6)] {
		if strings.Contains(b.Text(), "。") {
			break
		}
		if p, ok := b.(model.Paragraph); levelOf(b) > 0 || ok {
			if char.Squeezed(b.Text()) == char.Squeezed(title) || ok && strings.Contains(p.Text(), title) && unlinked(p) == title {
				return withoutTitle(body[i+1:], title)
			}
		}
	}
	return body
}

// headline returns the heading that the page itself gives, with the name of its
// site perhaps, as its title: one that its title begins with, else one of level
// 1 that is in it and not the name of the site at its end.
func (m *pageMeta) headline(body []model.Block) string {
	top := ""
	for _, b := range body {
		h, ok := b.(model.Heading)
		if !ok {
			continue
		}
		text := strings.ReplaceAll(h.Text(), "\n", " ")
		for _, said := range [...]string{m.named, m.title} {
			if rest, ok := strings.CutPrefix(char.Squeezed(said), char.Squeezed(text)); ok && (rest == "" || isSeparator(rest)) {
				return text
			}
		}
		if top == "" && h.Level == 1 {
			top = text
		}
	}
	if m.title == "" && m.named == "" || strings.Contains(m.title, top) && !strings.HasSuffix(m.title, top) || strings.Contains(m.named, top) {
		return top
	}
	return ""
}
