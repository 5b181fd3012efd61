package numeral

import (
	"slices"
	"strings"
	"testing"
)

func TestVariants(t *testing.T) {
	for _, c := range []struct{ query, want string }{ // all of them, in their order
		{"2020", "二〇二〇 二零二零 二o二o 二千零二十 两千零二十 二千〇二十"},
		{"2020年", "二〇二〇年 二零二零年 二o二o年 二千零二十年 两千零二十年 二千〇二十年"},
		{"２０２０", "二〇二〇 二零二零 二o二o 二千零二十 两千零二十 二千〇二十"},
		{"100", "一百 一〇〇 一零零 一oo"},
		{"12", "十二 一二"},
		{"第3章", "第三章"},
		{"第三章", "第3章"},
		{"第10回", "第十回 第一〇回 第一零回 第一o回"},
		{"二〇二〇", "2020 二零二零 二o二o 二千零二十 两千零二十 二千〇二十"},
		{"二○二○", "2020 二零二零 二o二o 二千零二十 两千零二十 二千〇二十"},
		{"二O二O", "2020 二〇二〇 二零二零 二千零二十 两千零二十 二千〇二十"},
		{"一百二十", "120 一二〇 一二零 一二o"},
		{"一百二十个", "120个 一二〇个 一二零个 一二o个"},
		{"105", "一百零五 一百〇五 一〇五 一零五 一o五"},
		{"22", "二十二 廿二 二二"},
		{"廿二", "22 二十二 二二"},
		{"1,219", "一千二百一十九 一二一九"}, // the comma is nothing to folded text
		{"12万", "120000 十二万 一二〇〇〇〇 一二零零零零 一二oooo"},
		{"十二万", "120000 12万 一二〇〇〇〇 一二零零零零 一二oooo"},
		{"两百", "200 二百 二〇〇 二零零 二oo"},
		{"007", "〇〇七 零零七"},
		{"第12章第3节", "第十二章第3节 第12章第三节 第一二章第3节 第十二章第三节 第一二章第三节"},
		{"贰佰", "200 二百 两百 二〇〇 二零零 二oo"},
		{"五一", "51 五十一"},

		{"", ""}, {"章", ""}, {"3", ""}, {"三", ""}, {"十", ""},
		{"十四五", ""}, {"千万", ""}, {"二三十", ""}, {"万一", ""}, {"百年", ""}, {"两会", ""}, {"零零星星", "00星星 〇〇星星"},
		{"3.25", ""}, {"12.5亿", ""}, {"G20", ""}, {"h264", ""}, {"12km", ""},
		{"2020-11-25", ""}, {"第1编第2章第3节", ""}, {"1234567890123", ""},
		{strings.Repeat("一", 100), ""}, {"\xff12", "\xff十二 \xff一二"},
	} {
		if got := strings.Join(Variants(c.query), " "); got != c.want {
			t.Errorf("%q: %s\nwant %s", c.query, got, c.want)
		}
	}
}

// whole returns the number that s is, all of it.
func whole(s string) (uint64, bool) {
	v, rest, ok := Cut(s)
	if rest != "" {
		return 0, false
	}
	return v, ok
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		s    string
		want uint64
	}{
		{"3", 3}, {"三", 3}, {"第三", 3}, {"十", 10}, {"十二", 12}, {"二十", 20}, {"100", 100}, {"一百", 100}, {"一百零一", 101},
		{"一百一十", 110}, {"一百一", 110}, {"一百十二", 112}, {"一千零二十", 1020}, {"一千〇二", 1002}, {"二千二", 2200}, {"两万五", 25000},
		{"一万零一百", 10100}, {"三千万", 30_000_000}, {"一亿零五万", 100_050_000}, {"一千亿", 1e11}, {"一万亿", 0}, {"二〇二〇", 2020}, {"二○二○", 2020},
		{"二O二O", 2020}, {"壹佰", 100}, {"萬", 0}, {"", 0}, {"十四五", 0}, {"一百一百", 0}, {"一十百", 0}, {"二零十", 0}, {"一百零", 0},
		{"零十", 0}, {"两", 0}, {"一百两", 0}, {"1,219", 1219}, {"12,19", 0}, {"一亿亿亿亿亿", 0}, {"12章", 0}, {"第", 0}, {"卅六", 36},
	} {
		got, ok := whole(c.s)
		if ok != (c.want != 0) || got != c.want {
			t.Errorf("%s: %d %t, want %d", c.s, got, ok, c.want)
		}
	}
	if v, rest, ok := Cut("第十二章 渡口"); v != 12 || rest != "章 渡口" || !ok {
		t.Errorf("cut: %d %q %t", v, rest, ok)
	}
	for s, want := range map[string]uint64{"第一百章 渡口": 100, "（三）": 3, "Chapter 12": 12, "千万里 5": 5, "渡口": 0} {
		if got, _, ok := First(s); got != want || ok != (want > 0) {
			t.Errorf("first of %s: %d, want %d", s, got, want)
		}
	}
}

func TestPart(t *testing.T) {
	for _, c := range []struct {
		s    string // the match stands between bars
		want bool
	}{
		{"|12|", false}, {"20|12|", true}, {"|12|月", false}, {"|12|0", true}, {"１|２|", true},
		{"1,|219|", true}, {"|1|,219", true}, {"2019,|2020|", false}, {"|12|,5", false}, {"a,|219|", false},
		{"|12|.5", true}, {"12.|5|", true}, {"|2012|.12.5", false}, {"2012.|12|.5", false}, {"2012.12.|5|", false}, {"|12|.", false},
		{"第|12|章", false}, {"|第12|3章", true}, {"|12|万", true}, {"|12|-13", false}, {"|12|:30", false},
		{"二|十二|", true}, {"|十二|", false}, {"|十二|月", false}, {"|一百|二十", true}, {"|二〇|二〇", true}, {"二〇|二〇|", true},
		{"|二〇|O五", true}, {"二O|二〇|", true}, {"|二O|二O", true}, {"数|十万|", true}, {"|第三|十章", true}, {"|第三|章", false},
		{"|一|百", false}, {"统|一百|", false}, {"|统一|百货", false}, {"|中国|二", false}, {"|2020年|", false}, {"1|2020年|", true},
		{"|年2020|1", true}, {"||12", false},
	} {
		from := strings.IndexByte(c.s, '|')
		to := strings.LastIndexByte(c.s, '|') - 1
		if got := Part(strings.ReplaceAll(c.s, "|", ""), from, to); got != c.want {
			t.Errorf("%s: %t", c.s, got)
		}
	}
	if Part("12", -1, 1) || Part("12", 1, 3) || Part("12", 2, 1) {
		t.Error("a match that is none")
	}
}

// Every number reads back as it is written, in each of its forms.
func TestForms(t *testing.T) {
	check := func(v uint64) {
		for _, w := range spokenForms(v) {
			if got, ok := whole(w); !ok || got != v {
				t.Fatalf("%d is written %s and read %d", v, w, got)
			}
		}
	}
	for v := uint64(1); v < 30_000; v++ {
		check(v)
	}
	for v := uint64(1); v < 1e12; v = v*3 + v%7 {
		check(v)
	}
}

// FuzzNumerals holds that variants are of the numbers that stand in the query,
// all different, and that nothing reads beyond its text.
func FuzzNumerals(f *testing.F) {
	for _, s := range []string{"第12章第3节", "二O二O年", "一亿零五", "1,219.4", "\xff三十", "二○oO五A", "12万亿"} {
		f.Add(s, 1, 3)
	}
	f.Fuzz(func(t *testing.T, s string, from, to int) {
		Part(s, from, to)
		all := Variants(s)
		if len(all) > mostVariants {
			t.Fatalf("%q: %d variants", s, len(all))
		}
		seen := map[string]bool{s: true}
		value, _, ok := First(s)
		for _, v := range all {
			if seen[v] {
				t.Fatalf("%q: %q twice", s, v)
			}
			seen[v] = true
			if len(numbersIn(s)) == 1 && len(slices.Collect(numerals(s))) == 1 {
				if got, _, fine := First(v); got != value || fine != ok {
					t.Fatalf("%q: %q is %d, not %d", s, v, got, value)
				}
			}
		}
	})
}
