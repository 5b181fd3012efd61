package format

import (
	"juan/data/fault"
	"juan/data/format/front"
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
	if _, err := front.DecodeTOML(f.SideText, &side); err != nil {
		f.notice(fault.BadSideFile, 0, f.Side+": "+fault.FirstLine(err.Error()))
		return
	}
	blocks := len(drafts)
	for _, d := range drafts {
		blocks += len(d.Body)
	}
	r := outline.NewCorrector(blocks, len(side.Heading))
	at := make([]int, len(drafts))
	missed, first := 0, ""
	for _, c := range side.Heading {
		from, to := c.Article-1, c.Article
		if c.Article == 0 {
			from, to = 0, len(drafts)
		}
		done := false
		for i := max(0, from); i < min(to, len(drafts)) && !done; i++ {
			done = r.Apply(c, &drafts[i].Body, &at[i])
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
