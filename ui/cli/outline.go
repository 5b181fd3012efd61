package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"juan/model"
	"juan/ui/role"
)

// outlined is an article as `outline --json` has it.
type outlined struct {
	ID       string    `json:"id"`
	Title    string    `json:"title"`
	Path     string    `json:"path"`
	Sections []section `json:"sections"`
}

type section struct {
	Level   int    `json:"level"`
	Number  string `json:"number"`
	Text    string `json:"text"` // as it stands in the source, without a final full stop
	Kind    string `json:"kind"`
	Certain bool   `json:"certain"`
	Line    *int   `json:"line"`   // of the file, null where it has none
	Offset  int    `json:"offset"` // bytes into the UTF-8 source
	Chars   int    `json:"chars"`
}

func newOutlined(a *model.Article) outlined {
	o := outlined{a.ID, a.Title, a.Path, make([]section, len(a.Outline))}
	for i, s := range a.Outline {
		o.Sections[i] = section{s.Level, s.Number, heading(a, s), kind(s.Kind), s.Certain, lineNumber(a.Line(s.Start)), a.Offset(s.Start), s.Chars}
	}
	return o
}

// lineNumber returns a line as JSON has it: null for 0, which is none.
func lineNumber(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}

// heading returns the heading of a section as it stands in the text.
func heading(a *model.Article, s model.Section) string {
	text := a.Body[s.Start.Block].Text()
	if a.Written() {
		return s.Text()
	}
	if p, ok := a.Body[s.Start.Block].(model.Paragraph); ok {
		text = text[:p.Lead.End]
	}
	return strings.TrimSuffix(strings.TrimSpace(text), "。")
}

func kind(k model.Kind) string {
	switch k {
	case model.OwnLine, model.Hunk:
		return "heading"
	case model.RunIn:
		return "run-in"
	}
	return "list"
}

// outline writes the headings of articles, indented by their level, and how
// long each section is.
func (inv *invocation) outline(cmd *cobra.Command, args []string) error {
	out, err := inv.records(outlined{})
	if err != nil {
		return err
	}
	if out != nil {
		inv.lines = true
		err := inv.each(cmd.Context(), args, func(a *model.Article) error { return out.add(newOutlined(a)) })
		if err != nil {
			return err
		}
		return out.end()
	}
	pen, err := inv.pen()
	if err != nil {
		return err
	}
	return inv.each(cmd.Context(), args, func(a *model.Article) error {
		size := func(n int) string { return inv.words.Size("cli.chars", a.Worded(), n) }
		if err := inv.row(pen, 0, role.Title, pen.shown(a.Title), size(a.Chars)); err != nil {
			return err
		}
		top := topLevel(a.Outline)
		for _, s := range a.Outline {
			text := pen.shown(heading(a, s))
			if !s.Certain {
				text += " ?"
			}
			if err := inv.row(pen, 1+s.Level-top, role.Row, text, size(s.Chars)); err != nil {
				return err
			}
		}
		return inv.flush()
	})
}

func topLevel(o model.Outline) int {
	top := 0
	for _, s := range o {
		if top == 0 || s.Level < top {
			top = s.Level
		}
	}
	return top
}

// row writes one heading: the size stands at the right where there is room.
// One that is wider than a terminal, or than was asked for, is cut; a file or a
// pipe gets it whole.
func (inv *invocation) row(pen *pen, depth int, r role.Role, text, size string) error {
	text = strings.Repeat("  ", depth) + text
	if inv.OutTerminal || inv.flags.width > 0 {
		text = pen.fit(text, inv.columns())
	}
	free := inv.columns() - pen.policy.Width(text) - pen.policy.Width(size)
	if free < 2 {
		return pen.line(ours(r, text))
	}
	return pen.line(ours(r, text), ours(role.Body, strings.Repeat(" ", free)), ours(role.RowDim, size))
}
