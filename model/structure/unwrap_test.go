package structure

import (
	"strconv"
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

// pages puts the head and the foot of a page between every n lines, the number of the
// page over the title of the book or of its part.
func pages(lines []string, n int) string {
	var b strings.Builder
	for i, line := range lines {
		if page := i / n; i%n == 0 && i > 0 {
			b.WriteString(strconv.Itoa(page) + "\n" + []string{"第三编　归期", "旧账与白马"}[page%2] + "\n")
		}
		b.WriteString(line + "\n")
	}
	return b.String()
}

// The heads of pages go, numbered ones as well, though most lines of talk end a
// sentence where a page ends; chapters that have a number for their name stay.
func TestHeadsOfPages(t *testing.T) {
	talk := []string{"　　“走吗？”他问。", "　　“走。”", "　　她把窗帘拉严了，又踮起脚去够架子上的罐头。", "　　“你到底看了没有？”", "　　没有人回答。", "　　“看了三遍，还是不懂。”邮差说，“那上面写的是去年的事，跟今年没有一点关"}
	rest := "系，你叫我怎么懂？”"
	var lines []string
	for len(lines) < 200 {
		lines = append(lines, talk...)
		lines = append(lines, rest)
	}
	for _, n := range []int{24, 28, 33} {
		src := pages(lines, n)
		parts := Infer(src)
		lawful(t, src, parts)
		for _, p := range parts {
			if s := src[p.From:p.To]; p.Kind != Furniture && (strings.Contains(s, "旧账与白马") || len(s) < 4) {
				t.Errorf("%d lines a page: %q is text", n, s)
			}
		}
	}
	var b strings.Builder
	for chapter := 1; chapter <= 9; chapter++ {
		b.WriteString(strconv.Itoa(chapter) + "\n" + []string{"玉兰", "小伍"}[chapter%2] + "\n" + strings.Join(lines[:7*(chapter*5%7+1)], "\n") + "\n")
	}
	for _, p := range Infer(b.String()) {
		if p.Kind == Furniture {
			t.Errorf("%q is furniture", b.String()[p.From:p.To])
		}
	}
}

// A sentence that stands at the edge of a page twice is text.
func TestSentencesAtTheEdgeOfPages(t *testing.T) {
	const edge = "的修缮要推进，渡口的责任要压实，双桨的检查要加强，重特"
	var b strings.Builder
	for page := 1; page <= 8; page++ {
		for k := range 20 {
			b.WriteString("雾散以前船已经到了对岸第" + string([]rune("一二三四五六七八九十")[(page*7+k)%10]) + "个人下船的时候没有说话只是把\n")
		}
		if page%4 == 0 {
			b.WriteString(edge + "\n")
		}
		b.WriteString("— " + strconv.Itoa(page) + " —\n旧账与白马\n")
	}
	src := b.String()
	for _, p := range Infer(src) {
		if p.Kind == Furniture && strings.Contains(src[p.From:p.To], edge) {
			t.Fatal("it is left out")
		}
	}
}

// A heading at the edge of a text whose paragraphs open with an indent stays one after
// a last line that happens to be full.
func TestHeadingsBehindFullLines(t *testing.T) {
	titles := []string{"长亭", "旧账", "失踪的邮包", "归期未定", "空屋", "白马", "北站", "夜行"}
	var b strings.Builder
	for i, title := range titles {
		b.WriteString(string([]rune("一二三四五六七八")[i]) + "、" + title + "\n")
		for range 4 {
			b.WriteString(fold("邮差说，包裹是三月初八到的，登记簿上写得清清楚楚，可是柜子里只剩下一根麻绳。房东太太把账本翻到最后一页，指着那行小字给他看。\n", 28) +
				"　　“走吗？”他问。\n　　没有人回答，雨还在下。\n")
		}
		b.WriteString("　　“你说的是那和尚？”马夫抬起头，“他上个月就搬了。”\n")
	}
	parts := Infer(b.String())
	lawful(t, b.String(), parts)
	if got := strings.Count(headings(b.String()), "\n"); got != len(titles) {
		t.Errorf("%d headings, want %d\n%s", got, len(titles), headings(b.String()))
	}
}
