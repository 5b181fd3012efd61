package office

import (
	"strconv"
	"strings"
)

// A style is a style of paragraphs.
type style struct {
	name    string // in lower case
	base    string // the style that it goes on from
	outline int    // level, 0 for none
	list    string // the numbering that it has
	level   int    // in that
}

// readStyles reads the styles of a document.
func readStyles(n *node) map[string]style {
	all := map[string]style{}
	if in := n.kid("styles"); in != nil {
		for _, k := range in.kids {
			if k.name != "style" {
				continue
			}
			p := k.kid("pPr")
			all[k.attr("styleId")] = style{
				name: strings.ToLower(k.kid("name").attr("val")), base: k.kid("basedOn").attr("val"),
				outline: outlineOf(p), list: p.at("numPr", "numId").attr("val"), level: p.at("numPr", "ilvl").number("val", 0),
			}
		}
	}
	return all
}

// outlineOf returns the level in the outline, 0 where none is set: Word counts
// from 0 and has 9 for text.
func outlineOf(p *node) int {
	if level := p.kid("outlineLvl").number("val", 9); level < 9 {
		return level + 1
	}
	return 0
}

// A layout is how a paragraph is set.
type layout struct {
	heading  int // level, 0 for none
	title    bool
	contents bool // of a table of contents
	list     string
	level    int
}

// layout returns how a paragraph is set, by itself or by its style and those
// that it goes on from.
func (d *docx) layout(p *node) layout {
	id := p.kid("pStyle").attr("val")
	l := layout{heading: outlineOf(p), list: p.at("numPr", "numId").attr("val"), level: p.at("numPr", "ilvl").number("val", -1)}
	text := p.kid("outlineLvl").attr("val") == "9"
	for depth := 0; id != "" && depth < 16; depth++ {
		s, ok := d.styles[id]
		if !ok {
			s.name = strings.ToLower(id)
		}
		l.title = l.title || depth == 0 && (s.name == "title" || s.name == "标题" || s.name == "文档标题")
		l.contents = l.contents || strings.HasPrefix(s.name, "toc ") || s.name == "toc heading" || len(s.name) == 4 && strings.HasPrefix(s.name, "toc")
		if l.heading == 0 && !text {
			if l.heading = s.outline; l.heading == 0 {
				l.heading = headingLevel(s.name)
			}
		}
		if l.list == "" && s.list != "" {
			l.list = s.list
			if l.level < 0 {
				l.level = s.level
			}
		}
		id = s.base
	}
	l.level = max(l.level, 0)
	return l
}

// headingLevel returns the heading level in the name of a style, 0 for none: heading 1,
// 标题 1, Heading1.
func headingLevel(name string) int {
	for _, prefix := range []string{"heading", "标题", "titre", "überschrift", "見出し"} {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			if n, err := strconv.Atoi(strings.TrimSpace(rest)); err == nil && n > 0 && n < 10 {
				return n
			}
		}
	}
	return 0
}

// A numbering counts the paragraphs that Word numbers by itself.
type numbering struct {
	abstract map[string]string  // the definition that a list follows
	levels   map[string][]level // of a definition
	counts   map[string]*[9]int // of a definition
	last     int                // the number that was given last
}

// A level is how the paragraphs of a level are numbered.
type level struct {
	format string // as Word calls it
	text   string // %1 stands for the number of level 1
	start  int
	suffix string
	legal  bool // all numbers in figures
}

func readNumbering(n *node) *numbering {
	all := &numbering{map[string]string{}, map[string][]level{}, map[string]*[9]int{}, 0}
	in := n.kid("numbering")
	if in == nil {
		return all
	}
	for _, k := range in.kids {
		switch k.name {
		case "abstractNum":
			levels := make([]level, 9)
			for _, l := range k.kids {
				if at := l.number("ilvl", 9); l.name == "lvl" && at < 9 {
					levels[at] = level{l.kid("numFmt").attr("val"), l.kid("lvlText").attr("val"), l.kid("start").number("val", 1), l.kid("suff").attr("val"), l.kid("isLgl") != nil}
				}
			}
			all.levels[k.attr("abstractNumId")] = levels
		case "num":
			all.abstract[k.attr("numId")] = k.kid("abstractNumId").attr("val")
		}
	}
	return all
}

// next returns what Word writes before the next paragraph of a list, "" for
// nothing, and whether that is only a bullet.
func (n *numbering) next(list string, at int) (label string, bullet bool) {
	id, ok := n.abstract[list]
	levels := n.levels[id]
	if list == "" || list == "0" || !ok || at < 0 || at >= len(levels) {
		return "", false
	}
	l := levels[at]
	switch l.format {
	case "bullet":
		return "", true
	case "none", "":
		return "", false
	}
	counts := n.counts[id]
	if counts == nil {
		counts = new([9]int)
		n.counts[id] = counts
	}
	if counts[at] == 0 {
		counts[at] = l.start
	} else {
		counts[at]++
	}
	for i := at + 1; i < len(counts); i++ {
		counts[i] = 0
	}
	n.last = counts[at]
	label = l.text
	for i := range levels[:at+1] {
		count := counts[i]
		if count == 0 {
			count = levels[i].start
		}
		format := levels[i].format
		if l.legal {
			format = "decimal"
		}
		label = strings.ReplaceAll(label, "%"+strconv.Itoa(i+1), counted(count, format))
	}
	if label != "" && l.suffix != "nothing" && !strings.HasSuffix(label, "、") && !strings.HasSuffix(label, "）") && !strings.HasSuffix(label, "．") {
		label += " "
	}
	return label, false
}

// isPlainNumber reports whether a label is one that lists of pages have.
func isPlainNumber(label string) bool {
	number, ok := strings.CutSuffix(strings.TrimSpace(label), ".")
	_, err := strconv.Atoi(number)
	return ok && err == nil
}
