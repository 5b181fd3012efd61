package lines

import (
	"strings"

	"juan/model/char"
)

// splitLines returns the lines of src that are not blank, and which of them are no
// prose.
func splitLines(src string) (lines []line, others sieve) {
	lines, others.others = make([]line, 0, lineCount(src)), make([]int, 0, min(len(src)/64, 1<<10))
	blank := false
	for at := 0; at < len(src); {
		end := strings.IndexByte(src[at:], '\n')
		if end < 0 {
			end = len(src)
		} else {
			end += at
		}
		from, to := char.Trim(src, at, end)
		if from < to {
			lines = append(lines, line{from: from, to: to, after: blank})
			l := &lines[len(lines)-1]
			l.indent = indentOf(src[at:from])
			text := src[from:to]
			l.runes, l.cells = char.Measure(text)
			l.look(text)
			if !l.prose {
				others.add(len(lines)-1, l)
			}
			l.gaps = l.hasGaps(text)
			if l.quiet = l.prose && !l.gaps; l.prose && l.gaps {
				others.spread = append(others.spread, len(lines)-1)
			}
		}
		blank = from >= to
		at = end + 1
	}
	return lines, others
}

// lineCount returns about how many lines src has, by the first of them.
func lineCount(src string) int {
	sample := min(len(src), max(1<<10, len(src)>>6))
	n := strings.Count(src[:sample], "\n") + 1
	if sample < len(src) {
		n = int(float64(n) / float64(sample) * float64(len(src)) * 9 / 8)
	}
	return min(n, len(src)/32+1)
}

// indentOf returns the cells of the white space s, tabs set every eight.
func indentOf(s string) int16 {
	n := 0
	for _, r := range s {
		switch {
		case r == '\t':
			n = (n/8 + 1) * 8
		case r == '\u3000':
			n += 2
		case r >= ' ' && r != 0xfeff && r != 0x200b:
			n++
		}
	}
	return int16(min(n, 1000))
}

// hasGaps reports whether l, whose text is s, has white space inside that parts
// columns, a tab or two blanks of one width. In a paragraph those of full width part
// none.
func (l *line) hasGaps(s string) bool {
	switch {
	case !l.prose && !l.wide():
		return l.content&hasGap != 0
	case !l.wide() && (strings.IndexByte(s, '\t') >= 0 || strings.Contains(s, "  ")):
		return true
	}
	return !(l.prose && l.runes > 40) && char.Twice(s, "\u3000"[2]) && strings.Contains(s, "\u3000\u3000")
}
