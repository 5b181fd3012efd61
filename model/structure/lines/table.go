package lines

import (
	"strings"

	"juan/model/char"
)

// A Cell is the bytes of one cell of a table.
type Cell struct{ From, To int }

// isTable reports whether the lines of s are rows of one table that can be
// read as such: as many fields in each row, parted by two blanks or a tab.
func isTable(s string) bool {
	rows := Cells(s)
	if len(rows) < 2 || len(rows[0]) < 2 || len(rows[0]) > 20 {
		return false
	}
	for _, row := range rows {
		if len(row) != len(rows[0]) {
			return false
		}
		for _, c := range row {
			if c.To-c.From > 90 {
				return false
			}
		}
	}
	return len(rows) >= 3 || strings.ContainsRune(s, '\t')
}

// Cells returns the fields of each row of s, as bytes of s: what two blanks or
// more, or a tab, part. Lines that are borders have none.
func Cells(s string) [][]Cell {
	var rows [][]Cell
	at := 0
	for line := range strings.Lines(s) {
		from, to := char.Trim(s, at, at+len(line))
		at += len(line)
		if from == to || isRule(s[from:to]) {
			continue
		}
		if k := kindsOf(s[from:to]); k.boxes > 0 || strings.ContainsAny(s[from:to], "|") || codes(s[from:to], k) >= 2 {
			return nil
		}
		rows = append(rows, fields(s, from, to))
	}
	return rows
}

// fields splits one row, s[from:to], at its gaps.
func fields(s string, from, to int) []Cell {
	var row []Cell
	begin := from
	for i := from; i < to; {
		end := i + char.Spaces(s[i:to])
		if end == i {
			i += len(s[i:to]) - len(strings.TrimLeftFunc(s[i:to], func(r rune) bool { return !char.IsSpace(r) }))
			continue
		}
		gap := s[i:end]
		if len(gap) >= 2 && gap != "\u3000" || gap == "\t" {
			row = append(row, Cell{begin, i})
			begin = end
		}
		i = end
	}
	return append(row, Cell{begin, to})
}
