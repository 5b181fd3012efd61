package page

import (
	"strconv"
	"strings"

	"juan/data/format/compose"
	"juan/data/format/dialect"
	"juan/data/format/formula"
	"juan/data/format/outline"
	"juan/model"
)

func itoa(n int) string { return strconv.Itoa(n) }

func atoi(s string, otherwise int) int {
	if n, err := strconv.Atoi(strings.TrimSpace(s)); err == nil && n >= 0 && n < 1<<30 {
		return n
	}
	return otherwise
}

// voice returns what an element makes of the voice around it.
func (p *Page) voice(t tag, e element) (model.Voice, string) {
	switch t.name {
	case "b", "strong":
		return e.voice | model.Strong, e.target
	case "i", "em", "cite", "dfn", "var":
		return e.voice | model.Emphasis, e.target
	case "code", "kbd", "samp", "tt":
		return e.voice | model.Verbatim, e.target
	case "s", "del", "strike":
		return e.voice | model.Strike, e.target
	case "a":
		href := compose.Address(t.attrs["href"])
		if p.noteKind(t) == noteMark {
			return e.voice | model.NoteRef, itoa(p.Notes.number(p.Doc, href))
		}
		if href != "" && !strings.HasPrefix(strings.ToLower(href), "javascript:") {
			return e.voice | model.Link, href
		}
	}
	return e.voice, e.target
}

// image adds the description of an image. One without is decoration.
func (p *Page) image(t tag) {
	e := p.top()
	alt := strings.Join(strings.Fields(t.attrs["alt"]), " ")
	if alt == "" {
		alt = strings.Join(strings.Fields(t.attrs["title"]), " ")
	}
	if strings.Contains(t.attrs["class"], "math") { // a formula is drawn, and said in TeX
		if n := len(p.line.Pieces); n > 0 && n == p.formulaEnd {
			return // it stands there in MathML
		}
		if !e.skip && !e.pre {
			p.line.Add(formula.TeX(alt), p.at, e.voice, e.target)
		}
		return
	}
	if !e.skip && !e.pre && alt != "" {
		p.line.Add(alt, p.at, e.voice|model.Picture, compose.Address(t.attrs["src"]))
	}
}

// box makes a task of the item that opens with a check box.
func (p *Page) box(t tag) {
	nest := p.top().nest
	if t.attrs["type"] != "checkbox" || len(nest) == 0 || len(p.line.Pieces) > 0 {
		return
	}
	state := model.Open
	if _, done := t.attrs["checked"]; done {
		state = model.Done
	}
	for i := range p.stack { // all share the container of the item
		if n := p.stack[i].nest; len(n) == len(nest) && n[len(n)-1].ID == nest[len(nest)-1].ID {
			n[len(n)-1].Task = state
		}
	}
}

// flush ends the block that is open.
func (p *Page) flush() {
	line := p.line
	if len(line.Pieces) == 0 {
		return
	}
	if p.table != nil {
		line.HardBreak(p.at) // a cell keeps its lines
		return
	}
	p.line = p.newLine()
	e := p.top()
	level := p.heading()
	switch {
	case e.pre:
		p.code(line)
	case level > 0:
		for _, b := range line.Heading(e.nest, func(at model.Leaf, one model.Prose) model.Block { return outline.Heading(at, one, level) }) {
			p.add(b, 0)
		}
	default:
		p.paragraphs(line, e.nest)
	}
}

// heading returns the level of the heading that is open, 0 for none.
func (p *Page) heading() int {
	for i := len(p.stack) - 1; i > 0 && i > len(p.stack)-8; i-- {
		if tag := p.stack[i].tag; len(tag) == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6' {
			return int(tag[1] - '0')
		}
	}
	return 0
}

// paragraphs adds the paragraphs of a stretch of running text.
func (p *Page) paragraphs(line *compose.Text, nest []model.Container) {
	for _, one := range line.Paragraphs() {
		p.paragraph(one, nest)
	}
}

func (p *Page) paragraph(line *compose.Text, nest []model.Container) {
	prose := proseChars(line)
	if lines := verseOf(line); lines {
		if one := line.Part(); one.Prose.Text() != "" {
			p.add(model.Verse{Leaf: model.Leaf{Nest: nest, Src: one.At}, Prose: one.Prose}, prose)
		}
		return
	}
	for _, one := range line.Parts() {
		p.add(model.Paragraph{Leaf: model.Leaf{Nest: nest, Src: one.At}, Prose: one.Prose}, prose)
		prose = 0
	}
}

// verseOf reports whether text is lines of verse by the measures of data/format/dialect.
func verseOf(c *compose.Text) bool {
	lines, runes := 1, 0
	if n := len(c.Pieces); n > 0 && c.Pieces[n-1].At-c.Pieces[0].At > compose.MaxParagraph {
		return false
	}
	for _, p := range c.Pieces {
		if p.Text == "\n" {
			lines, runes = lines+1, 0
			continue
		}
		if runes += len([]rune(p.Text[:min(len(p.Text), 200)])); runes > dialect.VerseRunes {
			return false
		}
	}
	return lines >= dialect.VerseLines
}

func (p *Page) code(line *compose.Text) {
	var b strings.Builder
	for _, one := range line.Pieces {
		b.WriteString(one.Text)
	}
	source := strings.TrimRight(strings.ReplaceAll(b.String(), "\r", ""), " \t\n")
	at := line.Base + line.Pieces[0].At
	if strings.HasPrefix(source, "\n") { // right after <pre>
		source, at = source[1:], at+1
	}
	if strings.TrimSpace(source) == "" {
		return
	}
	for _, b := range (model.Code{Leaf: model.Leaf{Nest: p.top().nest, Src: at}, Language: p.lang, Source: source}).Blocks() {
		p.add(b, 0)
	}
}

// add adds a block that holds so many characters of prose.
func (p *Page) add(b model.Block, prose int) {
	if p.top().note > 0 {
		p.Notes.Body = append(p.Notes.Body, b)
		return
	}
	p.Body, p.prose = append(p.Body, b), append(p.prose, prose)
}
