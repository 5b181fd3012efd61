package lines

import (
	"strings"

	"juan/model/char"
)

// A Cell is the bytes of one cell of a table.
type Cell struct{ From, To int }

// isTable reports whether the lines of s are rows of one table that can be
// read as such: as many fields in each row, none of them long.
func isTable(s string) bool {
	if strings.IndexByte(s, '\n') < 0 {
		return false // one row
	}
	from, to := char.Trim(s, 0, strings.IndexByte(s, '\n'))
	if first := s[from:to]; from < to && !mayHaveGap(first) && !strings.ContainsAny(first, bars) && !isBorder(first) {
		return false // one cell
	}
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
	return len(rows) >= 3 || strings.ContainsRune(s, '\t') || strings.ContainsAny(s, bars)
}

// mayHaveGap reports whether white space stands in s, trimmed, that may part two cells.
func mayHaveGap(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c == '\t' || c >= 0x80 || c == ' ' && i > 0 && s[i-1] == ' ' {
			return true
		}
	}
	return false
}

// bars are the lines that part the cells of a row.
const bars = "|│┃║"

// Cells returns the rows of s, each field as bytes of s: what bars part, or else
// what two blanks or more, or a tab, part. Lines that are borders have none.
// It returns nil where s is no table.
func Cells(s string) [][]Cell {
	var rows [][]Cell
	bordered := hasBorder(s)
	at := 0
	for line := range strings.Lines(s) {
		from, to := char.Trim(s, at, at+len(line))
		at += len(line)
		switch {
		case from == to, isBorder(s[from:to]):
		case strings.ContainsAny(s[from:to], bars):
			row := barred(s, from, to, bordered)
			if row == nil {
				return nil
			}
			rows = append(rows, row)
		default:
			if k := kindsOf(s[from:to]); k.boxes > 0 || codes(s[from:to], k) >= 2 {
				return nil
			}
			rows = append(rows, fields(s, from, to))
		}
	}
	return rows
}

// hasBorder reports whether a line of s is a border.
func hasBorder(s string) bool {
	for line := range strings.Lines(s) {
		if isBorder(strings.TrimFunc(line, char.IsSpace)) {
			return true
		}
	}
	return false
}

// Headed reports whether a border stands right after the first row of a table
// with bars.
func Headed(table string) bool {
	row := 0
	for line := range strings.Lines(table) {
		line = strings.TrimFunc(line, char.IsSpace)
		switch {
		case line == "":
		case isBorder(line):
			if row == 1 {
				return true
			}
		case !strings.ContainsAny(line, bars):
			return false
		default:
			row++
		}
	}
	return false
}

// isBorder reports whether the line s is a border between rows: +----+, |---|---|,
// ├──┼──┤, or a line of dashes.
func isBorder(s string) bool {
	dashes := 0
	for _, r := range s {
		switch {
		case r == '-' || r == '=' || r == '─' || r == '━' || r == '═' || r == '—' || r == '－':
			dashes++
		case r == '+' || r == '|' || r == ':' || r >= 0x2500 && r <= 0x257f || char.IsSpace(r):
		default:
			return false
		}
	}
	return dashes >= 3
}

// crossings returns how many bars a border that stands in the block lines[i:j]
// crosses, ----+----; 0 where none does.
func (d *Document) crossings(i, j int) int {
	for k := i; k < j; k++ {
		if d.lines[k].quiet {
			continue
		}
		s := d.text(&d.lines[k])
		if s[0] == '-' && isBorder(s) {
			if n := strings.Count(s, "+") + strings.Count(s, "|"); n > 0 {
				return n
			}
		}
	}
	return 0
}

// barred splits one row, s[from:to], at its bars. The row begins and ends with
// one, or borders show that it belongs to a table: id | name under id-+-name.
// A field that is a piece of a drawing, and a row that goes on with the one
// before, its first field empty, make it nil.
func barred(s string, from, to int, bordered bool) []Cell {
	inner := s[from:to]
	left, right := strings.TrimLeft(inner, bars), strings.TrimRight(inner, bars)
	switch framed := len(left) < len(inner); {
	case framed && len(right) == len(inner), !framed && !bordered:
		return nil
	case !framed: // a bar at its end parts an empty cell
		right = inner
	}
	begin, end := from+len(inner)-len(left), from+len(right)
	var row []Cell
	for at := begin; at <= end; {
		stop := end
		if i := strings.IndexAny(s[at:end], bars); i >= 0 {
			stop = at + i
		}
		a, b := char.Trim(s, at, stop)
		if strings.ContainsFunc(s[a:b], func(r rune) bool { return r >= 0x2500 && r <= 0x25ff }) || len(row) == 0 && a == b {
			return nil
		}
		row = append(row, Cell{a, b})
		at = stop + len(bar(s[stop:]))
	}
	return row
}

// bar returns the bar that s begins with, or where the row ends one byte.
func bar(s string) string {
	for _, r := range bars {
		if strings.HasPrefix(s, string(r)) {
			return string(r)
		}
	}
	return " "
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
