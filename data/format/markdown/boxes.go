package markdown

import (
	"bytes"
	"regexp"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Notes, tips and warnings that stand in a box with a title are quotes whose
// first paragraph is the title, in whatever form a program has them:
//
//	> [!NOTE] 题        GitHub, Obsidian
//	:::tip 题 … :::     VuePress, Docusaurus, Pandoc
//	!!! note "题", === "题"    MkDocs, the text indented by four
//	{{< note >}} … {{< /note >}}, {% note %} … {% endnote %}   Hugo, Hexo

// A boxTitle is the title of the box that it stands in.
type boxTitle struct{ ast.BaseBlock }

// A box is one whose text is indented.
type box struct{ ast.BaseBlock }

// A boxMark is a line that opens or ends a box around the blocks between. Where
// it opens one its lines are the title.
type boxMark struct {
	ast.BaseBlock
	name string // of what ends it
	ends bool
}

func (*boxTitle) Kind() ast.NodeKind { return authorKind }
func (*box) Kind() ast.NodeKind      { return authorKind }
func (*boxMark) Kind() ast.NodeKind  { return authorKind }

func (n *boxTitle) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }
func (n *box) Dump(source []byte, level int)      { ast.DumpHelper(n, source, level, nil, nil) }
func (n *boxMark) Dump(source []byte, level int)  { ast.DumpHelper(n, source, level, nil, nil) }

// A oneLine is what parsers of a single line have in common.
type oneLine struct{}

func (oneLine) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }
func (oneLine) Close(ast.Node, text.Reader, parser.Context)                 {}
func (oneLine) CanInterruptParagraph() bool                                 { return true }
func (oneLine) CanAcceptIndentedLine() bool                                 { return false }

// boxPatterns are the lines that open boxes.
type boxPatterns struct{ alert, fence, admonition, shortcode, argument *regexp.Regexp }

var boxLines = sync.OnceValue(func() boxPatterns {
	return boxPatterns{
		alert:      regexp.MustCompile(`^\[!([\pL\d_-]+)(?:\|[^\]]*)?\][+-]?[ \t]*(.*?)[ \t\r\n]*$`),
		fence:      regexp.MustCompile(`^:{3,}[ \t]*(?:\{[.#]?([\pL\d_-]+)(?:[^}]*?title="([^"]*)"[^}]*|[^}]*)\}|([\pL\d_-]*))[ \t]*\[?(.*?)\]?[ \t\r\n:]*$`),
		admonition: regexp.MustCompile(`^(?:(?:!!!|\?\?\?\+?)[ \t]+([\pL\d_ -]+?)[ \t]*(?:"(.*)")?|===[+!]?[ \t]+"(.+)")[ \t\r\n]*$`),
		shortcode:  regexp.MustCompile(`^\{(?:\{[<%]|%)[ \t]*(/|end)?([\pL\d_-]+)([^<>%{}]*?)[ \t]*(?:[>%]\}|%)\}[ \t\r\n]*$`),
		argument:   regexp.MustCompile(`(?:([\w-]+)[ \t]*=[ \t]*)?(?:"([^"]*)"|'([^']*)'|([^ \t"'=]+))`),
	}
})

// segmentOf returns the segment of a sub-match of a line that begins at byte at of
// the source.
func segmentOf(match []int, group, at int) (text.Segment, bool) {
	from, to := match[2*group], match[2*group+1]
	return text.NewSegment(at+from, at+to), from >= 0 && to > from
}

// openingLine returns the rest of the line that is to be opened and where it
// stands in the source.
func openingLine(reader text.Reader, pc parser.Context) (line []byte, at int) {
	line, segment := reader.PeekLine()
	pos := max(pc.BlockOffset(), 0)
	if pos >= len(line) {
		return nil, 0
	}
	return line[pos:], segment.Start - segment.Padding + pos
}

// An alertTitle parses the first line of a quote that is an alert.
type alertTitle struct{ oneLine }

func (alertTitle) Trigger() []byte { return []byte{'['} }

func (alertTitle) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if parent.Kind() != ast.KindBlockquote || parent.HasChildren() {
		return nil, parser.NoChildren
	}
	line, at := openingLine(reader, pc)
	m := boxLines().alert.FindSubmatchIndex(line)
	if m == nil {
		return nil, parser.NoChildren
	}
	node := new(boxTitle)
	title, ok := segmentOf(m, 2, at)
	if !ok {
		title, _ = segmentOf(m, 1, at)
	}
	node.Lines().Append(title)
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

// A fenceMark parses the lines of colons around a box.
type fenceMark struct{ oneLine }

func (fenceMark) Trigger() []byte { return []byte{':'} }

func (fenceMark) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := openingLine(reader, pc)
	m := boxLines().fence.FindSubmatchIndex(line)
	if m == nil {
		return nil, parser.NoChildren
	}
	node := &boxMark{name: ":"}
	title, ok := segmentOf(m, 4, at)
	for _, group := range []int{2, 1, 3} {
		if !ok {
			title, ok = segmentOf(m, group, at)
		}
	}
	if node.ends = !ok; ok && !isFrame(string(reader.Value(title))) {
		node.Lines().Append(title)
	}
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

// isFrame reports whether a box of that name only arranges what is in it.
func isFrame(name string) bool {
	if strings.HasPrefix(name, "column-") { // where on the page it stands
		return true
	}
	switch name {
	case "code-group", "v-pre", "raw", "left", "right", "center", "tabs", "columns", "column", "div":
		return true
	}
	return false
}

// A shortcodeMark parses the lines of templates around a box.
type shortcodeMark struct{ oneLine }

func (shortcodeMark) Trigger() []byte { return []byte{'{'} }

func (shortcodeMark) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := openingLine(reader, pc)
	m := boxLines().shortcode.FindSubmatchIndex(line)
	if m == nil {
		return nil, parser.NoChildren
	}
	name := strings.ToLower(string(line[m[4]:m[5]]))
	node := &boxMark{name: name, ends: m[3] > m[2]}
	if !isBoxName(name) || bytes.Contains(line, []byte("/>}}")) {
		return nil, parser.NoChildren
	}
	switch arguments, ok := segmentOf(m, 3, at); {
	case node.ends:
	case !isQuotation(name):
		node.Lines().Append(boxArgument(line, m, at))
	case ok: // who said it, and where
		node.Lines().Append(arguments.TrimLeftSpace(reader.Source()))
	}
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

// boxArgument returns where the title of a box stands in the line of a
// template: the argument called title, else the last that has no name, else
// the one called type, else the name of the template.
func boxArgument(line []byte, m []int, at int) text.Segment {
	title, _ := segmentOf(m, 2, at)
	from := m[6]
	for _, one := range boxLines().argument.FindAllSubmatchIndex(line[from:m[7]], -1) {
		key := ""
		if one[2] >= 0 {
			key = string(line[from+one[2] : from+one[3]])
		}
		for group := 2; group <= 4; group++ {
			word, ok := segmentOf(one, group, at+from)
			if ok && key == "title" {
				return word
			}
			if name, _ := segmentOf(m, 2, at); ok && key == "type" && title == name {
				title = word
			}
			if ok && key == "" && string(line[word.Start-at:word.Stop-at]) != "no-icon" && !bytes.Contains(line[word.Start-at:word.Stop-at], []byte(":")) {
				title = word
			}
		}
	}
	return title
}

// isQuotation reports whether a template only says whose words are in it.
func isQuotation(name string) bool {
	switch name {
	case "quote", "blockquote", "cq", "centerquote":
		return true
	}
	return false
}

// isBoxName reports whether a template makes a box.
func isBoxName(name string) bool {
	return strings.Contains(" note notice tip tips hint info warning warn caution danger important alert admonition callout attention success error"+
		" example question details fold folding spoiler quote blockquote cq centerquote primary box collapse expand hideblock hidetoggle ", " "+name+" ")
}

// An admonition parses a box whose text is indented.
type admonition struct{ oneLine }

func (admonition) Trigger() []byte { return []byte{'!', '?', '='} }

func (admonition) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := openingLine(reader, pc)
	m := boxLines().admonition.FindSubmatchIndex(line)
	if m == nil {
		return nil, parser.NoChildren
	}
	node, title := new(box), new(boxTitle)
	said, ok := segmentOf(m, 2, at)
	for _, group := range []int{3, 1} {
		if !ok {
			said, ok = segmentOf(m, group, at)
		}
	}
	title.Lines().Append(said)
	node.AppendChild(node, title)
	reader.AdvanceToEOL()
	return node, parser.HasChildren
}

func (admonition) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	pos, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if pos < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}
