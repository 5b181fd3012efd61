package data

import (
	"strings"
	"unicode"

	"juan/model"
)

// plain reads the text as one article without mark-up.
func (f *file) plain() draft {
	e := f.entry()
	if e.Title == "" {
		e.Title = opening(f.text[f.start:])
	}
	return draft{e, plainBlocks(f.text, f.start, len(f.text))}
}

// plainBlocks returns the blocks of src[from:to], a paragraph a line.
func plainBlocks(src string, from, to int) []model.Block {
	var body []model.Block
	for line := range strings.Lines(src[from:to]) {
		text := strings.TrimLeftFunc(line, unicode.IsSpace)
		at := from + len(line) - len(text)
		from += len(line)
		if text = strings.TrimRightFunc(text, unicode.IsSpace); text == "" {
			continue
		}
		for _, p := range cutPlain(text, at) {
			body = append(body, model.Paragraph{Leaf: model.Leaf{Src: p.at}, Prose: p.prose})
		}
	}
	return body
}

// opening returns the first line of a text, cut to what a title may be.
func opening(text string) string {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
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
