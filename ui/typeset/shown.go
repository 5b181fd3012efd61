package typeset

import (
	"sort"
	"strings"

	"juan/model"
	"juan/ui/linebreak"
	"juan/ui/role"
)

// shown is a text as it appears on the page, and what it stands for.
type shown struct {
	text   string
	pieces []piece // in order and without gaps
	spans  []model.Span
	styles *styles // how a program meant it to look, nil for nothing
}

// A piece is a stretch of a shown text in one role and span. It shows the bytes [from,
// to) of the source, as they are where it is as long as they are; from is -1 for text
// of our own.
type piece struct {
	at       int // where in the shown text it begins
	from, to int
	span     int
	role     role.Role
}

// piece returns the index of the piece that byte i of the shown text lies in.
func (s *shown) piece(i int) int {
	return max(0, sort.Search(len(s.pieces), func(k int) bool { return s.pieces[k].at > i })-1)
}

// end returns where piece k ends in the shown text.
func (s *shown) end(k int) int {
	if k+1 < len(s.pieces) {
		return s.pieces[k+1].at
	}
	return len(s.text)
}

// longestWhole is how many bytes code has at most that is set as one word.
const longestWhole = 12

// whole returns the short pieces of code without blanks among the bytes [from, to),
// counted from there: each is one word, however it is spelled.
func (s *shown) whole(from, to int) []linebreak.Range {
	var out []linebreak.Range
	for k := s.piece(from); k < len(s.pieces) && s.pieces[k].at < to; k++ {
		p := s.pieces[k]
		if p.span >= len(s.spans) || s.spans[p.span].Voice&model.Verbatim == 0 {
			continue
		}
		i, j := max(p.at, from), min(s.end(k), to)
		if j-i <= longestWhole && i < j && !strings.ContainsAny(s.text[i:j], " \n\u3000") {
			out = append(out, linebreak.Range{From: i - from, To: j - from})
		}
	}
	return out
}

// source returns the byte of the source that byte i of the shown text stands
// for, size where i is the end.
func (s *shown) source(i, size int) int {
	if i >= len(s.text) || len(s.pieces) == 0 {
		return size
	}
	for k := s.piece(i); k < len(s.pieces); k, i = k+1, s.end(k) {
		switch p := s.pieces[k]; {
		case p.from < 0:
		case s.end(k)-p.at == p.to-p.from:
			return p.from + i - p.at
		default:
			return p.from
		}
	}
	return size
}

// show puts bytes [from, to) of the shown text on the line, which take cells.
// The source is counted from off.
func (b *builder) show(s *shown, from, to, cells, off int) {
	b.width += cells
	first := true
	for k := s.piece(from); k < len(s.pieces) && s.pieces[k].at < to; k++ {
		p, end := s.pieces[k], s.end(k)
		i, j := max(from, p.at), min(to, end)
		if i >= j {
			continue
		}
		r := Run{Text: s.text[i:j], From: -1, Role: p.role}
		switch {
		case p.from < 0:
		case end-p.at == p.to-p.from:
			r.From, r.To = off+p.from+i-p.at, off+p.from+j-p.at
		default:
			r.From, r.To = off+p.from, off+p.to
		}
		if p.span < len(s.spans) {
			r.Voice, r.Target = s.spans[p.span].Voice, s.spans[p.span].Target
		}
		r.Style = s.styles.at(p.from)
		if first { // what follows was measured together with this
			b.part(r.Text)
			first = false
		}
		b.runs = append(b.runs, r)
	}
}
