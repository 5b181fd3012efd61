package data

import (
	"github.com/BurntSushi/toml"

	"juan/data/fault"
	"juan/data/format/outline"
)

// correct applies the side file to the articles of the file.
func (f *file) correct(drafts []draft) {
	if f.side == "" {
		return
	}
	var side struct {
		Heading []outline.Correction `toml:"heading"`
	}
	if _, err := toml.Decode(f.sideText, &side); err != nil {
		f.notice(fault.BadSideFile, 0, f.side+": "+fault.FirstLine(err.Error()))
		return
	}
	at := make([]int, len(drafts))
	missed, first := 0, ""
	for _, c := range side.Heading {
		done := false
		for i := range drafts {
			if c.Article == 0 && !done || c.Article == i+1 {
				done = c.Apply(&drafts[i].body, &at[i])
			}
		}
		if !done {
			if missed++; missed == 1 {
				first = c.Text
			}
		}
	}
	for i := range drafts {
		outline.Raise(drafts[i].body)
	}
	if missed > 0 {
		f.notice(fault.BadSideFile, missed, f.side+": "+first)
	}
	f.notice(fault.SideFile, len(side.Heading)-missed, f.side)
}
