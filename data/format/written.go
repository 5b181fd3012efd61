package format

import (
	"bytes"
	"context"
	"strings"

	"juan/data/charset"
	"juan/data/format/plain"
	"juan/data/format/terminal"
	"juan/model"
)

// mayBeLines reports whether the text may be made of lines: its name says of no
// format that it is in another one.
func (f *Text) mayBeLines() bool {
	s := f.suffix()
	return s == ".txt" || s == ".text" || !IsText(f.Name) && s != ".json"
}

// isOfLines reports whether the text is made of lines.
func (f *Text) isOfLines() bool {
	return f.written || !f.isSubtitles() && !f.isSubStation() && !f.isLyrics() && !f.isMarkdown() && f.isLined()
}

// isLined reports whether a text that is in no other format is made of lines.
func (f *Text) isLined() bool {
	text := f.text[f.start:]
	return f.mayBeLines() && terminal.Lined(text[:min(len(text), Sniffed)], f.Piped)
}

// ofLines reads the text as one article made of lines.
func (f *Text) ofLines(ctx context.Context) (Draft, error) {
	var l terminal.Lines
	l.Start(f.start)
	l.Read(ctx, f.text[f.start:])
	return f.lineDraft(l.Body), ctx.Err()
}

// lineDraft returns an article made of lines, whose title is the first that says
// something.
func (f *Text) lineDraft(body []model.Block) Draft {
	e := f.entry()
	e.Title = ""
	for _, b := range body {
		if text := strings.TrimSpace(b.Text()); text != "" {
			e.Title = plain.Opening(strings.Join(strings.Fields(text), " "))
			break
		}
	}
	return Draft{Entry: e, Body: body}
}

// A growing text is made of lines and comes slowly. What has been read of it is not
// read again.
type growing struct {
	lines terminal.Lines
	raw   int // bytes that were read: whole lines
}

// grow reads the lines that have come of a text in UTF-8 and returns all there are.
func (f *Text) grow(ctx context.Context, g *growing, raw []byte) []Draft {
	end := bytes.LastIndexByte(raw[g.raw:], '\n') + 1
	if end > 0 {
		text, _ := charset.UTF8.Decode(bytes.Clone(raw[g.raw : g.raw+end]))
		if g.raw == 0 {
			rest := strings.TrimPrefix(text, "\ufeff")
			g.lines.Start(len(text) - len(rest))
			text = rest
		}
		g.lines.Read(ctx, text)
		g.raw += end
	}
	if len(g.lines.Body) == 0 {
		return nil
	}
	d := f.lineDraft(g.lines.Body[:len(g.lines.Body):len(g.lines.Body)])
	d.Entry.Partial = true
	return []Draft{d}
}
