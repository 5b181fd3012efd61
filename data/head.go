package data

import (
	"bytes"
	"context"
	"io"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"juan/data/format/markdown"
	"juan/data/format/outline"
	"juan/model"
)

// headSize is how many bytes of a file tell its title and its dates. A file of
// no more than smallFile bytes is read whole at once: opening it again would
// cost more.
const (
	headSize  = 2 << 10
	smallFile = 8 << 10
)

// maxTop is how many bytes of Markdown behind the front matter are looked at
// for a title.
const maxTop = 1 << 10

// head reads the beginning of an open file that is longer; it finds nothing
// where that does not tell what articles the file has.
func (l *loader) head(s *source, from *os.File) error {
	raw := make([]byte, headSize)
	if n, err := io.ReadFull(from, raw); err != nil {
		raw = raw[:n] // it has become shorter
	}
	f := s.file()
	switch packed := isZip(raw) || bytes.HasPrefix(raw, []byte("\x1f\x8b")); {
	case packed && suffix(s.abs()) != ".epub":
		return nil
	case packed:
		l.partial(&f, f.entry())
		return nil
	}
	if f.decode(wholeLines(raw), l.opt.Encoding) != nil {
		return nil // all of it may be a text
	}
	f.notices = nil
	if e, ok := f.headEntry(); ok {
		l.partial(&f, e)
	}
	return nil
}

// partial finds an article whose head was read.
func (l *loader) partial(f *file, e model.Entry) {
	e.Partial = true
	l.found = append(l.found, found{entry: e.Sealed(), key: f.key, id: f.id})
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

// headEntry returns what the head of a text says of its article, by the rules
// that hold for the whole; ok is false where the file may hold several.
func (f *file) headEntry() (e model.Entry, ok bool) {
	text := f.text[f.start:]
	switch first := strings.TrimLeft(text, " \t\r\n\u3000"); {
	case strings.HasPrefix(first, "-\n") || strings.HasPrefix(first, "-\r\n"), strings.HasPrefix(first, "{"):
		return e, false
	}
	switch s := f.suffix(); {
	case s == ".jsonl" || s == ".ndjson":
		return e, false
	case f.isHTML():
		d, err := f.html()
		return d.entry, err == nil
	case !f.isMarkdown():
		return f.plainEntry(), true
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

// heads reads the heads of sources, and those whole that are not longer. It
// returns the others in the order of the list, as far as it is known.
func (l *Library) heads(ctx context.Context, sources []*source) []*source {
	r := reading{opt: l.opt, heads: true, skip: l.isRead, keep: l.keeper(len(sources))}
	for p := range r.results(ctx, slices.Values(listedOf(sources))) {
		l.took(p)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	rows := make(map[*source]*model.Entry, len(sources))
	sources = slices.DeleteFunc(sources, func(s *source) bool {
		v := l.volumes[s.abs()]
		if v != nil && v.whole {
			return true
		}
		rows[s] = &model.Entry{Group: s.group()}
		if v != nil && len(v.entries) > 0 {
			rows[s] = v.entries[0]
		}
		return false
	})
	slices.SortStableFunc(sources, func(a, b *source) int { return model.Listed(rows[a], rows[b]) })
	return sources
}
