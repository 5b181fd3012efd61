package outline

import (
	"strings"
	"unicode"

	"juan/data/format/compose"
	"juan/model"
)

// A Correction sets, adds or removes a heading. Text is the heading as it
// stands in the text, number included, or the start of it; corrections come
// in the order of the text. Front matter lists them under headings, a side
// file as tables called heading.
type Correction struct {
	Text    string `yaml:"text" toml:"text"`
	Level   int    `yaml:"level" toml:"level"`     // 0: it is no heading
	Kind    string `yaml:"kind" toml:"kind"`       // "run-in", or "heading": a line of its own
	Certain *bool  `yaml:"certain" toml:"certain"` // false: Text is not all of it
	Article int    `yaml:"article" toml:"article"` // which of the articles of a file, from 1; 0: the first that has it
}

// A Corrector applies corrections to bodies and counts its steps, the blocks that
// it looks at or moves: of many corrections that find nothing each would go
// through all of a text.
type Corrector struct {
	left int // steps
}

// firstSteps are those that any text may take, stepsPerBlock come with each of
// its blocks and corrections.
const (
	firstSteps    = 1 << 22
	stepsPerBlock = 64
)

// NewCorrector returns one for a text of so many blocks and so many corrections.
func NewCorrector(blocks, corrections int) *Corrector {
	return &Corrector{firstSteps + stepsPerBlock*(blocks+corrections)}
}

// take takes steps and reports whether there were any left.
func (r *Corrector) take(n int) bool {
	if r.left < 0 {
		return false
	}
	r.left -= n
	return true
}

// Correct applies the corrections of front matter and returns how many
// found nothing, and the first of these.
func Correct(body []model.Block, all []Correction) (out []model.Block, missed int, first string) {
	r, at := NewCorrector(len(body), len(all)), 0
	for _, c := range all {
		if !r.Apply(c, &body, &at) {
			if missed++; missed == 1 {
				first = c.Text
			}
		}
	}
	return body, missed, first
}

// Apply finds the text of c after block at, or else before it, and corrects it;
// at becomes the block after it. Where the steps are used up nothing is found.
func (r *Corrector) Apply(c Correction, body *[]model.Block, at *int) bool {
	words := strings.Fields(c.Text)
	if len(words) == 0 {
		return false
	}
	for n := range len(*body) {
		i := (*at + n) % len(*body)
		b := (*body)[i]
		if !r.take(1 + min(len(b.Text()), len(c.Text))/64) {
			return false
		}
		if len(b.In()) > 0 {
			continue
		}
		end := opensWith(b.Text(), words)
		if end == 0 {
			continue
		}
		size := len(*body)
		if c.set(body, i, end) {
			if len(*body) != size { // they were moved
				r.take(size / 4)
			}
			*at = i + 1
			return true
		}
	}
	return false
}

// opensWith returns how many bytes of text the words of a heading take at its start, 0
// where it begins otherwise. White space of one kind stands for that of another: a
// full-width blank in 第二条　包装 for a narrow one.
func opensWith(text string, words []string) (end int) {
	for i, word := range words {
		rest := strings.TrimLeftFunc(text[end:], unicode.IsSpace)
		if i > 0 && len(rest) == len(text)-end || !strings.HasPrefix(rest, word) {
			return 0
		}
		end = len(text) - len(rest) + len(word)
	}
	return end
}

// set makes of the first end bytes of block i what the correction says.
func (c Correction) set(body *[]model.Block, i, end int) bool {
	switch b := (*body)[i].(type) {
	case model.Heading:
		if c.Level == 0 {
			(*body)[i] = model.Paragraph{Leaf: b.Leaf, Prose: b.Prose}
			return true
		}
		b.Level = c.Level
		(*body)[i] = b
	case model.Paragraph:
		certain := c.Certain == nil || *c.Certain
		switch whole := end == len(b.Text()); {
		case c.Level == 0:
			b.Lead = model.Lead{}
			(*body)[i] = b
		case whole && c.Kind != "run-in" && certain:
			(*body)[i] = Heading(b.Leaf, b.Prose, c.Level)
		case c.Kind == "heading" && certain:
			c.part(body, i, end)
		default:
			b.Lead = c.lead(b.Text(), end)
			(*body)[i] = b
		}
	default:
		return false
	}
	return true
}

// lead returns the heading that the first end bytes of text are.
func (c Correction) lead(text string, end int) model.Lead {
	l := model.Lead{End: end, Level: c.Level, Kind: model.RunIn, Certain: c.Certain == nil || *c.Certain}
	if c.Kind == "heading" {
		l.Kind = model.OwnLine
	}
	l.Number = min(number(text), end)
	return l
}

// part makes a heading of the first end bytes of paragraph i and leaves the
// rest a paragraph.
func (c Correction) part(body *[]model.Block, i, end int) {
	b := (*body)[i].(model.Paragraph)
	head, rest := clip(b, 0, end), clip(b, end, len(b.Text()))
	out := append([]model.Block{}, (*body)[:i]...)
	out = append(out, Heading(head.Leaf, head.Prose, c.Level))
	if rest.Text() != "" {
		out = append(out, rest)
	}
	*body = append(out, (*body)[i+1:]...)
}

// clip returns bytes [from, to) of a paragraph, white space at both ends left
// out.
func clip(b model.Paragraph, from, to int) model.Paragraph {
	l := compose.Trimmed(b.Text(), from, to)
	var spans []model.Span
	for _, s := range b.Spans() {
		s.Src = b.Offset(max(s.From, l.From))
		if s.From, s.To = max(s.From, l.From)-l.From, min(s.To, l.To)-l.From; s.From < s.To {
			spans = append(spans, s)
		}
	}
	return model.Paragraph{
		Leaf:  model.Leaf{Nest: b.Nest, Src: b.Offset(l.From)},
		Prose: model.NewProse(b.Text()[l.From:l.To], spans),
	}
}
