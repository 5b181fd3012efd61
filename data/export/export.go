// Package export writes articles as Markdown, so that reading it gives them
// again, and repairs the punctuation of their prose.
package export

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"juan/data/format/dialect"
	"juan/model"
)

// maxLevel is the deepest heading that Markdown can mark; level 1 is written
// as ##, for the title has # to itself.
const maxLevel = 5

// Markdown returns an article as Markdown with front matter. voices says
// whether bold type and the like are written; links and notes always are.
func Markdown(a *model.Article, voices bool) string {
	w := &writer{voices: voices}
	body := a.Body
	if a.Written() { // Markdown keeps lines as they are only in code
		body = []model.Block{model.Code{Language: dialect.Lines, Source: linesOf(body)}}
	}
	for _, b := range body {
		w.block(b)
	}
	return frontOf(a, w.headings) + w.out.String()
}

// A writtenHeading is a heading as front matter lists it.
type writtenHeading struct {
	Text    string `yaml:"text"`
	Level   int    `yaml:"level"`
	Kind    string `yaml:"kind,omitempty"`
	Certain *bool  `yaml:"certain,omitempty"`
}

// frontOf returns the front matter of an article. Headings that Markdown
// cannot mark, run-in ones, are listed there.
func frontOf(a *model.Article, headings []writtenHeading) string {
	const day = "2006-01-02"
	var front struct {
		ID        string           `yaml:"id,omitempty"`
		Title     string           `yaml:"title"`
		Date      string           `yaml:"date,omitempty"`
		Delivered string           `yaml:"delivered,omitempty"`
		Source    string           `yaml:"source,omitempty"`
		Note      string           `yaml:"note,omitempty"`
		Tags      []string         `yaml:"tags,omitempty,flow"`
		Encoding  string           `yaml:"encoding,omitempty"`
		Headings  []writtenHeading `yaml:"headings"`
	}
	front.ID, front.Title, front.Source, front.Note, front.Tags, front.Encoding = a.ID, a.Title, a.Source, a.Note, a.Tags, a.Encoding
	if front.Source == "" {
		front.Source = a.Path
	}
	if !a.Date.IsZero() {
		front.Date = a.Date.Format(day)
	}
	if !a.Delivered.IsZero() {
		front.Delivered = a.Delivered.Format(day)
	}
	front.Headings = headings
	if headings == nil {
		front.Headings = []writtenHeading{} // none beyond those marked
	}
	text, err := yaml.Marshal(front)
	if err != nil {
		return "" // cannot be: all are strings
	}
	return "---\n" + string(text) + "---\n"
}

// linesOf returns lines one below the other.
func linesOf(body []model.Block) string {
	all := make([]string, len(body))
	for i, b := range body {
		all[i] = b.Text()
	}
	return strings.Join(all, "\n")
}

// A writer writes blocks as Markdown.
type writer struct {
	out      strings.Builder
	nest     []model.Container // of the block before
	headings []writtenHeading
	voices   bool
	begun    bool
}

// block writes one block.
func (w *writer) block(b model.Block) {
	if len(b.In()) == 0 {
		w.heading(b)
	}
	switch b := b.(type) {
	case model.Heading:
		level := b.Level + 1
		if b.Level > maxLevel {
			level = 0
		}
		text := w.prose(b.Prose, inHeading)
		if level > 0 {
			text = strings.Repeat("#", level) + " " + text
		}
		w.lines(b.Nest, text)
	case model.Paragraph:
		w.lines(b.Nest, w.prose(b.Prose, inText))
	case model.Verse:
		w.lines(b.Nest, w.verse(b))
	case model.Code:
		w.lines(b.Nest, dialect.Fenced(b.Language, b.Source))
	case model.Table:
		w.lines(b.Nest, w.table(b))
	case model.Rule:
		w.lines(b.Nest, "* * *")
	}
}

// heading lists a heading in the front matter that Markdown cannot express.
func (w *writer) heading(b model.Block) {
	h := writtenHeading{Text: b.Text()}
	switch b := b.(type) {
	case model.Heading:
		if b.Level <= maxLevel {
			return
		}
		h.Level = b.Level + 1
	case model.Paragraph:
		if b.Lead.End == 0 {
			return
		}
		h.Text, h.Level, h.Kind = b.Text()[:b.Lead.End], b.Lead.Level+1, "run-in"
		if b.Lead.Kind == model.OwnLine {
			h.Kind = "heading"
		}
		if !b.Lead.Certain {
			h.Certain = new(bool)
		}
	default:
		return
	}
	w.headings = append(w.headings, h)
}

// lines writes the lines of a block after what its containers put before
// them: a marker where an item begins, else the width of it.
func (w *writer) lines(nest []model.Container, text string) {
	same := 0
	for same < len(nest) && same < len(w.nest) && nest[same].ID == w.nest[same].ID {
		same++
	}
	var first, rest, gap strings.Builder
	for i, c := range nest {
		before, after := prefixes(c)
		if i < same {
			before = after
			gap.WriteString(after)
		}
		first.WriteString(before)
		rest.WriteString(after)
	}
	tight := same < len(nest) && nest[same].Tight && same < len(w.nest) && w.nest[same].Kind == nest[same].Kind
	if w.begun && !tight {
		w.out.WriteString(strings.TrimRight(gap.String(), " ") + "\n")
	}
	if same < len(nest) && same < len(w.nest) && restarts(w.nest[same], nest[same]) { // else the two lists were one
		w.out.WriteString(gap.String() + "<!-- -->\n\n")
	}
	for i, line := range strings.Split(text, "\n") {
		prefix := rest.String()
		if i == 0 {
			prefix = first.String()
		}
		if line == "" {
			prefix = strings.TrimRight(prefix, " ")
		}
		w.out.WriteString(prefix + line + "\n")
	}
	w.nest, w.begun = nest, true
}

// restarts reports whether a numbered item begins another list than that of the
// item before it: it does not have the next number.
func restarts(before, item model.Container) bool {
	if before.Kind != model.Item || item.Kind != model.Item || before.Marker == "" || item.Marker == "" {
		return false
	}
	last, _ := strconv.Atoi(strings.TrimRight(before.Marker, ".)"))
	next, _ := strconv.Atoi(strings.TrimRight(item.Marker, ".)"))
	return next != last+1
}

// prefixes returns what a container puts before its first line and before the
// others.
func prefixes(c model.Container) (first, rest string) {
	switch c.Kind {
	case model.Quote:
		return "> ", "> "
	case model.Note:
		return "[^" + c.Marker + "]: ", "    "
	}
	first = "- "
	if c.Marker != "" {
		first = c.Marker + " "
	}
	rest = strings.Repeat(" ", len(first))
	switch c.Task {
	case model.Open:
		first += "[ ] "
	case model.Done:
		first += "[x] "
	}
	return first, rest
}

// verse writes lines of verse so that they are read as such.
func (w *writer) verse(v model.Verse) string {
	lines := strings.Split(v.Text(), "\n")
	short := len(lines) >= dialect.VerseLines
	for _, line := range lines {
		short = short && len([]rune(line)) <= dialect.VerseRunes && strings.TrimSpace(line) != ""
	}
	if short {
		return w.prose(v.Prose, inText)
	}
	return dialect.Fenced("verse", v.Text())
}

// table writes a table; one without a head gets an empty one.
func (w *writer) table(t model.Table) string {
	columns := len(t.Align)
	for _, row := range t.Rows {
		columns = max(columns, len(row))
	}
	var b strings.Builder
	row := func(cell func(int) string) {
		b.WriteByte('|')
		for i := range columns {
			b.WriteString(" " + cell(i) + " |")
		}
		b.WriteByte('\n')
	}
	rows := t.Rows
	if !t.Head || len(rows) == 0 {
		rows = append([][]model.Prose{nil}, rows...)
	}
	for i, r := range rows {
		row(func(k int) string {
			if k >= len(r) {
				return ""
			}
			return w.prose(r[k], inCell)
		})
		if i == 0 {
			row(func(k int) string { return rule(t.Align, k) })
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func rule(align []model.Align, column int) string {
	if column < len(align) {
		switch align[column] {
		case model.Left:
			return ":--"
		case model.Center:
			return ":-:"
		case model.Right:
			return "--:"
		}
	}
	return "---"
}
