package office

import (
	"html"
	"strconv"
	"strings"
)

// A docx is a document of Word (ECMA-376, WordprocessingML) that is being
// written as a page.
type docx struct {
	writer
	styles    map[string]style
	numbering *numbering
	links     map[string]string // addresses, by their id
	title     string            // what stands in the style for titles
	notes     []noteRef
	numbers   map[noteRef]int // of notes, from 1
	lists     []string        // the lists that are open, innermost last: "ul" or "ol"
}

// A noteRef is a note by its kind, footnote or endnote, and its id.
type noteRef struct{ kind, id string }

// DOCX writes a document of Word as a page.
func DOCX(files Files) (Document, error) {
	d := &docx{
		styles:    readStyles(parse(files("word/styles.xml"))),
		numbering: readNumbering(parse(files("word/numbering.xml"))),
		links:     readLinks(parse(files("word/_rels/document.xml.rels"))),
	}
	doc := readCore(parse(files("docProps/core.xml")))
	body := parse(files("word/document.xml")).find("body")
	if body == nil {
		return doc, errNoText
	}
	d.blocks(body)
	d.writeNotes(files)
	doc.Page = d.page()
	if d.title != "" {
		doc.Title = d.title
	}
	return doc, nil
}

// readLinks reads the addresses that a document leads to.
func readLinks(n *node) map[string]string {
	links := map[string]string{}
	if all := n.kid("Relationships"); all != nil {
		for _, k := range all.kids {
			if k.attr("TargetMode") == "External" {
				links[k.attr("Id")] = k.attr("Target")
			}
		}
	}
	return links
}

// readCore reads what a document says of itself.
func readCore(n *node) Document {
	return Document{Title: n.find("title").all(), Author: n.find("creator").all(), Date: n.find("created").all()}
}

// blocks writes the paragraphs and tables below n.
func (d *docx) blocks(n *node) {
	for _, k := range n.kids {
		switch k.name {
		case "p":
			d.paragraph(k)
		case "tbl":
			d.table(k)
		case "Fallback", "sectPr", "del", "moveFrom", "pPr", "tcPr":
		default: // content controls, insertions
			d.blocks(k)
		}
	}
	d.endLists(0)
}

// paragraph writes a paragraph: a heading, an item or text.
func (d *docx) paragraph(n *node) {
	p := d.layout(n.kid("pPr"))
	if p.contents {
		return
	}
	inside := d.inside(n)
	text := plain(inside)
	if p.title && d.title == "" && text != "" {
		d.title = text
		return
	}
	label, bullet := d.numbering.next(p.list, p.level)
	switch {
	case p.heading > 0 && text != "":
		d.endLists(0)
		tag := "h" + strconv.Itoa(min(p.heading, 6))
		d.raw("<" + tag + ">" + escaped(label) + inside + "</" + tag + ">")
	case strings.TrimSpace(inside) == "":
	case bullet:
		d.item(p.level, "ul", inside)
	case isPlainNumber(label):
		d.item(p.level, "ol", inside)
	default:
		d.endLists(0)
		d.raw("<p>" + escaped(label) + inside + "</p>")
	}
	d.raw("\n")
	for _, box := range n.boxes(nil) { // text boxes that hang on the paragraph
		d.blocks(box)
	}
}

// plain returns mark-up without its tags.
func plain(markup string) string {
	var b strings.Builder
	for {
		text, rest, ok := strings.Cut(markup, "<")
		b.WriteString(text)
		if !ok {
			return strings.Join(strings.Fields(html.UnescapeString(b.String())), " ")
		}
		_, markup, _ = strings.Cut(rest, ">")
	}
}

// boxes returns the text boxes below a paragraph.
func (n *node) boxes(all []*node) []*node {
	for _, k := range n.kids {
		switch k.name {
		case "txbxContent":
			all = append(all, k)
		case "Fallback":
		default:
			all = k.boxes(all)
		}
	}
	return all
}

// item writes an item of a list of some level.
func (d *docx) item(level int, list, inside string) {
	level = min(level, 8)
	d.endLists(level + 1)
	if n := len(d.lists); n == level+1 && d.lists[n-1] != list {
		d.endLists(level)
	}
	for len(d.lists) <= level {
		start := ""
		if list == "ol" && len(d.lists) == level {
			start = attribute("start", strconv.Itoa(d.numbering.last))
		}
		d.start(list, start)
		d.lists = append(d.lists, list)
	}
	d.raw("<li>" + inside + "</li>")
}

// endLists closes all but the first n lists.
func (d *docx) endLists(n int) {
	for len(d.lists) > n {
		d.end()
		d.lists = d.lists[:len(d.lists)-1]
	}
}

// table writes a table. A cell that goes on from the row above is an empty one
// in its column.
func (d *docx) table(n *node) {
	d.endLists(0)
	d.start("table", "")
	for _, row := range n.rows(nil) {
		d.start("tr", "")
		for _, cell := range row.cells(nil) {
			wide := ""
			if span := cell.at("tcPr", "gridSpan").number("val", 1); span > 1 {
				wide = attribute("colspan", strconv.Itoa(min(span, 100)))
			}
			d.start("td", wide)
			outer := d.lists
			d.lists = nil
			d.blocks(cell)
			d.lists = outer
			d.end()
		}
		d.end()
	}
	d.end()
}

// rows returns the rows of a table, those in content controls too.
func (n *node) rows(all []*node) []*node { return n.those("tr", all) }

func (n *node) cells(all []*node) []*node { return n.those("tc", all) }

func (n *node) those(name string, all []*node) []*node {
	for _, k := range n.kids {
		switch k.name {
		case name:
			all = append(all, k)
		case "sdt", "sdtContent", "ins", "customXml":
			all = k.those(name, all)
		}
	}
	return all
}

// note returns the number of a note, which is written once: one that many marks
// refer to, or that refers to itself, stands there for all of them.
func (d *docx) note(ref noteRef) int {
	n, known := d.numbers[ref]
	if !known {
		if d.numbers == nil {
			d.numbers = map[noteRef]int{}
		}
		d.notes = append(d.notes, ref)
		n = len(d.notes)
		d.numbers[ref] = n
	}
	return n
}

// writeNotes writes the notes that the text refers to, in their order.
func (d *docx) writeNotes(files Files) {
	texts := map[noteRef]*node{}
	for _, kind := range []string{"footnote", "endnote"} {
		if all := parse(files("word/" + kind + "s.xml")).kid(kind + "s"); all != nil {
			for _, k := range all.kids {
				texts[noteRef{kind, k.attr("id")}] = k
			}
		}
	}
	for i := 0; i < len(d.notes); i++ { // a note may refer to another
		n := texts[d.notes[i]]
		d.raw("<aside epub:type=\"footnote\" " + attribute("id", noteID(i+1)) + ">")
		if n != nil {
			d.blocks(n)
		}
		d.raw("</aside>\n")
	}
}

func noteID(n int) string { return "note" + strconv.Itoa(n) }
