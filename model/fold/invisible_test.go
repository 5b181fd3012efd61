package fold

import (
	"testing"
	"unicode"
)

// What does not show is nothing, wherever it stands, and leaves no mark.
func TestInvisiblesAreNothing(t *testing.T) {
	hidden := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		format := unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
		control := unicode.Is(unicode.Cc, r) && !unicode.IsSpace(r)
		if isInvisible(r) != (format || control) {
			t.Fatalf("%U: %v", r, isInvisible(r))
		}
		if !isInvisible(r) {
			continue
		}
		hidden++
		for _, around := range [][2]string{{"许", "昌"}, {"a", "b"}, {"é", "ß"}, {"1,", "219"}, {"中 ", "a"}, {"a ", " b"}, {"㎡", "か"}, {"", "“"}} {
			with, without := New(around[0]+string(r)+around[1]), New(around[0]+around[1])
			if with.String() != without.String() {
				t.Fatalf("%q with %U is folded to %q", around, r, with.String())
			}
			if !NewNeedle(around[0]+around[1]).Literal(with.Marks(), Found{}) && without.String() != "" && around[0] != "a " && around[0] != "" {
				t.Fatalf("%q with %U is not literal", around, r)
			}
		}
	}
	if hidden < 400 {
		t.Errorf("%d characters do not show", hidden)
	}
}

// A joiner between emoji makes another emoji; elsewhere it is nothing.
func TestJoinersOfEmoji(t *testing.T) {
	for text, want := range map[string]string{
		"👨\u200d👩\u200d👧":             "👨\u200d👩\u200d👧",
		"👩🏽\u200d💻好":                  "👩🏽\u200d💻好",
		"❤\ufe0f\u200d🔥":              "❤\u200d🔥",
		"🏳\ufe0f\u200d🌈":              "🏳\u200d🌈",
		"🙂\u200d↔\ufe0f":              "🙂\u200d↔",
		"许\u200d昌":                    "许昌",
		"👨\u200d许":                    "👨许",
		"葛\U000e0100城市\ufe00":         "葛城市",
		"exam\u00adple \u200b\ufeffx": "example x",
	} {
		if got := New(text).String(); got != want {
			t.Errorf("%q is folded to %q, want %q", text, got, want)
		}
	}
}
