package data

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"juan/model"
	"juan/model/char"
)

// maxParagraph is how many bytes a paragraph holds at most, so that laying
// one out and counting places in it stays cheap.
const maxParagraph = 32 << 10

// A composer puts the text of one block together. What stands in the source
// as it is to be read is kept as a piece of it and not copied.
type composer struct {
	src    string
	base   int // where src begins in the source
	pieces []piece
	soft   bool // a soft line break is due before the next piece
	verse  bool // of Markdown: every line of the source is one of the text
	tags   []inlineTag
	// spanned says that the prose must carry where it stands itself, as the
	// cell of a table must: the table's leaf knows only the first.
	spanned bool
	// breaks are the pieces that begin a new paragraph, a "\n" before them:
	// Chinese writers open one with two full-width spaces.
	breaks []int
}

type piece struct {
	text   string
	at     int // byte of src
	voice  model.Voice
	target string
}

// A part is prose and the byte of the source where it begins.
type part struct {
	prose model.Prose
	at    int
	plain bool // without spans: the source from at on is its text
}

// verbatim adds src[from:to].
func (c *composer) verbatim(from, to int, v model.Voice, target string) {
	c.add(c.src[from:to], from, v, target)
}

// add adds text that stands for byte at of the source.
func (c *composer) add(text string, at int, v model.Voice, target string) {
	if text == "" {
		return
	}
	if text, at = c.indented(text, at); text == "" {
		return
	}
	target = harmless(target)
	last := len(c.pieces) - 1
	if c.soft && last >= 0 {
		if before := c.pieces[last]; spaced(before.text, text) {
			c.pieces = append(c.pieces, piece{" ", at - 1, before.voice & v, sameTarget(before.target, target)})
			last++
		}
	}
	c.soft = false
	if last >= 0 && c.pieces[last].takes(text, at, v, target, c.src) {
		p := &c.pieces[last]
		p.text = c.src[p.at : at+len(text)]
		return
	}
	if at+len(text) <= len(c.src) {
		c.pieces = append(c.pieces, piece{text, at, v, target})
		return
	}
	for i, r := range text { // longer than what it stands for, at the end of the source
		c.pieces = append(c.pieces, piece{string(r), min(at+i, len(c.src)), v, target})
	}
}

// harmless returns an address without the control characters that a terminal
// or a shell would obey where the address is copied.
func harmless(target string) string {
	if strings.IndexFunc(target, isControl) < 0 {
		return target
	}
	return strings.Map(func(r rune) rune {
		if isControl(r) {
			return -1
		}
		return r
	}, target)
}

// isControl reports whether r is a control character, or one that turns the
// direction of text round.
func isControl(r rune) bool {
	return unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f || r == 0x061c
}

// indented begins a new paragraph where text begins a line with a full-width
// space, and returns text without that.
func (c *composer) indented(text string, at int) (string, int) {
	n := len(c.pieces)
	if n == 0 || !strings.HasPrefix(text, "\u3000") || !c.soft && c.pieces[n-1].text != "\n" {
		return text, at
	}
	c.newParagraph(at)
	rest := strings.TrimLeft(text, "\u3000")
	return rest, at + len(text) - len(rest)
}

// newParagraph begins a new paragraph at byte at.
func (c *composer) newParagraph(at int) {
	c.soft = false
	if n := len(c.pieces); c.pieces[n-1].text != "\n" {
		c.pieces = append(c.pieces, piece{"\n", max(0, at-1), 0, ""})
	}
	c.breaks = append(c.breaks, len(c.pieces))
}

// paragraphs returns the paragraphs that the text has.
func (c *composer) paragraphs() []*composer {
	if len(c.breaks) == 0 {
		return []*composer{c}
	}
	var all []*composer
	from := 0
	for _, to := range append(c.breaks, len(c.pieces)) {
		if to = min(to, len(c.pieces)); to > from {
			all = append(all, &composer{src: c.src, base: c.base, pieces: c.pieces[from:to:to]})
			from = to
		}
	}
	return all
}

// takes reports whether text goes on where p ends, source and all.
func (p piece) takes(text string, at int, v model.Voice, target, src string) bool {
	end := p.at + len(p.text)
	return p.voice == v && p.target == target && end == at && at+len(text) <= len(src) &&
		src[p.at:end] == p.text && src[at:at+len(text)] == text
}

func sameTarget(a, b string) string {
	if a == b {
		return a
	}
	return ""
}

// softBreak marks the end of a line of the source that is none of the text.
func (c *composer) softBreak() { c.soft = len(c.pieces) > 0 }

// space adds the white space at byte at as one space.
func (c *composer) space(at int, v model.Voice, target string) {
	if n := len(c.pieces); n > 0 && !c.soft && !strings.HasSuffix(c.pieces[n-1].text, " ") {
		c.add(" ", at, v, target)
	}
}

// hardBreak adds a line break that is kept.
func (c *composer) hardBreak(at int) {
	if n := len(c.pieces); n > 0 && c.pieces[n-1].text == "\n" { // an empty line
		c.newParagraph(at)
		return
	}
	c.trimRight()
	if len(c.pieces) > 0 {
		c.soft = false
		c.pieces = append(c.pieces, piece{"\n", at, 0, ""})
	}
}

// end returns the byte of src behind the last piece.
func (c *composer) end() int {
	if len(c.pieces) == 0 {
		return 0
	}
	last := c.pieces[len(c.pieces)-1]
	return min(last.at+len(last.text), len(c.src))
}

func (c *composer) trimRight() {
	for n := len(c.pieces); n > 0; n-- {
		p := &c.pieces[n-1]
		if p.text = strings.TrimRightFunc(p.text, unicode.IsSpace); p.text != "" {
			return
		}
		c.pieces = c.pieces[:n-1]
	}
}

func (c *composer) trimLeft() {
	for len(c.pieces) > 0 {
		p := &c.pieces[0]
		rest := strings.TrimLeftFunc(p.text, unicode.IsSpace)
		p.at += len(p.text) - len(rest)
		if p.text = rest; rest != "" {
			return
		}
		c.pieces = c.pieces[1:]
	}
}

// part returns what was added, white space at both ends left out.
func (c *composer) part() part {
	c.trimLeft()
	c.trimRight()
	if len(c.pieces) == 0 {
		return part{}
	}
	if len(c.pieces) == 1 && !c.spanned {
		if p := c.pieces[0]; p.voice == 0 && p.at+len(p.text) <= len(c.src) && c.src[p.at:p.at+len(p.text)] == p.text {
			return part{model.Plain(p.text), c.base + p.at, true}
		}
	}
	size := 0
	for _, p := range c.pieces {
		size += len(p.text)
	}
	var b strings.Builder
	b.Grow(size)
	spans := make([]model.Span, len(c.pieces))
	for i, p := range c.pieces {
		spans[i] = model.Span{From: b.Len(), To: b.Len() + len(p.text), Voice: p.voice, Target: p.target, Src: c.base + p.at}
		b.WriteString(p.text)
	}
	return part{prose: model.NewProse(b.String(), spans), at: c.base + c.pieces[0].at}
}

// parts returns what was added in parts of at most maxParagraph bytes, cut at
// sentence ends. It is empty where there is no text.
func (c *composer) parts() []part {
	if len(c.breaks) > 0 {
		var all []part
		for _, one := range c.paragraphs() {
			all = append(all, one.parts()...)
		}
		return all
	}
	whole := c.part()
	text := whole.prose.Text()
	switch {
	case text == "":
		return nil
	case len(text) <= maxParagraph:
		return []part{whole}
	case whole.plain:
		return cutPlain(text, whole.at)
	}
	return cut(whole.prose)
}

// cutPlain parts long text that stands at byte at of the source.
func cutPlain(text string, at int) []part {
	var all []part
	for from := 0; from < len(text); {
		to := from + sentenceEnd(text[from:], maxParagraph)
		all = append(all, part{model.Plain(text[from:to]), at + from, true})
		from = to
	}
	return all
}

// cut parts long prose of several spans.
func cut(p model.Prose) []part {
	var all []part
	text, spans := p.Text(), p.Spans()
	for from := 0; from < len(text); {
		to := from + sentenceEnd(text[from:], maxParagraph)
		var in []model.Span
		for len(spans) > 0 && spans[0].From < to {
			s := spans[0]
			if s.From < from {
				s.Src, s.From = s.Src+from-s.From, from
			}
			s.To = min(s.To, to)
			s.From, s.To = s.From-from, s.To-from
			in = append(in, s)
			if spans[0].To > to {
				break
			}
			spans = spans[1:]
		}
		all = append(all, part{prose: model.NewProse(text[from:to], in), at: in[0].Src})
		from = to
	}
	return all
}

// sentenceEnd returns where to cut s so that the piece has at most limit
// bytes: behind a sentence of its second half, else between characters.
func sentenceEnd(s string, limit int) int {
	if len(s) <= limit {
		return len(s)
	}
	for limit > 0 && !utf8.RuneStart(s[limit]) {
		limit--
	}
	low := limit / 2
	i := strings.LastIndexAny(s[low:limit], "。！？\n")
	if i < 0 {
		if i = strings.LastIndex(s[low:limit], ". "); i < 0 {
			return limit
		}
	}
	i += low
	_, size := utf8.DecodeRuneInString(s[i:])
	for i += size; i < limit; i += size {
		var r rune
		if r, size = utf8.DecodeRuneInString(s[i:]); !strings.ContainsRune("”’」』）】》)]\"' \n", r) {
			break
		}
	}
	return i
}

// spaced reports whether a line that ends with a and its next, b, are joined
// with a space.
func spaced(a, b string) bool { return char.SpaceBetween(char.Last(a), char.First(b)) }
