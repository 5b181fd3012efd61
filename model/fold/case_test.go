package fold

import (
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A letter and the others of its case, by simple and by full folding, are one.
func TestCaseIsNothing(t *testing.T) {
	for r := rune(0x21); r <= unicode.MaxRune; r++ {
		want := New(string(r)).String()
		for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
			if got := New(string(other)).String(); got != want {
				t.Errorf("%c is folded to %q, %c to %q", r, want, other, got)
			}
		}
	}
	for text, query := range map[string]string{"Straße": "STRASSE", "STRAẞE": "straße", "ΟΔΟΣ": "οδος", "ŉ": "ʼN", "Μάϊος": "ΜΆΪΟΣ", "ſ": "S"} {
		if New(text).String() != New(query).String() {
			t.Errorf("%s is folded to %q, %s to %q", text, New(text), query, New(query))
		}
	}
}

// Whatever NFKC makes one is one, and folding what is folded changes nothing.
func TestFoldingTwiceIsFoldingOnce(t *testing.T) {
	for r := rune(0x21); r <= unicode.MaxRune; r++ {
		once := New(string(r)).String()
		if twice := New(once).String(); twice != once {
			t.Errorf("%c %U is folded to %q, that to %q", r, r, once, twice)
		}
		if plain := New(norm.NFKC.String(string(r))).String(); plain != once {
			t.Errorf("%c %U is folded to %q, its NFKC to %q", r, r, once, plain)
		}
	}
}
