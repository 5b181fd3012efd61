package compose

import (
	"strings"
	"unicode/utf8"

	"juan/model"
)

// A Part is prose and the byte of the source where it begins.
type Part struct {
	Prose model.Prose
	At    int
	Plain bool // without spans: the source from At on is its text
}

// Part returns what was added, white space at both ends left out.
func (c *Text) Part() Part {
	c.trimLeft()
	c.trimRight()
	if len(c.Pieces) == 0 {
		return Part{}
	}
	if len(c.Pieces) == 1 && !c.Spanned {
		if p := c.Pieces[0]; p.Voice == 0 && p.At+len(p.Text) <= len(c.Src) && c.Src[p.At:p.At+len(p.Text)] == p.Text {
			return Part{model.Plain(p.Text), c.Base + p.At, true}
		}
	}
	size := 0
	for _, p := range c.Pieces {
		size += len(p.Text)
	}
	var b strings.Builder
	b.Grow(size)
	spans := make([]model.Span, len(c.Pieces))
	for i, p := range c.Pieces {
		spans[i] = model.Span{From: b.Len(), To: b.Len() + len(p.Text), Voice: p.Voice, Target: p.Target, Src: c.Base + p.At}
		b.WriteString(p.Text)
	}
	return Part{Prose: model.NewProse(b.String(), spans), At: c.Base + c.Pieces[0].At}
}

// Parts returns what was added in parts of at most MaxParagraph bytes, cut at
// sentence ends. It is empty where there is no text.
func (c *Text) Parts() []Part {
	if len(c.breaks) > 0 {
		var all []Part
		for _, one := range c.Paragraphs() {
			all = append(all, one.Parts()...)
		}
		return all
	}
	whole := c.Part()
	text := whole.Prose.Text()
	switch {
	case text == "":
		return nil
	case len(text) <= MaxParagraph:
		return []Part{whole}
	case whole.Plain:
		return cutPlain(text, whole.At)
	}
	return cut(whole.Prose)
}

// cutPlain parts long text that stands at byte at of the source.
func cutPlain(text string, at int) []Part {
	var all []Part
	for from := 0; from < len(text); {
		to := from + SentenceEnd(text[from:], MaxParagraph)
		all = append(all, Part{model.Plain(text[from:to]), at + from, true})
		from = to
	}
	return all
}

// cut parts long prose of several spans.
func cut(p model.Prose) []Part {
	var all []Part
	text, spans := p.Text(), p.Spans()
	for from := 0; from < len(text); {
		to := from + SentenceEnd(text[from:], MaxParagraph)
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
		all = append(all, Part{Prose: model.NewProse(text[from:to], in), At: in[0].Src})
		from = to
	}
	return all
}

// SentenceEnd returns where to cut s so that the piece has at most limit
// bytes: after a sentence of its second half, else between characters.
func SentenceEnd(s string, limit int) int {
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
