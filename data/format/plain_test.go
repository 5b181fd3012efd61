package format

import (
	"testing"

	"juan/data/internal/dump"
)

func TestLineBreaksOfAllKinds(t *testing.T) {
	for _, brk := range []string{"\n", "\r\n", "\r", "\u2028", "\u2029", "\f", "\u0085"} {
		text := "这是头一句话，讲的是早上的事。" + brk + "这是第二句话，讲的是晚上的事。" + brk
		f := Text{Name: "a.txt"}
		if err := f.decode([]byte(text), ""); err != nil {
			t.Fatal(err)
		}
		d := f.plain()
		if len(d.Body) != 2 {
			t.Errorf("%q: %s", brk, dump.Body(d.Body))
		}
		dump.CheckOffsets(t, text, d.Body)
	}
}

// What a program paints for a pager is read as it is meant; of other sequences
// every byte stays.
func TestPagersPaintIsTakenOff(t *testing.T) {
	for text, want := range map[string]string{
		"N\bNA\bAM\bME\bE and _\bf_\bi_\bl_\be":      "NAME and file",
		"B\bB\bB, x\b_, _\b_":                        "B, x, _",
		"\x1b[1m粗\x1b[0m，\x1b[38;5;9m红\x1b[m":        "粗，红",
		"\x1b[01;31m\x1b[K命中\x1b[m\x1b[K，\x1b[4:3m波": "命中，波",
		"卷\b卷_\b\b一，二\b\b二":                          "卷一，二",
		"a\bb，\b首，尾\b":                               "a\bb，\b首，尾\b",
		"\x1b[2J\x1b[1;1H\x1b]0;题\a\x1b[":            "\x1b[2J\x1b[1;1H\x1b]0;题\a\x1b[",
	} {
		if got := unpainted(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
