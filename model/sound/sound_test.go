package sound

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// found returns what a word finds in s, with bars between.
func found(t testing.TB, word, s string) string {
	q, ok := Matches(word)
	if !ok {
		return "no sound"
	}
	var all []string
	for _, f := range q.Find(s) {
		all = append(all, s[f.From:f.To])
	}
	return strings.Join(all, "|")
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ word, text, want string }{
		{"xuchang", "2021年许昌市", "许昌"},
		{"xc", "许昌与许昌", "许昌|许昌"},
		{"xuc", "许昌", "许昌"},
		{"xchang", "许昌", "许昌"},
		{"xucha", "许昌", "许昌"}, // half-typed
		{"XuChang", "許昌", "許昌"},
		{"ｘｃ", "许昌", "许昌"},
		{"changge", "长葛市", "长葛"}, // every reading
		{"zhangge", "长葛市", "长葛"},
		{"zg", "长葛市", "长葛"},
		{"zhg", "长葛市", "长葛"},
		{"cg", "长葛市", "长葛"},
		{"chongqing", "重庆", "重庆"},
		{"zhongqing", "重庆", "重庆"},
		{"zhg", "中国", "中国"},
		{"zhongg", "中国", "中国"},
		{"zhzhg", "种植瓜", "种植瓜"},
		{"xian", "西安与先生", "西安|先"},
		{"xi'an", "西安与先生", "西安"},
		{"xi’an", "西安", "西安"},
		{"xi'a", "西安", "西安"},
		{"xian'", "西安与先", "西安|先"},
		{"fang'an", "方案与反感", "方案"},
		{"fan'gan", "方案与反感", "反感"},
		{"lv", "绿与吕", "绿|吕"},
		{"lü", "绿与吕", "绿|吕"},
		{"lyu", "绿与吕", "绿|吕"},
		{"lu\u0308", "吕", "吕"},
		{"lu", "吕与路", "路"},
		{"lveduo", "掠夺", "掠夺"},
		{"lueduo", "掠夺", "掠夺"},
		{"lyueduo", "掠夺", "掠夺"},
		{"lüèduó", "掠夺", "掠夺"},
		{"xǔchāng", "许昌", "许昌"},
		{"yuehan", "约翰", "约翰"},
		{"sswsq", "“十四五”时期", "十四五”时期"},
		{"shisiwu", "“十 四\u200b五”", "十 四\u200b五"},
		{"faren", "办法，人", ""}, // clauses end there
		{"faren", "办法、人。法《人》", "法《人"},
		{"aidmx", "论AI大模型", "AI大模型"},
		{"aidamo", "AI 大模型", "AI 大模"},
		{"idmx", "论AI大模型", ""}, // not inside a word
		{"ai", "AI与爱", "爱"},    // a word of Latin letters is no sound
		{"zgai", "中国AIX", "中国AI"},
		{"xn", "许2021年", ""},
		{"lingling", "二〇〇", "〇〇"},
		{"ee", "中国", ""},
		{"xc", "", ""},
		{"xc", "\xff许\xff昌许昌\xe8", "许昌"},
		{"x", "许", "no sound"},
		{"x2", "许二", "no sound"},
		{"xu chang", "许昌", "no sound"},
		{"许c", "许昌", "no sound"},
		{"'", "许昌", "no sound"},
		{strings.Repeat("x", 64), "许", "no sound"},
		{strings.Repeat("x", 63), strings.Repeat("许", 63), strings.Repeat("许", 63)},
	} {
		if got := found(t, c.word, c.text); got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.word, c.text, got, c.want)
		}
	}
	if got := (Query{}).Find("许昌"); got != nil {
		t.Errorf("the zero query found %v", got)
	}
}

// Readings that a reader of names of places and people knows.
func TestReadings(t *testing.T) {
	for w := range strings.FieldsSeq("六liu 六lu 铅qian 铅yan 洞dong 洞tong 番fan 番pan 单dan 单shan 单chan 解jie 解xie 曾ceng 曾zeng 查cha 查zha " +
		"行xing 行hang 乐le 乐yue 乐lao 都dou 都du 莞guan 莞wan 厦sha 厦xia 渑mian 渑sheng 亳bo 浚jun 浚xun 蚌bang 蚌beng 台tai 尉wei 尉yu " +
		"樂le 樂yue 長chang 長zhang 鉛yan 儿er 嗯en 谁shei 谁shui 㑇zhou 𬭎hong 女nv 略lve 〇ling 龘da") {
		r, n := utf8.DecodeRuneInString(w)
		var all []string
		for y := range readings(r) {
			all = append(all, y.String())
		}
		if !slices.Contains(all, w[n:]) {
			t.Errorf("%s is not among %v", w, all)
		}
		if len(all) != len(slices.Compact(slices.Sorted(slices.Values(all)))) {
			t.Errorf("%c twice: %v", r, all)
		}
	}
	for _, r := range []rune{-1, 0, 'a', 'あ', '가', 0xfffd, 0x3ffff, utf8.MaxRune, 0x33ff, 0xa000} {
		for y := range readings(r) {
			t.Errorf("%U is read %s", r, y)
		}
	}
}

func TestOf(t *testing.T) {
	for _, c := range [][2]string{{"许昌", "xuchang"}, {"西安", "xi'an"}, {"方案", "fang'an"}, {"了", "le"}, {"的", "de"}, {"绿", "lv"}, {"", ""}, {"许A", ""}} {
		if got := Of(c[0]); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
}

// Whatever a word of Han is read as finds it, whole, by initials and while it is
// typed.
func FuzzFind(f *testing.F) {
	f.Add("许昌", "市长葛", 3)
	f.Add("掠夺西安", "", 0)
	f.Add("中国", "AI", 1)
	f.Fuzz(func(t *testing.T, word, before string, cut int) {
		if q, ok := Matches(before); ok {
			for _, s := range q.Find(word + before) {
				if s.From >= s.To || !utf8.ValidString((word + before)[s.From:s.To]) && utf8.ValidString(word+before) {
					t.Fatalf("%q in %q: %v", before, word+before, s)
				}
			}
		}
		typed := Of(word)
		q, ok := Matches(typed)
		if !ok {
			return
		}
		if got := q.Find(word); len(got) == 0 || got[0].From != 0 {
			t.Fatalf("%q: %v by %s", word, got, typed)
		}
		if cut = min(len(typed), max(2, cut)); typed[cut-1] != '\'' {
			if q, ok = Matches(typed[:cut]); ok && len(q.Find(word)) == 0 {
				t.Fatalf("%q by %s", word, typed[:cut])
			}
		}
		if got := q.Find(before + "，" + word); len(got) == 0 {
			t.Fatalf("%q: nothing by %s", before+"，"+word, typed)
		}
	})
}

// slowly reports whether a sound, as it is typed, is that of the characters, all of
// them: another way to say what Find looks for.
func slowly(typed string, word []rune) bool {
	typed = strings.Trim(typed, "'")
	if typed == "" || len(word) == 0 {
		return typed == "" && len(word) == 0
	}
	for y := range readings(word[0]) {
		for _, s := range spellings(y.String()) {
			if s == "" {
				continue
			}
			if len(word) == 1 && strings.HasPrefix(s, typed) {
				return true
			}
			for _, part := range []string{s, s[:1], s[:min(2, len(s))]} {
				if rest, ok := strings.CutPrefix(typed, part); ok && (len(part) != 2 || part == s || part[1] == 'h') && slowly(rest, word[1:]) {
					return true
				}
			}
		}
	}
	return false
}

func FuzzSlowly(f *testing.F) {
	for _, typed := range []string{"zhangge", "xi'an", "zhg", "xian", "lue", "lyu", "a'a", "nge", "hm", "'zz", "shishi"} {
		f.Add(typed, "长葛西安中国略吕阿爱嗯石狮市先")
		f.Add(typed, "只知道中重着这十石狮")
	}
	f.Fuzz(func(t *testing.T, typed, text string) {
		var word []rune
		for _, r := range text {
			if listOf(r) > 0 && len(word) < 40 {
				word = append(word, r)
			}
		}
		for i := range len(typed) {
			if c := typed[i]; c != '\'' && (c < 'a' || c > 'z') {
				return
			}
		}
		q, ok := Matches(typed)
		if !ok || len(typed) > 12 {
			return
		}
		var want []Span
		for i := 0; i < len(word); {
			n := 1
			for ; n <= min(len(typed), len(word)-i) && !slowly(typed, word[i:i+n]); n++ {
			}
			if n > min(len(typed), len(word)-i) {
				i++
				continue
			}
			from := len(string(word[:i]))
			want = append(want, Span{from, from + len(string(word[i:i+n]))})
			i += n
		}
		if got := q.Find(string(word)); !slices.Equal(got, want) {
			t.Fatalf("%s in %s: %v, want %v", typed, string(word), got, want)
		}
	})
}
