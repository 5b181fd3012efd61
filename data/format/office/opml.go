package office

import "strings"

// OPML writes an outline as a page: lists in lists, a note below its item, and a
// link where an item has an address.
func OPML(text string) (Document, error) {
	root := parse(text).find("opml")
	body := root.kid("body")
	if body == nil {
		return Document{}, errNoText
	}
	head := root.kid("head")
	doc := Document{Title: head.kid("title").all(), Author: head.kid("ownerName").all(), Date: head.kid("dateCreated").all()}
	var w writer
	w.outlines(body)
	if doc.Page = w.page(); strings.TrimSpace(plain(doc.Page)) == "" {
		return doc, errNoText
	}
	return doc, nil
}

// outlines writes the items below n as a list.
func (w *writer) outlines(n *node) {
	begun := false
	for _, k := range n.kids {
		if k.name != "outline" {
			continue
		}
		if !begun {
			w.start("ul", "")
			begun = true
		}
		text := k.attr("text")
		if text == "" {
			text = k.attr("title")
		}
		said := element("p", escaped(text))
		for _, address := range [...]string{"htmlUrl", "xmlUrl", "url"} {
			if href := k.attr(address); href != "" {
				said = element("p", "<a "+attribute("href", href)+">"+escaped(text)+"</a>")
				break
			}
		}
		w.start("li", "")
		w.raw(said)
		for _, line := range strings.Split(k.attr("_note"), "\n") {
			if line = strings.TrimSpace(line); line != "" {
				w.raw(element("p", escaped(line)))
			}
		}
		w.outlines(k)
		w.end()
	}
	if begun {
		w.end()
	}
}
