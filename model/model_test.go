package model

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// report is a small article with three levels of headings.
func report(id string) *Article {
	return NewArticle(Entry{ID: id, Title: "许州工作报告", Tags: []string{"报告"}}, []Block{
		Paragraph{Prose: Plain("各位代表：现在报告工作。")},
		Heading{Prose: Plain("一、全年回顾"), Level: 1, Number: len("一、")},
		Paragraph{Prose: Plain("“产业”向好，产业投资增长二成。")},
		Heading{Prose: Plain("（一）工业"), Level: 2, Number: len("（一）")},
		Paragraph{Prose: Plain("做强产业。新建园区3个。"), Lead: Lead{End: len("做强产业"), Level: 3, Kind: RunIn, Certain: true}},
		Heading{Prose: Plain("二、来年打算"), Level: 1, Number: len("二、")},
		Paragraph{Prose: Plain("继续做强 Ｉndustry。"), Leaf: Leaf{Nest: []Container{{Kind: Quote, ID: 1}}}},
	})
}

func TestOutlineSaysWhereSectionsEnd(t *testing.T) {
	a := report("a")
	for i, want := range []struct {
		text       string
		level      int
		start, end int
		kind       Kind
	}{
		{"一、全年回顾", 1, 1, 5, OwnLine},
		{"（一）工业", 2, 3, 5, OwnLine},
		{"做强产业", 3, 4, 5, RunIn},
		{"二、来年打算", 1, 5, 6, OwnLine},
	} {
		s := a.Outline[i]
		if s.Text() != want.text || s.Level != want.level || s.Start.Block != want.start || s.End.Block != want.end || s.Kind != want.kind {
			t.Errorf("section %d is %+v, want %+v", i, s, want)
		}
	}
	if n := a.Outline[0].Chars + a.Outline[3].Chars + Chars(a.Body[0].Text()); n != a.Chars {
		t.Errorf("sections and front have %d characters of %d", n, a.Chars)
	}
	spaced := NewArticle(Entry{}, []Block{Heading{Prose: Plain("第一章 起。"), Level: 1, Number: len("第一章")}})
	if s := spaced.Outline[0]; s.Text() != "第一章 起" || s.Number != "第一章" {
		t.Errorf("a heading with a blank behind its number is %q, number %q", s.Text(), s.Number)
	}
	if got := a.Outline.At(Pos{0, 3}); got != -1 {
		t.Errorf("before the first heading is section %d", got)
	}
	if got := a.Outline.At(Pos{4, 8}); got != 2 {
		t.Errorf("in the run-in is section %d", got)
	}
}

func TestChars(t *testing.T) {
	for s, want := range map[string]int{
		"":                  0,
		"许昌，好。":             5,
		"增长 2.7% ok":        4,
		"“十四五”——规划":         9,
		"PM2.5达标":           3,
		"naïve café\u3000一": 3,
	} {
		if got := Chars(s); got != want {
			t.Errorf("%q has %d characters, want %d", s, got, want)
		}
	}
}

func TestSearchFindsWhatReadersMean(t *testing.T) {
	a := report("a")
	for _, tc := range []struct{ query, found string }{
		{"产业", "产业 产业 产业"},
		{"产业向好", "产业”向好"},
		{"“产业”", "“产业”"},
		{"\"产业\"", "“产业”"},
		{"industry", "Ｉndustry"},
		{"向好，产", "向好，产"},
		{"回顾“产", ""}, // never across blocks
		{"", ""},
		{"\x00", ""},
	} {
		var got []string
		for m := range NewQuery(tc.query).In(a) {
			got = append(got, m.Text())
		}
		if strings.Join(got, " ") != tc.found {
			t.Errorf("%q finds %q, want %q", tc.query, got, tc.found)
		}
	}
	if q, err := NewPattern("增长.成", false); err != nil || Count(a, q) != 1 {
		t.Errorf("a pattern finds %d, %v", Count(a, q), err)
	}
	if q, err := NewPattern("(", false); err == nil || !q.Empty() || q.Lets(a) {
		t.Error("a broken pattern is taken")
	}
	if n := Count(a, NewExact("Ｉndustry")); n != 1 || Count(a, NewExact("industry")) != 0 {
		t.Errorf("exact query finds %d", n)
	}
}

func TestShelfPutsReportsFirst(t *testing.T) {
	day := func(s string) time.Time { d, _ := time.Parse(time.DateOnly, s); return d }
	r := new(Reading)
	for _, e := range []Entry{
		{ID: "guide", Title: "指南"},
		{ID: "news", Title: "新闻", Date: day("2025-07-07")},
		{ID: "old", Title: "旧报告", Date: day("2025-07-08"), Delivered: day("2020-05-13")},
		{ID: "new", Title: "新报告", Date: day("2025-07-08"), Delivered: day("2021-03-23")},
	} {
		r.Take(NewArticle(e, []Block{Paragraph{Prose: Plain("正文" + e.ID)}}))
	}
	if got := ids(r); got != "new old news guide" {
		t.Errorf("listed %s", got)
	}
	r.Filter(NewQuery("报告"))
	guide := r.Corpus.Entry("guide")
	tallies := []Tally{tallyOf(r.Filtered(), guide, 2)}
	for _, key := range []string{"old", "new", "news"} {
		tallies = append(tallies, tallyOf(r.Filtered(), r.Corpus.Entry(key), 0))
	}
	r.Counts().Take(&r.Corpus, tallies...)
	if got := ids(r); got != "new old guide" || r.Counts().Hits(&r.Corpus, guide) != 2 {
		t.Errorf("filtered %s", got)
	}
}

func ids(r *Reading) string {
	var s []string
	for i := range r.Listed().Len() {
		s = append(s, r.Listed().At(i).ID)
	}
	return strings.Join(s, " ")
}

func TestReloadingKeepsPlaceAndSnapshots(t *testing.T) {
	r := new(Reading)
	take(r, report("a"), report("b"))
	r.Open("b")
	r.Scroll(Pos{4, 3})
	before := r.Corpus.Entries()
	fresh := report("b")
	r.Take(fresh)
	if r.Article() != fresh || r.At() != (Place{"b", Pos{4, 3}}) || r.Corpus.Len() != 2 {
		t.Errorf("reloaded to %v of %d articles", r.At(), r.Corpus.Len())
	}
	if slices.Contains(before, fresh.Entry) {
		t.Error("a snapshot changed")
	}
}

func take(r *Reading, articles ...*Article) {
	for _, a := range articles {
		r.Take(a)
	}
}

// Whatever is done, the reader stands in the text, and back undoes jumps.
func TestTheReaderIsAlwaysSomewhere(t *testing.T) {
	for seed := range uint64(50) {
		rnd := rand.New(rand.NewPCG(seed, 2))
		r := new(Reading)
		take(r, report("a"), report("b"))
		r.Open("a")
		pos := func() Pos { return Pos{rnd.IntN(9) - 1, rnd.IntN(60) - 5} }
		for range 200 {
			switch rnd.IntN(6) {
			case 0:
				r.Open([]string{"a", "b", "none"}[rnd.IntN(3)])
			case 1:
				r.Scroll(pos())
			case 2:
				from := r.At()
				r.Jump(Place{"a", pos()})
				if to := r.At(); to != from {
					if !r.Back() || r.At() != from || !r.Forward() || r.At() != to {
						t.Fatalf("seed %d: back and forward from %v to %v end at %v", seed, from, to, r.At())
					}
				}
			case 3:
				r.Back()
			case 4:
				r.Forward()
			case 5:
				r.Find(NewQuery([]string{"产业", "没有", ""}[rnd.IntN(3)]))
				i, _ := r.NextHit(r.At().Pos, false)
				r.Choose(i)
				if got := r.Hit(); got != i {
					t.Fatalf("seed %d: chose hit %d, at %d", seed, i, got)
				}
			}
			a := r.Article()
			if a == nil || a.Clamp(r.At().Pos) != r.At().Pos {
				t.Fatalf("seed %d: nowhere: %v", seed, r.At())
			}
		}
	}
}

func TestHitsGoRound(t *testing.T) {
	r := new(Reading)
	r.Take(report("a"))
	r.Open("a")
	r.Find(NewQuery("产业"))
	p, order := Pos{}, []int{}
	for range 4 {
		i, _ := r.NextHit(p, false)
		order, p = append(order, i), r.Hits()[i].From()
	}
	if order[0] != 0 || order[2] != 2 || order[3] != 0 {
		t.Errorf("next goes %v", order)
	}
	if i, wrapped := r.PreviousHit(r.Hits()[0].From()); i != 2 || !wrapped {
		t.Errorf("before the first is %d, wrapped %v", i, wrapped)
	}
}

// A place is kept by what the text says there.
func TestReloadingFollowsTheText(t *testing.T) {
	text := func(lines ...string) *Article {
		var body []Block
		for _, l := range lines {
			if strings.HasPrefix(l, "#") {
				body = append(body, Heading{Prose: Plain(l[1:]), Level: 1})
			} else {
				body = append(body, Paragraph{Prose: Plain(l)})
			}
		}
		return NewArticle(Entry{ID: "x", Title: "x"}, body)
	}
	for _, tc := range []struct {
		name       string
		old, now   *Article
		from, want Pos
	}{
		{"a paragraph was put in before", text("#一", "甲", "乙"), text("#一", "新", "甲", "乙"), Pos{2, 3}, Pos{3, 3}},
		{"a section was put in before", text("#一", "甲", "#二", "同"), text("#零", "同", "#一", "甲", "#二", "同"), Pos{3, 0}, Pos{5, 0}},
		{"the paragraph was rewritten", text("#一", "甲", "#二", "乙"), text("#新", "丙", "#一", "甲", "#二", "乙改"), Pos{3, 0}, Pos{5, 0}},
		{"all is new", text("甲", "乙", "丙", "丁"), text("子", "丑", "寅", "卯"), Pos{2, 0}, Pos{2, 0}},
		{"the rest is gone", text("#一", "甲", "乙"), text("#一"), Pos{2, 0}, Pos{0, 0}},
	} {
		r := new(Reading)
		r.Take(tc.old)
		r.Open("x")
		r.Scroll(tc.from)
		r.Take(tc.now)
		if got := r.At().Pos; got != tc.want {
			t.Errorf("%s: %v becomes %v, want %v", tc.name, tc.from, got, tc.want)
		}
	}
}
