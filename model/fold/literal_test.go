package fold

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// What marks call literal is what the source has, and an exact needle finds all
// of it: for queries whose ends fold by themselves as they do inside a text.
func TestLiteralIsWhatTheSourceHas(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	letters := []rune("甲甲aAＡé“”「、，,;；《1１①Ⅳⅳ㎡…—-–。 \n　·(（")
	word := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteRune(letters[rnd.IntN(len(letters))])
		}
		return b.String()
	}
	literal := 0
	for range 200000 {
		text, query := word(1+rnd.IntN(16)), word(1+rnd.IntN(4))
		if strings.TrimFunc(query, isBlank) != query || strings.HasPrefix(query, ",") || strings.HasSuffix(query, ",") ||
			strings.HasPrefix(query, "，") || strings.HasSuffix(query, "，") {
			continue
		}
		folded, exact := New(text), NewExact(query)
		marks := folded.Marks()
		found := map[int]bool{}
		for f := range exact.All(folded.String(), marks) {
			from, to := located(exact, folded, text, f)
			if text[from:to] != query || !exact.Literal(marks, f) {
				t.Fatalf("%q in %q: %q is no literal match", query, text, text[from:to])
			}
			found[from] = true
			literal++
		}
		if want := strings.Index(text, query); want >= 0 != (len(found) > 0) || want >= 0 && !found[want] {
			t.Fatalf("%q in %q stands at %d, found at %v", query, text, want, found)
		}
		loose := NewNeedle(query)
		for f := range loose.All(folded.String(), marks) {
			from, to := located(loose, folded, text, f)
			if got := loose.Literal(marks, f); got != (text[from:to] == query) {
				t.Fatalf("%q in %q at %d: literal %v, but it is %q", query, text, from, got, text[from:to])
			}
		}
	}
	if literal < 5000 {
		t.Fatalf("only %d literal matches", literal)
	}
}

// Any stretch of a text, taken as a query, is found literally where it came from, by
// either needle, unless a character at its ends folds differently depending on its
// neighbours.
func FuzzStretchesAreFound(f *testing.F) {
	f.Add("二、“十四五”时期，1,219人 Ａb ㎡e\u0301 後來。", uint8(3), uint8(9))
	f.Add("許\u200b昌 Ⅳ½…—— か\u3099ｶﾞ\n(①)", uint8(0), uint8(6))
	f.Fuzz(func(t *testing.T, s string, skip, length uint8) {
		runes := []rune(s)
		from := min(int(skip), len(runes))
		to := min(from+1+int(length), len(runes))
		query := string(runes[from:to])
		after := string(runes[to:])
		if !utf8.ValidString(s) || query == "" || hangsOnNeighbours(query) || !startsSegment(query) ||
			after != "" && !startsSegment(after) || strings.ContainsAny(s, "\u200d\u034f") {
			return
		}
		a := len(string(runes[:from]))
		text := New(s)
		for _, n := range []Needle{NewNeedle(query), NewExact(query)} {
			here := false
			for m := range n.All(text.String(), text.Marks()) {
				b, e := located(n, text, s, m)
				if b == a && e == a+len(query) && !n.Literal(text.Marks(), m) {
					t.Fatalf("%q at %d of %q is not literal", query, a, s)
				}
				here = here || b < a+len(query) && e > a // those before it may overlap it
			}
			if !here {
				t.Fatalf("%q is not found at %d of %q", query, a, s)
			}
		}
	})
}

// hangsOnNeighbours reports whether the ends of a query fold differently depending on
// their neighbours in the text: blanks and commas, also after marks that are dropped
// and before digits that may go on.
func hangsOnNeighbours(query string) bool {
	hangs := func(r rune) bool {
		return isBlank(r) || isInvisible(r) || r == ',' || r == '，' || r == '﹐' || r == '︐'
	}
	inner := strings.TrimFunc(query, func(r rune) bool { return form(r) != 0 })
	inner = strings.TrimRightFunc(inner, func(r rune) bool { return isDigit(r) || 0xff10 <= r && r <= 0xff19 || isInvisible(r) })
	ends := strings.TrimFunc(query, isInvisible) != query || strings.TrimFunc(query, isBlank) != query
	return ends || inner == "" && strings.ContainsFunc(query, isBlank) || strings.TrimFunc(inner, hangs) != inner
}

// startsSegment reports whether s composes with nothing before it. Of lone and
// narrow letters of Hangul the library says so, but some do.
func startsSegment(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return norm.NFKC.PropertiesString(s).BoundaryBefore() && !(0x3131 <= r && r <= 0x318e) && !(0xffa0 <= r && r <= 0xffdc)
}
