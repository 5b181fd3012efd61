package typeset

import (
	"unicode/utf8"

	"juan/ui/cell"
	"juan/ui/role"
)

// verbatim reports whether the run shows its bytes as they are.
func (r Run) verbatim() bool { return r.From >= 0 && r.To-r.From == len(r.Text) }

// Split cuts r into the part before the bytes [from, to) of the block's text, the part
// that shows them, and the part after; any may have no Text. A run that cannot be cut,
// and a character with its combining marks, belongs to the bytes when one of its own
// does.
func (r Run) Split(from, to int) (before, in, behind Run) {
	switch {
	case r.From < 0 || r.To <= from || from >= to:
		return r, Run{}, Run{}
	case to <= r.From:
		return Run{}, Run{}, r
	case !r.verbatim():
		return Run{}, r, Run{}
	}
	i := floor(r.Text, max(from-r.From, 0))
	j := ceil(r.Text, min(to-r.From, len(r.Text)))
	return r.part(0, i), r.part(i, j), r.part(j, len(r.Text))
}

// part returns the bytes i to j of the Text of a run.
func (r Run) part(i, j int) Run {
	if i >= j {
		return Run{}
	}
	if r.verbatim() {
		r.From, r.To = r.From+i, r.From+j
	}
	r.Text = r.Text[i:j]
	return r
}

// floor and ceil return the start and the end of the grapheme cluster (UAX #29)
// that byte i of s is in; i itself where a cluster begins there.
func floor(s string, i int) int {
	from, _ := around(s, i)
	return from
}

func ceil(s string, i int) int {
	_, to := around(s, i)
	return to
}

func around(s string, i int) (from, to int) {
	if i <= 0 || i >= len(s) || s[i] < utf8.RuneSelf && s[i-1] < utf8.RuneSelf {
		return i, i
	}
	from = i - 1
	for from > 0 && i-from < 256 && s[from] >= utf8.RuneSelf && (s[from] < 0xe5 || 0xe9 < s[from]) {
		from--
	}
	for to = from; to < i; {
		n, _ := cell.Policy{}.First(s[to:])
		from, to = to, to+n
	}
	if to == i {
		from = i
	}
	return from, to
}

// Window returns the runs of a wide line moved from cells to the left, in at
// most width cells. What stands at its left (indent, quote) stays; a sign at
// each edge says that the line goes on there.
func (l Line) Window(from, width int, p cell.Policy) []Run {
	out := append([]Run(nil), l.Runs[:l.fixed]...)
	col := 0
	for _, r := range out {
		col += p.Width(r.Text)
	}
	w := window{policy: p, out: out, low: max(from, 0), high: max(from, 0) + width - col}
	long := l.Width-col > w.high
	if from > 0 && w.high > w.low {
		w.out = append(w.out, Run{Text: on(p, "‹", "<"), From: -1, Role: role.Continued})
		w.low++
	}
	if long {
		w.high--
	}
	w.at = w.low
	for _, r := range l.Runs[l.fixed:] {
		w.add(r)
	}
	if long && w.high >= w.low {
		w.pad(w.high)
		w.out = append(w.out, Run{Text: on(p, "›", ">"), From: -1, Role: role.Continued})
	}
	return w.out
}

// A window shows the columns low to high of the runs added to it.
type window struct {
	policy    cell.Policy
	low, high int
	col       int // where the next run begins
	at        int // the next column to be written
	out       []Run
}

func (w *window) add(r Run) {
	i, start := 0, -1
	for c, n := range w.policy.Graphemes(r.Text) {
		if w.col >= w.low && w.col+n <= w.high {
			if start < 0 {
				w.pad(w.col)
				start = i
				if i == 0 && joins(w.policy, r.Text) { // measured by itself, it is to be drawn so
					w.out = append(w.out, Run{Text: "\u200b", From: -1})
				}
			}
			w.at = w.col + n
		} else if start >= 0 {
			w.out = append(w.out, r.part(start, i))
			start = -1
		}
		w.col += n
		i += len(c)
		if w.col > w.high {
			break
		}
	}
	if start >= 0 {
		w.out = append(w.out, r.part(start, i))
	}
}

// joins reports whether s begins with a character that a policy of clusters
// takes into the cluster before it: a combining mark, a variation selector.
func joins(p cell.Policy, s string) bool {
	if !p.Clusters || s == "" || s[0] < utf8.RuneSelf {
		return false
	}
	n, _ := p.First(" " + s)
	return n > 1
}

// pad writes blanks up to column col: half a character was there.
func (w *window) pad(col int) {
	if n := col - w.at; n > 0 {
		w.out = append(w.out, Run{Text: spaces(n), From: -1})
		w.at = col
	}
}
