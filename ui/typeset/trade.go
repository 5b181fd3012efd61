package typeset

// Bounds of the sample of a table on which column widths are decided: rows at most, and
// columns at most.
const (
	sampleRows    = 60
	tradedColumns = 8
)

// trade moves cells from column to column as long as that saves lines.
func (g *grid) trade() {
	if len(g.columns) > tradedColumns {
		return
	}
	rows := g.sample()
	for lines := g.estimate(rows); ; {
		from, to, n, best := 0, 0, 0, lines
		for a := range g.columns {
			for b := range g.columns {
				if k, l := g.bargain(a, b, rows); l < best {
					from, to, n, best = a, b, k, l
				}
			}
		}
		if best == lines {
			return
		}
		g.columns[from].width -= n
		g.columns[to].width += n
		lines = best
	}
}

// bargain returns how many cells column a should give to column b, and the
// lines that the table then takes.
func (g *grid) bargain(a, b int, rows [][]int) (n, lines int) {
	lines = g.estimate(rows)
	from, to := &g.columns[a], &g.columns[b]
	if a == b {
		return 0, lines
	}
	wide, narrow := from.width, to.width
	for k := 1; wide-k >= from.least && narrow+k <= to.ideal; k++ {
		from.width, to.width = wide-k, narrow+k
		if l := g.estimate(rows); l < lines {
			n, lines = k, l
		}
	}
	from.width, to.width = wide, narrow
	return n, lines
}

// sample returns the cells that the texts of rows take in one line, of rows
// evenly spread over the table.
func (g *grid) sample() [][]int {
	step := (len(g.rows) + sampleRows - 1) / sampleRows
	var out [][]int
	for i := 0; i < len(g.rows); i += step {
		row := make([]int, len(g.rows[i]))
		for j, s := range g.rows[i] {
			row[j] = g.policy.Width(s.text)
		}
		out = append(out, row)
	}
	return out
}

// estimate returns about how many lines the rows take in columns as wide as they are, a
// blank one beside each that takes several. A wrapped text leaves a cell or two of each
// line unused.
func (g *grid) estimate(rows [][]int) int {
	sum, before := 0, 1
	for _, row := range rows {
		height := 1
		for j, w := range row {
			if width := g.columns[j].width; w > width {
				turned := max(width-2, 1)
				height = max(height, (w+turned-1)/turned)
			}
		}
		sum += height
		if max(height, before) > 1 {
			sum++
		}
		before = height
	}
	return sum
}
