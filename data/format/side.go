package format

import (
	"github.com/BurntSushi/toml"

	"juan/data/fault"
	"juan/data/format/outline"
)

// correct applies the side file to the articles of the file.
func (f *Text) correct(drafts []Draft) {
	if f.Side == "" {
		return
	}
	var side struct {
		Heading []outline.Correction `toml:"heading"`
	}
	if _, err := toml.Decode(f.SideText, &side); err != nil {
		f.notice(fault.BadSideFile, 0, f.Side+": "+fault.FirstLine(err.Error()))
		return
	}
	at := make([]int, len(drafts))
	missed, first := 0, ""
	for _, c := range side.Heading {
		done := false
		for i := range drafts {
			if c.Article == 0 && !done || c.Article == i+1 {
				done = c.Apply(&drafts[i].Body, &at[i])
			}
		}
		if !done {
			if missed++; missed == 1 {
				first = c.Text
			}
		}
	}
	for i := range drafts {
		outline.Raise(drafts[i].Body)
	}
	if missed > 0 {
		f.notice(fault.BadSideFile, missed, f.Side+": "+first)
	}
	f.notice(fault.SideFile, len(side.Heading)-missed, f.Side)
}
