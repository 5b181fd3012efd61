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

	"juan/data/format/compose"
	"juan/data/format/dialect"
	"juan/model"
	"juan/model/char"
)

// What stands in a text for programs and not for readers: comments, names of
// headings and blocks, the templates of sites, where the contents go, what code
// imports.

// A comment parses %%text%%.
type comment struct{}

func (comment) Trigger() []byte { return []byte{'%'} }

func (comment) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("%%")) {
		return nil
	}
	if i := bytes.Index(line[2:], []byte("%%")); i > 0 {
		return said(block, i+4, new(written))
	}
	return nil
}

// A commentBlock parses the lines between two lines of %%, or between those of a
// template that comments.
type commentBlock struct{ oneLine }

type commentNode struct {
	ast.BaseBlock
	end string // what its last line begins with
}

func (*commentNode) Kind() ast.NodeKind              { return authorKind }
func (*commentNode) IsRaw() bool                     { return true }
func (n *commentNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

func (commentBlock) Trigger() []byte { return []byte{'%', '{'} }

func (commentBlock) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := openingLine(reader, pc)
	node := new(commentNode)
	switch string(bytes.Trim(line, " \t\r\n")) {
	case "%%":
		node.end = "%%"
	case "{% comment %}":
		node.end = "{% endcomment %}"
	default:
		return nil, parser.NoChildren
	}
	rest := reader.Source()[min(at+len(line), len(reader.Source())):]
	if !bytes.HasPrefix(rest, []byte(node.end)) && !bytes.Contains(rest, []byte("\n"+node.end)) {
		return nil, parser.NoChildren // it has no end
	}
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

func (commentBlock) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	reader.AdvanceToEOL()
	if bytes.HasPrefix(bytes.TrimLeft(line, " \t"), []byte(node.(*commentNode).end)) {
		return parser.Close
	}
	return parser.Continue | parser.NoChildren
}

// A remarkLine parses the definition of a link that nobody follows, as authors
// write remarks:
//
//	[^_^]: # (a remark)
//	[//]: # "a remark"
//	[comment]: <> (a remark)
//
// CommonMark has no note of the name ^_^; here notes do begin so.
type remarkLine struct{ oneLine }

func (remarkLine) Trigger() []byte { return []byte{'['} }

func (remarkLine) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := openingLine(reader, pc)
	_, after, ok := bytes.Cut(line[:min(len(line), maxAside)], []byte("]:"))
	if after = bytes.TrimSpace(after); !ok || len(after) < 3 {
		return nil, parser.NoChildren
	}
	target, remark, _ := bytes.Cut(after, []byte(" "))
	remark = bytes.TrimSpace(remark)
	if string(target) != "#" && string(target) != "<>" || len(remark) == 0 || bytes.IndexByte([]byte("(\"'"), remark[0]) < 0 {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return new(commentNode), parser.NoChildren
}

// A blockName parses the name of a block at its end: ^abc123.
type blockName struct{}

func (blockName) Trigger() []byte { return []byte{'^'} }

func (blockName) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, _ := block.PeekLine()
	size := 1
	for size < len(line) && (char.IsLatin(rune(line[size])) || char.IsDigit(rune(line[size])) || line[size] == '-') {
		size++
	}
	if before != ' ' && before != '\n' || size == 1 || size > 41 || !util.IsBlank(line[size:]) {
		return nil
	}
	return said(block, size, new(written))
}

// Braces parse what stands in braces and is no text: {#name}, {: .class},
// {width=50%} after a picture, {/* comment */}, and templates.
type braces struct{}

func (braces) Trigger() []byte { return []byte{'{'} }

// bracePatterns are what stands in braces.
type bracePatterns struct{ comment, name, class, attributes, template, remark, shown *regexp.Regexp }

var braceForms = sync.OnceValue(func() bracePatterns {
	return bracePatterns{
		comment:    regexp.MustCompile(`^\{/\*.*?\*/\}`),
		name:       regexp.MustCompile(`^\{[ \t]*#[\pL\d_.:-]+(?:[ \t]+[^{}\n]*)?\}`),
		class:      regexp.MustCompile(`^\{[ \t]*\.[A-Za-z][\w-]*(?:[ \t]+[^{}\n]*)?\}`),
		attributes: regexp.MustCompile(`^\{[ \t]*(?:[.#][\w-]+|[\w-]+=[^{}\n ]+)(?:[ \t]+[^{}\n]*)?\}`),
		template:   regexp.MustCompile(`^\{(?:\{<.*?>\}|\{%.*?%\}|%.*?%)\}`),
		remark:     regexp.MustCompile(`^\{% *comment *%\}.*?\{% *endcomment *%\}`),
		shown:      regexp.MustCompile(`(?:text|title|caption|alt)[ \t]*=[ \t]*(?:"([^"]+)"|'([^']+)')`),
	}
})

func (braces) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	short := line[:min(len(line), maxAside)]
	forms := braceForms()
	switch {
	case len(line) < 3:
		return nil
	case line[1] == '/':
		if m := forms.comment.Find(short); m != nil {
			return said(block, len(m), new(written))
		}
		return nil
	case line[1] == '{' || line[1] == '%':
		if m := forms.remark.Find(short); m != nil {
			return said(block, len(m), new(written))
		}
		if m := forms.template.Find(short); m != nil {
			return said(block, len(m), templateText(m, segment.Start))
		}
		return nil
	}
	end := bytes.IndexAny(short[1:], "{}\n") + 2
	if end < 2 || short[end-1] != '}' {
		return nil
	}
	m := short[:end]
	switch {
	case m[1] == ':',
		(forms.name.Match(m) || forms.class.Match(m)) && util.IsBlank(line[end:]),
		forms.attributes.Match(m) && (before == ')' || before == ']' || before == '`'):
		return said(block, end, new(written))
	}
	return nil
}

// A templateLink parses a link or a picture whose address is a template, which
// holds blanks and is no address of CommonMark:
//
//	[上一篇]({% post_url 2020-01-01-ferry %})
//	![桥]({{ "/bridge.png" | relative_url }})
type templateLink struct{}

func (templateLink) Trigger() []byte { return []byte{'[', '!'} }

func (templateLink) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	voice, open := model.Link, 1
	if line[0] == '!' {
		voice, open = model.Picture, 2
	}
	short := line[:min(len(line), maxAside)]
	if len(short) < open+6 || short[open-1] != '[' {
		return nil
	}
	shown, after, ok := bytes.Cut(short[open:], []byte("]({"))
	if !ok || len(shown) == 0 || bytes.ContainsAny(shown, "[]\n") || len(after) == 0 || after[0] != '{' && after[0] != '%' {
		return nil
	}
	end := bytes.Index(after, []byte("})"))
	if end < 0 || bytes.IndexByte(after[:end], '\n') >= 0 {
		return nil
	}
	return said(block, open+len(shown)+len("]({")+end+len("})"), &written{text: string(shown), at: segment.Start + open, voice: voice})
}

// templateText returns what a template shows: the title or the caption that it
// is given, the name of what it links to, else nothing.
func templateText(m []byte, at int) *written {
	if i := braceForms().shown.FindSubmatchIndex(m); i != nil {
		voice := model.Voice(0)
		if bytes.Contains(m, []byte("src=")) {
			voice = model.Picture
		}
		from, to := max(i[2], i[4]), max(i[3], i[5])
		return &written{text: string(m[from:to]), at: at + from, voice: voice}
	}
	if words := bytes.Fields(m); len(words) > 3 && (string(words[1]) == "post_link" || string(words[1]) == "post_path") {
		last := words[len(words)-2]
		from := bytes.LastIndex(m, last)
		if name := bytes.Trim(last, "\"'"); len(name) > 0 {
			return &written{text: string(name), at: at + from + bytes.Index(last, name), voice: model.Link, target: compose.Address(string(words[2]))}
		}
	}
	return new(written)
}

// isContents recognises a list that a program replaces by the contents:
//
//   - 目录
//     {:toc}
func (m *Reader) isContents(l *ast.List) bool {
	item := l.FirstChild()
	if item == nil || item.NextSibling() != nil || item.FirstChild() == nil || item.FirstChild().NextSibling() != nil {
		return false
	}
	lines := item.FirstChild().Lines()
	if lines.Len() != 2 {
		return false
	}
	last := lines.At(1)
	return strings.HasPrefix(strings.TrimSpace(m.src[last.Start:last.Stop]), "{:toc")
}

// isForPrograms reports whether the lines of a paragraph are only instructions for a
// program: import Tabs from '@theme/Tabs'; or @[toc](目录).
func (m *Reader) isForPrograms(n ast.Node) bool {
	lines := n.Lines()
	for i := range lines.Len() {
		s := lines.At(i)
		line := strings.TrimSpace(m.src[s.Start:s.Stop])
		contents := lines.Len() == 1 && len(line) > 7 && strings.EqualFold(line[:7], "@[toc](") && strings.HasSuffix(line, ")")
		if !contents && !dialect.IsImport(line) {
			return false
		}
	}
	return lines.Len() > 0
}

// isTOC reports whether s asks a processor for a table of contents or a new page.
func isTOC(s string) bool {
	const longest = len("\\clearpage")
	if len(s) > longest {
		return false
	}
	switch strings.ToLower(s) {
	case "[toc]", "[[toc]]", "[[_toc_]]", "@[toc]", "{:toc}", "\\newpage", "\\pagebreak", "\\clearpage":
		return true
	}
	return false
}
