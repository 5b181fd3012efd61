package query

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
)

// told writes parts so that they can be read: a sign for the kind, - for what
// must not be there, … for what is not closed.
func told(text string) string {
	var out []string
	for _, p := range Parse(text) {
		s := []string{"", "exact ", "pattern ", "title ", "tag ", "date ", "path "}[p.Kind] + p.Text
		if p.Kind == Date {
			s = fmt.Sprintf("date %+v", p.Days)
		}
		if p.Not {
			s = "not " + s
		}
		if p.Open {
			s += "…"
		}
		out = append(out, s)
	}
	return strings.Join(out, " | ")
}

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"":                  "",
		" 　":                "",
		"产业":                "产业",
		"产业 外贸":             "产业 | 外贸",
		"产业　外贸\t出口":         "产业 | 外贸 | 出口",
		"产业 -外贸":            "产业 | not 外贸",
		"产业 －外贸":            "产业 | not 外贸",
		"产业 -":              "产业",
		"外贸-产业 a-b":         "外贸-产业 | a-b",
		"--help":            "--help",
		"——题记":              "——题记",
		`"产业 外贸"`:           "exact 产业 外贸",
		"＂产业＂ 外贸":           "exact 产业 | 外贸",
		"“产业”":              "exact 产业",
		"“十四五”时期":           "“十四五”时期",
		"“十四五":              "“十四五",
		"关于“十四五”":           "关于“十四五”",
		`"产业 外`:             "exact 产业 外…",
		`"`:                 "",
		`""`:                "",
		`产业 "`:              "产业",
		`"a"b c`:            `"a"b | c`,
		`5"`:                `5"`,
		`-"产业 外贸" 出口`:       "not exact 产业 外贸 | 出口",
		"title:产业":          "title 产业",
		"title：产业":          "title 产业",
		`title:"产业 园"`:      "title 产业 园",
		`title:"产业 园`:       "title 产业 园…",
		"title:":            "",
		"title: 产业":         "产业",
		"-tag:城市 路":         "not tag 城市 | 路",
		"path:a/b.md":       "path a/b.md",
		"注意：":               "注意：",
		"http://a.cn":       "http://a.cn",
		"subtitle:x":        "subtitle:x",
		"date:2020":         "date {Prefix:2020 From: To:}",
		"date:2020年11月":     "date {Prefix:2020-11 From: To:}",
		"date:2020..2021-3": "date {Prefix: From:2020 To:2021-03}",
		"date:..2021":       "date {Prefix: From: To:2021}",
		"date:2020..":       "date {Prefix: From:2020 To:}",
		"date:..":           "",
		"date:明天":           "",
		"/产.业/":             "pattern 产.业",
		"／产.业／":             "pattern 产.业",
		"-/产.+业 a/ x":       "not pattern 产.+业 a | x",
		"/usr/":             "/usr/",
		"/usr/l.b/":         "/usr/l.b/",
		`/a\/b+/`:           `pattern a\/b+`,
		"/(/":               "/(/",
		"/产.业":              "/产.业",
		"a/b.c/":            "a/b.c/",
		"/":                 "/",
		"//":                "//",
	} {
		if got := told(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestDays(t *testing.T) {
	for _, tc := range []struct {
		asked, in, out string
	}{
		{"2", "2020-01-01", "1999-12-31"},
		{"2020", "2020-07-04", "2021-01-01"},
		{"2020-1", "2020-01-31 2020-11-05", "2020-02-01"},
		{"2020/11/2", "2020-11-02 2020-11-25", "2020-11-01"},
		{"2020..2021", "2020-01-01 2021-12-31", "2019-12-31 2022-01-01"},
		{"2020-2..2020-3-5", "2020-02-01 2020-03-05", "2020-01-31 2020-03-06"},
		{"2020..", "2020-01-01 2999-01-01", "2019-12-31"},
		{"..2020-06", "1000-01-01 2020-06-30", "2020-07-01"},
	} {
		d := days(tc.asked)
		for _, day := range strings.Fields(tc.in) {
			if !d.Has(day) {
				t.Errorf("%s has not %s", tc.asked, day)
			}
		}
		for _, day := range append(strings.Fields(tc.out), "") {
			if d.Has(day) {
				t.Errorf("%s has %q", tc.asked, day)
			}
		}
	}
}

// Parts stand in the query in order, apart from each other, and say what stands
// there; what is special
// means the same where it is typed alone.
func FuzzParse(f *testing.F) {
	for _, s := range []string{`产业 -"外 贸" title:“a” /x+/`, `-`, `date:2020..`, "“a” b”", `"a"b`, "－／.／", "tag:-x -tag:\"", "path:\xff \"\xe3", "/\\/./"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		for _, p := range Parse(s) {
			if p.Text == "" || p.From < at || p.To <= p.From || p.To > len(s) {
				t.Fatalf("%q: %+v behind byte %d", s, p, at)
			}
			at = p.To
			typed := s[p.From:p.To]
			if !strings.Contains(typed, p.Text) {
				t.Fatalf("%q: %q was not typed in %q", s, p.Text, typed)
			}
			if p.Kind == Word && strings.ContainsFunc(p.Text, unicode.IsSpace) {
				t.Fatalf("%q: the word %q", s, p.Text)
			}
			if p.Kind == Word || strings.HasPrefix(p.Text, `"`) || strings.HasPrefix(p.Text, "＂") { // "a is a word only before b"c
				continue
			}
			alone := Parse(typed)
			if len(alone) != 1 || alone[0].Kind != p.Kind || alone[0].Text != p.Text || alone[0].Not != p.Not || alone[0].Days != p.Days {
				t.Fatalf("%q: %q alone is %+v, not %+v", s, typed, alone, p)
			}
		}
	})
}
