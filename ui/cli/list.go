package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"juan/model"
	"juan/ui/cell"
)

// listed is an article as `list --json` has it.
type listed struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Date      string `json:"date"`
	Delivered string `json:"delivered"`
	Source    string `json:"source"`
	Note      string `json:"note"`
	Path      string `json:"path"`
	Chars     int    `json:"chars"`
	Minutes   int    `json:"minutes"`
	Sections  int    `json:"sections"`
}

func newListed(a *model.Article) listed {
	return listed{a.ID, a.Title, day(a.Date), day(a.Delivered), a.Source, a.Note, a.Path, a.Chars, a.Minutes(), a.Sections}
}

// list writes one article a line: its day, its size, its ID and its title.
func (inv *invocation) list(cmd *cobra.Command, args []string) error {
	args = inv.listedSources(args)
	out, err := inv.records(listed{})
	if err != nil {
		return err
	}
	if out != nil {
		err := inv.each(cmd.Context(), args, func(a *model.Article) error { return out.add(newListed(a)) })
		if err != nil {
			return err
		}
		return out.end()
	}
	var rows [][]string
	pen := &pen{inv: inv}
	pen.policy, pen.replace = inv.policy()
	err = inv.each(cmd.Context(), args, func(a *model.Article) error {
		size := inv.words.Size("cli.chars", a.Worded(), a.Chars)
		rows = append(rows, []string{day(a.Day()), size, pen.shown(a.ID), pen.shown(a.Title)})
		return nil
	})
	if err != nil {
		return err
	}
	return inv.table(pen.policy, rows)
}

// table writes rows in columns.
func (inv *invocation) table(p cell.Policy, rows [][]string) error {
	var (
		widths []int
		out    strings.Builder
	)
	for _, row := range rows {
		for i, c := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], p.Width(c))
		}
	}
	for _, row := range rows {
		for i, c := range row {
			if i < len(row)-1 {
				c = p.Pad(c, widths[i]+2)
			}
			out.WriteString(c)
		}
		out.WriteByte('\n')
	}
	return inv.write(out.String())
}
