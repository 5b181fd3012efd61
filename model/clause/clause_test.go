package clause

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"juan/model/char"
)

func cut(s string, g Grain) string {
	var out []string
	for from, to := range All(s, g) {
		out = append(out, s[from:to])
	}
	return strings.Join(out, "|")
}

func TestClausesAndSentences(t *testing.T) {
	for _, tc := range []struct{ text, clauses, sentences string }{
		{"春天来了，河开了。燕子回来；人也回来！", "春天来了，|河开了。|燕子回来；|人也回来！", "春天来了，河开了。|燕子回来；人也回来！"},
		{"一是修路、架桥，二是通水。", "一是修路、架桥，|二是通水。", "一是修路、架桥，二是通水。"},
		{"他说：“好。”我说：“走吧！”就走了。", "他说：|“好。”|我说：|“走吧！”|就走了。", "他说：“好。”|我说：“走吧！”|就走了。"},
		{"喊着“加油！”、“努力！”的口号。", "喊着“加油！”、“努力！”的口号。", "喊着“加油！”、“努力！”的口号。"},
		{"增长3.5%,投资1,234亿元;民生好转.下一步", "增长3.5%,|投资1,234亿元;|民生好转.|下一步", "增长3.5%,投资1,234亿元;民生好转.|下一步"},
		{"《你好，旧时光》（上，共两部）出版了。", "《你好，旧时光》（上，共两部）出版了。", "《你好，旧时光》（上，共两部）出版了。"},
		{"到此为止。（全文完。）下面是附录。", "到此为止。|（全文完。）|下面是附录。", "到此为止。|（全文完。）|下面是附录。"},
		{"他……走了。“我……”她没说完", "他……|走了。|“我……”|她没说完", "他……走了。|“我……”|她没说完"},
		{"什么？！真的。。。", "什么？！|真的。。。", "什么？！|真的。。。"},
		{"　　首行缩进，\u3000再来。  尾", "首行缩进，|再来。|尾", "首行缩进，\u3000再来。|尾"},
		{"门前一条河，\n河上一座桥。\n题名\n落款", "门前一条河，|河上一座桥。|题名|落款", "门前一条河，\n河上一座桥。|题名|落款"},
		{"甲\t乙\n丙\t丁", "甲|乙|丙|丁", "甲\t乙|丙\t丁"},
		{"It is 3.5 m, e.g. here. Mr. Smith left. \"Why?\" he said.", "It is 3.5 m,|e.g. here.|Mr. Smith left.|\"Why?\"|he said.", "It is 3.5 m, e.g. here.|Mr. Smith left.|\"Why?\"|he said."},
		{"12:30到http://a.cn/b?q=1,2 看a!=b", "12:30到http://a.cn/b?q=1,2 看a!=b", "12:30到http://a.cn/b?q=1,2 看a!=b"},
		{"1. 第一条 2. 第二条", "1. 第一条 2. 第二条", "1. 第一条 2. 第二条"},
		{"标题", "标题", "标题"},
		{" \n ", "", ""},
		{"", "", ""},
	} {
		if got := cut(tc.text, Clause); got != tc.clauses {
			t.Errorf("%q: clauses %s, want %s", tc.text, got, tc.clauses)
		}
		if got := cut(tc.text, Sentence); got != tc.sentences {
			t.Errorf("%q: sentences %s, want %s", tc.text, got, tc.sentences)
		}
	}
}

func TestAt(t *testing.T) {
	s := " 甲乙，丙。  丁！"
	for _, tc := range []struct {
		before string
		g      Grain
		want   string
	}{
		{"", Clause, "甲乙，"}, {" 甲", Clause, "甲乙，"}, {" 甲乙，", Clause, "丙。"}, {" 甲乙，丙。", Clause, "丁！"}, {s, Clause, "丁！"},
		{" 甲乙，", Sentence, "甲乙，丙。"}, {" 甲", Cluster, "乙"}, {"", Cluster, "甲"}, {s, Cluster, "！"}, {" 甲乙，丙。 ", Cluster, "丁"},
	} {
		from, to := At(s, len(tc.before), tc.g)
		if s[from:to] != tc.want {
			t.Errorf("behind %q at grain %d: %q, want %q", tc.before, tc.g, s[from:to], tc.want)
		}
	}
	if from, to := At(" \u3000", 1, Cluster); from != 0 || to != 0 {
		t.Errorf("white space has %d to %d", from, to)
	}
}

// FuzzAll holds the laws: stretches are in order, all text is in one, only white
// space is in none, a coarser one is whole finer ones, and no edge is in a cluster.
func FuzzAll(f *testing.F) {
	for _, s := range []string{
		"春天来了，河开了。“好。”", "a\u0301.\u0301 b, c", " \u0301x。\ufe0f。", "（（）", "\"a\" \"", "\r\n，\r\n", "👩‍👩‍👧！👍🏽。", "\xff。\xe4",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || len(s) > 1000 { // each place of a text is looked up; broken ones end as well
			for g := Cluster; g <= Sentence; g++ {
				for from, to := range All(s, g) {
					if from >= to || to > len(s) {
						t.Fatalf("%q: [%d, %d)", s, from, to)
					}
				}
			}
			t.Skip()
		}
		edge := map[int]bool{0: true, len(s): true}
		for i, seg := 0, graphemes.FromString(s); seg.Next(); {
			edge[i] = true
			i += len(seg.Value())
		}
		ends := map[int]bool{}
		for _, g := range []Grain{Sentence, Clause, Cluster} {
			last := 0
			for from, to := range All(s, g) {
				if from < last || from >= to || to > len(s) {
					t.Fatalf("grain %d of %q: %d to %d behind %d", g, s, from, to, last)
				}
				if !edge[from] || !edge[to] {
					t.Fatalf("grain %d of %q: %d to %d cuts a cluster", g, s, from, to)
				}
				if i, j := char.Trim(s, last, from); i < j {
					t.Fatalf("grain %d of %q: %q is in none", g, s, s[i:j])
				}
				if a, b := At(s, from, g); a != from || b != to {
					t.Fatalf("grain %d of %q: at %d is %d to %d, not %d to %d", g, s, from, a, b, from, to)
				}
				delete(ends, to)
				last = to
			}
			if i, j := char.Trim(s, last, len(s)); i < j {
				t.Fatalf("grain %d of %q: %q at the end is in none", g, s, s[i:j])
			}
			if len(ends) > 0 {
				t.Fatalf("grain %d of %q goes on where a coarser stretch ends: %v", g, s, ends)
			}
			for _, to := range All(s, g) {
				ends[to] = true
			}
		}
	})
}
