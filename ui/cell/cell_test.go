package cell

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

var policies = []Policy{{}, {WideAmbiguous: true}, {Clusters: true}, {WideAmbiguous: true, Clusters: true}}

// Widths in the order of policies.
var widths = []struct {
	text string
	want [4]int
}{
	{"", [4]int{}},
	{"plain", [4]int{5, 5, 5, 5}},
	{"汉字排版", [4]int{8, 8, 8, 8}},
	{"，。、；", [4]int{8, 8, 8, 8}},
	{"“引号”", [4]int{6, 8, 6, 8}},
	{"——", [4]int{2, 4, 2, 4}},
	{"……", [4]int{2, 4, 2, 4}},
	{"·①─│", [4]int{4, 8, 4, 8}},
	{"éāü", [4]int{3, 6, 3, 6}},
	{"e\u0301", [4]int{1, 1, 1, 1}},
	{"か\u3099", [4]int{2, 2, 2, 2}},
	{"👨‍👩‍👧", [4]int{6, 6, 2, 2}},
	{"❤️", [4]int{1, 1, 2, 2}},
	{"🇨🇳", [4]int{2, 2, 2, 2}},
	{"👍🏽", [4]int{4, 4, 2, 2}},
	{"한국어", [4]int{6, 6, 6, 6}},
	{"각", [4]int{2, 2, 2, 2}},
	{"ｶﾞ", [4]int{2, 2, 1, 1}},
	{"नमस्ते", [4]int{4, 4, 3, 3}},
	{"\u3000", [4]int{2, 2, 2, 2}},
	{"𠮷", [4]int{2, 2, 2, 2}},
	{"\x1b[2J", [4]int{4, 4, 4, 4}},
	{"\u202e", [4]int{1, 1, 1, 1}},
	{"a\xffb", [4]int{3, 4, 3, 3}}, // displaywidth holds U+FFFD narrow, UAX #11 ambiguous
	{"soft\u00adhyphen", [4]int{10, 10, 10, 10}},
	{"a\tb\n", [4]int{3, 3, 3, 3}},
}

func TestWidth(t *testing.T) {
	for _, c := range widths {
		for i, p := range policies {
			if got := p.Width(c.text); got != c.want[i] {
				t.Errorf("%+v: %q is %d cells, want %d", p, c.text, got, c.want[i])
			}
		}
	}
}

func TestGraphemes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"汉e\u0301字", "汉|e\u0301|字"},
		{"👨‍👩‍👧❤️", "👨‍👩‍👧|❤️"},
		{"🇨🇳🇯🇵", "🇨🇳|🇯🇵"},
		{"a\x1b\u0301b", "a|\x1b\u0301|b"}, // the accent stands on ESC's mark
		{"\xe6\xb1\xe6\xb1\x89", "\xe6|\xb1|汉"},
		{"e\u0301\xe6", "e\u0301|\xe6"},
	} {
		for _, p := range policies {
			var got []string
			for g := range p.Graphemes(c.text) {
				got = append(got, g)
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("%+v: %q gives %q, want %q", p, c.text, s, c.want)
			}
		}
	}
}

func TestFit(t *testing.T) {
	for _, c := range []struct {
		p    Policy
		text string
		n    int
		want string
	}{
		{Policy{}, "目录", 6, "目录  "},
		{Policy{}, "目录", 4, "目录"},
		{Policy{}, "目录", 3, "目…"},
		{Policy{}, "目录三", 5, "目录…"},
		{Policy{}, "目录三", 4, "目… "},
		{Policy{}, "目录", 1, "…"},
		{Policy{}, "目录", 0, ""},
		{Policy{}, "目录", -3, ""},
		{Policy{WideAmbiguous: true}, "目录三", 5, "目.. "},
		{Policy{WideAmbiguous: true}, "目录", 1, "."},
		{Policy{Clusters: true}, "👨‍👩‍👧👨‍👩‍👧", 3, "👨‍👩‍👧…"},
		{Policy{}, "a" + strings.Repeat("\u0301", 90), 2, "a" + strings.Repeat("\u0301", 90) + " "},
	} {
		if got := c.p.Fit(c.text, c.n); got != c.want {
			t.Errorf("%+v: Fit(%q, %d) = %q, want %q", c.p, c.text, c.n, got, c.want)
		}
	}
}

func TestVisible(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"\x1b]0;x\a", "␛]0;x␇"},
		{"\x1b[2J", "␛[2J"},
		{"\x00\x7f\r\v", "␀␡␍␋"},
		{"a\tb\nc", "a b\nc"},
		{"\u009b31m", "␦31m"},
		{"abc\u202edef\u2066", "abc␦def␦"},
		{"甲\u200e乙\u200f丙\u061c丁\u180e", "甲␦乙␦丙␦丁␦"},
		{"甲\U000e0041\U000e0042\U000e0001\U000e007f", "甲␦␦␦␦"},
		{"🏴\U000e0067\U000e0062\U000e007f", "🏴␦␦␦"},                                                                                                     // too short a code
		{"🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067", "🏴␦␦␦␦␦"},                                                                               // without an end
		{"a🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f\U000e0041", "a🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f␦"}, // what follows a flag
		{"一\u2028二", "一␤二"},
		{"a\xffb\xc0\xaf", "a\ufffdb\ufffd\ufffd"},
		{"\xed\xa0\x80", "\ufffd\ufffd\ufffd"},
	} {
		if got := Visible(c.text); got != c.want {
			t.Errorf("Visible(%q) = %q, want %q", c.text, got, c.want)
		}
	}
	for _, s := range []string{"", "汉字“引号”", "👨‍👩‍👧❤️", "e\u0301", "नमस्ते", "שלום", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "\u3000，。", "\ufeffa\u200bb\u2060", "两\n行", "\ufffd"} {
		if got := Visible(s); got != s {
			t.Errorf("Visible(%q) = %q, want it unchanged", s, got)
		}
		if n := testing.AllocsPerRun(10, func() { Visible(s) }); n != 0 {
			t.Errorf("Visible(%q) allocates %v times for nothing to do", s, n)
		}
	}
}

// Whatever the text: its visible form does nothing, and every measure agrees
// with every other.
func FuzzLaws(f *testing.F) {
	for _, c := range widths {
		f.Add(c.text, 3)
	}
	f.Add("\u0600\x1b", 2)
	f.Add("e\u0301\U000e0041🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f\u0301👩\u200d🏴\U000e0067\U000e0062\U000e0065\U000e007f\U000e0042", 3)
	f.Add("a\xe4\xb8", 1)
	f.Add("\x1b\ufe0f\u1100\u1161가", 4)
	f.Fuzz(func(t *testing.T, s string, n int) {
		n = min(max(n, 0), 300)
		v := Visible(s)
		if Visible(v) != v || !utf8.ValidString(v) {
			t.Fatalf("Visible(%q) = %q is not visible", s, v)
		}
		if strings.ContainsFunc(v, func(r rune) bool { return r != '\n' && mark(r) != r && !tag(r) }) {
			t.Fatalf("%q acts on the terminal", v)
		}
		if a, b := utf8.RuneCountInString(s), utf8.RuneCountInString(v); a != b {
			t.Fatalf("%q: %d runes shown as %d", s, a, b)
		}
		for _, p := range policies {
			sum, all := 0, ""
			for c, w := range p.Graphemes(s) {
				sum += w
				all += c
				if c == "" || w < 0 {
					t.Fatalf("%+v: %q: cluster %q of %d cells", p, s, c, w)
				}
			}
			if all != s {
				t.Fatalf("%+v: clusters of %q make %q", p, s, all)
			}
			if w := p.Width(s); w != sum || w != p.Width(v) {
				t.Fatalf("%+v: %q: Width %d, clusters %d, visible %d", p, s, w, sum, p.Width(v))
			}
			cut := p.Cut(s, n)
			if !strings.HasPrefix(s, cut) || p.Width(cut) > n {
				t.Fatalf("%+v: Cut(%q, %d) = %q", p, s, n, cut)
			}
			if fit := p.Fit(s, n); p.Width(fit) != n {
				t.Fatalf("%+v: Fit(%q, %d) = %q of %d cells", p, s, n, fit, p.Width(fit))
			}
		}
	})
}

func BenchmarkWidth(b *testing.B) {
	texts := []struct{ name, text string }{
		{"han", strings.Repeat("全市上下坚持稳中求进，粮食产量首次突破三百万吨，居民收入继续增长。", 300)},
		{"quotes", strings.Repeat("“十四五”时期增长2.7%，“1+6+N”体系——初步形成……", 300)},
		{"latin", strings.Repeat("the quick brown fox jumps over the lazy dog ", 300)},
		{"emoji", strings.Repeat("👨‍👩‍👧❤️🇨🇳", 300)},
	}
	for _, c := range texts {
		for _, p := range []Policy{{}, {Clusters: true}} {
			name := c.name + "/points"
			if p.Clusters {
				name = c.name + "/clusters"
			}
			b.Run(name, func(b *testing.B) {
				b.SetBytes(int64(len(c.text)))
				for b.Loop() {
					p.Width(c.text)
				}
			})
		}
	}
}

func TestUnjoin(t *testing.T) {
	for text, want := range map[string]string{
		"家👨‍👩‍👧❤️": "家👨👩👧❤", "\x1b[1m汉\u2060字\x1b[m": "\x1b[1m汉字\x1b[m", "e\u0301汉字“": "e\u0301汉字“",
	} {
		if got := (Policy{Clusters: true}).Unjoin(text); got != text {
			t.Errorf("with clusters %q becomes %q", text, got)
		}
		for _, p := range policies[:2] {
			got := p.Unjoin(text)
			if got != want {
				t.Errorf("%q becomes %q, want %q", text, got, want)
			}
			if p.Width(got) != p.Width(text) {
				t.Errorf("%q is %d cells, unjoined %d", text, p.Width(text), p.Width(got))
			}
		}
	}
}

// What the tables take for granted is what the parts they are made of say.
func TestTable(t *testing.T) {
	for r := rune(0); r <= 0xFFFF; r++ {
		if got, want := lookup(r), compute(r); got != want {
			t.Errorf("%U: entry %b, computed %b", r, got, want)
		}
	}
}

func TestFitEndsKeepsBothEnds(t *testing.T) {
	p := Policy{}
	for _, s := range []string{"科技爱好者周刊（第 109 期）：播客", "short", "", "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"} {
		for n := range 40 {
			got := strings.Join(ends(p.FitEnds(s, n)), "")
			if p.Width(got) > n {
				t.Errorf("%q in %d cells is %q", s, n, got)
			}
			if n >= p.Width(s) && got != s {
				t.Errorf("%q fits %d cells and is %q", s, n, got)
			}
		}
	}
	if got, want := ends(p.FitEnds("科技爱好者周刊（第109期）", 20)), []string{"科技爱好者周", "…", "109期）"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func ends(head, gap, tail string) []string { return []string{head, gap, tail} }
