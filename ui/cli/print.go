package cli

import (
	"github.com/spf13/cobra"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/role"
	"juan/ui/typeset"
)

// print sets articles on pages without end.
func (inv *invocation) print(cmd *cobra.Command, args []string) error {
	return inv.printAll(inv.chosen(inv.articles(cmd.Context(), inv.sources(args))), !inv.OutTerminal && inv.flags.width == 0)
}

// printAll sets articles one below the other. Lines of programs are written as long as
// they are where asWritten is set, else folded as code is.
func (inv *invocation) printAll(all Articles, asWritten bool) error {
	pen, err := inv.pen()
	if err != nil {
		return err
	}
	first := true
	return inv.eachOf(all, func(a *model.Article) error {
		if !first {
			if err := inv.write("\n\n"); err != nil {
				return err
			}
		}
		first = false
		if asWritten && a.Written() {
			return inv.written(pen, a)
		}
		return inv.page(pen, a, inv.paper(a, pen.policy, pen.replace))
	})
}

// paper returns how an article is set for paper.
func (inv *invocation) paper(a *model.Article, p cell.Policy, replace bool) typeset.Settings {
	s := inv.settings(inv.columns(), p, replace)
	s.Fold, s.Titled = true, true
	s.Byline = typeset.Byline(p, a, inv.words.Size("text.size", a.Worded(), a.Chars, inv.words.Duration("text", a.Minutes())))
	return s
}

// written writes lines of a program as they stand, however long they are, in its
// colours.
func (inv *invocation) written(pen *pen, a *model.Article) error {
	for _, b := range a.Body {
		o, _ := b.(model.Output)
		var runs []typeset.Run
		from := 0
		for to, style := range o.Styles() {
			runs = append(runs, typeset.Run{Text: pen.asWritten(o.Line[from:to]), Role: role.Output, Style: style})
			from = to
		}
		if err := pen.line(runs...); err != nil {
			return err
		}
	}
	return inv.flush()
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
