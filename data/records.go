package data

import (
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"juan/model"
)

// isRecords tells JSON that holds articles: lines of it by the name of the
// file or by the first line, an array or one object by how it begins.
func (f *file) isRecords() bool {
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
	meta   []meta
}

// records reads the text as JSON: an article a line, or an element of an array,
// or all of it. An article is an object with a text under one of the names that
// people give it, and a title, date and what else front matter may say. Offsets
// count in the text. What is none is left out with a notice.
func (f *file) records() ([]draft, error) {
	var drafts []draft
	bad, first := 0, ""
	number := 0
	for raw := range f.values() {
		number++
		r, ok := readRecord(raw)
		if ok && len(drafts) < maxTexts {
			d, err := f.record(r, number)
			if err != nil {
				return drafts, err
			}
			drafts = append(drafts, d)
			continue
		}
		if bad++; bad == 1 {
			first = fmt.Sprintf("line %d", number)
		}
		if ok {
			break
		}
	}
	if len(drafts) == 0 {
		return nil, &Error{Path: f.name, Reason: BadRecords}
	}
	if bad > 0 {
		f.notice(Skipped, bad, first)
	}
	return drafts, nil
}

// values yields the values of the text that may be articles: its lines, or
// where it is one value, the elements of it.
func (f *file) values() iter.Seq[[]byte] {
	text := strings.TrimSpace(f.text[f.start:])
	whole := json.RawMessage(text)
	if !strings.HasPrefix(text, "[") && !strings.HasPrefix(text, "{") || !json.Valid(whole) {
		return lines(text)
	}
	if list := articlesIn(whole, 0); list != nil {
		return func(yield func([]byte) bool) {
			for _, one := range list {
				if !yield(one) {
					return
				}
			}
		}
	}
	return func(yield func([]byte) bool) { yield(whole) }
}

// lines yields the lines of JSON lines that are not blank.
func lines(text string) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); line != "" && !yield([]byte(line)) {
				return
			}
		}
	}
}

// articlesIn returns the articles that a value lists: an array of objects that
// are no messages of one talk, or an object with such an array and no text of
// its own. It is nil where the value is an article itself.
func articlesIn(raw json.RawMessage, depth int) []json.RawMessage {
	var list []json.RawMessage
	if json.Unmarshal(raw, &list) == nil {
		if len(list) == 0 || list[0][0] != '{' || isTalk(list) {
			return nil
		}
		return list
	}
	var fields map[string]json.RawMessage
	if _, ok := readRecord(raw); ok || json.Unmarshal(raw, &fields) != nil {
		return nil
	}
	for _, one := range sortedFields(fields) {
		if json.Unmarshal(one, &list) == nil && len(list) > 0 {
			if _, ok := readRecord(list[0]); ok && list[0][0] == '{' {
				return list
			}
		}
		if one[0] == '{' && depth < maxValues {
			if list := articlesIn(one, depth+1); list != nil {
				return list
			}
		}
	}
	return nil
}

// record reads the body of a record as the text it is.
func (f *file) record(r jsonRecord, number int) (d draft, err error) {
	one := file{name: stem(f.name), path: f.path, group: f.group, charset: f.charset, text: oneLineBreak(r.body)}
	if r.marked {
		one.title = f.title
	}
	switch {
	case r.verse:
		d = draft{one.entry(), []model.Block{model.Verse{Prose: model.Plain(one.text)}}}
	case one.isHTML() || strings.HasPrefix(strings.TrimSpace(one.text), "<p"):
		d, err = one.html()
	case r.marked, one.isMarkdown():
		d = one.markdown()
	default:
		d = one.plain()
	}
	for _, v := range r.meta {
		if err := v.set(&d.entry); err != nil {
			f.notice(BadMeta, 0, fmt.Sprintf("line %d: %v", number, err))
		}
	}
	return d, err
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
