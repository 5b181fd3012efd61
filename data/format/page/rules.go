package page

import (
	"slices"
	"strings"
)

// leftOut reports whether an element is no part of the text. Of a book nothing
// is left out that its author wrote to be read, were it for want of a picture.
func (p *Page) leftOut(t tag) bool {
	switch t.name {
	case "script", "style", "template", "head":
		return true
	case "title":
		return !p.All || p.top().tag == "head" || len(p.stack) < 3
	case "noscript", "svg", "iframe", "object", "canvas", "audio", "video", "noembed", "noframes":
		return !p.All
	case "nav", "footer", "aside", "select", "button", "textarea":
		if t.name == "footer" && t.attrs["class"]+t.attrs["id"] == "" && p.isIn("article") {
			return false // of the article, not of the site: who wrote it, where it is from
		}
		return !p.All && !(p.Piece && isBlock(t.name)) && p.noteKind(t) == noNote && !holdsNotes(t)
	case "a":
		if p.leadsToItself(t) || p.isTool(t) {
			return true
		}
	case "span", "nobr":
		if isDrawn(t) || p.isTool(t) {
			return true
		}
	case "div", "sup", "small", "b", "em", "i":
		if p.isTool(t) {
			return true
		}
	}
	_, hidden := t.attrs["hidden"]
	hidden = hidden || strings.Contains(strings.ReplaceAll(strings.ToLower(t.attrs["style"]), " ", ""), "display:none")
	return hidden && !p.All || p.noteKind(t) == noteBack
}

// leadsToItself recognises the permalink sign after a heading: <a
// href="#install">¶</a>. A link with any word does not count.
func (p *Page) leadsToItself(t tag) bool {
	if !strings.HasPrefix(t.attrs["href"], "#") {
		return false
	}
	rest := p.src[p.at:min(len(p.src), p.at+400)]
	_, rest, _ = strings.Cut(rest, ">")
	sign, _, ok := strings.Cut(rest, "</a>")
	switch strings.TrimSpace(sign) {
	case "¶", "#", "§", "🔗", "&para;", "\u200b":
		return ok
	}
	return false
}

// maxTool is how many bytes an element in a heading takes at most that is no part of
// it.
const maxTool = 600

// isTool reports whether an element after the words of a heading offers to do
// something with its section, as an encyclopedia does: <h2>历史<span>[<a>编辑</a> |
// <a>编辑源代码</a>]</span></h2>. It mends “历史[编辑]” in the outline. It cannot fire in a
// book, nor where the words are all of the heading or something follows, nor where
// neither brackets nor a class distinguish them from a word: <h2>怎样<a>编辑</a></h2> keeps
// them.
func (p *Page) isTool(t tag) bool {
	if p.All || p.Piece || t.empty || !p.inHeading() || len(p.line.Pieces) == 0 {
		return false
	}
	rest := p.src[p.at:min(len(p.src), p.at+maxTool)]
	text, depth := &strings.Builder{}, 0
	for rest != "" {
		before, after, ok := strings.Cut(rest, "<")
		text.WriteString(before)
		mark, after, closed := strings.Cut(after, ">")
		if !ok || !closed {
			return false
		}
		name, isEnd := strings.CutPrefix(mark, "/")
		switch name, _, _ = strings.Cut(name, " "); {
		case !strings.EqualFold(name, t.name):
		case isEnd:
			depth--
		default:
			depth++
		}
		if depth == 0 {
			words := strings.TrimSpace(text.String())
			told := strings.HasPrefix(words, "[") || strings.HasPrefix(words, "［") || strings.HasPrefix(words, "【") ||
				strings.Contains(strings.ToLower(t.attrs["class"]), "edit")
			return told && areTools(words) && strings.HasPrefix(strings.TrimSpace(after), "</")
		}
		rest = after
	}
	return false
}

// areTools reports whether a text is words for what can be done with a section, one
// or several, in brackets or not.
func areTools(s string) bool {
	some := false
	for word := range strings.FieldsFuncSeq(strings.ReplaceAll(s, "&#160;", " "), func(r rune) bool { return strings.ContainsRune("[]［］【】()（）|｜·/ \u00a0\t\r\n", r) }) {
		switch strings.ToLower(word) {
		case "编辑", "編輯", "编辑源代码", "編輯原始碼", "编辑本段", "播报", "收起", "展开", "編集", "ソースを編集", "편집", "원본", "edit", "source",
			"hide", "show", "править", "код", "bearbeiten", "quelltext", "modifier", "code", "permalink", "复制链接", "複製連結":
			some = true
		default:
			return false
		}
	}
	return some
}

// inHeading reports whether a heading is open.
func (p *Page) inHeading() bool {
	for i := len(p.stack) - 1; i > 0; i-- {
		if name := p.stack[i].tag; isBlock(name) {
			return len(name) == 2 && name[0] == 'h' && '1' <= name[1] && name[1] <= '6'
		}
	}
	return false
}

// isIn reports whether an element of that name is open.
func (p *Page) isIn(name string) bool {
	for _, e := range p.stack {
		if e.tag == name {
			return true
		}
	}
	return false
}

// holdsNotes reports whether an element says that the notes of the text are in it.
func holdsNotes(t tag) bool {
	for word := range strings.FieldsSeq(t.attrs["class"] + " " + t.attrs["role"] + " " + t.attrs["epub:type"]) {
		switch word {
		case "footnotes", "endnotes", "doc-endnotes":
			return true
		}
	}
	return false
}

// isDrawn reports whether an element is a formula as a program has drawn it,
// letter by letter. The formula stands beside it in MathML or TeX.
func isDrawn(t tag) bool {
	return t.attrs["class"] == "katex-html" || t.name == "nobr" && t.attrs["aria-hidden"] == "true"
}

// anchor notes where an id stands that something leads to.
func (p *Page) anchor(id string) {
	if _, wanted := p.Marks[id]; wanted && id != "" {
		p.Marks[id] = len(p.Body)
	}
}

// language keeps the language that a class names, as highlighters do.
func (p *Page) language(t tag) {
	for class := range strings.FieldsSeq(t.attrs["class"]) {
		for _, prefix := range []string{"language-", "lang-", "highlight-source-"} {
			if name, ok := strings.CutPrefix(class, prefix); ok {
				p.lang = name
			}
		}
	}
}

// closeImplied ends what a start tag ends without saying so.
func (p *Page) closeImplied(name string) {
	ends, within := []string{"p"}, []string{"td", "th", "li", "blockquote", "div", "section", "article", "main", "body"}
	switch name {
	case "li":
		ends, within = []string{"li"}, []string{"ul", "ol", "menu"}
	case "dt", "dd":
		ends, within = []string{"dt", "dd"}, []string{"dl"}
	case "tr":
		ends, within = []string{"tr"}, []string{"table"}
	case "td", "th":
		ends, within = []string{"td", "th"}, []string{"tr", "table"}
	case "rt", "rp", "rb", "rtc":
		ends, within = []string{"rt", "rp", "rb"}, []string{"ruby"}
	default:
		if p.top().tag == "head" && !inHead(name) {
			p.end("head") // whose end was left out
		}
		if !isBlock(name) {
			return
		}
		if name != "head" && len(p.stack) > 1 && len(p.stack) < 8 && p.top().skip {
			p.end("head") // a page may leave its end out
		}
	}
	for i := len(p.stack) - 1; i > 0; i-- {
		tag := p.stack[i].tag
		if slices.Contains(ends, tag) {
			p.end(tag)
			return
		}
		if slices.Contains(within, tag) {
			return
		}
	}
}

// inHead reports whether an element stands in the head of a page.
func inHead(name string) bool {
	switch name {
	case "base", "basefont", "bgsound", "link", "meta", "noscript", "object", "script", "style", "template", "title":
		return true
	}
	return strings.Contains(name, ":")
}

// isBlock reports whether an element begins a block of its own.
func isBlock(name string) bool {
	switch name {
	case "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt",
		"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
		"legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
		"thead", "tr", "ul", "html", "head", "text", "desc", "noscript", "object", "video":
		return true
	}
	return false
}
