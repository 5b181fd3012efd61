package fold

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// A stretch of the folded text, from one character of the source to the end of another,
// came from bytes that fold to it alone. Characters that fold differently depending on
// their neighbours are left out: blanks at the ends, commas of figures, joiners.
func FuzzStretchesFoldBack(f *testing.F) {
	f.Add("二、“十四五”时期 Ａb ㎡e\u0301 後來。Straße\u200b中", uint8(3), uint8(9))
	f.Add("許\u200b昌 Ⅳ½…—— か\u3099ｶﾞ", uint8(0), uint8(4))
	f.Add("(·a（)", uint8(0), uint8(1))
	f.Fuzz(func(t *testing.T, s string, skip, length uint8) {
		if strings.ContainsAny(s, ",，\u200d") || strings.Contains(s, "\u034f") || !utf8.ValidString(s) {
			return
		}
		text := New(s)
		starts := characters(text)
		from := min(int(skip), len(starts)-1)
		to := min(from+1+int(length), len(starts)-1)
		if to <= from {
			return
		}
		want := text.String()[starts[from]:starts[to]]
		if strings.HasPrefix(want, " ") || strings.HasSuffix(want, " ") {
			return
		}
		a, b := text.Range(starts[from], starts[to])
		for b < len(s) && !utf8.RuneStart(s[b]) {
			b++
		}
		if got := New(s[a:b]).String(); got != want {
			t.Fatalf("%q of %q came from %q, which is folded to %q", want, s, s[a:b], got)
		}
	})
}

// characters returns where what came from each character of the source begins
// in a folded text, and its end.
func characters(t Text) []int {
	inside := map[int]bool{}
	for _, m := range t.Marks() {
		if m.Kind == kindOf(spelling, more) {
			inside[m.At] = true
		}
	}
	var starts []int
	for i := range t.String() {
		if !inside[i] {
			starts = append(starts, i)
		}
	}
	return append(starts, len(t.String()))
}
