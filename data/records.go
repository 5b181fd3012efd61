package data

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"
	"strings"
)

// isRecords tells JSON lines: the first line is an object with a body.
func (f *file) isRecords() bool {
	line, _, _ := strings.Cut(strings.TrimLeft(f.text[f.start:], " \t\r\n"), "\n")
	switch f.suffix() {
	case ".jsonl", ".ndjson":
		return true
	}
	if !strings.HasPrefix(line, "{") || len(line) > 4<<20 {
		return false
	}
	_, ok := readRecord([]byte(line))
	return ok
}

// A jsonRecord is one line: an article.
type jsonRecord struct {
	body string
	meta []meta
}

// records reads the text as JSON lines, an article a line: an object with a
// body (or text, or content) and title, date, id and what else front matter
// may say. Offsets count in the body. Lines that are none are left out with a
// notice. ctx is asked once a line.
func (f *file) records(ctx context.Context) ([]draft, error) {
	j := jsonLines{file: f}
	at := f.start
	for line := range strings.Lines(f.text[f.start:]) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if f.exact {
			j.add(ctx, line, int64(at), int64(len(line)))
		} else {
			j.add(ctx, line, 0, 0)
		}
		at += len(line)
	}
	j.finish()
	if len(j.drafts) == 0 {
		return nil, &Error{Path: f.name, Reason: BadRecords}
	}
	return j.drafts, nil
}

// jsonLines are the articles of lines that are added.
type jsonLines struct {
	file   *file
	drafts []draft
	number int // of the last line
	bad    int // lines that are none
	first  int // the first of them
}

// add reads a line, bytes of the file from at on; where size is 0 that is not
// known.
func (j *jsonLines) add(ctx context.Context, line string, at, size int64) {
	j.number++
	if line = strings.TrimSpace(line); line == "" {
		return
	}
	r, ok := readRecord([]byte(line))
	var d draft
	if ok = ok && len(j.drafts) < maxTexts; ok {
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
	d.record, d.entry.At, d.entry.Size = true, at, size
	j.drafts = append(j.drafts, d)
}

// finish says what was left out.
func (j *jsonLines) finish() {
	if j.bad > 0 {
		j.file.notice(Skipped, j.bad, fmt.Sprintf("line %d", j.first))
	}
}

// record reads the body of a record as the text it is.
func (f *file) record(ctx context.Context, r jsonRecord, number int) (d draft, err error) {
	one := file{name: stem(f.name), path: f.path, group: f.group, charset: f.charset, text: oneLineBreak(r.body)}
	switch {
	case one.isHTML() || strings.HasPrefix(strings.TrimSpace(one.text), "<p"):
		d, err = one.html()
	case one.isMarkdown():
		d = last(one.grown(ctx, math.MaxInt))
	default:
		d = one.plainUntil(ctx)
	}
	for _, v := range r.meta {
		if err := v.set(&d.entry); err != nil {
			f.notice(BadMeta, 0, fmt.Sprintf("line %d: %v", number, err))
		}
	}
	return d, err
}

// readRecord reads one line; ok is false where it has no body.
func readRecord(line []byte) (r jsonRecord, ok bool) {
	var fields map[string]json.RawMessage
	if json.Unmarshal(line, &fields) != nil {
		return r, false
	}
	for _, key := range []string{"body", "text", "content"} {
		if !ok && json.Unmarshal(fields[key], &r.body) == nil && strings.TrimSpace(r.body) != "" {
			ok = true
		}
	}
	for key, raw := range sortedFields(fields) {
		if metaKey(key) != "" {
			r.meta = append(r.meta, jsonMeta(key, raw))
		}
	}
	return r, ok
}

// sortedFields yields the fields of an object in the order of their names.
func sortedFields(fields map[string]json.RawMessage) iter.Seq2[string, json.RawMessage] {
	return func(yield func(string, json.RawMessage) bool) {
		for _, key := range slices.Sorted(maps.Keys(fields)) {
			if !yield(key, fields[key]) {
				return
			}
		}
	}
}
