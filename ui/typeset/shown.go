package typeset

import (
	"sort"
	"strings"
	"unicode/utf8"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/role"
)

// shown is a text as it appears on the page, and what it stands for.
type shown struct {
	text   string
	pieces []piece // in order and without gaps
	spans  []model.Span
}

// A piece is a stretch of a shown text in one role and span. It shows the
// bytes from to to of the source, as they are where it is as long as they are;
// from is -1 for what we put in.
type piece struct {
	at       int // where in the shown text it begins
	from, to int
	span     int
	role     role.Role
}

// A compiler turns prose into what is shown of it.
type compiler struct {
	shown
	prose model.Prose
	image string
	out   strings.Builder
	same  bool // what is shown is the source so far
}

// compile returns what is shown of p in the role base, its first bytes up to
// lead in the role first.
func compile(p model.Prose, base role.Role, lead int, first role.Role, s Settings) shown {
	c := compiler{prose: p, image: s.Image, same: true}
	c.spans = p.Spans()
	for k, span := range c.spans {
		from, to := ceil(p.Text(), span.From), ceil(p.Text(), span.To)
		cut := min(max(ceil(p.Text(), lead), from), to)
		c.open(span, k)
		c.keep(from, cut, k, first)
		c.keep(cut, to, k, base)
		c.close(span, k)
	}
	c.text = p.Text()
	if !c.same {
		c.text = c.out.String()
	}
	return c.shown
}

// open and close put in what tells a picture and a footnote's mark from text.
func (c *compiler) open(s model.Span, k int) {
	switch {
	case s.Voice&model.Picture != 0:
		word := c.image
		if word == "" {
			word = "图"
		}
		if s.From < s.To {
			word += ": "
		}
		c.put("["+word, -1, -1, k, role.Picture)
	case bare(s, c.prose.Text()):
		c.put("[", -1, -1, k, role.NoteMark)
	}
}

func (c *compiler) close(s model.Span, k int) {
	switch {
	case s.Voice&model.Picture != 0:
		c.put("]", -1, -1, k, role.Picture)
	case bare(s, c.prose.Text()):
		c.put("]", -1, -1, k, role.NoteMark)
	}
}

// bare reports whether s is the mark of a footnote that does not look like one.
func bare(s model.Span, text string) bool {
	if s.Voice&model.NoteRef == 0 || s.From >= s.To {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[s.From:])
	return r < 0x80 && r != '[' || r >= 0x2e80
}

// keep shows the source from from to to, controls in it made visible.
func (c *compiler) keep(from, to, span int, r role.Role) {
	if from >= to {
		return
	}
	switch v := c.spans[span].Voice; {
	case v&model.Picture != 0:
		r = role.Picture
	case v&model.NoteRef != 0:
		r = role.NoteMark
	}
	text := c.prose.Text()
	visible := cell.Visible(text[from:to])
	if visible == text[from:to] {
		c.put(visible, from, to, span, r)
		return
	}
	for at := from; at < to; {
		_, n := utf8.DecodeRuneInString(text[at:to])
		_, m := utf8.DecodeRuneInString(visible)
		c.keepRune(visible[:m], at, at+n, span, r)
		at, visible = at+n, visible[m:]
	}
}

// keepRune shows one character, joined to the piece before it where both stand
// as they are.
func (c *compiler) keepRune(s string, from, to, span int, r role.Role) {
	same := s == c.prose.Text()[from:to]
	if !same && s != " " && s != "\u200b" {
		r = role.Mark
	}
	if n := len(c.pieces); same && n > 0 {
		p := &c.pieces[n-1]
		if p.to == from && p.span == span && p.role == r && c.at()-p.at == p.to-p.from {
			p.to = to
			c.write(s)
			return
		}
	}
	c.put(s, from, to, span, r)
}

// put shows s for the bytes from to to.
func (c *compiler) put(s string, from, to, span int, r role.Role) {
	at := c.at()
	if c.same && (from != at || s != c.prose.Text()[from:to]) {
		c.out.WriteString(c.prose.Text()[:at])
		c.same = false
	}
	c.pieces = append(c.pieces, piece{at, from, to, span, r})
	c.write(s)
}

// write adds to what is shown, once that is not the source any more.
func (c *compiler) write(s string) {
	if !c.same {
		c.out.WriteString(s)
	}
}

// at returns the length of what is shown so far.
func (c *compiler) at() int {
	if !c.same {
		return c.out.Len()
	}
	if n := len(c.pieces); n > 0 {
		return c.pieces[n-1].to
	}
	return 0
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

// show puts bytes from to to of the shown text, so many cells, on the line.
// The source is counted from off.
func (b *builder) show(s *shown, from, to, cells, off int) {
	b.width += cells
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
		b.runs = append(b.runs, r)
	}
}
