package page

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"juan/data/format/compose"
	"juan/data/format/outline"
	"juan/model"
	"juan/model/char"
)

// titleIn returns the title of a page: what its headline says, or a line of
// its text that its head has as the title, or the title without the name of
// the site.
func (m *pageMeta) titleIn(body, all []model.Block, otherwise string) string {
	if line := cmp.Or(m.headline(body), m.headline(all)); line != "" {
		return line
	}
	for _, b := range all[:min(len(all), 40)] {
		text := strings.Join(strings.Fields(strings.ReplaceAll(b.Text(), "\n", " ")), " ")
		if n := utf8.RuneCountInString(text); n < 4 || n > 100 {
			continue
		}
		for _, said := range [...]string{m.named, m.title} {
			if rest, ok := strings.CutPrefix(char.Squeezed(said), char.Squeezed(text)); ok && (rest == "" || isSeparator(rest)) {
				return text
			}
		}
	}
	return cmp.Or(m.withoutSite(m.named), m.withoutSite(m.title), otherwise)
}

// isSeparator reports whether the rest of a title after what a page is about
// begins with a mark that sites put before their names.
func isSeparator(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return strings.ContainsRune("_|-–—｜·»<>:：,，（(", r)
}

// withoutSite returns a title without the name of its site at the end.
func (m *pageMeta) withoutSite(title string) string {
	for {
		i := strings.LastIndexAny(title, "_|-–—｜·»")
		if i <= 0 {
			return title
		}
		_, size := utf8.DecodeRuneInString(title[i:])
		name := strings.TrimSpace(title[i+size:])
		spaced := title[i-1] == ' ' || strings.ContainsAny(title[i:i+size], "_|｜")
		if !m.isSite(name) && !(spaced && title[i:i+size] == "_") {
			return strings.TrimSpace(title)
		}
		title = strings.TrimSpace(strings.TrimRight(title[:i], " _|-–—｜·»"))
	}
}

// isSite reports whether s could be the name of a site.
func (m *pageMeta) isSite(s string) bool {
	if s == "" || s == m.site {
		return true
	}
	if utf8.RuneCountInString(s) > 24 {
		return false
	}
	for _, end := range [...]string{"网", "网站", "门户", "平台", "日报", "晚报", "新闻", "频道", "博客", "论坛", "官网", "政府", "频道", "中心", "百科", "社区", "客户端", "专栏", "在线", "时报", "委员会", "厅", "局", "知乎", "简书", "CSDN博客", "豆瓣", "公众号", ".com", ".cn", ".net", ".org"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// boldHeadings makes headings of separate lines that are entirely bold, where a page
// has no other headings: articles of WeChat and of newspapers mark headings this way. A
// number that stands alone before one goes with it.
func boldHeadings(body []model.Block) []model.Block {
	var at []int
	for i, b := range body {
		switch {
		case outline.Level(b) > 0 && len(b.In()) == 0:
			return body
		case isBoldLine(b):
			at = append(at, i)
		}
	}
	if len(at) < 2 || len(at)*2 > len(body) {
		return body
	}
	out := body[:0:0]
	for i := 0; i < len(body); i++ {
		p, ok := body[i].(model.Paragraph)
		if !ok || !isBoldLine(body[i]) {
			out = append(out, body[i])
			continue
		}
		if i+1 < len(body) && isBoldLine(body[i+1]) && isOrdinal(p.Text()) {
			next := body[i+1].(model.Paragraph)
			p.Prose = beside(p.Prose, next.Prose)
			i++
		}
		out = append(out, outline.Heading(p.Leaf, p.Prose, 1))
	}
	return out
}

// isBoldLine reports whether a block is a short line that is bold all through
// and ends no sentence.
func isBoldLine(b model.Block) bool {
	p, ok := b.(model.Paragraph)
	if !ok || len(p.Nest) > 0 || strings.Contains(p.Text(), "\n") || utf8.RuneCountInString(p.Text()) > 40 {
		return false
	}
	for _, s := range p.Spans() {
		if s.Voice&model.Strong == 0 && strings.TrimSpace(p.Text()[s.From:s.To]) != "" {
			return false
		}
	}
	return p.Text() != "" && !strings.HasSuffix(p.Text(), "。") && !strings.HasSuffix(p.Text(), "；") && !strings.HasSuffix(p.Text(), "，")
}

// isOrdinal reports whether s is only the number of a section: 01, 一, PART 2.
func isOrdinal(s string) bool {
	s = strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz·、./-第节章 ")
	return s == "" || compose.IsCount(s)
}

// beside returns two lines as one, a blank between them.
func beside(a, b model.Prose) model.Prose {
	spans := append([]model.Span(nil), a.Spans()...)
	n := len(a.Text())
	last := spans[len(spans)-1]
	spans = append(spans, model.Span{From: n, To: n + 1, Voice: last.Voice, Src: last.Src})
	for _, s := range b.Spans() {
		s.From, s.To = s.From+n+1, s.To+n+1
		spans = append(spans, s)
	}
	return model.NewProse(a.Text()+" "+b.Text(), spans)
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
