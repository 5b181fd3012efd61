package figures

import (
	"strings"
	"unicode/utf8"

	"juan/model"
	"juan/model/char"
)

// table reads a table whose rows begin with the names of indicators: a cell that is a
// number is a figure of its row, in the unit and of the time that it, its row or its
// column names.
func (r *reader) table(t model.Table) {
	at := 0
	for i, row := range t.Rows {
		for j, cell := range row {
			if j > 0 && (i > 0 || !t.Head) {
				column := ""
				if t.Head && j < len(t.Rows[0]) {
					column = t.Rows[0][j].Text()
				}
				r.cell(cell.Text(), row[0].Text(), column, at)
			}
			at += len(cell.Text()) + 1
		}
	}
}

// cell reads a cell that stands at a byte of its table.
func (r *reader) cell(text, row, column string, at int) {
	i := 0
	for i < len(text) && char.Digit(char.First(text[i:])) < 0 {
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	if i == len(text) || row == "" || char.Digit(char.First(row)) >= 0 {
		return
	}
	a, _, ok := scan(text[i:], 0)
	bound, _ := suffix(boundBefore, text[:i])
	head := strip(text[:i-len(bound)])
	if !ok || strings.Trim(head.rest, " -+−第居全省国市（(") != "" || strings.Trim(text[i+a.end:], " ）)*") != "" {
		return // more than a number
	}
	from := i
	if sign, size := utf8.DecodeLastRuneInString(text[:i]); sign == '-' || sign == '−' {
		from -= size
	}
	name, unit := splitUnit(row)
	title, other := splitUnit(column)
	if a.unit == "" {
		if a.unit = unit; other != "" {
			a.unit = other
		}
	}
	f := Figure{Value: text[from : i+a.to], Unit: a.unit, Qual: join(bound, a.qual), Of: name, Text: text, Certain: true, Kind: kindOf(a, head, false)}
	if p := strip(title); p.change && f.Kind != Rank {
		f.Kind = Change
	}
	if strings.Contains(text[:i], "第") || char.HasAny(column, "位次", "排名", "名次") {
		f.Kind = Rank
	}
	f.Period, f.Status = lastMoment(moments(column, r.years()), len(column)), r.at.status
	switch {
	case later(f.Period, r.year), char.HasAny(column, "目标", "预期", "计划"):
		f.Status = Expected
	case ended(f.Period, r.year):
		f.Status = Done
	}
	if f.Period == "" {
		f.Period = r.at.period
	}
	r.add(f, at+from)
}

// splitUnit parts the head of a row or a column into a name and the unit that stands
// in brackets after it: 生产总值（亿元）.
func splitUnit(s string) (name, unit string) {
	s = strings.TrimSpace(s)
	for _, q := range [...][2]string{{"（", "）"}, {"(", ")"}} {
		if i := strings.LastIndex(s, q[0]); i > 0 && strings.HasSuffix(s, q[1]) {
			inside := s[i+len(q[0]) : len(s)-len(q[1])]
			if u := unitAt(inside); u.size > 0 && u.size == len(inside) {
				return strings.TrimSpace(s[:i]), inside
			}
		}
	}
	return s, ""
}
