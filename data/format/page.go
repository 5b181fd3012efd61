package format

import (
	"context"
	"strings"

	"juan/data/fault"
	"juan/data/format/outline"
	"juan/data/format/page"
	"juan/data/format/plain"
	"juan/model"
	"juan/model/char"
)

// isHTML recognises a page by how it begins.
func (f *Text) isHTML() bool {
	head := strings.TrimSpace(f.text[f.start:min(len(f.text), f.start+1024)])
	if !strings.HasPrefix(head, "<") {
		return false
	}
	head = strings.ToLower(head)
	for strings.HasPrefix(head, "<?xml") || strings.HasPrefix(head, "<!--") {
		_, rest, ok := strings.Cut(head, ">")
		if !ok {
			return false
		}
		head = strings.TrimSpace(rest)
	}
	if strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") {
		return true
	}
	switch f.suffix() {
	case ".html", ".htm", ".xhtml", ".shtml", ".xht":
		return strings.HasPrefix(head, "<")
	}
	return false
}

// html reads the text as a page and keeps its main content.
func (f *Text) html() (Draft, error) {
	src := f.text[f.start:]
	f.text = "" // else it would be held while headings are looked for in a copy of its paragraphs
	p, ok := page.Main(src, f.start, f.Title)
	if !ok {
		return Draft{}, &fault.Error{Path: f.Name, Reason: fault.TooBig}
	}
	e := f.entry()
	e.Title, e.Date, e.Source = p.Title, p.Date, p.Source
	return Draft{Entry: e, Body: textKept(p.Body)}, nil
}

// textKept returns the body of a page without what keeps a text as it stands
// where that is all of the page, and is Chinese: so old pages have novels, which
// are read as the text they are.
func textKept(body []model.Block) []model.Block {
	if len(body) != 1 {
		return body
	}
	code, ok := body[0].(model.Code)
	if !ok || code.Language != "" {
		return body
	}
	han, other := 0, 0
	for _, r := range code.Source {
		switch {
		case char.IsHan(r):
			han++
		case r > ' ':
			other++
		}
	}
	if han < 2*other {
		return body
	}
	text, _ := plain.Read(context.Background(), code.Source, code.Src)
	outline.Raise(text)
	return text
}
