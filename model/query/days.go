package query

import "strings"

// Days are the days that a [Date] asks for: all whose date is written
// beginning with Prefix, or those from From to To. A date is 2020-11-25, or
// only the year or the month of it. The zero Days asks for nothing.
type Days struct {
	Prefix   string // "" where it is a range
	From, To string // "" for an open end
}

// Has reports whether a day, written 2020-11-25, is one of them.
func (d Days) Has(day string) bool {
	switch {
	case d == Days{} || day == "":
		return false
	case d.Prefix == "":
		return day >= d.From && (d.To == "" || day[:min(len(day), len(d.To))] <= d.To)
	}
	return strings.HasPrefix(day, d.Prefix) || strings.HasPrefix(day, padded(d.Prefix))
}

// days reads what follows date:, the zero Days where that is no date.
func days(s string) Days {
	from, to, isRange := strings.Cut(s, "..")
	if !isRange {
		prefix, ok := date(s)
		if !ok {
			return Days{}
		}
		return Days{Prefix: prefix}
	}
	a, okA := date(from)
	b, okB := date(to)
	if !okA || !okB {
		return Days{}
	}
	return Days{From: padded(a), To: padded(b)}
}

// date returns a date with hyphens between its numbers; ok is false where s has
// anything else. Numbers may be parted by - / . 年 月 and 日, and be of full
// width.
func date(s string) (string, bool) {
	var out []byte
	for _, r := range s {
		switch {
		case '０' <= r && r <= '９':
			out = append(out, byte(r-'０'+'0'))
		case '0' <= r && r <= '9':
			out = append(out, byte(r))
		case strings.ContainsRune("-/.－／．年月", r):
			out = append(out, '-')
		case r != '日' && r != '号':
			return "", false
		}
	}
	written := strings.TrimRight(string(out), "-")
	year, rest, _ := strings.Cut(written, "-")
	month, day, _ := strings.Cut(rest, "-")
	if len(year) > 4 || rest != "" && len(year) < 4 || len(month) > 2 || len(day) > 2 || strings.Contains(day, "-") {
		return "", false
	}
	return written, true
}

// padded writes months and days of one digit with two: 2020-1 as 2020-01.
func padded(s string) string {
	parts := strings.Split(s, "-")
	for i, p := range parts {
		if i > 0 && len(p) == 1 {
			parts[i] = "0" + p
		}
	}
	return strings.Join(parts, "-")
}
