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
// 一季度 in a section on 2020, 2016/2020 for “十三五”期间. 今年 is the year of the report; a part of a
// year is of the year before it in s, else of the section's. What something is measured against,
// 比2020年, is none.
func moments(s string, years years) []moment {
	var all []moment
	for i := 0; i < len(s); {
		r, size := char.Decode(s[i:])
		if p := years.at(s, i, r); p != "" {
			all = append(all, moment{i, p})
			if y := lastYear(p); !strings.Contains(p, "/") {
				years.section = y
			}
		}
		i += size
		if char.IsDigit(r) {
			i, _ = run(s, i)
		}
	}
	return all
}

// years are those that times without a year are of, 0 where they are unknown.
type years struct{ report, section int }

// at returns the period whose name begins at byte i of s with r, "" for none.
func (y years) at(s string, i int, r rune) string {
	rest := s[i:]
	switch {
	case char.IsDigit(r):
		return y.dated(s, i)
	case compared(s[:i]):
		return ""
	case r == '“':
		return fiveYears(rest)
	case y.report > 0 && char.HasAnyPrefix(rest, "去年", "上年", "过去一年"):
		return strconv.Itoa(y.report - 1)
	case y.report > 0 && strings.HasPrefix(rest, "今年"):
		return strconv.Itoa(y.report)
	case y.section == 0:
		return ""
	case strings.HasPrefix(rest, "全年"):
		return strconv.Itoa(y.section)
	case strings.HasPrefix(rest, "上半年"):
		return fmt.Sprintf("%d-H1", y.section)
	case strings.HasPrefix(rest, "下半年"):
		return fmt.Sprintf("%d-H2", y.section)
	case numeral.IsHan(r):
		v, after, ok := numeral.Cut(rest[:char.Cut(rest, 6)])
		switch {
		case ok && strings.HasPrefix(after, "季度") && v <= 4 && char.Last(s[:i]) != '前':
			return fmt.Sprintf("%d-Q%d", y.section, v)
		case ok && strings.HasPrefix(after, "月份") && v <= 12:
			return fmt.Sprintf("%d-%02d", y.section, v)
		}
	}
	return ""
}

// dated returns the year or the month whose digits begin at byte i of s, "" for none.
func (y years) dated(s string, i int) string {
	to, _ := run(s, i)
	if isYear(s[i:to]) && strings.HasPrefix(s[to:], "年") && !strings.HasPrefix(s[to:], "年来") && !compared(s[:i]) {
		return s[i:to]
	}
	if m, _ := strconv.Atoi(s[i:to]); strings.HasPrefix(s[to:], "月份") && m > 0 && m < 13 && y.section > 0 {
		return fmt.Sprintf("%d-%02d", y.section, m)
	}
	return ""
}

// fiveYears returns the years of the plan that s begins with: 2016/2020 for “十三五”期间; "" where it
// begins with none, or where the plan is not the time that is spoken of: “十四五”批复的项目.
func fiveYears(s string) string {
	plan, ok := strings.CutPrefix(s, "“十")
	if !ok || len(plan) < 2*len("五")+len("”") || plan[len("五"):2*len("五")] != "五" || !strings.HasPrefix(plan[2*len("五"):], "”") {
		return ""
	}
	v, rest, ok := numeral.Cut(plan[:len("五")])
	if !ok || rest != "" || v == 0 || v > 9 {
		return ""
	}
	if after := plan[2*len("五")+len("”"):]; after != "" && !char.HasAnyPrefix(after, "时期", "期间", "以来", "末", "五年", ",", "，", "各", "全") {
		return ""
	}
	return fmt.Sprintf("%d/%d", 2001+5*int(v), 2005+5*int(v))
}

// compared reports whether what stands before a time says that something is measured
// against it: 比2020年, 是“十二五”末的1.4倍.
func compared(s string) bool {
	w, _ := suffix(compare, s)
	return w != "" || char.HasAnySuffix(s, "同", "是", "为", "恢复至", "恢复到", "相当于")
}

// yearIn returns the year that a period is.
func yearIn(period string) (int, bool) {
	y, err := strconv.Atoi(period)
	return y, err == nil
}
