package format

import (
	"juan/data/fault"
	"juan/data/format/page"
)

// html reads the text as a page and keeps its main content.
func (f *Text) html() (Draft, error) {
	p, ok := page.Main(f.text[f.start:], f.start, f.Title)
	if !ok {
		return Draft{}, &fault.Error{Path: f.Name, Reason: fault.TooBig}
	}
	e := f.entry()
	e.Title, e.Date, e.Source = p.Title, p.Date, p.Source
	return Draft{Entry: e, Body: p.Body}, nil
}
