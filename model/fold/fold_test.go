package fold

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWhatFoldsAlike(t *testing.T) {
	for _, tc := range []struct {
		depth Depth
		text  string
		query string
		found string // the bytes of text that are found, "" for none
	}{
		{Marks, "Go语言与ＧＯ", "go", "Go"},
		{Marks, "二、“十四五”时期", "“十四五”", "“十四五”"},
		{Marks, "二、“十四五”时期", "\"十四五\"", "“十四五”"},
		{Marks, "二、“十四五”时期", "十四五时期", ""},
		{Loose, "二、“十四五”时期", "十四五时期", "十四五”时期"},
		{Loose, "在 许 昌 投资", "许昌", "许 昌"},
		{Loose, "许\n昌", "许昌", "许\n昌"},
		{Marks, "增长２.７％。", "2.7%", "２.７％"},
		{Marks, "面积87㎡整", "87m2", "87㎡"},
		{Marks, "面积87㎡整", "m", "㎡"},
		{Marks, "⻓葛市", "长葛", "⻓葛"},
		{Marks, "cafe\u0301", "café", "cafe\u0301"},
		{Marks, "a  b", "a b", "a  b"},
		{Loose, "工业（含建筑业）增加值", "工业含建筑业增加值", "工业（含建筑业）增加值"},
		{Loose, "他说“好”。", "好", "好"},
		{Loose, "ABC、Def", "cd", "C、D"},
	} {
		folded := New(tc.text, tc.depth)
		n := NewNeedle(New(tc.query, tc.depth).String())
		got := ""
		if at := n.Index(folded.String(), 0); at >= 0 {
			from, to := folded.Range(at, at+n.Len())
			got = outward(tc.text, from, to)
		}
		if got != tc.found {
			t.Errorf("%q in %q finds %q, want %q (folded %q)", tc.query, tc.text, got, tc.found, folded)
		}
	}
}

func outward(s string, from, to int) string {
	for from > 0 && from < len(s) && !utf8.RuneStart(s[from]) {
		from--
	}
	for to < len(s) && !utf8.RuneStart(s[to]) {
		to++
	}
	return s[from:to]
}

func FuzzRangesStayInside(f *testing.F) {
	f.Add("二、“十四五”时期 Ａb ㎡e\u0301", "四五")
	f.Add("\xff ﷺ", "a")
	f.Fuzz(func(t *testing.T, s, q string) {
		for d := Marks; d < Depths; d++ {
			text, n := New(s, d), NewNeedle(New(q, d).String())
			last := 0
			for i := range len(text.String()) + 1 {
				from, to := text.Range(i, i)
				if from < 0 || from > len(s) || to < 0 || to > len(s) || from < last {
					t.Fatalf("byte %d of %q maps to %d, %d of %q", i, text, from, to, s)
				}
				last = from
			}
			if at := n.Index(text.String(), 0); at != strings.Index(text.String(), n.text) && n.Len() > 0 {
				t.Fatalf("%q in %q at %d", n.text, text, at)
			}
		}
	})
}

func BenchmarkIndex(b *testing.B) {
	s := strings.Repeat("全市上下坚持稳中求进，工业增加值增长百分之三，项目建设加快推进。", 20000)
	n := NewNeedle("许昌")
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		if n.Index(s, 0) >= 0 {
			b.Fatal("found what is not there")
		}
	}
}

func BenchmarkFold(b *testing.B) {
	s := strings.Repeat("全市上下坚持稳中求进，“工业”增加值增长3.5%，项目建设加快推进。", 20000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		New(s, Loose)
	}
}
