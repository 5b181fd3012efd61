package page

import (
	"strings"
	"unicode/utf8"

	"juan/model"
)

// unmarked returns the text of a note without the mark that it opens with, for a
// note is shown after its number: [1] 注文, 〔一〕注文, ①注文, 1. 注文. Where the
// next number follows in the text it is the first of a list, and stays.
func unmarked(b model.Block) model.Block {
	p, ok := b.(model.Paragraph)
	if !ok {
		return b
	}
	n := markSize(p.Text())
	if n == 0 || n == len(p.Text()) {
		return b
	}
	var spans []model.Span
	for _, s := range p.Spans() {
		if s.To <= n {
			continue
		}
		if s.From < n {
			s.Src, s.From = s.Src+n-s.From, n
		}
		s.From, s.To = s.From-n, s.To-n
		spans = append(spans, s)
	}
	p.Prose = model.NewProse(p.Text()[n:], spans)
	p.Lead = model.Lead{}
	return p
}

// markSize returns the bytes of the mark that the text of a note opens with, the
// white space after it included, 0 where there is none.
func markSize(text string) int {
	rest := strings.TrimLeft(text, " \u3000")
	r, n := utf8.DecodeRuneInString(rest)
	switch {
	case '①' <= r && r <= '⑳':
		if strings.ContainsRune(rest[n:], r+1) {
			return 0 // a list
		}
		rest = rest[n:]
	case strings.ContainsRune("[［〔【", r):
		inner, after, ok := strings.Cut(rest[n:], closing(r))
		if inner = strings.TrimPrefix(inner, "注"); !ok || utf8.RuneCountInString(inner) > 4 || strings.Trim(inner, "0123456789０１２３４５６７８９一二三四五六七八九十〇*＊†‡") != "" {
			return 0
		}
		rest = after
	default:
		digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
		r, n = utf8.DecodeRuneInString(rest[digits:])
		after, _ := utf8.DecodeRuneInString(rest[digits+n:])
		value := atoi(rest[:digits], 0)
		if digits == 0 || digits > 3 || !strings.ContainsRune(".．、", r) || '0' <= after && after <= '9' || strings.Contains(rest, itoa(value+1)+string(r)) {
			return 0
		}
		rest = rest[digits+n:]
	}
	return len(text) - len(strings.TrimLeft(rest, " \u3000\u00a0"))
}

// closing returns the bracket that closes r.
func closing(r rune) string {
	switch r {
	case '[':
		return "]"
	case '［':
		return "］"
	case '〔':
		return "〕"
	}
	return "】"
}
