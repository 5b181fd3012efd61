package figures

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"juan/model/char"
	"juan/model/numeral"
)

// A moment is a period and where a text speaks of it.
type moment struct {
	at     int
	period string
}

// lastMoment returns the last period before a byte, "" for none.
func lastMoment(all []moment, at int) string {
	i, _ := slices.BinarySearchFunc(all, at, func(m moment, at int) int { return cmp.Compare(m.at, at) })
	if i == 0 {
		return ""
	}
	return all[i-1].period
}

// moments returns the periods that s speaks of, in order: 2020 for 2020年, 2020-Q1 for
// 一季度 in a report of 2020, 2016/2020 for “十三五”. A time without a year is of the year
// before it in s, else of the report's. What something is measured against, 比2020年, is none.
func moments(s string, year int) []moment {
	var all []moment
	for i := 0; i < len(s); {
		r, size := char.Decode(s[i:])
		if p, y := periodAt(s, i, r, year); p != "" {
			all = append(all, moment{i, p})
			year = y
		}
		i += size
		if char.IsDigit(r) {
			i, _ = run(s, i)
		}
	}
	return all
}

// periodAt returns the period whose name begins at byte i of s with r, "" for none, and
// the year that times behind it are of.
func periodAt(s string, i int, r rune, year int) (period string, y int) {
	rest := s[i:]
	switch {
	case char.IsDigit(r):
		to, n := run(s, i)
		if n == 4 && isYear(s[i:to]) && strings.HasPrefix(s[to:], "年") && !strings.HasPrefix(s[to:], "年来") && !compared(s[:i]) {
			y, _ := strconv.Atoi(s[i:to])
			return s[i:to], y
		}
		if m, _ := strconv.Atoi(s[i:to]); strings.HasPrefix(s[to:], "月份") && m > 0 && m < 13 && year > 0 {
			return fmt.Sprintf("%d-%02d", year, m), year
		}
	case year == 0:
	case r == '“':
		return fiveYears(rest, year)
	case char.HasAnyPrefix(rest, "去年", "上年", "过去一年") && !compared(s[:i]):
		return strconv.Itoa(year - 1), year - 1
	case char.HasAnyPrefix(rest, "今年") && !compared(s[:i]):
		return strconv.Itoa(year), year
	case r == '上' && strings.HasPrefix(rest, "上半年"):
		return fmt.Sprintf("%d-H1", year), year
	case r == '下' && strings.HasPrefix(rest, "下半年"):
		return fmt.Sprintf("%d-H2", year), year
	case numeral.IsHan(r):
		v, behind, ok := numeral.Cut(rest)
		switch {
		case ok && strings.HasPrefix(behind, "季度") && v <= 4 && char.Last(s[:i]) != '前':
			return fmt.Sprintf("%d-Q%d", year, v), year
		case ok && strings.HasPrefix(behind, "月份") && v <= 12:
			return fmt.Sprintf("%d-%02d", year, v), year
		}
	}
	return "", year
}

// fiveYears returns the years of the plan that s begins with: 2016/2020 for “十三五”.
func fiveYears(s string, year int) (string, int) {
	plan, ok := strings.CutPrefix(s, "“十")
	if !ok || len(plan) < 2*len("五")+len("”") || plan[len("五"):2*len("五")] != "五" || !strings.HasPrefix(plan[2*len("五"):], "”") {
		return "", year
	}
	v, rest, ok := numeral.Cut(plan[:len("五")])
	if !ok || rest != "" || v == 0 || v > 9 {
		return "", year
	}
	return fmt.Sprintf("%d/%d", 2001+5*int(v), 2005+5*int(v)), year
}

// compared reports whether what stands before a time says that something is measured
// against it.
func compared(s string) bool {
	last := char.Last(s)
	return last == '比' || last == '较' || last == '同'
}

// yearIn returns the year that a period is.
func yearIn(period string) (int, bool) {
	y, err := strconv.Atoi(period)
	return y, err == nil
}
