package lines

import (
	"strings"

	"juan/model/char"
)

// splitLines returns the lines of src that are not blank, and which of them are no
// prose.
func splitLines(src string) (lines []line, others []int) {
	lines, others = make([]line, 0, lineCount(src)), make([]int, 0, min(len(src)/64, 1<<10))
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
				others = append(others, len(lines)-1)
			}
			l.gaps = l.hasGaps(text)
			l.quiet = l.prose && !l.gaps
		}
		blank = from >= to
		at = end + 1
	}
	return lines, others
}

// lineCount returns about how many lines src has.
func lineCount(src string) int {
	const sample = 1 << 16
	if len(src) > 2*sample {
		return int(float64(strings.Count(src[:sample], "\n")+1) / sample * float64(len(src)) * 9 / 8)
	}
	return min(strings.Count(src, "\n"), len(src)/32) + 1
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
		return l.has&hasGap != 0
	case !l.wide() && (strings.IndexByte(s, '\t') >= 0 || strings.Contains(s, "  ")):
		return true
	}
	return !(l.prose && l.runes > 40) && char.Twice(s, "\u3000"[2]) && strings.Contains(s, "\u3000\u3000")
}
