package model

import "sort"

// A Voice says how a stretch of text is meant, not how it looks; several may
// hold at once.
type Voice uint16

// The voices.
const (
	Strong Voice = 1 << iota
	Emphasis
	Verbatim // code in running text
	Strike
	Link    // Span.Target is where it leads
	NoteRef // the mark of a footnote; Span.Target is its label
	Picture // an image's description; Span.Target is the image
)

// A Span is a stretch of a [Prose] in one voice.
type Span struct {
	From, To int // bytes of the text
	Voice    Voice
	Target   string
	Src      int // byte of the UTF-8 source where it begins
}

// A Prose is a text and the voices in it. The zero Prose is empty.
type Prose struct {
	text  string
	spans []Span // in order and without gaps; nil where all is plain and verbatim from the source
}

// Plain returns prose in one plain voice, verbatim from the source.
func Plain(text string) Prose { return Prose{text: text} }

// NewProse returns text with its spans, which must cover it in order.
func NewProse(text string, spans []Span) Prose { return Prose{text, spans} }

// MovedTo returns p with its text in the memory of text, which must say the same.
func (p Prose) MovedTo(text string) Prose { return Prose{text, p.spans} }

// Text returns the text without its voices.
func (p Prose) Text() string { return p.text }

// Spans returns the spans, one for the whole text where it is plain. The
// caller must not change them.
func (p Prose) Spans() []Span {
	if p.spans == nil && p.text != "" {
		return []Span{{To: len(p.text)}}
	}
	return p.spans
}

// At returns the span that byte i of the text lies in.
func (p Prose) At(i int) Span {
	if k := p.index(i); k >= 0 {
		return p.spans[k]
	}
	return Span{To: len(p.text)}
}

// index returns the span byte i lies in, the last one for the end, -1 for none.
func (p Prose) index(i int) int {
	k := sort.Search(len(p.spans), func(k int) bool { return i < p.spans[k].To })
	return min(k, len(p.spans)-1)
}

// offset returns the byte of the source that byte i stands for, where src is
// where a plain text begins. Inside what the source spells otherwise (an
// entity, say) it is as near as that spelling allows.
func (p Prose) offset(src, i int) int {
	k := p.index(i)
	if k < 0 {
		return src + i
	}
	return p.spans[k].Src + min(i, p.spans[k].To) - p.spans[k].From
}
