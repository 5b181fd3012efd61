package typeset

import (
	"strings"
	"unicode/utf8"

	"juan/model"
)

// A figure is a table cell that holds one number, perhaps with a sign before and a unit
// after: its width before the decimal point (or where that would be) and from there on.
// The zero figure is not one.
type figure struct{ whole, fraction int }

// measureFigures finds whether column j is mostly figures, and where they have
// their unit in common how many cells it takes to align them at the decimal
// point. Figures in different units are not to be compared digit by digit.
func (g *grid) measureFigures(j int) {
	c := &g.columns[j]
	if c.align != model.Natural && c.align != model.Right {
		return
	}
	cells, figures, alike, unit := 0, 0, true, ""
	for i, row := range g.rows {
		if j >= len(row) || row[j].text == "" || i == 0 && g.head {
			continue
		}
		cells++
		n, u := point(row[j].text)
		if n == 0 {
			continue
		}
		if figures++; figures > 1 && u != unit {
			alike = false
		}
		unit = u
		w := g.policy.Width(row[j].text[:n])
		row[j].figure = figure{w, g.policy.Width(row[j].text) - w}
		c.whole, c.fraction = max(c.whole, w), max(c.fraction, row[j].figure.fraction)
	}
	c.figures = 2*figures > cells
	if !c.figures || !alike || c.whole+c.fraction > g.cells/2 {
		c.whole, c.fraction = 0, 0
	}
}

// aligned reports whether a cell stands at the decimal point of its column.
func (g *grid) aligned(i, j int) bool {
	return g.columns[j].whole > 0 && g.rows[i][j].figure.whole > 0
}

// point returns where in s the decimal point of the one number in it is, or
// would be, and its unit; 0 where s is anything else.
func point(s string) (at int, unit string) {
	i := 0
	for i < len(s) && strings.ContainsAny(next(s[i:]), " +-−±＋－~≈约<>≤≥$¥￥€£") {
		i += len(next(s[i:]))
	}
	digits := i
	for i < len(s) && (isDigit(s[i]) || s[i] == ',' && i > digits && i+1 < len(s) && isDigit(s[i+1])) {
		i++
	}
	if i == digits {
		return 0, ""
	}
	unit = s[i:]
	if strings.HasPrefix(unit, ".") {
		unit = strings.TrimLeft(unit[1:], "0123456789")
	}
	if strings.ContainsAny(unit, "0123456789\n，。；、,;") || utf8.RuneCountInString(unit) > 10 {
		return 0, ""
	}
	return i, bareUnit(unit)
}

// bareUnit returns a unit without the words after it that say how exact the figure is.
func bareUnit(unit string) string {
	unit = strings.TrimSpace(unit)
	for _, word := range [...]string{"以上", "以下", "以内", "左右", "上下", "多", "余"} {
		if rest, ok := strings.CutSuffix(unit, word); ok {
			return rest
		}
	}
	return unit
}

// next returns the first character of s.
func next(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
