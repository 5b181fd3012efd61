package structure

import (
	"strings"
	"testing"
)

func TestHardWrapped(t *testing.T) {
	// Lines of at most 20 Han, broken where they are full.
	wrap := func(s string) string {
		var b strings.Builder
		n := 0
		for _, r := range s {
			if n == 20 {
				b.WriteByte('\n')
				n = 0
			}
			b.WriteRune(r)
			n++
		}
		return b.String() + "\n"
	}
	src := wrap(filler) + wrap(filler[:len(filler)-len("。")]+"，直到春天。") + "短的一段。\n" + wrap(filler) + wrap(filler)
	parts := Infer(src)
	lawful(t, src, parts)
	var got []string
	for _, p := range parts {
		got = append(got, joined(src[p.From:p.To]))
	}
	want := []string{filler, filler[:len(filler)-len("。")] + "，直到春天。", "短的一段。", filler, filler}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("paragraphs\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestLinesThatAreParagraphs(t *testing.T) {
	src := strings.Repeat("　　"+filler+"\n", 3) + "他说：\n“走吧。”\n" + strings.Repeat("　　"+filler+"\n", 3)
	parts := Infer(src)
	lawful(t, src, parts)
	if len(parts) != 8 {
		t.Errorf("%d parts, want 8\n%s", len(parts), sketch(src, parts))
	}
}

func TestVerse(t *testing.T) {
	prose := "　　" + filler + "\n"
	for _, tt := range []struct {
		name, src string
		verse     int
	}{
		{"four lines", prose + "山前一夜雨，\n水上几家灯。\n旧客敲门去，\n新舟带月行。\n" + prose, 4},
		{"one length", prose + "山前一夜雨，水上几家灯。\n旧客敲门去，新舟带月行。\n桥头春草绿，渡口暮云平。\n欲问归来日，沙鸥尚未盟。\n" + prose, 4},
		{"no marks", prose + "灯灭了\n又有人把它点上\n河还在流\n没有名字\n" + prose, 4},
		{"talk", prose + "“走吗？”\n“走。”\n“去哪里？”\n“过河。”\n“好。”\n" + prose, 0},
		{"three lines", prose + "灯灭了\n河还在流\n没有名字\n" + prose, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			parts := Infer(tt.src)
			lawful(t, tt.src, parts)
			n := 0
			for _, p := range parts {
				if p.Kind == Verse {
					n++
				}
			}
			if n != tt.verse {
				t.Errorf("%d lines of verse, want %d\n%s", n, tt.verse, sketch(tt.src, parts))
			}
		})
	}
}

func TestEnglish(t *testing.T) {
	src := "The river was higher than in other years, and the ferry had been moved to\na landing farther up, so that people walked two miles more and saw things\nthey had never looked at.\n\nNobody complained. The man who measured the water wrote his figures on the\nstone, and in time the wall became a book without paper, which children read\non their way to school.\n\nThen the spring came and the figures fell.\n"
	parts := Infer(src)
	lawful(t, src, parts)
	if len(parts) != 3 || parts[0].Heads() {
		t.Fatalf("%d parts, want 3 paragraphs\n%s", len(parts), sketch(src, parts))
	}
	if got := joined(src[parts[2].From:parts[2].To]); got != "Then the spring came and the figures fell." {
		t.Error(got)
	}
	if got := joined(src[parts[0].From:parts[0].To]); !strings.Contains(got, "moved to a landing") {
		t.Error(got)
	}
}

// TestProseHasNoHeadings holds texts without headings to that, alone and on one line.
func TestProseHasNoHeadings(t *testing.T) {
	essay := "渡口\n\n" + strings.Repeat("　　"+filler+"\n", 4) + "　　第一是水，第二是人。第三章书他没有看完。\n　　首先要等，其次要看，最后才走。\n　　一二三产业，一来二去。\n" +
		"　　要点：1）等；2）看；3）走。\n　　他在2025-07-08写下：3.5米，4.1米。\n　　说明如下：\n　　（一）水位；\n　　（二）流速；\n　　（三）泥沙。\n"
	list := "买的东西：\n1. 灯油\n2. 麻绳\n3. 桐油\n4. 钉子\n都记在账上。\n" + filler + "\n"
	for _, src := range []string{essay, unspaced(essay), list, filler, "", "\n\n", "短。"} {
		parts := Infer(src)
		lawful(t, src, parts)
		if got := headings(src); got != "" {
			t.Errorf("%q: headings\n%s", src[:min(len(src), 60)], got)
		}
	}
}

// A mark alone in its line of a hard-wrapped text, of either width, goes on.
func TestLoneMark(t *testing.T) {
	for _, mark := range []string{"？", "?", "”"} {
		src := strings.Repeat(strings.Repeat("山前一夜雨，水上几家灯旧客敲门去", 2)+"\n", 6) + mark + "\n"
		parts := Infer(src)
		lawful(t, src, parts)
		if len(parts) != 1 {
			t.Errorf("%d parts\n%s", len(parts), sketch(src, parts))
		}
	}
}
