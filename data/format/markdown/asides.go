package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"juan/data/format/compose"
	"juan/data/format/dialect"
	"juan/data/format/formula"
	"juan/model"
	"juan/model/char"
)

// What authors write in their text that CommonMark does not know: links by name,
// highlights, superscripts and subscripts, notes in line.

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
	return said(block, open+len(inside)+2, &written{text: shown, at: at, voice: voice, target: compose.Address(name)})
}

// A highlight parses ==text==. A program's a==b is none.
type highlight struct{}

func (highlight) Trigger() []byte { return []byte{'='} }

func (highlight) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	if before == '=' { // of a longer run, which is gone through once
		return nil
	}
	line, segment := block.PeekLine()
	d := parser.ScanDelimiter(line, before, 2, highlighted{})
	if d == nil || d.OriginalLength != 2 {
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
	if strings.Trim(strings.TrimRight(inside, "+-−"), "0123456789") != "" && strings.Trim(inside[1:], "0123456789") != "" && strings.Trim(inside, "abcdefghijklmnopqrstuvwxyz") != "" {
		return nil // the marks belong to two powers: a^2+b^2
	}
	write := formula.Raised
	if line[0] == '~' {
		write = formula.Lowered
	}
	return said(block, end+2, &written{text: write(inside), at: segment.Start + 1})
}

// An inlineNote parses ^[a note], whose text stands where its mark would; it is
// put in parentheses.
type inlineNote struct{}

func (inlineNote) Trigger() []byte { return []byte{'^'} }

func (inlineNote) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	end := bytes.IndexByte(line[:min(len(line), maxAside)], ']')
	if end < 3 || line[1] != '[' || bytes.ContainsAny(line[2:end], "[`") || bytes.HasPrefix(line[end+1:], []byte("(")) {
		return nil
	}
	return said(block, end+1, &written{text: "（" + string(line[2:end]) + "）", at: segment.Start + 1})
}
