package data

import (
	"context"
	"strings"
	"unicode"
	"unsafe"

	"juan/data/dialect"
	"juan/data/fault"
	"juan/data/limit"
	"juan/model"
	"juan/model/char"
	"juan/model/structure"
)

// plain reads the text as one article without mark-up.
func (f *file) plain() draft { return f.plainUntil(context.Background()) }

// plainUntil reads the text as one article without mark-up, unless ctx is done
// before.
func (f *file) plainUntil(ctx context.Context) draft {
	t := readPlain(ctx, f.text[f.start:], f.start)
	if len(t.furniture) > 0 {
		f.notice(fault.Furniture, len(t.furniture), t.furniture[0])
	}
	raise(t.body)
	return draft{entry: f.plainEntry(), body: t.body}
}

// plainEntry returns what is known of a text without mark-up.
func (f *file) plainEntry() model.Entry {
	e := f.entry()
	if e.Title == "" {
		e.Title = opening(f.text[f.start:])
	}
	return e
}

// plainBlocks returns the blocks that structure.Infer finds in src[from:to].
func plainBlocks(src string, from, to int) []model.Block {
	return textBlocks(context.Background(), src[from:to], from)
}

// plainBlocksAt returns the blocks of src[from:to], which stands at byte base
// of the source.
func plainBlocksAt(src string, from, to, base int) []model.Block {
	return textBlocks(context.Background(), src[from:to], base)
}

// textBlocks returns the blocks of a text that stands at byte base of its
// source, or fewer where ctx is done before.
func textBlocks(ctx context.Context, text string, base int) []model.Block {
	return readPlain(ctx, text, base).body
}

// readPlain reads a text that stands at byte base of its source with
// structure.Infer, or less of it where ctx is done before.
func readPlain(ctx context.Context, text string, base int) *plainText {
	parts := structure.Infer(text)
	limit.GiveBack(len(text))
	t := &plainText{src: text, base: base, body: make([]model.Block, 0, len(parts))}
	asked := 0
	for _, p := range parts {
		if p.From-asked > chunkSize {
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
	return t
}

// A plainText turns the parts of a text into blocks.
type plainText struct {
	src       string
	base      int // where src begins in the source
	end       int // of the last part
	verse     *composer
	opened    structure.Part // the paragraph that may go on behind furniture; none where it ends at 0
	open      *composer      // all of it once it has gone on, else nil
	body      []model.Block
	furniture []string // heads and feet of pages, left out
}

func (t *plainText) part(p structure.Part) {
	switch p.Kind {
	case structure.Heading:
		t.heading(p)
	case structure.Verse:
		t.verseLine(p)
	case structure.Verbatim:
		t.body = append(t.body, model.Code{Leaf: model.Leaf{Src: t.base + p.From}, Source: t.src[p.From:p.To]})
	case structure.Table:
		t.table(p)
	case structure.Rule:
		t.body = append(t.body, model.Rule{Leaf: model.Leaf{Src: t.base + p.From}})
	default:
		t.opened = p
	}
}

// goOn adds what furniture parted from the paragraph that is open.
func (t *plainText) goOn(p structure.Part) {
	if t.open == nil {
		t.open = t.join(t.opened.From, t.opened.To)
	}
	rest := t.join(p.From, p.To)
	t.open.softBreak()
	for _, one := range rest.pieces {
		t.open.add(one.text, one.at, one.voice, one.target)
	}
}

func (t *plainText) heading(p structure.Part) {
	one := t.join(p.From, p.To).part()
	t.body = append(t.body, model.Heading{
		Leaf: model.Leaf{Src: one.at}, Prose: one.prose,
		Level: max(1, p.Level), Number: min(p.Number, len(one.prose.Text())),
	})
}

// verseLine adds a line to the verse that is open, or to a new one where that
// is as long as a paragraph may be.
func (t *plainText) verseLine(p structure.Part) {
	if v := t.verse; v != nil && len(v.pieces) > 0 && p.To-v.pieces[0].at > maxParagraph {
		t.endVerse()
	}
	if t.verse == nil {
		t.verse = t.join(p.From, p.To)
		return
	}
	t.verse.hardBreak(p.From - 1)
	t.verse.verbatim(p.From, p.To, 0, "")
}

func (t *plainText) endVerse() {
	if t.verse == nil {
		return
	}
	for _, p := range t.verse.parts() {
		t.body = append(t.body, model.Verse{Leaf: model.Leaf{Src: p.at}, Prose: p.prose})
	}
	t.verse = nil
}

// endParagraph puts the paragraph that is open into the body. A long one is cut
// in several; only the first has the heading it opens with, or its marker.
func (t *plainText) endParagraph() {
	p := t.opened
	if p.To == 0 {
		return
	}
	for i, one := range t.openParts() {
		k := model.Paragraph{Leaf: model.Leaf{Src: one.at}, Prose: one.prose}
		switch text := one.prose.Text(); {
		case i > 0:
		case p.LeadKind != structure.NoLead:
			lead := t.join(p.From, p.From+p.Lead).part().prose.Text()
			k.Lead = newLead(p, min(len(lead), len(text)))
		case p.Kind == structure.Item && p.Number < len(text):
			rest := strings.TrimLeftFunc(text[p.Number:], unicode.IsSpace)
			k.Hang = len(text) - len(rest)
		}
		t.body = append(t.body, k)
	}
	t.open, t.opened = nil, structure.Part{}
}

// openParts returns the paragraph that is open.
func (t *plainText) openParts() []part {
	if t.open != nil {
		return t.open.parts()
	}
	if one, ok := t.oneLine(t.opened.From, t.opened.To); ok {
		return []part{one}
	}
	return t.join(t.opened.From, t.opened.To).parts()
}

// oneLine returns src[from:to] where it is one line without a link, as most
// paragraphs are: that is a piece of the source, and takes no memory.
func (t *plainText) oneLine(from, to int) (one part, ok bool) {
	s := t.src[from:to]
	if len(s) > maxParagraph || strings.IndexByte(s, '\n') >= 0 || strings.Contains(s, "://") {
		return part{}, false
	}
	l := trimmed(t.src, from, to)
	return part{model.Plain(t.src[l.from:l.to]), t.base + l.from, true}, l.from < l.to
}

// join puts the lines of src[from:to] together, their breaks closed. Of several
// lines, which were set to a measure, the blanks that filled them are closed
// too, and a word that was torn at the end of one is whole again.
func (t *plainText) join(from, to int) *composer {
	c := &composer{src: t.src, base: t.base}
	several := strings.IndexByte(t.src[from:to], '\n') >= 0
	for line := range strings.Lines(t.src[from:to]) {
		l := trimmed(t.src, from, from+len(line))
		from += len(line)
		if !several {
			t.linkify(c, l.from, l.to)
			break
		}
		end := l.to
		if torn := t.torn(l.from, l.to, from, to); torn > 0 {
			end -= torn
		}
		t.unjustified(c, l.from, end)
		if !hyphened(t.src[l.from:l.to]) {
			c.softBreak()
		}
	}
	return c
}

// unjustified adds src[from:to] with each run of blanks as one, or none
// between characters that need none.
func (t *plainText) unjustified(c *composer, from, to int) {
	for from < to {
		gap := strings.Index(t.src[from:to], "  ")
		if gap <= 0 {
			break
		}
		end := from + gap + char.Spaces(t.src[from+gap:to])
		t.linkify(c, from, from+gap)
		if char.SpaceBetween(char.Last(t.src[from:from+gap]), char.First(t.src[end:])) {
			c.add(" ", from+gap, 0, "")
		}
		from = end
	}
	t.linkify(c, from, to)
}

// torn returns the bytes of the hyphen at the end of the line src[from:end]
// that only tears a word: with the start of the next line, at next, it is a
// word that stands elsewhere in the text.
func (t *plainText) torn(from, end, next, to int) int {
	const near = 64 << 10 // how far around one looks for the word
	line := t.src[from:end]
	head := strings.TrimSuffix(strings.TrimSuffix(line, "-"), "\u2010")
	if len(head) == len(line) || next >= to {
		return 0
	}
	rest := strings.TrimLeftFunc(t.src[next:to], unicode.IsSpace)
	a := strings.LastIndexFunc(head, notLetter) + 1
	b := strings.IndexFunc(rest, notLetter)
	if b < 0 {
		b = len(rest)
	}
	if a == len(head) || b == 0 || !unicode.IsLower(rune(rest[0])) {
		return 0
	}
	if !strings.Contains(t.src[max(0, from-near):min(len(t.src), to+near)], head[a:]+rest[:b]) {
		return 0
	}
	return len(line) - len(head)
}

// hyphened reports whether a line ends with a hyphen behind a letter.
func hyphened(line string) bool {
	head := strings.TrimSuffix(strings.TrimSuffix(line, "-"), "\u2010")
	return len(head) < len(line) && char.IsLatin(char.Last(head))
}

func notLetter(r rune) bool { return !char.IsLatin(r) }

// linkify adds src[from:to] with its bare links.
func (t *plainText) linkify(c *composer, from, to int) {
	for {
		start, end := dialect.BareLink(t.src[from:to], 0)
		if end == 0 {
			break
		}
		c.verbatim(from, from+start, 0, "")
		c.verbatim(from+start, from+end, model.Link, t.src[from+start:from+end])
		from += end
	}
	c.verbatim(from, to, 0, "")
}

// oneLineBreak returns text with every line break that is not "\n" or "\r\n"
// (CR, VT, FF, U+0085, U+2028, U+2029; UAX #14 classes BK, CR and NL) written
// as "\n", blanks before it so that no byte changes its place.
func oneLineBreak(text string) string {
	if !maybeOddBreak(text) {
		return text
	}
	i := oddBreak(text, 0)
	if i < 0 {
		return text
	}
	b := []byte(text)
	for ; i >= 0; i = oddBreak(text, i+1) {
		switch b[i] {
		case 0xc2:
			b[i], b[i+1] = ' ', '\n'
		case 0xe2:
			b[i], b[i+1], b[i+2] = ' ', ' ', '\n'
		default:
			b[i] = '\n'
		}
	}
	return unsafe.String(unsafe.SliceData(b), len(b)) // b is not written to again
}

// maybeOddBreak tells most texts without an odd line break faster than a look
// at each byte does.
func maybeOddBreak(text string) bool {
	for _, c := range []byte("\v\f\r") {
		if strings.IndexByte(text, c) >= 0 {
			return true
		}
	}
	return strings.Contains(text, "\u0085") || strings.Contains(text, "\u2028") || strings.Contains(text, "\u2029")
}

// oddBreak returns where the first odd line break at byte from of text or
// behind it begins, or -1.
func oddBreak(text string, from int) int {
	for i := from; i < len(text); i++ {
		switch text[i] {
		case '\v', '\f':
			return i
		case '\r':
			if i+1 == len(text) || text[i+1] != '\n' {
				return i
			}
		case 0xc2:
			if strings.HasPrefix(text[i:], "\u0085") {
				return i
			}
		case 0xe2:
			if strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029") {
				return i
			}
		}
	}
	return -1
}

// opening returns the first line of a text, cut to what a title may be.
func opening(text string) string {
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
