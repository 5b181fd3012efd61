package cli

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"reflect"
	"strings"

	"github.com/spf13/cobra"

	"juan/model"
	"juan/model/figures"
	"juan/ui/cell"
	"juan/ui/role"
)

// told is a figure as `figures --json` has it.
type told struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Path    string `json:"path"`
	Section string `json:"section"` // the heading over it, "" before the first
	Line    *int   `json:"line"`    // of the file, null where it has none
	Offset  int    `json:"offset"`  // bytes into the UTF-8 source, at the value
	Value   string `json:"value"`
	Unit    string `json:"unit"`
	Kind    string `json:"kind"`
	Of      string `json:"of"`
	Normal  string `json:"normal"`
	Status  string `json:"status"`
	Period  string `json:"period"`
	Qual    string `json:"qual"`
	Certain bool   `json:"certain"`
}

func newTold(a *model.Article, f figures.Figure) told {
	return told{
		a.ID, a.Title, a.Path, headingOver(a, f.Pos), lineNumber(a.Line(f.Pos)), f.Offset,
		f.Value, f.Unit, f.Kind.String(), f.Of, f.Normal, f.Status.String(), f.Period, f.Qual, f.Certain,
	}
}

// headingOver returns the heading that a place stands under, "" before the first.
func headingOver(a *model.Article, p model.Pos) string {
	if i := a.Outline.At(p); i >= 0 {
		return heading(a, a.Outline[i])
	}
	return ""
}

func (inv *invocation) figuresCommand() *cobra.Command {
	c := inv.choosing(inv.formatting(inv.listing("figures [PATH|ID...]", cobra.ArbitraryArgs, inv.figures)))
	f, say := c.Flags(), inv.words.Say
	f.BoolVar(&inv.flags.csv, "csv", false, say("cli.flag.csv"))
	f.StringVar(&inv.flags.indicator, "indicator", "", say("cli.flag.indicator"))
	f.Lookup("indicator").Annotations = map[string][]string{placeholder: {"WORD"}}
	return c
}

// figures writes the figures of articles: all, or those of one indicator.
func (inv *invocation) figures(cmd *cobra.Command, args []string) error {
	if f := inv.flags; f.csv && (f.json || f.format != "") {
		return &usage{what: "--csv", why: "error.state.one"}
	}
	wanted := newIndicator(inv.flags.indicator)
	out, err := inv.records(told{})
	if err != nil {
		return err
	}
	switch {
	case inv.flags.csv:
		return inv.figuresCSV(cmd, args, wanted)
	case out == nil:
		return inv.figuresText(cmd, args, wanted)
	}
	inv.lines = true
	err = inv.each(cmd.Context(), args, func(a *model.Article) error {
		for _, f := range wanted.of(a) {
			if err := out.add(newTold(a, f)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return out.end()
}

// An indicator is what figures are wanted of; the zero indicator is everything.
type indicator struct {
	normal string
	query  model.Query
}

func newIndicator(word string) indicator {
	return indicator{figures.Normal(word), model.NewQuery(word)}
}

// of returns the figures of an article that are wanted: those whose indicator has the
// word in it, or is the one that the word is a name of.
func (w indicator) of(a *model.Article) []figures.Figure {
	all := figures.Of(a)
	if w.query.Empty() {
		return all
	}
	kept := all[:0]
	for _, f := range all {
		if f.Normal == w.normal || w.query.Matches(f.Of) {
			kept = append(kept, f)
		}
	}
	return kept
}

// figuresCSV writes figures as lines of CSV (RFC 4180) under the names that JSON has.
func (inv *invocation) figuresCSV(cmd *cobra.Command, args []string, wanted indicator) error {
	inv.lines = true
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	write := func(row []string) error {
		if err := w.Write(row); err != nil {
			return err
		}
		w.Flush()
		err := inv.write(b.String())
		b.Reset()
		return err
	}
	if err := write(names(told{})); err != nil {
		return err
	}
	return inv.each(cmd.Context(), args, func(a *model.Article) error {
		for _, f := range wanted.of(a) {
			if err := write(row(newTold(a, f))); err != nil {
				return err
			}
		}
		return inv.flush()
	})
}

// row returns the fields of a figure as text, "" for null.
func row(t told) []string {
	v := reflect.ValueOf(t)
	all := make([]string, v.NumField())
	for i := range all {
		field := v.Field(i)
		if field.Kind() == reflect.Pointer {
			if field.IsNil() {
				continue
			}
			field = field.Elem()
		}
		all[i] = cell.Visible(fmt.Sprint(field.Interface()))
	}
	return all
}

// figuresText writes figures for people: article by article and section by section, what
// each is of, what it says, and whether that is done.
func (inv *invocation) figuresText(cmd *cobra.Command, args []string, wanted indicator) error {
	pen, err := inv.pen()
	if err != nil {
		return err
	}
	begun := false
	return inv.each(cmd.Context(), args, func(a *model.Article) error {
		all := wanted.of(a)
		if len(all) == 0 {
			return nil
		}
		if begun {
			if err := pen.line(); err != nil {
				return err
			}
		}
		begun = true
		if err := inv.row(pen, 0, role.Title, pen.shown(a.Title), inv.words.Say("figures.count", len(all))); err != nil {
			return err
		}
		section := ""
		for _, f := range all {
			if h := headingOver(a, f.Pos); h != section {
				section = h
				if err := pen.line(ours(role.RowDim, "  "+pen.fit(pen.shown(h), inv.columns()-2))); err != nil {
					return err
				}
			}
			if err := inv.figure(pen, f); err != nil {
				return err
			}
		}
		return inv.flush()
	})
}

// figure writes one figure for people.
func (inv *invocation) figure(pen *pen, f figures.Figure) error {
	of := pen.shown(f.Of)
	if !f.Certain {
		of += " ?"
	}
	wide := inv.columns() / 2
	of = pen.policy.Pad(pen.fit(of, wide-len(indent)-2), wide-len(indent))
	note := pen.shown(f.Period)
	switch f.Status {
	case figures.Expected:
		note += " " + inv.words.Say("figures.expected")
	case figures.Base:
		note += " " + inv.words.Say("figures.base")
	}
	text := pen.shown(f.Text)
	if note = strings.TrimSpace(note); note != "" {
		note = "  " + note
	}
	return pen.line(ours(role.Body, indent), ours(role.Body, of), ours(role.Row, text), ours(role.RowDim, note))
}
