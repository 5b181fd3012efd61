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

	"juan/data/format/dialect"
	"juan/data/format/formula"
	"juan/model"
	"juan/model/char"
)

// What authors write beside their text: links by name, highlights, comments,
// names of headings and blocks, and the templates of sites.

// maxAside is how many bytes of what stands beside the text are looked for on
// its line.
const maxAside = 1000

// A wikiLink parses [[name]], [[name|shown]] and ![[embedded]].
type wikiLink struct{}

func (wikiLink) Trigger() []byte { return []byte{'[', '!'} }

func (wikiLink) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	voice, open := model.Link, 2
	if line[0] == '!' {
		voice, open = model.Picture, 3
	}
	if len(line) < open+3 || !bytes.HasPrefix(line[open-2:], []byte("[[")) {
		return nil
	}
	inside, after, ok := bytes.Cut(line[open:min(len(line), open+maxAside)], []byte("]]"))
	if !ok || len(bytes.TrimSpace(inside)) == 0 || bytes.ContainsAny(inside, "[]\n") || bytes.HasPrefix(after, []byte("(")) || dialect.IsNumber(string(inside)) || inside[0] == '^' || isTOC("[["+string(inside)+"]]") {
		return nil
	}
	name, shown, piped := strings.Cut(string(inside), "|")
	name = strings.TrimSuffix(name, "\\") // of [[a\|b]], in a table
	at := segment.Start + open
	if piped && voice == model.Link && strings.TrimSpace(shown) != "" {
		at += len(inside) - len(shown)
	} else {
		shown = name
		if voice == model.Picture && !strings.Contains(name, ".") {
			voice = model.Link // of a note, not of a file
		}
		if short := strings.TrimPrefix(shown, "#"); short != shown { // a heading of this page
			shown, at = short, at+1
		}
	}
	return said(block, open+len(inside)+2, &written{text: shown, at: at, voice: voice, target: name})
}

// A highlight parses ==text==. A program's a==b is none.
type highlight struct{}

func (highlight) Trigger() []byte { return []byte{'='} }

func (highlight) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	d := parser.ScanDelimiter(line, before, 2, highlighted{})
	if d == nil || d.OriginalLength != 2 || before == '=' {
		return nil
	}
	after := ' '
	if len(line) > 2 {
		after = util.ToRune(line, 2)
	}
	code := isCode(before) && isCode(after)
	d.CanOpen = !code && binds(before, after)
	d.CanClose = !code && binds(after, before)
	d.Segment = segment.WithStop(segment.Start + 2)
	block.Advance(2)
	pc.PushDelimiter(d)
	return d
}

// isCode reports whether r could stand beside an operator.
func isCode(r rune) bool {
	return r < 0x80 && (char.IsLatin(r) || char.IsDigit(r) || r == '_' || r == ')' || r == '(')
}

type highlighted struct{}

func (highlighted) IsDelimiter(b byte) bool                   { return b == '=' }
func (highlighted) CanOpenCloser(a, b *parser.Delimiter) bool { return a.Char == b.Char }
func (highlighted) OnMatch(int) ast.Node                      { return ast.NewEmphasis(2) }

// A scriptMark parses x^2^ and H~2~O, as Pandoc has them: what stands between
// is short and of one word, and a letter or a digit stands before it.
type scriptMark struct{}

func (scriptMark) Trigger() []byte { return []byte{'^', '~'} }

func (scriptMark) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	end := bytes.IndexByte(line[1:min(len(line), 12)], line[0])
	if end < 1 || !char.IsWord(before) && before != ')' || line[0] == '~' && (before >= 0x80 || char.IsDigit(before)) {
		return nil
	}
	inside := string(line[1 : 1+end])
	if strings.Trim(inside, "0123456789") != "" && strings.Trim(inside[1:], "0123456789") != "" && strings.Trim(inside, "abcdefghijklmnopqrstuvwxyz") != "" {
		return nil // the marks belong to two powers: a^2+b^2
	}
	write := formula.Raised
	if line[0] == '~' {
		write = formula.Lowered
	}
	return said(block, end+2, &written{text: write(inside), at: segment.Start + 1})
}

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

// A commentBlock parses the lines between two lines of %%.
type commentBlock struct{ oneLine }

type commentNode struct{ ast.BaseBlock }

func (*commentNode) Kind() ast.NodeKind              { return authorKind }
func (*commentNode) IsRaw() bool                     { return true }
func (n *commentNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

func (commentBlock) Trigger() []byte { return []byte{'%'} }

func (commentBlock) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := openingLine(reader, pc)
	if string(bytes.TrimRight(line, " \t\r\n")) != "%%" {
		return nil, parser.NoChildren
	}
	rest := reader.Source()[min(at+len(line), len(reader.Source())):]
	if !bytes.HasPrefix(rest, []byte("%%")) && !bytes.Contains(rest, []byte("\n%%")) {
		return nil, parser.NoChildren // it has no end
	}
	reader.AdvanceToEOL()
	return new(commentNode), parser.NoChildren
}

func (commentBlock) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	reader.AdvanceToEOL()
	if bytes.HasPrefix(bytes.TrimLeft(line, " \t"), []byte("%%")) {
		return parser.Close
	}
	return parser.Continue | parser.NoChildren
}

// A blockName parses the name of a block at its end: ^abc123.
type blockName struct{}

func (blockName) Trigger() []byte { return []byte{'^'} }

func (blockName) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, _ := block.PeekLine()
	name := bytes.TrimRight(line[1:], " \t\r\n")
	if before != ' ' && before != '\n' || len(name) == 0 || len(name) > 40 {
		return nil
	}
	for _, c := range name {
		if !char.IsLatin(rune(c)) && (c < '0' || c > '9') && c != '-' {
			return nil
		}
	}
	return said(block, 1+len(name), new(written))
}

// Braces parse what stands in braces and is no text: {#name}, {: .class},
// {width=50%} behind a picture, {/* comment */}, and templates.
type braces struct{}

func (braces) Trigger() []byte { return []byte{'{'} }

// bracePatterns are what stands in braces.
type bracePatterns struct{ comment, name, class, attributes, template, shown *regexp.Regexp }

var braceForms = sync.OnceValue(func() bracePatterns {
	return bracePatterns{
		comment:    regexp.MustCompile(`^\{/\*.*?\*/\}`),
		name:       regexp.MustCompile(`^\{[ \t]*#[\pL\d_.:-]+(?:[ \t]+[^{}\n]*)?\}`),
		class:      regexp.MustCompile(`^\{[ \t]*\.[A-Za-z][\w-]*(?:[ \t]+[^{}\n]*)?\}`),
		attributes: regexp.MustCompile(`^\{[ \t]*(?:[.#][\w-]+|[\w-]+=[^{}\n ]+)(?:[ \t]+[^{}\n]*)?\}`),
		template:   regexp.MustCompile(`^\{(?:\{<.*?>\}|\{%.*?%\}|%.*?%)\}`),
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
		(forms.name.Match(m) || forms.class.Match(m)) && len(bytes.TrimSpace(line[end:])) == 0,
		forms.attributes.Match(m) && (before == ')' || before == ']' || before == '`'):
		return said(block, end, new(written))
	}
	return nil
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
			return &written{text: string(name), at: at + from + bytes.Index(last, name), voice: model.Link, target: string(words[2])}
		}
	}
	return new(written)
}
