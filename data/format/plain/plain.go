// Package plain reads text without mark-up: the parts that model/structure finds
// become blocks, lines that were set to a measure are joined. It knows no files.
package plain

import (
	"context"
	"strings"
	"unicode"

	"juan/data/format/compose"
	"juan/data/format/outline"
	"juan/data/limit"
	"juan/model"
	"juan/model/structure"
)

// askedEvery is how many bytes are read before a context is asked again.
const askedEvery = 64 << 10

// Read returns the blocks that structure.Infer finds in a text, which stands
// at byte base of its source, or fewer where ctx is done before, and the heads
// and feet of pages that were left out.
func Read(ctx context.Context, text string, base int) (body []model.Block, furniture []string) {
	parts := structure.Infer(text)
	limit.GiveBack(len(text))
	t := &reader{src: text, base: base, body: make([]model.Block, 0, len(parts))}
	asked := 0
	for _, p := range parts {
		if p.From-asked > askedEvery {
			if asked = p.From; ctx.Err() != nil {
				break
			}
		}
		if p.Kind == structure.Furniture {
			t.furniture = append(t.furniture, t.src[p.From:p.To])
			continue
		}
		if p.Kind == structure.Continued && t.opened.To > 0 {
			t.goOn(p)
			continue
		}
		if p.Kind != structure.Verse || strings.Count(t.src[t.end:p.From], "\n") > 1 {
			t.endVerse()
		}
		t.endParagraph()
		t.part(p)
		t.end = p.To
	}
	t.endVerse()
	t.endParagraph()
	return t.body, t.furniture
}

// A reader turns the parts of a text into blocks.
type reader struct {
	src       string
	base      int // where src begins in the source
	end       int // of the last part
	verse     *compose.Text
	opened    structure.Part  // the paragraph that may go on after furniture; none where it ends at 0
	open      *compose.Text   // all of it once it has gone on, else nil
	alone     [1]compose.Part // room for the paragraph that ends, where it is one line
	body      []model.Block
	furniture []string // heads and feet of pages, left out
	cells     int      // of all tables
	links     int      // of all paragraphs
}

// mostLinks is how many bare links of a text become links: each takes a few hundred
// bytes of memory, and a file with more is hardly a text.
const mostLinks = 200_000

func (t *reader) part(p structure.Part) {
	switch p.Kind {
	case structure.Heading:
		t.heading(p)
	case structure.Verse:
		t.verseLine(p)
	case structure.Verbatim:
		t.verbatim(p)
	case structure.Table:
		t.table(p)
	case structure.Rule:
		t.body = append(t.body, model.Rule{Leaf: model.Leaf{Src: t.base + p.From}})
	default:
		t.opened = p
	}
}

// goOn adds what furniture parted from the paragraph that is open.
func (t *reader) goOn(p structure.Part) {
	if t.open == nil {
		t.open = t.join(t.opened.From, t.opened.To)
	}
	rest := t.join(p.From, p.To)
	t.open.SoftBreak()
	for _, one := range rest.Pieces {
		t.open.Add(one.Text, one.At, one.Voice, one.Target)
	}
}

func (t *reader) heading(p structure.Part) {
	one := t.join(p.From, p.To).Part()
	t.body = append(t.body, model.Heading{
		Leaf: model.Leaf{Src: one.At}, Prose: one.Prose,
		Level: max(1, p.Level), Number: min(p.Number, len(one.Prose.Text())),
	})
}

// verseLine adds a line to the verse that is open, or to a new one where that
// is as long as a paragraph may be.
func (t *reader) verseLine(p structure.Part) {
	if v := t.verse; v != nil && len(v.Pieces) > 0 && p.To-v.Pieces[0].At > compose.MaxParagraph {
		t.endVerse()
	}
	if t.verse == nil {
		t.verse = t.join(p.From, p.To)
		return
	}
	t.verse.HardBreak(p.From - 1)
	t.verse.Verbatim(p.From, p.To, 0, "")
}

func (t *reader) endVerse() {
	if t.verse == nil {
		return
	}
	for _, p := range t.verse.Parts() {
		t.body = append(t.body, model.Verse{Leaf: model.Leaf{Src: p.At}, Prose: p.Prose})
	}
	t.verse = nil
}

// endParagraph puts the paragraph that is open into the body. A long one is cut
// in several; only the first has the heading it opens with, or its marker.
func (t *reader) endParagraph() {
	p := t.opened
	if p.To == 0 {
		return
	}
	for i, one := range t.openParts() {
		k := model.Paragraph{Leaf: model.Leaf{Src: one.At}, Prose: one.Prose}
		switch text := one.Prose.Text(); {
		case i > 0:
		case p.LeadKind != structure.NoLead:
			lead := t.join(p.From, p.From+p.Lead).Part().Prose.Text()
			k.Lead = outline.Lead(p, min(len(lead), len(text)))
		case p.Kind == structure.Item && p.Number < len(text):
			rest := strings.TrimLeftFunc(text[p.Number:], unicode.IsSpace)
			k.Hang = len(text) - len(rest)
		}
		t.body = append(t.body, k)
	}
	t.open, t.opened = nil, structure.Part{}
}

// openParts returns the paragraph that is open, until it is called again.
func (t *reader) openParts() []compose.Part {
	if t.open != nil {
		return t.open.Parts()
	}
	if one, ok := t.oneLine(t.opened.From, t.opened.To); ok {
		t.alone[0] = one
		return t.alone[:]
	}
	return t.join(t.opened.From, t.opened.To).Parts()
}

// oneLine returns src[from:to] where it is one line without a link, as most
// paragraphs are: that is a piece of the source, and takes no memory.
func (t *reader) oneLine(from, to int) (one compose.Part, ok bool) {
	s := t.src[from:to]
	if len(s) > compose.MaxParagraph || strings.IndexByte(s, '\n') >= 0 || strings.Contains(s, "://") {
		return compose.Part{}, false
	}
	l := compose.Trimmed(t.src, from, to)
	return compose.Part{Prose: model.Plain(t.src[l.From:l.To]), At: t.base + l.From, Plain: true}, l.From < l.To
}

// Opening returns the first line of a text, cut to what a title may be.
func Opening(text string) string {
	for line := range strings.Lines(text) {
		line = strings.TrimFunc(line, unicode.IsSpace)
		if line == "" {
			continue
		}
		if i := strings.IndexAny(line, "。！？；"); i > 0 {
			line = line[:i]
		}
		if r := []rune(line); len(r) > 40 {
			line = string(r[:40]) + "…"
		}
		return line
	}
	return ""
}
