package format

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"
	"strings"

	"juan/data/charset"
	"juan/data/fault"
	"juan/data/format/compose"
	"juan/data/format/front"
	"juan/data/limit"
	"juan/model"
)

// isRecords recognises JSON that holds articles: lines of it by the name of the file or
// by the first line, an array or one object by how it begins.
func (f *Text) isRecords() bool {
	switch f.suffix() {
	case ".jsonl", ".ndjson", ".json":
		return true
	}
	head := strings.TrimLeft(f.text[f.start:], " \t\r\n")
	line, _, _ := strings.Cut(head, "\n")
	if !strings.HasPrefix(line, "{") || len(line) > 4<<20 {
		return false
	}
	_, ok := readRecord([]byte(line))
	return ok
}

// A jsonRecord is an article.
type jsonRecord struct {
	body   string
	verse  bool // its lines are kept
	marked bool // it is Markdown
	meta   []front.Value
}

// records reads the text as JSON: an article a line, or an element of an array,
// or all of it. An article is an object with a text under one of the names that
// people give it, and a title, date and what else front matter may say. Offsets
// count in the text. What is none is left out with a notice. ctx is asked once
// an article.
func (f *Text) records(ctx context.Context) ([]Draft, error) {
	j := jsonLines{file: f}
	for v := range f.values() {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		j.add(ctx, v)
	}
	j.finish()
	if len(j.drafts) == 0 {
		return nil, &fault.Error{Path: f.Name, Reason: fault.BadRecords}
	}
	return j.drafts, nil
}

// jsonLines are the articles of lines that are added.
type jsonLines struct {
	file   *Text
	drafts []Draft
	number int // of the last line
	bad    int // lines that are none
	first  int // the first of them
}

// add reads a line.
func (j *jsonLines) add(ctx context.Context, v value) {
	j.number++
	line := strings.TrimSpace(v.text)
	if line == "" {
		return
	}
	r, ok := readRecord([]byte(line))
	var d Draft
	if ok = ok && len(j.drafts) < limit.Texts; ok {
		var err error
		d, err = j.file.record(ctx, r, j.number)
		ok = err == nil
	}
	if !ok {
		if j.bad++; j.bad == 1 {
			j.first = j.number
		}
		return
	}
	d.Record, d.Entry.At, d.Entry.Size = true, v.at, v.size
	if j.file.Lines {
		d.Origin = model.NewOrigin("", 0, v.line)
	}
	j.drafts = append(j.drafts, d)
}

// finish says what was left out.
func (j *jsonLines) finish() {
	if j.bad > 0 {
		j.file.notice(fault.Skipped, j.bad, fmt.Sprintf("line %d", j.first))
	}
}

// A value is one of JSON, and the bytes of the file that it takes; size is 0
// where that is not known.
type value struct {
	text     string
	at, size int64
	line     int // of the file, from 1; only where Lines are wanted
}

// values yields the values of the text that may be articles: its lines, or
// where it is one value, the elements of it.
func (f *Text) values() iter.Seq[value] {
	text := strings.TrimSpace(f.text[f.start:])
	whole := json.RawMessage(text)
	if !strings.HasPrefix(text, "[") && !strings.HasPrefix(text, "{") || !json.Valid(whole) {
		return f.lines
	}
	return func(yield func(value) bool) {
		list := articlesIn(whole)
		if list == nil {
			list = []json.RawMessage{whole}
		}
		line, at := 1+strings.Count(f.text[:strings.Index(f.text, text)], "\n"), 0
		for _, one := range list {
			v := value{text: string(one)}
			if f.Lines {
				next := at + max(0, strings.Index(text[at:], v.text))
				line += strings.Count(text[at:next], "\n")
				v.line, at = line, next
			}
			if !yield(v) {
				return
			}
		}
	}
}

// lines yields the lines of the text.
func (f *Text) lines(yield func(value) bool) {
	at, number := f.start, 0
	for line := range strings.Lines(f.text[f.start:]) {
		number++
		v := value{text: line, line: number}
		if f.exact {
			v.at, v.size = int64(at), int64(len(line))
		}
		if !yield(v) {
			return
		}
		at += len(line)
	}
}

// articlesIn returns the articles that a value lists: an array of objects that
// are no messages of one talk, or an object with such an array, or one article
// with a title, and no text of its own. It is nil where the value is an article itself.
func articlesIn(raw json.RawMessage) []json.RawMessage {
	var list []json.RawMessage
	if json.Unmarshal(raw, &list) == nil {
		if len(list) == 0 || list[0][0] != '{' || isTalk(list) {
			return nil
		}
		return list
	}
	if _, ok := readRecord(raw); ok {
		return nil
	}
	return articlesBelow(raw, 0)
}

// articlesBelow returns the articles that an object lists which has no text of its
// own and lies in so many others.
func articlesBelow(raw json.RawMessage, depth int) []json.RawMessage {
	var fields map[string]json.RawMessage
	if json.Unmarshal(raw, &fields) != nil {
		return nil
	}
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		var list []json.RawMessage
		one := fields[key]
		if json.Unmarshal(one, &list) == nil && len(list) > 0 {
			if _, ok := readRecord(list[0]); ok && list[0][0] == '{' {
				return list
			}
		}
		if one[0] == '{' && depth < maxValues {
			r, ok := readRecord(one)
			if ok && slices.ContainsFunc(r.meta, front.Value.IsTitle) {
				return []json.RawMessage{one}
			}
			if !ok {
				if list = articlesBelow(one, depth+1); list != nil {
					return list
				}
			}
		}
	}
	return nil
}

// record reads the body of a record as the text it is.
func (f *Text) record(ctx context.Context, r jsonRecord, number int) (d Draft, err error) {
	one := Text{Name: Stem(f.Name), charset: f.charset, text: charset.OneLineBreak(r.body)}
	if r.marked {
		one.Title = f.Title
	}
	for _, v := range r.meta {
		if v.IsTitle() {
			one.titled = v.Text
		}
	}
	switch {
	case strings.Count(one.text, "\n") > limit.Lines:
		return d, &fault.Error{Path: f.Name, Reason: fault.TooBig}
	case r.verse && len(one.text) <= compose.MaxParagraph:
		d = Draft{Entry: one.entry(), Body: []model.Block{model.Verse{Prose: model.Plain(one.text)}}}
	case one.isHTML() || isPieceOfPage(one.text):
		d, err = one.html()
	case r.marked, one.isMarkdown():
		d = last(one.grown(ctx, math.MaxInt))
	default:
		d = one.plainUntil(ctx)
	}
	for _, v := range r.meta {
		if err := v.Set(&d.Entry); err != nil {
			f.notice(fault.BadMeta, 0, fmt.Sprintf("line %d: %v", number, err))
		}
	}
	return d, err
}

// isPieceOfPage reports whether a text opens with an element of HTML that has an end.
func isPieceOfPage(text string) bool {
	name, ok := strings.CutPrefix(strings.TrimSpace(text), "<")
	if i := strings.IndexAny(name, " \t\n/>"); ok && i > 0 {
		switch name = strings.ToLower(name[:i]); name {
		case "p", "div", "h1", "h2", "h3", "h4", "section", "article", "main", "span", "ul", "ol", "table", "blockquote", "figure", "center", "font", "strong", "b":
			return strings.Contains(strings.ToLower(text), "</"+name)
		}
	}
	return false
}

// isJSON recognises JSON by the file name.
func (f *Text) isJSON() bool {
	switch f.suffix() {
	case ".json", ".jsonl", ".ndjson", ".ipynb":
		return true
	}
	return false
}
