package structure

import (
	"strings"
	"testing"

	"juan/model/char"
)

// fold wraps each line of s at n characters, its first indented.
func fold(s string, n int) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		col := 2
		b.WriteString("\u3000\u3000")
		for _, r := range strings.TrimSuffix(line, "\n") {
			if col == n {
				b.WriteByte('\n')
				col = 0
			}
			b.WriteRune(r)
			col++
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// A report has the same outline however it was wrapped.
func TestWrappedReport(t *testing.T) {
	src := "政府工作报告\n各位代表：\n现在报告工作，请予审议。\n一、去年工作回顾\n去年是忙碌的一年。" + filler + "\n" +
		"（一）着力整修水利，沿河两岸的面貌在一年里有了看得见的改善。" + filler + "\n（二）着力整修道路，村村之间的往来在一年里变得更加便利通畅。" + filler + "\n" +
		"二、今年工作安排\n今年要做三件事。" + filler + "\n扎实推进学校建设。" + filler + "\n持续改善就医条件。" + filler + "\n大力发展山货加工。" + filler + "\n"
	lawful(t, src, Infer(src))
	want := headings(src)
	if strings.Count(want, "\n") != 7 {
		t.Fatalf("unwrapped:\n%s", want)
	}
	for n := 18; n <= 40; n++ {
		s := fold(src, n)
		parts := Infer(s)
		lawful(t, s, parts)
		var got strings.Builder
		for _, p := range parts {
			if p.Heads() {
				got.WriteString(string(rune('0'+p.Level)) + " " + joined(leadOf(s, p)) + "\n")
			}
		}
		if got.String() != want {
			t.Errorf("wrapped at %d\ngot\n%swant\n%s", n, got.String(), want)
		}
	}
}

// joined is the paragraph s with its soft breaks closed.
func joined(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		line = strings.TrimFunc(line, char.IsSpace)
		if b.Len() > 0 && char.SpaceBetween(char.Last(b.String()), char.First(line)) {
			b.WriteByte(' ')
		}
		b.WriteString(line)
	}
	return b.String()
}
