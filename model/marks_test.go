package model

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func text(a *Article, p Placed) string { return a.Between(p.Start, p.Stop) }

// A mark is found by its words: whatever was put in before it, however the paragraph
// was changed around it.
func TestMarksAreFoundByTheirWords(t *testing.T) {
	lines := []string{"春天来了，河开了。燕子回来，人也回来。", "渡口的船停在对岸，摆渡的人在喝茶。", "桥修好以后，船就不来了。"}
	of := func(lines ...string) *Article {
		var body []Block
		for _, l := range lines {
			body = append(body, Paragraph{Prose: Plain(l)})
		}
		return NewArticle(Entry{ID: "m", Title: "渡口"}, body)
	}
	a := of(lines...)
	at := time.UnixMilli(5)
	i := strings.Index(lines[1], "摆渡")
	lit := a.NewMark(Highlight, Pos{1, i}, Pos{1, len(lines[1])}, at)
	over := a.NewMark(Noted, Pos{0, strings.Index(lines[0], "燕子")}, Pos{1, i}, at)
	place := a.NewMark(Bookmark, Pos{2, 0}, Pos{2, 0}, at)
	if lit.Quote != "摆渡的人在喝茶。" || over.Quote != "燕子回来，人也回来。\n\n渡口的船停在对岸，" || place.Quote != lines[2] || lit.To == (Anchor{}) || place.To != (Anchor{}) {
		t.Errorf("%+v\n%+v\n%+v", lit, over, place)
	}
	var more []string
	for range 20 {
		more = append(more, "新加的一段，说别的事。")
	}
	for name, now := range map[string]*Article{
		"the same":       a,
		"more before it": of(append(more, lines...)...),
		"joined":         of(strings.Join(lines, "")),
		"changed around": of(lines[0], "清早，渡口的船停在对岸，摆渡的人在喝茶。天阴着。", lines[2]),
		"re-ordered":     of(lines[2], lines[1], lines[0]),
	} {
		p := now.PlaceMark(lit)
		if p.Lost || text(now, p) != lit.Quote {
			t.Errorf("%s: %q, lost: %t", name, text(now, p), p.Lost)
		}
		if p := now.PlaceMark(place); p.Lost || !strings.HasPrefix(now.Body[p.Start.Block].Text()[p.Start.Byte:], lines[2]) {
			t.Errorf("%s: the place is at %v, lost: %t", name, p.Start, p.Lost)
		}
	}
	// Bit by bit all around it changes, the anchor with it.
	follow, body := lit, lines
	for _, change := range []func([]string) []string{
		func(l []string) []string { return append(slices.Clone(more), l...) },
		func(l []string) []string {
			return append(slices.Clone(l[:len(l)-1]), "换了一句话。", "又是一句。")
		},
		func(l []string) []string { return append([]string{"开头也换了。"}, l[15:]...) },
	} {
		body = change(body)
		now := of(body...)
		m, ok := now.Reanchor(now.PlaceMark(follow))
		if again, more := now.Reanchor(now.PlaceMark(m)); !ok || more || text(now, now.PlaceMark(again)) != lit.Quote {
			t.Errorf("after a change %+v, %t, %t", m, ok, more)
		}
		follow = m
	}
	gone := of("完全不同的一篇，说的是山上的雪和松树。", "没有一句相同。")
	placed := gone.PlaceMarks([]Mark{place, lit})
	for _, p := range placed {
		if !p.Lost {
			t.Errorf("%q stands at %v of a text that does not have it", p.Quote, p.Start)
		}
	}
	if placed = a.PlaceMarks([]Mark{place, lit, over}); placed[0].Kind != Noted || placed[2].Kind != Bookmark {
		t.Errorf("in the order of the text %v", placed)
	}
}

// The reading has the marks of the open article; another version has them only once
// they are placed in it.
func TestTheReadingHasMarks(t *testing.T) {
	var r Reading
	a := selectable()
	r.Take(a)
	r.Open(a.Key)
	if r.MarkedIn() != nil || len(r.Marks()) > 0 {
		t.Error("marks before any were taken")
	}
	r.TakeMarks(a, nil)
	m := a.NewMark(Bookmark, Pos{1, 0}, Pos{1, 0}, time.UnixMilli(1))
	m.ID = "1"
	n := a.NewMark(Bookmark, Pos{0, 0}, Pos{0, 0}, time.UnixMilli(1))
	n.ID = "2"
	r.PutMark(m)
	r.PutMark(n)
	r.PutMark(m)
	if all := r.Marks(); len(all) != 2 || all[0].ID != "2" || r.MarkedIn() != a {
		t.Errorf("marks are %v", all)
	}
	if p, ok := r.MarksBetween(Pos{0, 1}, Pos{2, 0}); !ok || p.ID != "1" {
		t.Errorf("between is %v, %t", p, ok)
	}
	if _, ok := r.MarksBetween(Pos{1, 1}, Pos{3, 0}); ok {
		t.Error("a mark where none begins")
	}
	now := NewArticle(*a.Entry, append([]Block{Paragraph{Prose: Plain("新的一段。")}}, a.Body...))
	r.Take(now)
	if len(r.Marks()) > 0 || len(r.MarksIn(a.Key)) != 2 {
		t.Errorf("in a new version %v", r.Marks())
	}
	r.TakeMarks(now, now.PlaceMarks(r.MarksIn(now.Key)))
	if all := r.Marks(); len(all) != 2 || all[1].Start != (Pos{2, 0}) {
		t.Errorf("in a new version %v", all)
	}
	r.DropMark("1")
	if all := r.Marks(); len(all) != 1 || all[0].ID != "2" {
		t.Errorf("one less is %v", all)
	}
}
