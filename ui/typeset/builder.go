package typeset

import (
	"strings"
	"unicode/utf8"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/linebreak"
	"juan/ui/role"
)

// A builder gathers the lines of one block.
type builder struct {
	doc    *Doc
	block  int
	policy cell.Policy
	boxes  []box
	opened bool // the block's first line has its markers
	cells  int  // even, left to the text by the boxes

	lines []Line
	runs  []Run // of all lines
	width int   // of the line at hand
	start []int // where in runs each line begins
	cuts  []linebreak.Line

	script linebreak.Script
}

func (d *Doc) builder(i int) *builder {
	b := &builder{doc: d, block: i, policy: d.settings.Policy}
	if _, ok := d.article.Body[i].(model.Table); !ok {
		b.script = d.script(i)
	}
	b.boxes, b.cells = d.boxes(i, measure(d.settings))
	return b
}

// measure returns the cells of a line of prose.
func measure(s Settings) int { return max(s.Width&^1, 1) }

// begin opens a line and returns the cells that are left to its text.
func (b *builder) begin() int {
	b.start, b.width = append(b.start, len(b.runs)), 0
	return b.cells - b.margin()
}

// end closes the line: it shows the bytes [from, to) of the text.
func (b *builder) end(from, to int) *Line {
	if n := len(b.runs); n > b.start[len(b.start)-1] && blank(b.runs[n-1]) {
		b.width -= len(b.runs[n-1].Text)
		b.runs = b.runs[:n-1]
	}
	b.lines = append(b.lines, Line{Block: b.block, At: from, From: from, To: to, Width: b.width})
	return &b.lines[len(b.lines)-1]
}

// blank reports whether r is an indent, which nobody misses at a line's end.
func blank(r Run) bool { return r.From < 0 && r.Role == role.Body && r.Text != "" && r.Text[0] == ' ' }

// done names the lines and returns them.
func (b *builder) done(size int) []Line {
	for i := range b.lines {
		end := len(b.runs)
		if i+1 < len(b.start) {
			end = b.start[i+1]
		}
		if b.start[i] < end {
			b.lines[i].Runs = b.runs[b.start[i]:end:end]
		}
	}
	if !b.doc.settings.Fold {
		b.lines = spared(b.lines, size)
	}
	return place(b.lines, size)
}

// ours puts something on the line that is not in the text.
func (b *builder) ours(s string, r role.Role) {
	if s != "" {
		if n := len(b.runs); n > b.start[len(b.start)-1] && b.policy.Clusters && prepends(b.runs[n-1].Text) {
			s = "\u200b" + s
		}
		b.width += b.policy.Width(s)
		b.runs = append(b.runs, Run{Text: s, From: -1, Role: r})
	}
}

// part keeps what is ours at the end of the line out of the first cluster of
// text, which begins with a character that joins the one before it.
func (b *builder) part(text string) {
	n := len(b.runs)
	if n > b.start[len(b.start)-1] && b.runs[n-1].From < 0 && joins(b.policy, text) {
		b.runs[n-1].Text += "\u200b"
	}
}

// prepends reports whether s ends with a character that would take the next
// one into its cluster (UAX #29, Prepend: a few signs of Arabic and Indic).
func prepends(s string) bool {
	r, n := utf8.DecodeLastRuneInString(s)
	if r < 0x600 || 0x2000 <= r && r < 0x11000 {
		return false
	}
	m, _ := cell.Policy{Clusters: true}.First(s[len(s)-n:] + " ")
	return m > n
}

// room returns the cells that any text can fill.
func (b *builder) room() int {
	if b.doc.settings.Hang {
		return b.cells - 2
	}
	return b.cells
}

// fill returns the lines of bytes [from, to) of s in so many cells, good until the
// next call.
func (b *builder) fill(s *shown, from, to, first, rest int) []linebreak.Line {
	set, text := b.doc.settings, s.text[from:to]
	o := linebreak.Options{Strict: set.Strict, Hang: set.Hang, Script: b.script, Whole: s.whole(from, to)}
	b.cuts = linebreak.Fill(b.cuts[:0], text, max(first, 1), max(rest, 1), b.policy, o)
	return b.cuts
}

// blank puts n blank cells on the line.
func (b *builder) blank(n int) {
	if k := len(b.runs); n > 0 && k > b.start[len(b.start)-1] && blank(b.runs[k-1]) {
		b.runs[k-1].Text = spaces(len(b.runs[k-1].Text) + n)
		b.width += n
		return
	}
	b.ours(spaces(n), role.Body)
}

const blanks = "                                                                "

func spaces(n int) string {
	if n <= 0 {
		return ""
	}
	if n <= len(blanks) {
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}

// gap adds n blank lines at byte at, the quotes that go on through them at
// their left.
func (b *builder) gap(n, at int, through []box) {
	for range n {
		b.start, b.width = append(b.start, len(b.runs)), 0
		free := 0
		for _, x := range through {
			free += x.cells
			if x.kind == model.Quote && x.cells > 0 {
				b.blank(free - quoteBar)
				b.ours(b.doc.bar(), role.QuoteBar)
				free = 1
			}
		}
		b.end(at, at)
	}
}

// through returns the boxes of the block that its neighbour lies in too.
func (b *builder) through(neighbour model.Block) []box {
	nest, other := b.doc.article.Body[b.block].In(), neighbour.In()
	n := 0
	for n < len(nest) && n < len(other) && nest[n].ID == other[n].ID {
		n++
	}
	return b.boxes[:n]
}
