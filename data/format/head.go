package format

import (
	"bytes"
	"context"
	"strings"
	"unicode/utf8"

	"juan/data/format/markdown"
	"juan/data/format/outline"
	"juan/data/format/plain"
	"juan/model"
)

// maxTop is how many bytes of Markdown after the front matter are looked at
// for a title.
const maxTop = 1 << 10

// Head returns title and dates of an article from the first bytes of its file, by the
// same rules as for the whole. ok is false where these bytes do not show which articles
// the file has: it may hold several, or must be read whole.
func (f *Text) Head(raw []byte, encoding string) (e model.Entry, ok bool) {
	if f.decode(wholeLines(raw), encoding) != nil {
		return e, false
	}
	f.Notices = nil
	return f.headEntry()
}

// headEntry returns what the head of a text says of its article.
func (f *Text) headEntry() (e model.Entry, ok bool) {
	text := f.text[f.start:]
	if f.written {
		return f.headOfLines()
	}
	switch first := strings.TrimLeft(text, " \t\r\n\u3000"); {
	case strings.HasPrefix(first, "-\n") || strings.HasPrefix(first, "-\r\n"), strings.HasPrefix(first, "{"):
		return e, false
	}
	switch s := f.suffix(); {
	case s == ".jsonl" || s == ".ndjson":
		return e, false
	case f.isHTML():
		d, err := f.html()
		return d.Entry, err == nil
	case !f.isMarkdown() && f.looksLined():
		return f.headOfLines()
	case !f.isMarkdown():
		return f.plainEntry(plain.Title(text)), true
	}
	e = f.entry()
	title := e.Title
	e.Title = ""
	start, _ := f.front(&e)
	if e.Title == "" {
		end := min(len(f.text), start+maxTop)
		if i := strings.LastIndexByte(f.text[start:end], '\n'); i >= 0 {
			end = start + i + 1
		}
		body, _ := markdown.Blocks(f.text[:end], start)
		_, e.Title = outline.TakeTitle(body, "")
	}
	if e.Title == "" {
		e.Title = title
	}
	return e, true
}

// headOfLines returns what the head of a text that is made of lines says of it.
func (f *Text) headOfLines() (model.Entry, bool) {
	d, err := f.readLines(context.Background())
	return d.Entry, err == nil
}

// wholeLines returns raw without the line that is cut off at its end, or at
// least without the character.
func wholeLines(raw []byte) []byte {
	if i := bytes.LastIndexByte(raw, '\n'); i > len(raw)/2 {
		return raw[:i+1]
	}
	for n := 1; n < utf8.UTFMax && n < len(raw); n++ {
		if c := raw[len(raw)-n]; utf8.RuneStart(c) {
			if c >= utf8.RuneSelf && !utf8.FullRune(raw[len(raw)-n:]) {
				return raw[:len(raw)-n]
			}
			break
		}
	}
	return raw
}
