package model

import (
	"strings"
	"testing"
)

// Whether a query lets an article through is known at its first match: what follows
// costs nothing more.
func TestLetsLooksNoFurther(t *testing.T) {
	of := func(text string) *Article {
		return NewArticle(Entry{Title: "x"}, []Block{Paragraph{Prose: Plain(text)}})
	}
	few, many := of("水渠三百米，"+strings.Repeat("天色已晚，", 2000)), of(strings.Repeat("水渠三百米，", 2000))
	for _, query := range []string{"水渠", "水渠 百米", "/水.三/", "300米", "水渠 -石桥", `"水渠"`} {
		q := ParseQuery(query)
		if !q.Lets(few) || !q.Lets(many) {
			t.Errorf("%s is not let through", query)
		}
		one := testing.AllocsPerRun(10, func() { q.Lets(few) })
		if all := testing.AllocsPerRun(10, func() { q.Lets(many) }); all > one+4 { // what regexp keeps may be collected meanwhile
			t.Errorf("%s: %v allocations where it is everywhere, %v where it is once", query, all, one)
		}
	}
}

// What lets an article through is what a whole search of it would.
func TestLetsIsTheSearch(t *testing.T) {
	a := report("a")
	for _, query := range []string{"产业", "产业 没有", "产业 -增长", "增长 -没有", "/增.?/", "/x*/", "-/x*/", "-/增./", "chanye", "-产业", "title:没有 产业", "2", `"Ｉndustry"`, `-"industry"`} {
		q := ParseQuery(query)
		p, _ := q.ofEntry(a.Entry)
		for i := range a.Pieces() {
			p = p.and(q.Search(a, i).presence)
		}
		if got := q.Lets(a); got != q.admits(p) {
			t.Errorf("%s: let through %v", query, got)
		}
	}
}
