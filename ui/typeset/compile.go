package typeset

import (
	"path"
	"strings"
	"unicode/utf8"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/repair"
	"juan/ui/role"
)

// A compiler turns prose into what is shown of it.
type compiler struct {
	shown
	prose  model.Prose
	image  string
	mended string // the prose with its typography mended
	change repair.Map
	done   int // bytes of the prose that are shown
	out    strings.Builder
	same   bool // so far the shown text equals the source
	apart  int  // pieces of the stretches before: nothing is joined to them
}

// compile returns what is shown of p in the role base, its first bytes up to
// lead in the role first.
func compile(p model.Prose, base role.Role, lead int, first role.Role, image string, steps repair.Steps) shown {
	c := newCompiler(p, image, steps)
	for k, span := range c.spans {
		from, to := ceil(p.Text(), span.From), ceil(p.Text(), span.To)
		if nameless(span, p.Text()) && from < to {
			c.picture(from, to, k)
			continue
		}
		cut := min(max(ceil(p.Text(), lead), from), to)
		c.open(span, k)
		c.keep(from, cut, k, first)
		c.keep(cut, to, k, base)
		c.close(span, k)
	}
	return c.finish()
}

func newCompiler(p model.Prose, image string, steps repair.Steps) *compiler {
	c := &compiler{prose: p, image: image, same: true}
	c.spans = p.Spans()
	if steps != (repair.Steps{}) {
		c.mended, c.change = steps.Show(p.Text(), kept(c.spans)...)
	}
	return c
}

func (c *compiler) finish() shown {
	c.text = c.prose.Text()
	if !c.same {
		c.text = c.out.String()
	}
	return c.shown
}

// kept returns the parts of a text whose typography stays: code, and the marks
// of notes.
func kept(spans []model.Span) []repair.Range {
	var out []repair.Range
	for _, s := range spans {
		if s.Voice&(model.Verbatim|model.NoteRef) != 0 {
			out = append(out, repair.Range{From: s.From, To: s.To})
		}
	}
	return out
}

// open and close insert the signs that distinguish a picture and a footnote's mark from
// text.
func (c *compiler) open(s model.Span, k int) {
	switch {
	case s.Voice&model.Picture != 0:
		before, _ := c.bracket(s.From < s.To)
		c.put(before, -1, -1, k, role.Picture)
	case bare(s, c.prose.Text()):
		c.put("[", -1, -1, k, role.NoteMark)
	}
}

func (c *compiler) close(s model.Span, k int) {
	switch {
	case s.Voice&model.Picture != 0:
		_, behind := c.bracket(s.From < s.To)
		c.put(behind, -1, -1, k, role.Picture)
	case bare(s, c.prose.Text()):
		c.put("]", -1, -1, k, role.NoteMark)
	}
}

// picture shows a picture without a name; the bytes [from, to) hold that of its
// file.
func (c *compiler) picture(from, to, span int) {
	for len(c.change) > 0 && c.change[0].Source < to {
		c.change = c.change[1:]
	}
	before, behind := c.bracket(false)
	c.put(before+behind, from, to, span, role.Picture)
	c.done = max(c.done, to)
}

// bracket returns what stands before and after the name of a picture, in the
// manner of the word for one: ［图：…］, [image: …].
func (c *compiler) bracket(named bool) (before, behind string) {
	word, mark := c.image, ""
	if word == "" {
		word = "图"
	}
	if r, _ := utf8.DecodeRuneInString(word); r >= 0x2e80 {
		if named {
			mark = "："
		}
		return "［" + word + mark, "］"
	}
	if named {
		mark = ": "
	}
	return "[" + word + mark, "]"
}

// nameless reports whether s is a picture that says nothing of itself: in the
// place of a description stands the name of its file, which nobody reads.
func nameless(s model.Span, text string) bool {
	return s.Voice&model.Picture != 0 && s.Target != "" && text[s.From:s.To] == path.Base(s.Target)
}

// bare reports whether s is the mark of a footnote that does not look like one.
func bare(s model.Span, text string) bool {
	if s.Voice&model.NoteRef == 0 || s.From >= s.To {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[s.From:])
	return r < 0x80 && r != '[' || r >= 0x2e80
}

// keep shows the bytes [from, to) of the source, mended.
func (c *compiler) keep(from, to, span int, r role.Role) {
	switch v := c.spans[span].Voice; {
	case v&model.Picture != 0:
		r = role.Picture
	case v&model.NoteRef != 0:
		r = role.NoteMark
	}
	from, c.apart = max(from, c.done), len(c.pieces)
	for len(c.change) > 0 && c.change[0].Source < to {
		x := c.change[0]
		c.change = c.change[1:]
		c.verbatim(from, x.Source, span, r)
		from = x.Source + x.SourceLen
		if text := c.mended[x.Shown : x.Shown+x.ShownLen]; x.SourceLen > 0 {
			c.put(text, x.Source, from, span, r)
		} else {
			c.put(text, -1, -1, span, r)
		}
	}
	c.verbatim(from, to, span, r)
	c.done = max(c.done, from, to)
}

// verbatim shows the source as it is, but controls in it made visible, and one mark
// in place of more combining marks than any writing has.
func (c *compiler) verbatim(from, to, span int, r role.Role) {
	text := c.prose.Text()
	for from < to {
		skip, end := surplus(text[from:to])
		if end == 0 {
			break
		}
		c.asIs(from, from+skip, span, r)
		c.put("␦", from+skip, from+end, span, role.Mark)
		from += end
	}
	if from < to {
		c.asIs(from, to, span, r)
	}
}

func (c *compiler) asIs(from, to, span int, r role.Role) {
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
	if n := len(c.pieces); same && n > c.apart {
		p := &c.pieces[n-1]
		if p.to == from && p.span == span && p.role == r && c.at()-p.at == p.to-p.from {
			p.to = to
			c.write(s)
			return
		}
	}
	c.put(s, from, to, span, r)
}

// put shows s for the bytes [from, to) of the source.
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
