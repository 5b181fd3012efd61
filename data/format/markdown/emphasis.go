package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"juan/model/char"
)

// An emphasis parses *, ** and ~~ by CommonMark and GFM, with exceptions for Chinese,
// which has no spaces around words: a mark between a quotation mark and an ideograph
// (**所谓“慢”**与快) is a mark, and one between digits (3~5℃至2~3级，2*3=6，4*5=20) is not. A
// single ~ is never one.
type emphasis struct{}

func (emphasis) Trigger() []byte { return []byte{'*', '~'} }

func (emphasis) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	var p parser.DelimiterProcessor = delimiter{}
	if line[0] == '~' {
		if before == '~' { // of a longer run, which is gone through once
			return nil
		}
		p = strike{}
	}
	d := parser.ScanDelimiter(line, before, 1, p)
	if d == nil || d.Char == '~' && d.OriginalLength != 2 {
		return nil
	}
	after := ' '
	if d.OriginalLength < len(line) {
		after = util.ToRune(line, d.OriginalLength)
	}
	product := d.OriginalLength == 1 && char.IsDigit(before) && char.IsDigit(after)
	d.CanOpen = !product && binds(before, after)
	d.CanClose = !product && binds(after, before)
	d.Segment = segment.WithStop(segment.Start + d.OriginalLength)
	block.Advance(d.OriginalLength)
	pc.PushDelimiter(d)
	return d
}

// binds reports whether a mark is bound to what stands at its inner side.
func binds(outer, inner rune) bool {
	return !util.IsSpaceRune(inner) &&
		(isChinese(inner) || !util.IsPunctRune(inner) || isChinese(outer) || util.IsSpaceRune(outer) || util.IsPunctRune(outer))
}

// isChinese reports whether r is of a script without spaces between words, or
// a mark of its punctuation.
func isChinese(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '—', '…', '·':
		return true
	}
	return r >= 0x2E80 && r < 0xFFF0 || r >= 0x20000
}

// A delimiter makes the nodes of what stands between two marks.
type delimiter struct{}

func (delimiter) IsDelimiter(b byte) bool { return b == '*' || b == '~' }

func (delimiter) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (delimiter) OnMatch(consumes int) ast.Node { return ast.NewEmphasis(consumes) }

// A strike makes the nodes of what is struck out.
type strike struct{ delimiter }

func (strike) OnMatch(int) ast.Node { return east.NewStrikethrough() }
