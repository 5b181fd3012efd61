package page

import (
	"strings"

	"golang.org/x/net/html"
)

// A page of XHTML is read by the rules of XML where these keep text that those
// of HTML do not: <title/>, <script/> and the like are empty, where HTML reads
// all up to their end tag, which never comes, as their text; <b/> and <a id="x"/>
// end where they begin; <noscript> and <iframe> hold elements.

// isXHTML reports whether a page says that it is XHTML.
func isXHTML(src string) bool {
	head := src[:min(len(src), 1024)]
	return strings.HasPrefix(strings.TrimSpace(head), "<?xml") || strings.Contains(head, "http://www.w3.org/1999/xhtml")
}

// tokenizer returns a tokenizer for the source from where the page is read on.
func (p *Page) tokenizer() *html.Tokenizer {
	z := html.NewTokenizer(strings.NewReader(p.src[p.at:]))
	z.AllowCDATA(true)
	return z
}

// afterDoctype returns where the document begins whose type declares entities
// or elements of its own: <!DOCTYPE html [ … ]>.
func afterDoctype(src string) int {
	i := strings.Index(src[:min(len(src), 4096)], "<!DOCTYPE")
	if i < 0 {
		return 0
	}
	open, end := strings.IndexByte(src[i:], '['), strings.IndexByte(src[i:], '>')
	if open < 0 || end < open {
		return 0
	}
	if shut := strings.Index(src[i+open:], "]>"); shut >= 0 {
		return i + open + shut + 2
	}
	return 0
}

// holdsText reports whether the text after a start tag of p.src, which ends
// at byte at, is to be read as mark-up although HTML would take all of it for
// the text of the element: where the element is empty by the rules of XML, is
// never ended, or begins anew before its end.
func (p *Page) holdsText(name string, at int, selfClosed bool) bool {
	switch name {
	case "noscript", "iframe", "noembed", "noframes":
		if p.XML {
			return true
		}
	case "script", "style", "textarea", "title", "xmp", "plaintext":
	default:
		return false
	}
	if selfClosed && p.XML {
		return true
	}
	end := p.endOf(name, at)
	return end == len(p.src) || selfClosed && indexTag(p.src[:end], name, at) < end
}

// endOf returns where the next end tag of an element stands at byte at or
// behind it, the end of the source where there is none.
func (p *Page) endOf(name string, at int) int {
	end, known := p.ends[name]
	if !known || end < at {
		if p.ends == nil {
			p.ends = map[string]int{}
		}
		end = indexTag(p.src, "/"+name, at)
		p.ends[name] = end
	}
	return end
}

// cdata returns the part of a text token that is its text, and whether that
// stands as it is, without entities: <![CDATA[…]]>.
func (p *Page) cdata(from, to int) (int, int, bool) {
	if !strings.HasPrefix(p.src[from:to], "<![CDATA[") {
		return from, to, false
	}
	from += len("<![CDATA[")
	if strings.HasSuffix(p.src[from:to], "]]>") {
		to -= len("]]>")
	}
	return from, to, true
}

// unended returns the source with the comments that have no end made text: HTML
// reads all after one as a comment.
func unended(src string) string {
	last := strings.LastIndex(src, "-->") + 1
	if i := strings.Index(src[last:], "<!--"); i >= 0 {
		return src[:last+i] + strings.ReplaceAll(src[last+i:], "<!--", "    ")
	}
	return src
}

// local returns the name of an element without the prefix that documents give
// to the namespaces of XHTML and of what stands in it.
func local(name string) string {
	if prefix, rest, ok := strings.Cut(name, ":"); ok {
		switch prefix {
		case "h", "html", "xhtml", "m", "mml", "math", "svg":
			return rest
		}
	}
	return name
}
