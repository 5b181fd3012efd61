package ui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/model/numeral"
)

// gotoHeading opens the list of headings, narrowed as one types.
func (a *App) gotoHeading() tea.Cmd {
	art, w := a.reading.Article(), a.opt.Words
	p := newPicker(w.Say("pane.outline"), w.Say("prompt.goto"), func(q model.Query) items {
		if n, ok := percent(q.String()); ok {
			return items{{left: w.Say("goto.percent", n), do: func() tea.Cmd { return a.show(art.AtPercent(n)) }}}
		}
		var out items
		for _, i := range headingsOf(art.Outline, q) {
			s := art.Outline[i]
			it := item{left: strings.Repeat("  ", s.Level-1) + s.Text(), right: w.Count(s.Chars)}
			it.do = func() tea.Cmd { return a.show(s.Start) }
			out = append(out, it)
		}
		return out
	})
	p.cursor = max(0, a.reading.Section())
	p.empty = w.Say("outline.none")
	if len(art.Outline) == 0 {
		p.empty = w.Say("goto.noheads")
	}
	a.raise(p)
	return nil
}

// headingsOf returns the sections whose headings are asked for, by their index.
// Those that have the number that was typed come first, however either is
// written, and of them the ones of a higher level: 12 asks for 第十二章, then for
// 12. in some chapter, then for 第112章.
func headingsOf(o model.Outline, q model.Query) []int {
	value, behind, numbered := numeral.Cut(strings.TrimSpace(q.String()))
	var numbers, others []int
	for i, s := range o {
		switch {
		case numbered && hasNumber(s, value, behind):
			numbers = append(numbers, i)
		case q.Empty() || q.Matches(s.Text()):
			others = append(others, i)
		}
	}
	slices.SortStableFunc(numbers, func(i, j int) int { return cmp.Compare(o[i].Level, o[j].Level) })
	return append(numbers, others...)
}

// hasNumber reports whether a section has the number and its heading continues with the
// rest of the typed text: 12章渡 finds 第十二章 渡口. 三农 does not find 三、农业, since a mark
// follows the number there.
func hasNumber(s model.Section, value uint64, behind string) bool {
	n, rest, ok := numeral.First(s.Number)
	if !ok || n != value || behind == "" {
		return ok && n == value
	}
	rest += s.Title
	typed, _ := utf8.DecodeRuneInString(behind)
	next, _ := utf8.DecodeRuneInString(rest)
	return typed == next && model.NewQuery(behind).Matches(rest)
}

// percent returns the number of a text such as 37%, in full width too, and
// whether it is one.
func percent(s string) (n int, ok bool) {
	narrow := strings.Map(func(r rune) rune {
		if 0xff01 <= r && r <= 0xff5e {
			return r - 0xff01 + '!'
		}
		return r
	}, strings.TrimSpace(s))
	digits, found := strings.CutSuffix(narrow, "%")
	n, err := strconv.Atoi(digits)
	return n, found && err == nil && 0 <= n && n <= 100
}
