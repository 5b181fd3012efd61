package ui

import (
	"strings"

	"juan/model"
	"juan/ui/role"
	"juan/ui/screen"
)

// differs is how many cells of a title stand before the place where it differs from
// its neighbour and, at least, after it: （第 109.
const differs = 8

// shared returns how many bytes of whole characters the title of article i begins
// with as one of its neighbours does.
func shared(all model.List, i int) int {
	title, same := all.At(i).Title, 0
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < all.Len() {
			same = max(same, alike(title, all.At(k).Title))
		}
	}
	return same
}

// alike returns how many bytes of whole characters a begins with as b does.
func alike(a, b string) int {
	for i, r := range a {
		if !strings.HasPrefix(b[min(i, len(b)):], string(r)) {
			return i
		}
	}
	return len(a)
}

// title draws the title of an article in n cells, what was found in it lit. What does
// not fit is cut in its middle or, where the middle is what distinguishes it from its
// neighbours, before and after that.
func (c canvas) title(it item, ink role.Role, n int) screen.Row {
	p := c.Policy
	p.WideAmbiguous = p.WideAmbiguous || c.Replace
	if head := c.Head(it.left); len(head) < len(it.left) {
		it.left = head + c.Policy.Ellipsis()
	}
	row := c.lit(it, 0, len(it.left), ink)
	title := row.Text()
	same := alike(title, c.Shown(it.left[:min(it.same, len(it.left))]))
	before, width := p.Width(title[:same]), p.Width(title)
	if width <= n {
		return row
	}
	if before+differs <= n*3/5 || width-before+differs <= n*2/5 {
		head, gap, tail := p.FitEnds(title, n)
		out := append(row.Bytes(0, len(head), p), c.Seg(ink, gap))
		return append(out, row.Bytes(len(title)-len(tail), len(title), p)...)
	}
	at, left := 0, before
	for g, w := range p.Graphemes(title[:same]) {
		if left <= differs {
			break
		}
		at, left = at+len(g), left-w
	}
	head := row.Bytes(0, at, p)
	if room := min(differs, n/4); head.Width() > room {
		head = c.fit(head, ink, room)
	}
	return append(head, c.fit(row.Bytes(at, len(title), p), ink, max(0, n-head.Width()))...)
}

// fit returns a row in exactly n cells, as [screen.Canvas.Fit] does a text.
func (c canvas) fit(row screen.Row, ink role.Role, n int) screen.Row {
	text := row.Text()
	fitted := c.Fit(text, n)
	kept := alike(fitted, text)
	return append(row.Bytes(0, kept, c.Policy), c.Seg(ink, fitted[kept:]))
}
