package char

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// The kinds of characters, each with some that are of it and some that are not.
func TestKinds(t *testing.T) {
	for _, tt := range []struct {
		name    string
		is      func(rune) bool
		yes, no string
	}{
		{"IsHan", IsHan, "水〇々㐀𠀀", "あ가A。1"},
		{"IsSpace", IsSpace, " \t\u3000\u00a0\ufeff\u200b", "水a。\u200c"},
		{"EndsSentence", EndsSentence, "。！？…!?", ".，；："},
		{"Closes", Closes, "”』）)】》\"", "“（。，"},
		{"Opens", Opens, "“『（(【《", "”）\"。"},
		{"Continues", Continues, "。，、；：！？）”》", "“（水a\""},
		{"IsWide", IsWide, "水あ。，（", "aé“…가"},
		{"IsLatin", IsLatin, "azAZ", "é1水"},
	} {
		for _, r := range tt.yes {
			if !tt.is(r) {
				t.Errorf("%s(%q) is false", tt.name, r)
			}
		}
		for _, r := range tt.no {
			if tt.is(r) {
				t.Errorf("%s(%q) is true", tt.name, r)
			}
		}
	}
}

// Two lines are joined with a space where both sides are written with spaces.
func TestSpaceBetween(t *testing.T) {
	for pair, want := range map[string]bool{"ab": true, "水a": false, "a水": false, "，a": false, "a…": true, "…“": false, "3a": true, "a ": false} {
		if got := SpaceBetween(First(pair), Last(pair)); got != want {
			t.Errorf("%q: %v", pair, got)
		}
	}
}

func TestTrimAndCut(t *testing.T) {
	s := "\u3000 水a \t"
	if from, to := Trim(s, 0, len(s)); s[from:to] != "水a" {
		t.Errorf("trimmed to %q", s[from:to])
	}
	if Cut("水山石", 2) != 6 || Cut("水", 5) != 3 || Spaces("　 水") != 4 || LastMark("好。”）") != '。' {
		t.Error("Cut, Spaces or LastMark")
	}
}

// White space is Unicode's, and the two that stand for it in scraped text.
func TestIsSpace(t *testing.T) {
	for r := range rune(unicode.MaxRune) {
		if want := unicode.IsSpace(r) || r == 0xfeff || r == 0x200b; IsSpace(r) != want {
			t.Errorf("IsSpace(%U) is %v", r, !want)
		}
	}
}

// A byte that stands twice in a row is found at every position, and a single one is
// not.
func TestTwice(t *testing.T) {
	for n := range 40 {
		for at := range max(0, n-1) {
			s := []byte(strings.Repeat("\x81\xad\xab\xac", 10)[:n])
			if Twice(string(s), 0xac) {
				t.Fatalf("%q", s)
			}
			s[at], s[at+1] = 0xac, 0xac
			if !Twice(string(s), 0xac) {
				t.Fatalf("not in %q", s)
			}
		}
	}
}

// The quick ways to the first and the last rune are utf8's, on bytes of any kind.
func TestFirstAndLast(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	bytes := []byte("a\x80\xbf\xc3\xe0\xe1\xe4\xed\xef\xf0\xa0\x9f")
	for range 200000 {
		s := make([]byte, r.IntN(6))
		for i := range s {
			s[i] = bytes[r.IntN(len(bytes))]
		}
		first, _ := utf8.DecodeRune(s)
		last, size := utf8.DecodeLastRune(s)
		got, n := DecodeLast(string(s))
		if First(string(s)) != first || Last(string(s)) != last || got != last || n != size {
			t.Fatalf("%x: %x and %x of %d bytes, want %x and %x of %d", s, First(string(s)), got, n, first, last, size)
		}
	}
}
