package fold

import (
	"math/rand/v2"
	"strings"
	"testing"
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
