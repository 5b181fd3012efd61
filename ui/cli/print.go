package cli

import (
	"github.com/spf13/cobra"

	"juan/model"
	"juan/ui/typeset"
)

// print sets articles on pages without end.
func (inv *invocation) print(cmd *cobra.Command, args []string) error {
	pen, err := inv.pen()
	if err != nil {
		return err
	}
	s := inv.settings(inv.columns(), pen.policy, pen.replace)
	s.Fold, s.Titled = true, true
	first := true
	return inv.each(cmd.Context(), args, func(a *model.Article) error {
		if !first {
			if err := inv.write("\n\n"); err != nil {
				return err
			}
		}
		first = false
		s.Byline = typeset.Byline(pen.policy, a, inv.words.Size("text.size", a.Worded(), a.Chars, inv.words.Duration("text", a.Minutes())))
		return inv.page(pen, a, s)
	})
}

// page sets one article.
func (inv *invocation) page(pen *pen, a *model.Article, s typeset.Settings) error {
	var doc *typeset.Doc
	doc = doc.For(a, s)
	for i := range a.Body {
		for _, line := range doc.Block(i) {
			if err := pen.line(line.Runs...); err != nil {
				return err
			}
		}
	}
	return inv.flush()
}
