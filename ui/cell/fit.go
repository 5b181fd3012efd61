package cell

import (
	"strings"
	"unicode/utf8"
)

// Cut returns the longest part of s, from its start, of whole clusters in at
// most n cells. What has no width stays with what it follows.
func (p Policy) Cut(s string, n int) string {
	end := 0
	for c, w := range p.Graphemes(s) {
		if n -= w; n < 0 {
			break
		}
		end += len(c)
	}
	return s[:end]
}

// Fit returns s in exactly n cells: padded with spaces, or cut and ended with
// an ellipsis. Two dots stand for that where signs are plain.
func (p Policy) Fit(s string, n int) string {
	if n <= 0 {
		return ""
	}
	if len(s) > 8*n || p.Width(s) > n { // 8 bytes a cell: do not measure a book for one row
		if head := p.Cut(s, n); len(head) < len(s) {
			end := p.Cut(p.Ellipsis(), n)
			s = p.Cut(head, n-p.Width(end)) + end
		}
	}
	return p.Pad(s, n)
}

// Pad returns s with spaces after it to n cells; s as it is when it is wider.
func (p Policy) Pad(s string, n int) string {
	free := n - p.Width(s)
	if free <= 0 {
		return s
	}
	out := s + blanks(free)
	if r, _ := utf8.DecodeLastRuneInString(s); lookup(r)&joins != 0 { // a few letters swallow the space after them
		out += blanks(n - p.Width(out))
	}
	return out
}

func blanks(n int) string {
	const some = "                                                                "
	if n <= len(some) {
		return some[:n]
	}
	return strings.Repeat(" ", n)
}

// Ellipsis returns the sign that something is left out.
func (p Policy) Ellipsis() string {
	if p.PlainSigns() {
		return ".."
	}
	return "…"
}

// FitEnds returns s cut to n cells: where it does not fit, an ellipsis replaces its
// middle, since names of a series differ at their ends.
func (p Policy) FitEnds(s string, n int) (head, gap, tail string) {
	if p.Width(s) <= n {
		return s, "", ""
	}
	gap = p.Cut(p.Ellipsis(), max(0, n))
	room := max(0, n-p.Width(gap))
	at, left := 0, p.Width(s)
	for c, w := range p.Graphemes(s) {
		if left <= room*2/5 {
			break
		}
		at, left = at+len(c), left-w
	}
	return p.Cut(s[:at], room-left), gap, s[at:]
}
