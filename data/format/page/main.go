package page

import (
	"strings"
	"unicode/utf8"

	"juan/data/format/compose"
	"juan/model"
)

// A stretch is the blocks of one element, first to last; text says that its class or ID
// marks it as the text of the page.
type stretch struct {
	first, last int
	text        bool
}

// closed notes which blocks an element holds.
func (p *Page) closed(e element) {
	switch e.tag {
	case "article", "body", "center", "div", "main", "section", "td", "tbody", "table":
		if e.first < len(p.Body) {
			p.ranges = append(p.ranges, stretch{e.first, len(p.Body), e.text})
		}
	}
}

// proseChars returns how many characters of a block are prose: text of some
// length that is not for the most part links.
func proseChars(c *compose.Text) int {
	all, linked := 0, 0
	for _, p := range c.Pieces {
		n := utf8.RuneCountInString(p.Text)
		all += n
		if p.Voice&model.Link != 0 {
			linked += n
		}
	}
	if all < 16 || linked*2 > all {
		return 0
	}
	return all - linked
}

// main returns where the main content stands: the smallest element whose name says that it
// is the text and that holds half of the prose of the page, else the smallest
// that holds two thirds of it.
func (p *Page) main() stretch {
	total := 0
	sums := make([]int, len(p.prose)+1)
	for i, n := range p.prose {
		total += n
		sums[i+1] = total
	}
	best, named := stretch{0, len(p.Body), false}, false
	for _, r := range p.ranges {
		prose := sums[r.last] - sums[r.first]
		switch smaller := r.last-r.first < best.last-best.first; {
		case r.text && prose*2 >= total && prose > 0 && (smaller || !named):
			best, named = r, true
		case !named && total >= 140 && prose*3 >= total*2 && smaller:
			best = r
		}
	}
	return best
}

// isAsideName reports whether the class or the id of an element says that what
// is in it stands beside the text: comments, what else there is to read, where
// one is.
func isAsideName(t tag) bool {
	if t.attrs == nil || t.name == "body" || t.name == "html" {
		return false
	}
	for name := range strings.FieldsSeq(strings.ToLower(t.attrs["id"] + " " + t.attrs["class"])) {
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
	for name := range strings.FieldsSeq(strings.ToLower(t.attrs["id"] + " " + t.attrs["class"])) {
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
