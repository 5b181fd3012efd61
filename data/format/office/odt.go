package office

import (
	"strconv"
	"strings"
)

// An odt is a text of OpenDocument (ISO/IEC 26300) that is being written as a
// page.
type odt struct {
	writer
	voices  map[string][]string // the elements that a style of text stands for
	ordered map[string]bool     // styles of lists that have numbers
	notes   []*node
	title   string
}

// ODT writes a text of OpenDocument as a page.
func ODT(files Files) (Document, error) {
	meta := parse(files("meta.xml"))
	doc := Document{Title: meta.find("title").all(), Author: meta.find("creator").all(), Date: meta.find("creation-date").all()}
	d := &odt{voices: map[string][]string{}, ordered: map[string]bool{}}
	content := parse(files("content.xml"))
	d.readStyles(parse(files("styles.xml")))
	d.readStyles(content)
	body := content.find("text")
	if body == nil || body.space == "" && content.find("document-content") == nil {
		body = content
	}
	d.blocks(body)
	for i := 0; i < len(d.notes); i++ {
		d.raw("<aside epub:type=\"footnote\" " + attribute("id", noteID(i+1)) + ">")
		d.blocks(d.notes[i])
		d.raw("</aside>\n")
	}
	doc.Page = d.page()
	if strings.TrimSpace(plain(doc.Page)) == "" {
		return doc, errNoText
	}
	if d.title != "" {
		doc.Title = d.title
	}
	return doc, nil
}

// readStyles reads which styles of text are bold, raised and the like.
func (d *odt) readStyles(n *node) {
	for _, k := range n.kids {
		switch k.name {
		case "style":
			p := k.kid("text-properties")
			var tags []string
			if p.attr("font-weight") == "bold" {
				tags = append(tags, "b")
			}
			if p.attr("font-style") == "italic" {
				tags = append(tags, "i")
			}
			if line := p.attr("text-line-through-style"); line != "" && line != "none" {
				tags = append(tags, "s")
			}
			switch position, _, _ := strings.Cut(p.attr("text-position"), " "); {
			case position == "super", len(position) > 1 && position[0] != '-' && position[0] != '0':
				tags = append(tags, "sup")
			case position == "sub", strings.HasPrefix(position, "-"):
				tags = append(tags, "sub")
			}
			d.voices[k.attr("name")] = tags
		case "list-style":
			d.ordered[k.attr("name")] = k.kid("list-level-style-number") != nil && len(k.kids) > 0 && k.kids[0].name != "list-level-style-bullet"
		case "document-content", "document-styles", "styles", "automatic-styles":
			d.readStyles(k)
		}
	}
}

// blocks writes what stands below n.
func (d *odt) blocks(n *node) {
	for _, k := range n.kids {
		d.block(k)
	}
}

func (d *odt) block(n *node) {
	switch n.name {
	case "":
		if s := strings.TrimSpace(n.text); s != "" {
			d.raw("<p>" + escaped(s) + "</p>")
		}
	case "h":
		d.raw(element("h"+strconv.Itoa(min(n.number("outline-level", 1), 6)), running(n, d.inline)))
	case "p":
		inside := running(n, d.inline)
		if style := n.attr("style-name"); style == "Title" && d.title == "" && plain(inside) != "" {
			d.title = plain(inside)
		} else if strings.TrimSpace(inside) != "" {
			d.raw(element("p", inside))
		}
		d.frames(n)
	case "list":
		list := "ul"
		if d.ordered[n.attr("style-name")] {
			list = "ol"
		}
		d.start(list, "")
		for _, item := range n.kids {
			if item.name == "list-item" || item.name == "list-header" {
				d.start("li", "")
				d.blocks(item)
				d.end()
			}
		}
		d.end()
	case "table":
		d.table(n)
	case "tracked-changes", "table-of-content", "sequence-decls", "forms", "annotation", "automatic-styles", "styles", "font-face-decls", "scripts", "alphabetical-index", "master-styles":
	default: // sections, frames, text boxes
		d.blocks(n)
	}
}

// frames writes the text boxes that hang on a paragraph.
func (d *odt) frames(n *node) {
	for _, k := range n.kids {
		if k.name == "text-box" {
			d.blocks(k)
		} else if k.name != "note" {
			d.frames(k)
		}
	}
}

func (d *odt) table(n *node) {
	d.start("table", "")
	var rows func(n *node)
	rows = func(n *node) {
		for _, k := range n.kids {
			switch k.name {
			case "table-row":
				d.start("tr", "")
				d.cells(k)
				d.end()
			case "table-header-rows", "table-rows", "table-row-group":
				rows(k)
			}
		}
	}
	rows(n)
	d.end()
}

// cells writes the cells of a row; those that another covers are none.
func (d *odt) cells(row *node) {
	for _, k := range row.kids {
		if k.name != "table-cell" {
			continue
		}
		spans := attribute("colspan", strconv.Itoa(k.number("number-columns-spanned", 1))) + " " +
			attribute("rowspan", strconv.Itoa(k.number("number-rows-spanned", 1)))
		for range min(k.number("number-columns-repeated", 1), 100) {
			d.start("td", spans)
			d.blocks(k)
			d.end()
		}
	}
}

// element returns an element with what is inside it.
func element(name, inside string) string { return "<" + name + ">" + inside + "</" + name + ">\n" }

func (d *odt) inline(n *node) string {
	switch n.name {
	case "":
		return escaped(n.text)
	case "s":
		return strings.Repeat(" ", min(n.number("c", 1), 100))
	case "tab":
		return " "
	case "line-break":
		return "<br/>"
	case "a":
		return "<a " + attribute("href", n.attr("href")) + ">" + running(n, d.inline) + "</a>"
	case "ruby":
		return "<ruby>" + running(n.kid("ruby-base").orEmpty(), d.inline) + "<rt>" + running(n.kid("ruby-text").orEmpty(), d.inline) + "</rt></ruby>"
	case "note":
		d.notes = append(d.notes, n.kid("note-body").orEmpty())
		number := strconv.Itoa(len(d.notes))
		return "<a epub:type=\"noteref\" " + attribute("href", "#"+noteID(len(d.notes))) + ">" + number + "</a>"
	case "frame":
		alt := n.find("desc").all()
		if alt == "" {
			alt = n.find("title").all()
		}
		if alt == "" || n.kid("text-box") != nil {
			return ""
		}
		return "<img " + attribute("alt", alt) + "/>"
	case "annotation", "text-box", "tracked-changes", "bookmark", "change":
		return ""
	}
	open, shut := "", ""
	for _, tag := range d.voices[n.attr("style-name")] {
		open, shut = open+"<"+tag+">", "</"+tag+">"+shut
	}
	return open + running(n, d.inline) + shut
}
