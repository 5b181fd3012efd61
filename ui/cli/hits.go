package cli

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"juan/model"
	"juan/ui/role"
	"juan/ui/typeset"
)

// A hitReport is the hits as they are read: article by article and section by
// section, each in what stands around it.
type hitReport struct {
	inv     *invocation
	q       asking
	pen     *pen
	begun   bool   // an article was written
	section string // that was named last
}

// indent stands before what is written of a text.
const indent = "    "

func (h *hitReport) article(a *model.Article) (bool, error) {
	all := slices.Collect(h.q.hits(a))
	if len(all) == 0 {
		return false, nil
	}
	named := 0
	for named < len(all) && all[named].named() {
		named++
	}
	n, _ := count(slices.Values(all))
	err := h.title(a, all[:named], n)
	if err == nil {
		err = h.tags(all[:named])
	}
	h.section = ""
	if body := all[named:]; err == nil && h.inv.flags.context >= 0 {
		err = h.passages(a, body)
	} else {
		for i := 0; err == nil && i < len(body); i++ {
			if err = h.heading(body[i].section(a)); err == nil {
				err = h.hit(a, body[i])
			}
		}
	}
	if err != nil {
		return true, err
	}
	return true, h.inv.flush()
}

func (h *hitReport) end() error { return nil }

// title writes the title of an article, and how many hits it has.
func (h *hitReport) title(a *model.Article, named []hit, n int) error {
	if h.begun {
		if err := h.pen.line(); err != nil {
			return err
		}
	}
	h.begun = true
	count := ""
	if n > 0 {
		count = h.inv.words.Say("cli.hits", n)
	}
	var lit [][2]int
	for _, one := range named {
		if one.in == inTitle && one.from < one.to {
			lit = append(lit, [2]int{one.from, one.to})
		}
	}
	runs := h.lit(role.Title, a.Title, lit, max(0, h.inv.columns()-h.pen.policy.Width(count)-2))
	if n > 0 {
		runs = append(runs, ours(role.RowDim, "  "+count))
	}
	return h.pen.line(runs...)
}

// tags writes the tags that have hits.
func (h *hitReport) tags(named []hit) error {
	for i, one := range named {
		if one.in != inTag {
			continue
		}
		if i == 0 || named[i-1].in != inTag {
			if err := h.pen.line(ours(role.RowDim, "  "+h.inv.words.Say("cli.tag"))); err != nil {
				return err
			}
		}
		runs := h.lit(role.Body, one.text, [][2]int{{one.from, one.to}}, h.inv.columns()-len(indent))
		if err := h.pen.line(slices.Insert(runs, 0, ours(role.Body, indent))...); err != nil {
			return err
		}
	}
	return nil
}

// heading writes the heading that the next hits stand under, where it is
// another one.
func (h *hitReport) heading(text string) error {
	if text == h.section {
		return nil
	}
	h.section = text
	return h.pen.line(ours(role.RowDim, "  "+h.pen.policy.Cut(h.pen.shown(text), h.inv.columns()-2)))
}

// hit writes a hit in the middle of what stands around it.
func (h *hitReport) hit(a *model.Article, one hit) error {
	number := h.number(one.line(a), ":")
	p, width := h.pen.policy, h.inv.columns()-len(indent)-len(number)
	match := p.Cut(h.shown(one.text[one.from:one.to]), width)
	free := max(0, width-p.Width(match))
	before, after := h.shown(tail(one.text[:one.from], around)), h.shown(head(one.text[one.to:], around))
	left := min(p.Width(before), max(free/2, free-p.Width(after)))
	for p.Width(before) > left {
		_, n := utf8.DecodeRuneInString(before)
		before = before[n:]
	}
	after = p.Cut(after, free-p.Width(before))
	return h.pen.line(ours(role.Body, indent), ours(role.RowDim, number), ours(role.Body, before), ours(role.Hit, match), ours(role.Body, after))
}

// number returns the prefix of a line of text where lines are wanted: its number and a
// mark, as in grep.
func (h *hitReport) number(line int, mark string) string {
	if !h.inv.flags.numbers || line == 0 {
		return ""
	}
	return strconv.Itoa(line) + mark
}

// shown returns a part of a text so that it can stand on a line of ours.
func (h *hitReport) shown(s string) string {
	return h.pen.kept(strings.ReplaceAll(s, "\n", " "))
}

// lit returns a text with some stretches highlighted, cut to width cells, or whole
// where width is negative.
func (h *hitReport) lit(r role.Role, text string, stretches [][2]int, width int) []typeset.Run {
	var runs []typeset.Run
	add := func(r role.Role, s string) {
		s = h.shown(s)
		if width >= 0 {
			s = h.pen.policy.Cut(s, width)
			width -= h.pen.policy.Width(s)
		}
		if s != "" {
			runs = append(runs, ours(r, s))
		}
	}
	at := 0
	for _, s := range stretches {
		from, to := max(s[0], at), max(s[1], at)
		add(r, text[at:from])
		add(role.Hit, text[from:to])
		at = to
	}
	add(r, text[at:])
	return runs
}
