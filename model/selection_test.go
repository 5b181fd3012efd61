package model

import (
	"testing"
)

func chosen(a *Article, s Selection) string {
	from, to := s.Bounds(a)
	out := ""
	for i := from.Block; i <= to.Block; i++ {
		text := a.Body[i].Text()
		j, k := 0, len(text)
		if i == from.Block {
			j = from.Byte
		}
		if i == to.Block {
			k = to.Byte
		}
		if out != "" {
			out += "¶"
		}
		out += text[j:k]
	}
	return out
}

func selectable() *Article {
	return NewArticle(Entry{ID: "s"}, []Block{
		Heading{Prose: Plain("一、渡口"), Level: 1},
		Paragraph{Prose: Plain("　　春天来了，河开了。燕子回来。")},
		Rule{},
		Verse{Prose: Plain("门前一条河，\n河上一座桥。")},
		Code{Source: "if a {\n\tb, c = 1, 2\n}\n\nreturn"},
		Table{Head: true, Rows: [][]Prose{{Plain("名，称"), Plain("数")}, {Plain("桥"), Plain("二。三")}}},
		Paragraph{Prose: Plain("完。")},
	})
}

// A selection widens from clause to paragraph, and moves in steps of its grain.
func TestSelectionsWidenAndMove(t *testing.T) {
	a := selectable()
	for _, tc := range []struct {
		at   Pos
		do   string // > and < move, v widens, o takes the other end, . goes by characters
		want string
	}{
		{Pos{0, 0}, "", "一、渡口"},
		{Pos{1, 0}, "", "春天来了，"},
		{Pos{1, 0}, "v", "春天来了，河开了。"},
		{Pos{1, 0}, "vv", "春天来了，河开了。燕子回来。"},
		{Pos{1, 0}, ">", "春天来了，河开了。"},
		{Pos{1, 0}, ">>>", "春天来了，河开了。燕子回来。¶¶门前一条河，"},
		{Pos{1, 0}, ">>><<<", "春天来了，"},
		{Pos{1, 0}, "<", "一、渡口¶　　春天来了，"},
		{Pos{1, 0}, ">o<", "一、渡口¶　　春天来了，河开了。"},
		{Pos{1, 0}, "v>", "春天来了，河开了。燕子回来。"},
		{Pos{1, 0}, ".>", "春天来了，河"},
		{Pos{1, 0}, ".<", "春天来了"},
		{Pos{1, 0}, ".o>", "天来了，"},
		{Pos{1, 0}, ".>v", "春天来了，河开了。"},
		{Pos{2, 0}, "", "门前一条河，"},
		{Pos{2, 0}, "v", "门前一条河，\n河上一座桥。"},
		{Pos{4, 8}, "", "\tb, c = 1, 2"},
		{Pos{4, 8}, "v", "if a {\n\tb, c = 1, 2\n}"},
		{Pos{4, 8}, "vv", "if a {\n\tb, c = 1, 2\n}\n\nreturn"},
		{Pos{5, 0}, "", "名，称"},
		{Pos{5, 0}, "v", "名，称\t数"},
		{Pos{5, 0}, "v>", "名，称\t数\n桥\t二。三"},
		{Pos{5, 0}, "vv", "名，称\t数\n桥\t二。三"},
		{Pos{6, 0}, ">>", "完。"},
		{Pos{0, 0}, "<", "一、渡口"},
		{a.End(), "", "完。"},
	} {
		s := Selection{tc.at, tc.at, Clauses}
		for _, do := range tc.do {
			switch do {
			case '>':
				s = s.Stepped(a, 1)
			case '<':
				s = s.Stepped(a, -1)
			case 'v':
				s, _ = s.Widened(a)
			case 'o':
				s = s.Swapped()
			case '.':
				s = s.InClusters(a)
			}
		}
		if got := chosen(a, s); got != tc.want {
			t.Errorf("%v, %q: %q, want %q", tc.at, tc.do, got, tc.want)
		}
	}
}

// Wherever it begins, a selection has text, and widening contains the selection before
// it, until nothing is left to add.
func TestSelectionsHoldText(t *testing.T) {
	a := selectable()
	for i, b := range a.Body {
		for at := range Places(b) + 1 {
			s := Selection{Pos{i, at}, Pos{i, at}, Clusters}
			for more := true; more; {
				from, to := s.Bounds(a)
				if !from.Before(to) {
					t.Fatalf("at %v in grain %d: nothing", s.Fixed, s.Grain)
				}
				if s, more = s.Widened(a); more {
					if first, last := s.Bounds(a); from.Before(first) || last.Before(to) {
						t.Fatalf("at %v grain %d is smaller", s.Fixed, s.Grain)
					}
				}
			}
		}
	}
	empty := NewArticle(Entry{}, []Block{Rule{}, Paragraph{}})
	s := Selection{}
	if from, to := s.Bounds(empty); from != to || s.Stepped(empty, 1) != s || s.Stepped(empty, -1) != s {
		t.Errorf("of no text %v to %v is selected", from, to)
	}
}

// A selection stays with its words when the article changes, and goes with it.
func TestSelectionsFollowTheText(t *testing.T) {
	var r Reading
	a := selectable()
	r.Take(a)
	r.Open(a.Key)
	r.Select(Selection{Pos{3, 0}, Pos{3, 20}, Clauses})
	now := NewArticle(*a.Entry, append([]Block{Paragraph{Prose: Plain("新的一段。")}}, a.Body...))
	r.Take(now)
	if s, ok := r.Selected(); !ok || chosen(now, s) != "门前一条河，\n河上一座桥。" {
		t.Errorf("after a change %v, %t", s, ok)
	}
	other := NewArticle(Entry{ID: "o"}, nil)
	r.Take(other)
	r.Open(other.Key)
	if _, ok := r.Selected(); ok {
		t.Error("another article has the selection")
	}
}
