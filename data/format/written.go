package format

import (
	"bytes"
	"context"
	"strings"

	"juan/data/charset"
	"juan/data/format/dialect"
	"juan/data/format/plain"
	"juan/data/format/terminal"
	"juan/data/limit"
	"juan/model"
)

// mayBeLines reports whether the text may be made of lines: its name does not say that it
// is in another format.
func (f *Text) mayBeLines() bool {
	return f.isNamedText() || !IsText(f.Name) && f.suffix() != ".json"
}

// isNamedText reports whether a file is called a text. Then most of it may be code or
// tables and the rest paragraphs under headings, as in the plain form of a manual: its
// structure is found, and preformatted lines are kept within that.
func (f *Text) isNamedText() bool {
	s := f.suffix()
	return !f.Piped && (s == ".txt" || s == ".text")
}

// isOfLines reports whether the text is made of lines.
func (f *Text) isOfLines() bool {
	return f.written || !f.isSubtitles() && !f.isSubStation() && !f.isLyrics() && !f.isMarkdown() && f.looksLined()
}

// looksLined reports whether a text in no other format is made of lines, by the look of
// most of its first lines.
func (f *Text) looksLined() bool {
	text := f.text[f.start:]
	return f.mayBeLines() && !f.isNamedText() && terminal.Lined(text[:min(len(text), Sniffed)], f.Piped)
}

// readLines reads the text as one article made of lines.
func (f *Text) readLines(ctx context.Context) (Draft, error) {
	var l terminal.Lines
	l.Start(f.start)
	l.Read(ctx, f.text[f.start:])
	return f.lineDraft(&l), ctx.Err()
}

// lineDraft returns an article made of the lines there are so far.
func (f *Text) lineDraft(l *terminal.Lines) Draft {
	e := f.entry()
	e.Title = plain.Opening(l.Title())
	return Draft{Entry: e, Body: l.Body[:len(l.Body):len(l.Body)]}
}

// A growing text is made of lines and comes slowly. What has been read of it is not
// read again.
type growing struct {
	lines terminal.Lines
	raw   int // bytes that were read: whole lines
	bad   int // characters that are not in UTF-8
}

// grow reads the lines that have come of a text in UTF-8 and returns all there are.
func (f *Text) grow(ctx context.Context, g *growing, raw []byte) []Draft {
	g.read(ctx, raw[:g.raw+bytes.LastIndexByte(raw[g.raw:], '\n')+1])
	if len(g.lines.Body) == 0 {
		return nil
	}
	d := f.lineDraft(&g.lines)
	d.Entry.Partial = true
	return []Draft{d}
}

// read reads what is new of the first bytes of a source. They are copied: a source that
// grows is moved, and a line would hold the memory that it was in before.
func (g *growing) read(ctx context.Context, raw []byte) {
	if len(raw) <= g.raw {
		return
	}
	text, bad := charset.UTF8.Decode(bytes.Clone(raw[g.raw:]))
	if g.raw == 0 {
		rest := strings.TrimPrefix(text, "\ufeff")
		g.lines.Start(len(text) - len(rest))
		text = rest
	}
	g.lines.Read(ctx, text)
	g.raw, g.bad = len(raw), g.bad+bad
}

// tooMany reports whether there are more lines than are read of one text.
func (g *growing) tooMany() bool { return len(g.lines.Body) > limit.Lines }

// grownUp returns the article of a text all of which has come, where only its last lines
// are left to read. Else ok is false, and the text is to be read anew: its whole head shows
// another format or encoding than its first lines did, or its lines are to be known.
func (f *Text) grownUp(ctx context.Context, g *growing, raw []byte, encoding string) (drafts []Draft, ok bool) {
	whole := *f
	head := wholeLines(raw[:min(len(raw), Sniffed)])
	if f.Lines || whole.decode(head, encoding) != nil || whole.charset != "" || !whole.isOfLines() {
		return nil, false
	}
	g.read(ctx, raw)
	if g.bad > 0 || g.tooMany() || ctx.Err() != nil {
		return nil, false
	}
	drafts = []Draft{f.lineDraft(&g.lines)}
	f.correct(drafts)
	return drafts, true
}

// outputOf returns the lines of an article that was made of lines when it was written as
// Markdown: all of body is code in their language. Else it is body itself.
func (f *Text) outputOf(body []model.Block) []model.Block {
	for _, b := range body {
		if c, ok := b.(model.Code); !ok || c.Language != dialect.Lines || len(c.Nest) > 0 {
			return body
		}
	}
	if len(body) == 0 {
		return body
	}
	first, last := body[0].(model.Code), body[len(body)-1].(model.Code)
	from, to := first.Src, last.Src+len(last.Source)
	if first.Source == "" || to > len(f.text) || f.text[from:from+len(first.Source)] != first.Source {
		return body
	}
	var l terminal.Lines
	l.Start(from)
	l.Read(context.Background(), f.text[from:to])
	return l.Body
}
