// Package date reads dates as people and programs write them. It knows no texts.
package date

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Parse reads a date as people and programs write it: 2025-07-08,
// 2025/7/8, 2025年7月8日, each with a time of day or without, RFC 3339, a
// month, a year, the seconds since 1970. A time of day without a zone is taken as UTC.
func Parse(s string) (time.Time, bool) {
	return parse(s, "2006-1-2", "2006-1", "2006")
}

// Day is Parse for whole dates only.
func Day(s string) (time.Time, bool) { return parse(s, "2006-1-2") }

func parse(s string, forms ...string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	if len(s) < 4 || len(s) > 40 {
		return time.Time{}, false
	}
	if t, err := time.Parse(time.RFC3339Nano, s); err == nil {
		return t, true
	}
	if t, ok := english(s); ok {
		return t, true
	}
	if t, ok := sinceEpoch(s); ok {
		return t, true
	}
	s = strings.NewReplacer("年", "-", "月", "-", "日", "", "/", "-", ".", "-", "T", " ").Replace(withoutWeekday(s))
	day, clock, _ := strings.Cut(arabic(s), " ")
	day = strings.TrimSuffix(day, "-")
	for _, form := range forms {
		if t, err := time.Parse(form, day); err == nil && t.Year() >= 1000 {
			return timeOfDay(t, strings.TrimSpace(clock))
		}
	}
	return time.Time{}, false
}

// english reads dates with the name of the month.
func english(s string) (time.Time, bool) {
	if c := s[0] | 0x20; (c < 'a' || c > 'z') && (s[0] < '0' || s[0] > '9') {
		return time.Time{}, false
	}
	for _, form := range [...]string{time.RFC1123Z, time.RFC1123, time.ANSIC, time.UnixDate, "Mon, 2 Jan 2006 15:04:05 -0700",
		"January 2, 2006", "Jan 2, 2006", "January 2 2006", "Jan 2 2006", "2 January 2006", "2 Jan 2006"} {
		if t, err := time.Parse(form, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// sinceEpoch reads the seconds or the milliseconds since 1970 that programs count,
// of the years 2001 to 2033: 1646179200, 1646179200.5, 1646179200000.
func sinceEpoch(s string) (time.Time, bool) {
	whole, part, _ := strings.Cut(s, ".")
	if len(whole) != 10 && len(whole) != 13 || whole[0] != '1' || strings.Trim(whole+part, "0123456789") != "" {
		return time.Time{}, false
	}
	n, _ := strconv.ParseInt(whole, 10, 64)
	if len(whole) == 13 {
		n /= 1000
	}
	return time.Unix(n, 0).UTC(), true
}

// withoutWeekday returns a date without the day of the week in it: 2025-07-08
// 星期二, 2025-07-08 Tue 09:05, 2025-07-08(周二).
func withoutWeekday(s string) string {
	for _, name := range [...]string{"星期", "周", "週", "礼拜"} {
		if i := strings.Index(s, name); i > 0 {
			_, size := utf8.DecodeRuneInString(s[i+len(name):])
			return strings.TrimRight(s[:i], " (（,，") + " " + strings.TrimLeft(s[i+len(name)+size:], " )）,，")
		}
	}
	day, rest, _ := strings.Cut(s, " ")
	if word, clock, _ := strings.Cut(rest, " "); len(word) == len("一") && strings.Contains("一二三四五六日", word) {
		return day + " " + clock
	} else if len(word) > 2 && strings.Trim(word, "abcdefghijklmnopqrstuvwxyzMTWFS.,") == "" {
		return day + " " + clock
	}
	return s
}

// arabic returns a date of Chinese figures, as documents have it, in digits:
// 二〇二五-七-八 as 2025-7-8. Other dates stay as they are.
func arabic(s string) string {
	const figures = "〇一二三四五六七八九十零○"
	if first, _ := utf8.DecodeRuneInString(s); !strings.ContainsRune(figures, first) {
		return s
	}
	var b strings.Builder
	rest := []rune(s)
	isFigure := func(i int) bool { return i >= 0 && i < len(rest) && strings.ContainsRune(figures, rest[i]) }
	for i, r := range rest {
		n := strings.IndexRune(figures, r) / len("一")
		switch {
		case !isFigure(i):
			b.WriteRune(r)
		case n < 10:
			b.WriteByte(byte('0' + n))
		case n > 10:
			b.WriteByte('0')
		case !isFigure(i-1) && !isFigure(i+1): // 十
			b.WriteString("10")
		case !isFigure(i - 1): // 十二
			b.WriteByte('1')
		case !isFigure(i + 1): // 二十
			b.WriteByte('0')
		}
	}
	return b.String()
}

func timeOfDay(day time.Time, clock string) (time.Time, bool) {
	if clock == "" {
		return day, true
	}
	for _, form := range []string{"15:04", "15:04:05", "15:04:05 -0700", "15:04:05Z07:00"} {
		if t, err := time.Parse(form, clock); err == nil {
			return time.Date(day.Year(), day.Month(), day.Day(), t.Hour(), t.Minute(), t.Second(), 0, t.Location()), true
		}
	}
	return time.Time{}, false
}
