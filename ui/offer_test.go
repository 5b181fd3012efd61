package ui

import (
	"strings"
	"testing"
)

// Where nothing is found it is said what would be, and Tab looks for that.
func TestWhatWouldBeFoundIsOffered(t *testing.T) {
	for _, tc := range []struct{ at, typed, said, taken string }{
		{"/", "何边", "没有“何边”；“河边”有1篇（Tab改找）", "河边"},
		{"F", "何边", "没有“何边”；“河边”有1篇（Tab改找）", "河边"},
		{"/", "代表 飞船", "没有“代表 飞船”；“代表”有2处（Tab改找）", "代表"},
		{"2 /", "代表 飞船", "没有“代表 飞船”；“代表”有1处（Tab改找）", "代表"},
		{"F", "代表 -报告", "没有“代表 -报告”；“代表”有2处", "代表"},
		{"/", `"許州"`, "没有“許州”；“许州”有", "许州"},
		{"/", "飞船", "", ""},
		{"/", "代表", "", ""},
		{"3 /", "何边", "", ""}, // of headings nothing is offered
	} {
		a := open(t, options(library()), 120, 36)
		press(a, append(strings.Fields(tc.at), "'"+tc.typed)...)
		if tc.said == "" {
			if s := text(a); strings.Contains(s, "Tab") {
				t.Errorf("%s %s: %s", tc.at, tc.typed, s)
			}
			press(a, "tab")
			if got := a.front().typing().text(); got != tc.typed {
				t.Errorf("%s %s: Tab typed %s", tc.at, tc.typed, got)
			}
			continue
		}
		if s := text(a); !strings.Contains(s, tc.said) {
			t.Errorf("%s %s: nothing says %s\n%s", tc.at, tc.typed, tc.said, s)
		}
		if n := strings.Count(text(a), "没有"); n != 1 && tc.at != "/" || n > 2 { // the empty list has words of its own
			t.Errorf("%s %s: it is said %d times\n%s", tc.at, tc.typed, n, text(a))
		}
		check(t, a, tc.typed)
		press(a, "tab")
		if got := a.front().typing().text(); got != tc.taken || strings.Contains(text(a), "没有") {
			t.Errorf("%s %s: Tab typed %s\n%s", tc.at, tc.typed, got, text(a))
		}
	}
}

// After Enter the empty list says what would be found.
func TestAnEmptyListOffers(t *testing.T) {
	a := open(t, options(library()), 160, 45)
	press(a, "/", "'何边", "enter")
	if s := text(a); !strings.Contains(s, "没有“何边”；“河边”有1篇") || strings.Contains(s, "Tab") {
		t.Error(s)
	}
}
