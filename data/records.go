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
	var drafts []draft
	bad, first := 0, ""
	number := 0
	for line := range strings.Lines(f.text[f.start:]) {
		number++
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		r, ok := readRecord([]byte(line))
		if !ok {
			if bad++; bad == 1 {
				first = fmt.Sprintf("line %d", number)
			}
			continue
		}
		if len(drafts) == maxTexts {
			bad, first = bad+1, fmt.Sprintf("line %d", number)
			break
		}
		d, err := f.record(ctx, r, number)
		if err != nil {
			return drafts, err
		}
		d.record = true
		drafts = append(drafts, d)
	}
	if len(drafts) == 0 {
		return nil, &Error{Path: f.name, Reason: BadRecords}
	}
	if bad > 0 {
		f.notice(Skipped, bad, first)
	}
	return drafts, nil
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
