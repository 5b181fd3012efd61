package office

import (
	"strconv"
	"strings"
)

// inside returns the running text of a paragraph as mark-up.
func (d *docx) inside(n *node) string {
	w := docxRuns{docx: d}
	w.all(n)
	return w.String()
}

// docxRuns writes running text.
type docxRuns struct {
	*docx
	strings.Builder
}

func (w *docxRuns) all(n *node) {
	for _, k := range n.kids {
		w.one(k)
	}
}

func (w *docxRuns) one(n *node) {
	if strings.HasSuffix(n.space, "/math") || strings.HasSuffix(n.space, "/math/") {
		w.WriteString("<math>" + omml(n) + "</math>")
		return
	}
	switch n.name {
	case "r":
		w.run(n)
	case "hyperlink":
		if to := w.links[n.attr("id")]; to != "" {
			w.around("a "+attribute("href", to), "a", n)
		} else {
			w.all(n)
		}
	case "", "pPr", "rPr", "del", "moveFrom", "Fallback", "txbxContent", "sdtPr", "bookmarkStart", "commentRangeStart":
	default: // insertions, fields, content controls
		w.all(n)
	}
}

// around writes what is below n in an element.
func (w *docxRuns) around(open, name string, n *node) {
	w.WriteString("<" + open + ">")
	w.all(n)
	w.WriteString("</" + name + ">")
}

// run writes a run in its voice.
func (w *docxRuns) run(n *node) {
	var tags []string
	style := n.kid("rPr")
	for _, t := range [...]struct{ name, tag string }{{"b", "b"}, {"i", "i"}, {"strike", "s"}} {
		if on := style.kid(t.name); on != nil && isOn(on) {
			tags = append(tags, t.tag)
		}
	}
	switch style.kid("vertAlign").attr("val") {
	case "superscript":
		tags = append(tags, "sup")
	case "subscript":
		tags = append(tags, "sub")
	}
	if v := style.kid("vanish"); v != nil && isOn(v) {
		return
	}
	text := w.runText(n)
	if strings.TrimSpace(text) == "" || strings.Contains(text, "noteref") {
		w.WriteString(text)
		return
	}
	for _, t := range tags {
		w.WriteString("<" + t + ">")
	}
	w.WriteString(text)
	for i := len(tags) - 1; i >= 0; i-- {
		w.WriteString("</" + tags[i] + ">")
	}
}

// runText returns what a run says.
func (w *docxRuns) runText(n *node) string {
	var b strings.Builder
	for _, k := range n.kids {
		switch k.name {
		case "t":
			b.WriteString(escaped(k.text + textOf(k)))
		case "tab", "ptab":
			b.WriteByte(' ')
		case "br", "cr":
			if t := k.attr("type"); t != "page" && t != "column" {
				b.WriteString("<br/>")
			}
		case "noBreakHyphen":
			b.WriteByte('-')
		case "sym":
			if c, err := strconv.ParseUint(k.attr("char"), 16, 32); err == nil && c < 0xf000 {
				b.WriteString(escaped(string(rune(c))))
			}
		case "footnoteReference", "endnoteReference":
			n := w.note(noteRef{strings.TrimSuffix(k.name, "Reference"), k.attr("id")})
			b.WriteString("<a epub:type=\"noteref\" " + attribute("href", "#"+noteID(n)) + ">" + strconv.Itoa(n) + "</a>")
		case "ruby":
			b.WriteString("<ruby>" + w.inside(k.kid("rubyBase").orEmpty()) + "<rt>" + w.inside(k.kid("rt").orEmpty()) + "</rt></ruby>")
		case "drawing", "pict", "object", "AlternateContent":
			if alt := pictureText(k); alt != "" {
				b.WriteString("<img " + attribute("alt", alt) + "/>")
			}
		}
	}
	return b.String()
}

// pictureText returns how a picture is described.
func pictureText(n *node) string {
	if n.find("txbxContent") != nil {
		return ""
	}
	return n.find("docPr").attr("descr")
}

func (n *node) orEmpty() *node {
	if n == nil {
		return new(node)
	}
	return n
}

// textOf returns the text right below n, white space as it is.
func textOf(n *node) string {
	var b strings.Builder
	for _, k := range n.kids {
		b.WriteString(k.text)
	}
	return b.String()
}

// isOn reports whether a property that may be switched off is on.
func isOn(n *node) bool {
	switch n.attr("val") {
	case "0", "false", "none", "off":
		return false
	}
	return true
}

// omml writes a formula of Office as MathML.
func omml(n *node) string {
	part := func(name string) string { return "<mrow>" + ommlAll(n.kid(name).orEmpty()) + "</mrow>" }
	switch n.name {
	case "t":
		return "<mtext>" + escaped(textOf(n)) + "</mtext>"
	case "f":
		return "<mfrac>" + part("num") + part("den") + "</mfrac>"
	case "sSup":
		return "<msup>" + part("e") + part("sup") + "</msup>"
	case "sSub":
		return "<msub>" + part("e") + part("sub") + "</msub>"
	case "sSubSup":
		return "<msubsup>" + part("e") + part("sub") + part("sup") + "</msubsup>"
	case "limLow":
		return "<munder>" + part("e") + part("lim") + "</munder>"
	case "rad":
		if n.kid("deg").all() == "" {
			return "<msqrt>" + part("e") + "</msqrt>"
		}
		return "<mroot>" + part("e") + part("deg") + "</mroot>"
	case "nary":
		sign := n.at("naryPr", "chr").attr("val")
		if sign == "" {
			sign = "∫"
		}
		return "<munderover><mo>" + escaped(sign) + "</mo>" + part("sub") + part("sup") + "</munderover>" + part("e")
	case "d":
		open, shut := n.at("dPr", "begChr").attr("val"), n.at("dPr", "endChr").attr("val")
		if open == "" && shut == "" {
			open, shut = "(", ")"
		}
		return "<mo>" + escaped(open) + "</mo>" + ommlAll(n) + "<mo>" + escaped(shut) + "</mo>"
	case "m":
		return "<mtable>" + ommlAll(n) + "</mtable>"
	case "mr":
		rows := ""
		for _, k := range n.kids {
			if k.name == "e" {
				rows += "<mtd>" + ommlAll(k) + "</mtd>"
			}
		}
		return "<mtr>" + rows + "</mtr>"
	}
	return ommlAll(n)
}

func ommlAll(n *node) string {
	var b strings.Builder
	for _, k := range n.kids {
		b.WriteString(omml(k))
	}
	return b.String()
}
