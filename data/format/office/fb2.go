package office

import (
	"cmp"
	"strconv"
	"strings"

	"juan/model/char"
)

// FB2 writes a book of FictionBook 2 as a page.
func FB2(text string) (Document, error) {
	book := parse(text).find("FictionBook")
	if book == nil {
		return Document{}, errNoText
	}
	info := book.at("description", "title-info")
	doc := Document{Title: info.kid("book-title").all(), Author: fullName(info.kid("author")), Date: info.kid("date").all()}
	w := fb2{book: doc.Title}
	for _, k := range book.kids {
		if k.name == "body" {
			w.isNotes = k.attr("name") == "notes" || k.attr("name") == "comments"
			w.blocks(k, 0)
		}
	}
	if doc.Page = w.page(); strings.TrimSpace(plain(doc.Page)) == "" {
		return doc, errNoText
	}
	return doc, nil
}

// fullName returns the name of who wrote a book, in the order of its language:
// 林一舟, Ivan Petrov.
func fullName(author *node) string {
	first, middle, last := author.kid("first-name").all(), author.kid("middle-name").all(), author.kid("last-name").all()
	if strings.ContainsFunc(last, char.IsHan) {
		return last + middle + first
	}
	return cmp.Or(strings.Join(strings.Fields(first+" "+middle+" "+last), " "), author.kid("nickname").all())
}

// An fb2 is a book that is being written as a page.
type fb2 struct {
	writer
	isNotes bool   // the body that holds the notes
	book    string // its title
}

// blocks writes what stands below n, which lies in so many sections.
func (w *fb2) blocks(n *node, depth int) {
	for _, k := range n.kids {
		w.block(k, depth)
	}
}

func (w *fb2) block(n *node, depth int) {
	switch n.name {
	case "section":
		if id := n.attr("id"); w.isNotes && id != "" {
			w.raw("<aside epub:type=\"footnote\" " + attribute("id", id) + ">")
			w.blocks(n, maxDepth)
			w.raw("</aside>\n")
			return
		}
		w.blocks(n, depth+1)
	case "title":
		if depth < maxDepth && (depth > 0 || n.all() != w.book) { // the title of a note is its number
			w.raw(element("h"+strconv.Itoa(min(max(depth, 1), 6)), w.lines(n)))
		}
	case "subtitle":
		w.raw(element("p", element("b", running(n, w.inline))))
	case "p", "text-author":
		w.raw(element("p", running(n, w.inline)))
	case "epigraph", "cite", "annotation":
		w.start("blockquote", "")
		w.blocks(n, depth)
		w.end()
	case "stanza":
		w.raw(element("p", w.lines(n)))
	case "table":
		w.start("table", "")
		for _, row := range n.kids {
			w.raw("<tr>")
			for _, cell := range row.kids {
				if cell.name == "td" || cell.name == "th" {
					w.raw("<" + cell.name + " " + attribute("colspan", cell.attr("colspan")) + " " + attribute("rowspan", cell.attr("rowspan")) + ">" + running(cell, w.inline) + "</" + cell.name + ">")
				}
			}
			w.raw("</tr>")
		}
		w.end()
	case "image":
		w.raw(w.inline(n))
	case "":
		if s := strings.TrimSpace(n.text); s != "" {
			w.raw(element("p", escaped(s)))
		}
	default:
		w.blocks(n, depth)
	}
}

// lines returns the lines below n, with breaks between.
func (w *fb2) lines(n *node) string {
	var all []string
	for _, k := range n.kids {
		if one := w.inline(k); strings.TrimSpace(one) != "" {
			all = append(all, strings.TrimSpace(one))
		}
	}
	return strings.Join(all, "<br/>")
}

func (w *fb2) inline(n *node) string {
	inside := running(n, w.inline)
	switch n.name {
	case "":
		return escaped(n.text)
	case "strong":
		return "<b>" + inside + "</b>"
	case "emphasis":
		return "<i>" + inside + "</i>"
	case "strikethrough":
		return "<s>" + inside + "</s>"
	case "sup", "sub", "code":
		return "<" + n.name + ">" + inside + "</" + n.name + ">"
	case "a":
		href := attribute("href", n.attr("href"))
		if n.attr("type") == "note" {
			return "<a epub:type=\"noteref\" " + href + ">" + inside + "</a>"
		}
		return "<a " + href + ">" + inside + "</a>"
	case "image":
		if alt := n.attr("alt") + n.attr("title"); alt != "" {
			return "<img " + attribute("alt", alt) + "/>"
		}
		return ""
	}
	return inside
}
