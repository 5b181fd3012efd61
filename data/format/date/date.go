// Package date reads dates as people and programs write them. It knows no texts.
package date

import (
	"strings"
	"time"
)

// Parse reads a date as people and programs write it: 2025-07-08,
// 2025/7/8, 2025年7月8日, each with a time of day or without, RFC 3339, a
// month, a year. A time of day without a zone is taken as UTC.
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
	s = strings.NewReplacer("年", "-", "月", "-", "日", "", "/", "-", ".", "-", "T", " ").Replace(s)
	day, clock, _ := strings.Cut(s, " ")
	day = strings.TrimSuffix(day, "-")
	for _, form := range forms {
		if t, err := time.Parse(form, day); err == nil && t.Year() >= 1000 {
			return timeOfDay(t, strings.TrimSpace(clock))
		}
	}
	return time.Time{}, false
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
