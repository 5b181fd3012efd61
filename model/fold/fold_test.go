package fold

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// finds returns the bytes of text that the first match of query takes.
func finds(text, query string) string {
	folded, n := New(text), NewNeedle(query)
	for f := range n.All(folded.String(), folded.Marks()) {
		from, to := located(n, folded, text, f)
		return text[from:to]
	}
	return ""
}

// located rounds what a match takes outwards to whole characters of the source.
func located(n Needle, folded Text, source string, f Found) (from, to int) {
	from, to = n.Locate(folded, f)
	for from > 0 && from < len(source) && !utf8.RuneStart(source[from]) {
		from--
	}
	for to < len(source) && !utf8.RuneStart(source[to]) {
		to++
	}
	return from, to
}

func TestWhatFoldsAlike(t *testing.T) {
	for _, tc := range []struct {
		text, query string
		found       string // the bytes of text that are found, "" for none
	}{
		{"Go语言与ＧＯ", "go", "Go"},
		{"二、“十四五”时期", "“十四五”", "“十四五”"},
		{"二、“十四五”时期", "\"十四五\"", "“十四五”"},
		{"二、“十四五”时期", "十四五时期", "十四五”时期"},
		{"二、“十四五”时期", "二、“十四五", "二、“十四五"},
		{"二、十四五时期", "二、“十四五", ""},
		{"二、“十四五”时期", "十四五”时", "十四五”时"},
		{"二、“十四五”时期", "四“五", ""},
		{"向好。“产业", "好。产业", "好。“产业"},
		{"向好。“产业", "好，产业", ""},
		{"办法，人", "法人", ""}, // clauses end
		{"办法（人", "法人", ""},
		{"1,219人，3月", "1219人", "1,219人"},
		{"1219人", "1,219", ""}, // a query with a comma in a figure means it
		{"１，２１９人", "1,219", "１，２１９"},
		{"1，219人", "1219", "1，219"},
		{"2019，2020年", "20192020", ""},
		{"2019，2020年", "2019,2020", ""}, // this is one figure
		{"Hello, World", "hello，world", "Hello, World"},
		{"第①条", "1", "①"},
		{"第1条", "①", ""},
		{"第Ⅳ章", "ⅳ", "Ⅳ"},
		{"第IV章", "Ⅳ", ""},
		{"向好。产业", "好。产业", "好。产业"},
		{"工业、农业，商业", "、", "、"},
		{"他说：“‘好’。”", "。”", "。”"},
		{"他说：“‘好’", "“‘", "“‘"},
		{"他说：“好‘", "“‘", ""},
		{"在 许 昌 投资", "许昌", "许 昌"},
		{"许\n昌", "许昌", "许\n昌"},
		{"增长２.７％。", "2.7%", "２.７％"},
		{"面积87㎡整", "87m2", "87㎡"},
		{"面积87㎡整", "m", "㎡"},
		{"⻓葛市", "长葛", "⻓葛"},
		{"cafe\u0301", "café", "cafe\u0301"},
		{"a  b", "a b", "a  b"},
		{"工业（含建筑业）增加值", "工业含建筑业增加值", ""},
		{"工业（含建筑业）增加值", "工业(含建筑业)增加值", "工业（含建筑业）增加值"},
		{"他说“好”。", "好", "好"},
		{"ABC、Def", "cd", ""},
		{"ABC“Def", "cd", "C“D"},
	} {
		if got := finds(tc.text, tc.query); got != tc.found {
			t.Errorf("%q in %q finds %q, want %q", tc.query, tc.text, got, tc.found)
		}
	}
}

// Parts that are folded together fold as they do alone, a break after each.
func TestPartsFoldAlone(t *testing.T) {
	parts := []string{" 甲 “乙” ", "", "\u3000Go、 x", "㎡，丙"}
	var f Folder
	source, folded := "", ""
	for _, p := range parts {
		f.Add(p)
		source += p + Break
		folded += New(p).String() + Break
	}
	whole := f.Text()
	if whole.String() != folded {
		t.Fatalf("folded %q, alone %q", whole.String(), folded)
	}
	for _, want := range []string{"乙", "Go、", "㎡，丙"} {
		n := NewNeedle(want)
		for m := range n.All(whole.String(), whole.Marks()) {
			if from, to := n.Locate(whole, m); source[from:to] != want {
				t.Errorf("%q is found as %q", want, source[from:to])
			}
		}
	}
}

// asText writes the marks of some classes into a folded text: the oracle for
// queries that have them.
func asText(s string, of classes) string {
	var b strings.Builder
	folded := New(s)
	marks := folded.Marks()
	for i := range len(folded.String()) + 1 {
		for len(marks) > 0 && marks[0].At == i {
			if k := marks[0].Kind; of.has(k) {
				b.WriteByte(0xf8) // no byte of UTF-8: the class and the form follow
				b.WriteByte('0' + byte(k.class()))
				if k.class() == aside {
					b.WriteRune(form(k.what()))
				} else {
					b.WriteRune(unicode.ToLower(k.what()))
				}
			}
			marks = marks[1:]
		}
		if i < len(folded.String()) {
			b.WriteByte(folded.String()[i])
		}
	}
	return b.String()
}

func TestMarksAreFoundAsIfTheyWereText(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	letters := []rune("甲乙a“”、，《,2①。 ")
	word := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteRune(letters[rnd.IntN(len(letters))])
		}
		return b.String()
	}
	asked := 0
	for range 20000 {
		text, query := word(1+rnd.IntN(24)), strings.TrimSpace(word(1+rnd.IntN(4)))
		n := NewNeedle(query)
		if n.strict == 0 || query[len(query)-1] == ',' || query[0] == ',' {
			continue
		}
		asked++
		folded := New(text)
		found := count(n, folded) > 0
		if want := strings.Contains(asText(text, n.strict), asText(query, n.strict)); found != want {
			t.Fatalf("%q in %q: found %v, as text %v", query, text, found, want)
		}
	}
	if asked < 5000 {
		t.Fatalf("only %d queries had marks", asked)
	}
}

func FuzzRangesStayInside(f *testing.F) {
	f.Add("二、“十四五”时期 Ａb ㎡e\u0301", "四五")
	f.Add("\xff ﷺ", "a")
	f.Fuzz(func(t *testing.T, s, q string) {
		text, n := New(s), NewNeedle(q)
		last := 0
		for i := range len(text.String()) + 1 {
			if i < len(text.String()) && !utf8.RuneStart(text.String()[i]) {
				continue
			}
			from, to := text.Range(i, i)
			if from < 0 || from > len(s) || to < 0 || to > len(s) || from < last {
				t.Fatalf("byte %d of %q maps to %d, %d of %q", i, text, from, to, s)
			}
			last = from
		}
		if at := n.Index(text.String(), 0); at != strings.Index(text.String(), n.text) && n.Len() > 0 {
			t.Fatalf("%q in %q at %d", n.text, text, at)
		}
		for m := range n.All(text.String(), text.Marks()) {
			if from, to := n.Locate(text, m); from < 0 || to < from || to > len(s) {
				t.Fatalf("%q in %q is found at %d to %d", q, s, from, to)
			}
		}
		back, ok := readMarks(text.AppendMarks(nil))
		if len(back) != len(text.marks) || !ok {
			t.Fatalf("%d marks of %q come back as %d", len(text.marks), s, len(back))
		}
	})
}

// A character that folds to several is found whole by each of them.
func TestExpansionsAreFoundWhole(t *testing.T) {
	for _, c := range []struct{ source, query, want string }{
		{"甲㈠乙", "一", "㈠"},
		{"甲㈠乙", "一）乙", "㈠乙"},
		{"甲㈠", "（一", "㈠"},
		{"第Ⅳ章", "v", "Ⅳ"},
		{"5㎡", "2", "㎡"},
		{"甲㈠㈡", "）（", "㈠㈡"},
	} {
		text, n := New(c.source), NewNeedle(c.query)
		for m := range n.All(text.String(), text.Marks()) {
			if from, to := n.Locate(text, m); c.source[from:to] != c.want {
				t.Errorf("%q in %q is %q, want %q", c.query, c.source, c.source[from:to], c.want)
			}
		}
		if count(n, text) == 0 {
			t.Errorf("%q is not found in %q", c.query, c.source)
		}
	}
}

// The fast way over what folds to itself folds as the slow one does.
func FuzzFoldAsIs(f *testing.F) {
	f.Add("二、“十四五”时期。 Ａb ㎡e\u0301 3.5%。\u3099a b")
	f.Add("\xe4\xb8 \xe4\xb8a\xe9\xbf\xc0中。")
	f.Fuzz(func(t *testing.T, s string) {
		slow := Folder{src: s}
		for i := 0; i < len(s); {
			i += slow.step(i)
		}
		fast, want := New(s), slow.Text()
		if fast.String() != want.String() || !slices.Equal(fast.jumps, want.jumps) || !slices.Equal(fast.marks, want.marks) || fast.end != want.end {
			t.Fatalf("%q: %v, slowly %v", s, fast, want)
		}
	})
}

// count returns how often a needle is in a text.
func count(n Needle, t Text) (found int) {
	for range n.All(t.String(), t.Marks()) {
		found++
	}
	return found
}

// readMarks reads all marks that [Text.AppendMarks] wrote; ok is false where b is
// nothing that it writes.
func readMarks(b []byte) (all []Mark, ok bool) {
	at := 0
	for len(b) > 0 {
		gap, kind, n := ReadMark(b)
		if n == 0 {
			return all, false
		}
		at += gap
		all = append(all, Mark{at, kind})
		b = b[n:]
	}
	return all, true
}

func FuzzReadMarks(f *testing.F) {
	f.Add([]byte{1, '"', 0x80})
	f.Fuzz(func(t *testing.T, b []byte) {
		last := 0
		marks, _ := readMarks(b)
		for _, m := range marks {
			if m.At < last {
				t.Fatalf("marks of %v go back", b)
			}
			last = m.At
		}
	})
}

// Index finds what the standard library finds, wherever in a long text it
// stands and however often its parts do.
func TestIndexIsThatOfTheStandardLibrary(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for _, letters := range []string{"ab", "abcdefghijk ", "甲乙", "一二三的得a", "xy一"} {
		runes := []rune(letters)
		word := func(n int) string {
			var b strings.Builder
			for range n {
				b.WriteRune(runes[rnd.IntN(len(runes))])
			}
			return b.String()
		}
		for range 4000 {
			n, s := NewNeedle(word(1+rnd.IntN(6))), word(rnd.IntN(400))
			from := rnd.IntN(len(s) + 1)
			want := strings.Index(s[from:], n.text)
			if want >= 0 {
				want += from
			}
			if got := n.Index(s, from); got != want && n.text != "" {
				t.Fatalf("%q from byte %d of %q is at %d, want %d", n.text, from, s, got, want)
			}
			if n.text == "" {
				continue
			}
			found, end := n.Matches(s)
			if found != strings.Count(s, n.text) {
				t.Fatalf("%q is %d times in %q, want %d", n.text, found, s, strings.Count(s, n.text))
			}
			if found > 0 && (!strings.HasSuffix(s[:end], n.text) || strings.Contains(s[end:], n.text)) {
				t.Fatalf("the last %q in %q ends at %d", n.text, s, end)
			}
		}
	}
}

func BenchmarkIndex(b *testing.B) {
	s := strings.Repeat("全市上下坚持稳中求进，工业增加值增长百分之三，项目建设加快推进。", 20000)
	for _, word := range []string{"许昌", "业进", "linux"} {
		b.Run(word, func(b *testing.B) {
			n := NewNeedle(word)
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				if n.Index(s, 0) >= 0 {
					b.Fatal("found what is not there")
				}
			}
		})
	}
}

func BenchmarkFold(b *testing.B) {
	for name, line := range map[string]string{
		"simplified":  "全市上下坚持稳中求进，“工业”增加值增长3.5%，项目建设加快推进。",
		"traditional": "全市上下堅持穩中求進，「工業」增加值增長3.5%，項目建設加快推進。",
		"ASCII":       "全市上下坚持稳中求进,\"工业\"增加值增长3.5%,项目建设加快推进.",
	} {
		b.Run(name, func(b *testing.B) {
			s := strings.Repeat(line, 20000)
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				New(s)
			}
		})
	}
}
