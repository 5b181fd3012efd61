package page

import (
	"strings"

	"juan/data/format/compose"
	"juan/model"
)

// MaxCells is how many cells a table may have: rows are filled up to the
// width of the head, so that few bytes could make many.
const MaxCells = 1 << 18

// A grid is a table that is open.
type grid struct {
	at      int
	nest    []model.Container
	rows    [][]gridCell
	below   [maxColumns]int // the last row that a cell of an earlier one still covers, by column
	columns int
	heads   int           // cells of the first row that are heads
	cell    *compose.Text // the cell that is open
}

// A gridCell is a cell and the column where it begins.
type gridCell struct {
	column int
	line   *compose.Text
}

// Tables with more than this are layout and are read as running text.
const (
	maxCell    = 2000 // bytes
	maxColumns = 100
)

// openTable starts a table, a row or a cell.
func (p *Page) openTable(t tag) {
	switch g := p.table; {
	case t.name == "table" && g != nil:
		p.dissolve()
	case t.name == "table" && !p.top().skip && !p.isLayout():
		p.table = &grid{at: p.at, nest: p.top().nest}
		p.line = p.newLine()
	case g == nil:
	case t.name == "tr":
		g.rows = append(g.rows, nil)
	case t.name == "td" || t.name == "th":
		if len(g.rows) == 0 {
			g.rows = append(g.rows, nil)
		}
		if len(g.rows) == 1 && t.name == "th" {
			g.heads++
		}
		p.stray()
		g.cell = p.line
		g.add(p.line, atoi(t.attrs["colspan"], 1), atoi(t.attrs["rowspan"], 1))
	}
}

// add puts a cell into the last row, after those that stand there and beside
// those of earlier rows that reach down into it (HTML, forming a table).
func (g *grid) add(line *compose.Text, wide, high int) {
	last := len(g.rows) - 1
	row := &g.rows[last]
	at := 0
	if n := len(*row); n > 0 {
		at = (*row)[n-1].column + 1
	}
	for at < maxColumns && g.below[at] > last {
		at++
	}
	*row = append(*row, gridCell{at, line})
	if at == maxColumns {
		g.columns = MaxCells // too wide: no table of data
	}
	if high == 0 {
		high = 1 << 16 // to the end
	}
	for end := min(at+max(1, wide), maxColumns); at < end; at++ {
		g.below[at] = max(g.below[at], last+high)
		g.columns = max(g.columns, at+1)
	}
}

// closeTable ends a table, a row or a cell.
func (p *Page) closeTable(tag string) {
	g := p.table
	switch {
	case g == nil:
	case tag == "caption":
		p.stray()
	case tag == "table":
		if p.stray(); g.isData() {
			p.table = nil
			p.addTable(g)
		} else {
			p.dissolve()
		}
		p.line = p.newLine()
	default:
		n := 0
		for _, piece := range p.line.Pieces {
			n += len(piece.Text)
		}
		if n > maxCell {
			p.dissolve()
		} else {
			p.stray()
		}
	}
}

// isLayout looks ahead whether the table that begins arranges a page: it holds
// another table, or headings and lists.
func (p *Page) isLayout() bool {
	if p.tables.end <= p.at {
		p.tables.end = indexTag(p.src, "/table", p.at)
	}
	if p.tables.next <= p.at {
		p.tables.next = indexTag(p.src, "table", p.at+1)
	}
	if p.tables.next < p.tables.end {
		return true
	}
	inside := p.src[p.at:p.tables.end] // of tables without tables: no byte is looked at twice
	for at := 0; at < len(inside); at++ {
		i := strings.IndexByte(inside[at:], '<')
		if i < 0 {
			break
		}
		at += i
		switch rest := strings.ToLower(inside[at+1 : min(len(inside), at+4)]); {
		case len(rest) > 1 && rest[0] == 'h' && rest[1] >= '1' && rest[1] <= '6', rest == "ul>", rest == "ul ", rest == "ol>", rest == "ol ":
			return true
		}
	}
	return false
}

// indexTag returns where the first tag called name begins in src at byte at
// or after it, the end of src where there is none.
func indexTag(src, name string, at int) int {
	for at < len(src) {
		i := strings.IndexByte(src[at:], '<')
		if i < 0 {
			break
		}
		at += i
		if rest := src[at+1:]; len(rest) >= len(name) && strings.EqualFold(rest[:len(name)], name) {
			return at
		}
		at++
	}
	return len(src)
}

// stray ends the cell that is open. Text that stands in none goes before the
// table, as in browsers.
func (p *Page) stray() {
	g, line := p.table, p.line
	p.line = p.newLine()
	if line != g.cell {
		p.table = nil
		p.paragraphs(line, g.nest)
		p.table = g
	}
	g.cell = nil
}

// isData reports whether the grid has rows and columns, and not more than can
// be shown.
func (g *grid) isData() bool {
	return len(g.rows) > 1 && g.columns > 1 && len(g.rows)*g.columns <= MaxCells
}

// dissolve gives the cells of a table back as paragraphs.
func (p *Page) dissolve() {
	g, line := p.table, p.line
	p.table = nil
	for _, row := range g.rows {
		for _, cell := range row {
			if cell.line != line {
				p.paragraphs(cell.line, g.nest)
			}
		}
	}
	p.line = line
	p.flush()
}

func (p *Page) addTable(g *grid) {
	t := model.Table{Leaf: model.Leaf{Nest: g.nest, Src: p.Base + g.at}}
	for _, row := range g.rows {
		cells := make([]model.Prose, g.columns)
		filled := false
		for _, c := range row {
			c.line.Spanned = true
			one := c.line.Part().Prose
			filled = filled || one.Text() != ""
			cells[c.column] = one
		}
		if filled {
			t.Rows = append(t.Rows, cells)
		}
	}
	if len(t.Rows) == 0 {
		return
	}
	t.Head = g.heads > 0 && g.heads == len(g.rows[0])
	t.Align = make([]model.Align, g.columns)
	for _, b := range compose.Table(t) {
		p.add(b, 0)
	}
}
