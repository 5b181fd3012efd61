package terminal

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"juan/model"
)

// shown writes a line with its looks: <attributes and colours text>.
func shown(line string, looks []model.Look) string {
	var b strings.Builder
	at := 0
	for _, l := range looks {
		b.WriteString(line[at:l.From])
		fmt.Fprintf(&b, "<%s %s>", style(l.Style), line[l.From:l.To])
		at = int(l.To)
	}
	return b.String() + line[at:]
}

func style(s model.Style) string {
	var b strings.Builder
	for i, name := range "bfiulrs" {
		if s.Attr&(1<<i) != 0 {
			b.WriteRune(name)
		}
	}
	for i, c := range []model.Color{s.Fore, s.Back} {
		sign := []string{"+", "-"}[i]
		if n, ok := c.Palette(); ok {
			fmt.Fprintf(&b, "%s%d", sign, n)
		}
		if r, g, n, ok := c.RGB(); ok {
			fmt.Fprintf(&b, "%s%02x%02x%02x", sign, r, g, n)
		}
	}
	return b.String()
}

// What a program wrote for a terminal is read as it is meant; of sequences that are no
// looks every byte stays, except for erasing, hyperlinks and the choice of ASCII.
func TestLooks(t *testing.T) {
	for text, want := range map[string]string{
		"B\bBO\bO, _\bu_\bn":  "<b BO>, <u un>",
		"B\bB\bB, x\b_, _\b_": "<b B>, <u x>, <b _>",
		"_\ba_\b__\bc":        "<u a_c>",
		"_\bX\bX":             "<bu X>",
		"卷\b卷_\b\b一，二\b\b二":   "<b 卷><u 一>，<b 二>",
		"a\bb，\b首，尾\b":        "a\bb，\b首，尾\b",
		"\x1b[1m粗\x1b[0m，\x1b[38;5;9m红\x1b[m黑":          "<b 粗>，<+9 红>黑",
		"\x1b[01;31m\x1b[K命中\x1b[m\x1b[K，\x1b[4:3m波":    "<b+1 命中>，<u 波>",
		"\x1b[38;2;1;2;3m甲\x1b[48:2::255:0:16m乙":        "<+010203 甲><+010203-ff0010 乙>",
		"\x1b[38:5:200m甲\x1b[39m乙\x1b[97;104m丙":         "<+200 甲>乙<+15-12 丙>",
		"\x1b[1;2;3;4;5;7;9m甲\x1b[22;23;24;25;27;29m乙":  "<bfiulrs 甲>乙",
		"\x1b[38;5;300m甲\x1b[38m乙":                      "甲乙",
		"\x1b[58;5;1;4m甲\x1b[4:0m乙\x1b[21m丙":            "<u 甲>乙<u 丙>",
		"\x1b]8;;http://a.cn/\x1b\\链接\x1b]8;;\a\x1b(B尾": "链接尾",
		"\x1b[2J\x1b[1;1H\x1b]0;题\a\x1b[":               "\x1b[2J\x1b[1;1H\x1b]0;题\a\x1b[",
	} {
		var p Painter
		if got := shown(p.Line(text)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A style holds until it is ended, also in the lines that follow.
func TestStylesGoOnInTheNextLine(t *testing.T) {
	var p Painter
	p.Line("一\x1b[32m二")
	if got := shown(p.Line("三")); got != "<+2 三>" {
		t.Error(got)
	}
	if got := shown(p.Line("四\x1b[m五")); got != "<+2 四>五" {
		t.Error(got)
	}
}

// Looks are in order, within the line and, as texts are UTF-8, at its characters; what is left has no more
// bytes than there were, and without sequences is what it was.
func FuzzLine(f *testing.F) {
	for _, s := range []string{"B\bB_\bu", "\x1b[1;38;2;1;2;3m粗\x1b[m", "卷\b卷\b\b_", "\x1b[38:2::1:2:3mx\x1b[K\x1b]8;;a\ab", "\x1b[", "_\b", "\b\b", "\x1b[38;5m"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var p Painter
		line, looks := p.Line(s)
		if len(line) > len(s) || !strings.ContainsAny(s, "\x1b\b") && (line != s || looks != nil) {
			t.Fatalf("%q became %q", s, line)
		}
		at := int32(0)
		for _, l := range looks {
			if l.From < at || l.To <= l.From || int(l.To) > len(line) || l.Style == (model.Style{}) {
				t.Fatalf("%q: %v", s, looks)
			}
			if utf8.ValidString(s) && (!utf8.RuneStart(line[l.From]) || int(l.To) < len(line) && !utf8.RuneStart(line[l.To])) {
				t.Fatalf("%q: %v cuts a character", s, l)
			}
			at = l.To
		}
	})
}

func BenchmarkLine(b *testing.B) {
	line := strings.Repeat("\x1b[32m+\x1b[m\x1b[32mfunc 渡口() {\x1b[m plain text behind it ", 20)
	b.SetBytes(int64(len(line)))
	var p Painter
	for b.Loop() {
		p.Line(line)
	}
}
