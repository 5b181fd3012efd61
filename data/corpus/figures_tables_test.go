package corpus

import (
	"regexp"
	"strings"
)

// table is a Markdown table: its head and its rows of cells.
type table struct {
	head []string
	rows [][]string
}

// headUnitRe is the unit in the head of a column: 增长（%）.
var headUnitRe = regexp.MustCompile(`\(([^()]+)\)`)

// splitTables parts a body into its prose and its tables.
func splitTables(body string) (prose string, tables []table) {
	var out strings.Builder
	inside := false
	for line := range strings.Lines(body) {
		cells, ok := tableRow(line)
		switch {
		case !ok:
			out.WriteString(line)
			inside = false
		case !inside:
			tables = append(tables, table{head: cells})
			inside = true
		default:
			t := &tables[len(tables)-1]
			if !isRule(cells) {
				t.rows = append(t.rows, cells)
			}
		}
	}
	return out.String(), tables
}

// tableRow gives the cells of a line that is a row of a table.
func tableRow(line string) ([]string, bool) {
	line = strings.TrimSpace(line)
	if !strings.HasPrefix(line, "|") || len(line) < 2 {
		return nil, false
	}
	cells := strings.Split(strings.Trim(line, "|"), "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells, true
}

// isRule reports whether the cells are the line under the head: ---, :--:.
func isRule(cells []string) bool {
	return strings.Trim(strings.Join(cells, ""), ":-") == ""
}

// tableFigures reads the figures of a table. A number alone in its cell takes
// the unit from the head of its column, or from the column headed 单位.
func tableFigures(t table) []figure {
	var all []figure
	units := -1
	for i, h := range t.head {
		if strings.Contains(h, "单位") {
			units = i
		}
		all = append(all, figuresOf(plain(h))...)
	}
	for _, row := range t.rows {
		for i, cell := range row {
			found := figuresOf(plain(cell))
			if len(found) == 1 && found[0].unit == "" {
				found[0].unit = columnUnit(t, row, i, units)
				found[0].near = strings.Join(row, " | ")
			}
			all = append(all, found...)
		}
	}
	return all
}

// columnUnit is the unit of column i in a row, or "".
func columnUnit(t table, row []string, i, units int) string {
	if i < len(t.head) {
		if m := headUnitRe.FindStringSubmatch(plain(t.head[i])); m != nil && !strings.ContainsAny(m[1], "0123456789") {
			return m[1]
		}
	}
	if units >= 0 && units < len(row) && units != i {
		return plain(row[units])
	}
	return ""
}
