package cli

import (
	"slices"
	"strings"

	"juan/model"
	"juan/ui/role"
)

// A line is one line of the body of an article: a block, or what a line break in
// it parts.
type line struct {
	block, from, to int // bytes of its text
}

// linesOf returns the lines of an article that are not blank.
func linesOf(a *model.Article) []line {
	var all []line
	for i, b := range a.Body {
		text, at := b.Text(), 0
		for part := range strings.Lines(text) {
			end := at + len(strings.TrimSuffix(part, "\n"))
			if strings.TrimSpace(part) != "" {
				all = append(all, line{i, at, end})
			}
			at += len(part)
		}
	}
	return all
}

// passages writes the hits of the body in whole lines, with the wanted number of lines
// before and after them. Two dashes separate passages that are not adjacent.
func (h *hitReport) passages(a *model.Article, hits []hit) error {
	lines := linesOf(a)
	for i, p := range h.around(lines, hits) {
		if i > 0 {
			if err := h.pen.line(ours(role.RowDim, indent+"--")); err != nil {
				return err
			}
		}
		if err := h.heading(hits[0].section(a)); err != nil {
			return err
		}
		for ; p.from < p.to; p.from++ {
			here := 0 // hits on the line
			for here < len(hits) && lineOf(lines, hits[here]) == p.from {
				here++
			}
			if err := h.whole(a, lines[p.from], hits[:here]); err != nil {
				return err
			}
			hits = hits[here:]
		}
	}
	return nil
}

// A passage is lines that follow each other, [from, to).
type passage struct{ from, to int }

// around returns the passages that the hits stand in.
func (h *hitReport) around(lines []line, hits []hit) []passage {
	var all []passage
	n := h.inv.flags.context
	for _, one := range hits {
		i := lineOf(lines, one)
		p := passage{max(0, i-n), min(len(lines), i+n+1)}
		if last := len(all) - 1; last >= 0 && p.from <= all[last].to {
			all[last].to = max(all[last].to, p.to)
		} else {
			all = append(all, p)
		}
	}
	return all
}

// lineOf returns the index of the line that a hit begins on.
func lineOf(lines []line, one hit) int {
	i, ok := slices.BinarySearchFunc(lines, one.at, func(l line, p model.Pos) int {
		switch {
		case l.block != p.Block:
			return l.block - p.Block
		case l.to < p.Byte:
			return -1
		case l.from > p.Byte:
			return 1
		}
		return 0
	})
	if !ok {
		i = max(0, i-1)
	}
	return i
}

// whole writes one line with the hits on it, as grep has it.
func (h *hitReport) whole(a *model.Article, l line, hits []hit) error {
	text := a.Body[l.block].Text()[l.from:l.to]
	at, mark := model.Pos{Block: l.block, Byte: l.from}, "-"
	var lit [][2]int
	for i, one := range hits {
		if i == 0 {
			at, mark = one.at, ":"
		}
		lit = append(lit, [2]int{one.from - l.from, min(one.to-l.from, len(text))})
	}
	runs := h.lit(role.Body, text, lit, -1)
	return h.pen.line(slices.Insert(runs, 0, ours(role.Body, indent), ours(role.RowDim, h.number(a.Line(at), mark)))...)
}
