package markdown

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"juan/data/format/compose"
	"juan/data/format/dialect"
	"juan/data/format/page"
	"juan/model"
)

// code adds a block of code; one marked as verse is verse.
func (m *Reader) code(n ast.Node, language string, nest []model.Container) {
	source, at := m.lines(n.Lines())
	source = strings.TrimRight(source, "\r\n")
	switch kind := strings.ToLower(language); {
	case kind == "math" || kind == "latex-math" || kind == "katex":
		m.display(n.Lines(), nest)
	case (kind == "verse" || kind == "poem" || kind == "poetry") && len(source) <= compose.MaxParagraph:
		c := &compose.Text{Src: m.src, Base: m.base}
		for i := range n.Lines().Len() {
			s := n.Lines().At(i)
			c.Verbatim(s.Start, s.Start+len(strings.TrimRight(m.src[s.Start:s.Stop], " \t\r\n")), 0, "")
			c.HardBreak(s.Stop)
		}
		if p := c.Part(); p.Prose.Text() != "" {
			m.Body = append(m.Body, model.Verse{Leaf: model.Leaf{Nest: nest, Src: p.At}, Prose: p.Prose})
		}
	default:
		m.Body = append(m.Body, model.Code{Leaf: m.leaf(nest, at), Language: language, Source: source}.Blocks()...)
	}
}

// lines returns the lines of a block, a piece of the source where they stand
// there without indentation, and the byte where they begin.
func (m *Reader) lines(lines *text.Segments) (s string, at int) {
	if lines.Len() == 0 {
		return "", 0
	}
	first, last := lines.At(0), lines.At(lines.Len()-1)
	verbatim := strings.IndexByte(m.src[first.Start:last.Stop], '\r') < 0
	for i := range lines.Len() {
		seg := lines.At(i)
		verbatim = verbatim && seg.Padding == 0 && (i == 0 || seg.Start == lines.At(i-1).Stop)
	}
	if verbatim {
		return m.src[first.Start:last.Stop], first.Start
	}
	var b strings.Builder
	for i := range lines.Len() {
		seg := lines.At(i)
		line := string(seg.Value(m.raw))
		b.WriteString(strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r"))
		b.WriteByte('\n')
	}
	// Tabs may have grown to spaces: no offset may leave the source.
	return b.String(), max(0, min(first.Start, last.Stop-b.Len()))
}

// verse reports whether a paragraph is lines of verse: four or more short
// ones, every one but the last with a hard break, or of one length with a mark
// at the end of each.
func (m *Reader) verse(n ast.Node) bool {
	lines := n.Lines()
	if lines.Len() < dialect.VerseLines || lines.At(lines.Len()-1).Stop-lines.At(0).Start > compose.MaxParagraph {
		return false
	}
	hard, marked, same, last := true, true, 0, 0
	for i := range lines.Len() {
		s := lines.At(i)
		line := strings.TrimRight(m.src[s.Start:s.Stop], "\r\n")
		hard = hard && (i == lines.Len()-1 || strings.HasSuffix(line, "  ") || strings.HasSuffix(line, "\\"))
		runes := utf8.RuneCountInString(strings.TrimSpace(line))
		if runes > dialect.VerseRunes {
			return false
		}
		mark, _ := utf8.DecodeLastRuneInString(line)
		marked = marked && strings.ContainsRune("，。、；！？", mark)
		if runes == last {
			same++
		}
		last = runes
	}
	return hard || marked && 10*same >= 7*lines.Len()
}

// html adds what a block of HTML says, without its tags.
func (m *Reader) html(n *ast.HTMLBlock, nest []model.Container) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	from, to := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	if n.HasClosure() {
		to = max(to, n.ClosureLine.Stop)
	}
	p := page.New(m.src[from:to], m.base+from, nest)
	p.Nested, p.Piece = m.nested, true
	p.Read()
	m.nested = p.Nested
	m.Body = append(m.Body, p.Body...)
}
