package typeset

import (
	"strings"
	"unicode/utf8"

	"juan/model"
)

// A figure is a cell that holds one number, perhaps with a sign before and a
// unit behind: the cells before its decimal point (or where that would be) and
// from there on. The zero figure is none.
type figure struct{ whole, fraction int }

// measureFigures finds whether column j is mostly figures, which are then
// aligned at the decimal point.
func (g *grid) measureFigures(j int) {
	c := &g.columns[j]
	if c.align != model.Natural && c.align != model.Right {
		return
	}
	cells, figures := 0, 0
	for i, row := range g.rows {
		if j >= len(row) || row[j].text == "" || i == 0 && g.head {
			continue
		}
		cells++
		if n := point(row[j].text); n > 0 {
			figures++
			w := g.policy.Width(row[j].text[:n])
			row[j].figure = figure{w, g.policy.Width(row[j].text) - w}
			c.whole, c.fraction = max(c.whole, w), max(c.fraction, row[j].figure.fraction)
		}
	}
	c.figures = 2*figures > cells
	if !c.figures || c.whole+c.fraction > g.cells/2 {
		c.whole, c.fraction = 0, 0
	}
}

// aligned reports whether a cell stands at the decimal point of its column.
func (g *grid) aligned(i, j int) bool {
	return g.columns[j].whole > 0 && g.rows[i][j].figure.whole > 0
}

// point returns where in s the decimal point of the one number in it is, or
// would be; 0 where s is anything else.
func point(s string) int {
	i := 0
	for i < len(s) && strings.ContainsAny(next(s[i:]), " +-−±＋－~≈约<>≤≥$¥￥€£") {
		i += len(next(s[i:]))
	}
	digits := i
	for i < len(s) && (isDigit(s[i]) || s[i] == ',' && i > digits && i+1 < len(s) && isDigit(s[i+1])) {
		i++
	}
	if i == digits {
		return 0
	}
	unit := s[i:]
	if strings.HasPrefix(unit, ".") {
		unit = strings.TrimLeft(unit[1:], "0123456789")
	}
	if strings.ContainsAny(unit, "0123456789\n，。；、,;") || utf8.RuneCountInString(unit) > 10 {
		return 0
	}
	return i
}

// next returns the first character of s.
func next(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
