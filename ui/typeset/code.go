package typeset

import (
	"context"
	"strings"

	"juan/model"
	"juan/ui/repair"
	"juan/ui/role"
)

const (
	codeIndent = 2 // cells
	tabStop    = 4 // cells

	manyTabs = "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t" // so many are shown as a whole
)

// code sets code line by line. A line that is too long is folded where
// Settings.Fold is set, and left Wide where not.
func (b *builder) code(c model.Code) {
	in := codeIndent
	if b.cells-in < least {
		in = 0
	}
	at, tab := 0, tabStop
	if b.cells < 2*least {
		tab = 1
	}
	steps := repair.Steps{Replace: b.doc.settings.Replace}
	var tokens tokens
	if !b.doc.awaits(b.block, c) {
		tokens = b.doc.code.highlight(context.Background(), c)
	}
	for line := range strings.SplitSeq(c.Source, "\n") {
		s := codeLine(line, at, tab, &tokens, steps)
		b.codeRows(&s, at, len(line), in)
		at += len(line) + 1
	}
}

// codeRows sets one line of code, size bytes from byte at on.
func (b *builder) codeRows(s *shown, at, size, in int) {
	room := b.begin() - in
	if s.text == "" {
		b.end(at, at)
		return
	}
	cells := b.policy.Width(s.text)
	b.ours(spaces(in), role.CodeIndent)
	if b.doc.settings.Fold && cells > room {
		b.fold(s, at, size, in, room)
		return
	}
	fixed := len(b.runs) - b.start[len(b.start)-1]
	b.show(s, 0, len(s.text), cells, at)
	l := b.end(at, at+size)
	l.Wide, l.fixed = cells > room, fixed
}

// fold sets a line of code on several, the first with room cells and begun.
func (b *builder) fold(s *shown, at, size, in, room int) {
	for from := 0; from < len(s.text); {
		if from > 0 {
			room = b.begin() - in
			b.ours(spaces(in), role.CodeIndent)
			if room >= least {
				b.ours(on(b.policy, "↳ ", "> "), role.Continued)
				room -= 2
			}
		}
		ahead := ceil(s.text, min(from+32*max(room, 1), len(s.text))) // not all of a long line, each time
		part := b.policy.Cut(s.text[from:ahead], room)
		if part == "" {
			n, _ := b.policy.First(s.text[from:])
			part = s.text[from : from+n]
		}
		to := from + len(part)
		b.show(s, from, to, b.policy.Width(part), at)
		b.end(at+s.source(from, size), at+s.source(to, size))
		from = to
	}
}

// codeLine returns what is shown of a line of code that begins at byte at of
// the block: tabs as blanks up to the next stop, one every so many
// cells, and each token in its role.
func codeLine(line string, at, every int, t *tokens, steps repair.Steps) shown {
	c := newCompiler(model.Plain(line), "", steps)
	col := 0 // characters of code are counted, as its author did
	for i := 0; i < len(line); {
		r, n := t.at(at + i)
		end := ceil(line, min(i+n, len(line)))
		for i < end {
			tab := strings.IndexByte(line[i:end], '\t')
			stop := i + tab
			if tab < 0 {
				stop = end
			}
			c.keep(i, stop, 0, r)
			col += columns(line[i:stop])
			i = stop
			if tab >= 0 {
				n, tabs := every-col%every, 1
				if strings.HasPrefix(line[i:end], manyTabs) { // each by itself would take a hundred times its byte
					tabs = end - i - len(strings.TrimLeft(line[i:end], "\t"))
				}
				n += (tabs - 1) * every
				c.put(spaces(n), i, i+tabs, 0, r)
				col, i = col+n, i+tabs
			}
		}
	}
	return c.finish()
}

// columns counts East Asian characters double, whatever the terminal does.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r >= 0x2e80 {
			n++
		}
	}
	return n
}
