package cli

import (
	"errors"
	"regexp/syntax"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"juan/model"
	"juan/ui/role"
)

// found is a hit as `search --json` has it.
type found struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Section string `json:"section"` // the heading over it, "" before the first
	Offset  int    `json:"offset"`  // bytes into the UTF-8 source
	Match   string `json:"match"`
	Before  string `json:"before"`
	After   string `json:"after"`
}

// around is how many characters of context a hit has at each side.
const around = 30

func newFound(m model.Match) found {
	a := m.Article
	text := a.Body[m.From.Block].Text()
	f := found{ID: a.ID, Title: a.Title, Offset: a.Offset(m.From), Match: m.Text()}
	f.Before, f.After = tail(text[:m.From.Byte], around), head(text[m.To.Byte:], around)
	if i := a.Outline.At(m.From); i >= 0 {
		f.Section = heading(a, a.Outline[i])
	}
	return f
}

// search writes where articles have what is looked for.
func (inv *invocation) search(cmd *cobra.Command, args []string) error {
	q, err := inv.query(args[0])
	if err != nil {
		return err
	}
	p := &hits{inv: inv, all: []found{}}
	if !inv.flags.json {
		if p.pen, err = inv.pen(); err != nil {
			return err
		}
	}
	err = inv.each(cmd.Context(), args[1:], func(a *model.Article) error { return p.article(a, q) })
	if err != nil {
		return err
	}
	if p.n == 0 && inv.code == done {
		inv.code = nothing
	}
	if inv.flags.json {
		return inv.writeJSON(p.all)
	}
	return nil
}

func (inv *invocation) query(text string) (model.Query, error) {
	var q model.Query
	switch {
	case inv.flags.regexp:
		var err error
		if q, err = model.NewPattern(text, inv.flags.exact); err != nil {
			return q, &usage{what: text, why: "error.pattern", args: []any{syntaxError(err)}}
		}
	case inv.flags.exact:
		q = model.NewExact(text)
	default:
		q = model.ParseQuery(text)
	}
	if q.Empty() {
		return q, &usage{what: "search", why: "error.args.query"}
	}
	return q, nil
}

// syntaxError returns what is wrong with a regular expression, without what
// package regexp says before it.
func syntaxError(err error) string {
	var e *syntax.Error
	if errors.As(err, &e) {
		return e.Code.String()
	}
	return err.Error()
}

// hits writes what was found, article by article and section by section.
type hits struct {
	inv *invocation
	pen *pen
	n   int
	all []found
}

func (h *hits) article(a *model.Article, q model.Query) error {
	section, here := "", 0
	for m := range q.In(a) {
		h.n++
		f := newFound(m)
		if h.pen == nil {
			h.all = append(h.all, f)
			continue
		}
		if here++; here == 1 {
			if err := h.title(a, model.Count(a, q)); err != nil {
				return err
			}
		}
		if f.Section != section {
			section = f.Section
			if err := h.pen.line(ours(role.RowDim, "  "+h.pen.policy.Cut(h.pen.shown(section), h.inv.columns()-2))); err != nil {
				return err
			}
		}
		if err := h.hit(f); err != nil {
			return err
		}
	}
	return h.inv.flush()
}

// title writes the title of an article with hits, and how many.
func (h *hits) title(a *model.Article, n int) error {
	if h.n > 1 {
		if err := h.pen.line(); err != nil {
			return err
		}
	}
	count := h.inv.words.Say("cli.hits", n)
	width := h.inv.columns() - h.pen.policy.Width(count) - 2
	return h.pen.line(ours(role.Title, h.pen.policy.Cut(h.pen.shown(a.Title), max(width, 0))), ours(role.RowDim, "  "+count))
}

// hit writes a hit in the middle of what stands around it.
func (h *hits) hit(f found) error {
	const indent = "    "
	p, width := h.pen.policy, h.inv.columns()-len(indent)
	match := p.Cut(h.pen.shown(f.Match), width)
	free := max(0, width-p.Width(match))
	before, after := h.pen.kept(f.Before), h.pen.kept(f.After)
	left := min(p.Width(before), max(free/2, free-p.Width(after)))
	for p.Width(before) > left {
		_, n := utf8.DecodeRuneInString(before)
		before = before[n:]
	}
	after = p.Cut(after, free-p.Width(before))
	return h.pen.line(ours(role.Body, indent+before), ours(role.Hit, match), ours(role.Body, after))
}

// head returns the first n characters of s, to the end of its line.
func head(s string, n int) string {
	s, _, _ = strings.Cut(s, "\n")
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

// tail returns the last n characters of s, from the start of its line.
func tail(s string, n int) string {
	s = s[strings.LastIndexByte(s, '\n')+1:]
	for i := len(s); i > 0; {
		if n--; n < 0 {
			return s[i:]
		}
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s
}
