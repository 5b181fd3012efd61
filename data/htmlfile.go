package data

import (
	"juan/data/fault"
	"juan/data/format/page"
)

// html reads the text as a page and keeps its main content.
func (f *file) html() (draft, error) {
	p, ok := page.Main(f.text[f.start:], f.start, f.title)
	if !ok {
		return draft{}, &fault.Error{Path: f.name, Reason: fault.TooBig}
	}
	e := f.entry()
	e.Title, e.Date, e.Source = p.Title, p.Date, p.Source
	return draft{entry: e, body: p.Body}, nil
}
