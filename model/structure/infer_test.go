package structure

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"juan/model/char"
)

// lawful fails the test when parts break a law that every reading of src must keep.
func lawful(t *testing.T, src string, parts []Part) {
	t.Helper()
	at, valid := 0, utf8.ValidString(src)
	for i, p := range parts {
		if p.From < at || p.To <= p.From || p.To > len(src) {
			t.Fatalf("part %d %+v out of order after byte %d of %d", i, p, at, len(src))
		}
		if s := strings.TrimFunc(src[at:p.From], char.IsSpace); s != "" {
			t.Fatalf("part %d: text left out before it: %q", i, s)
		}
		s := src[p.From:p.To]
		if p.Kind == Verbatim || p.Kind == Table {
			s = strings.TrimLeftFunc(s, char.IsSpace)
		}
		if strings.TrimFunc(s, char.IsSpace) != s {
			t.Fatalf("part %d not trimmed: %q", i, s)
		}
		for _, b := range []int{p.From, p.To, p.From + p.Number, p.From + p.Lead} {
			if b > p.To || b < len(src) && valid && !utf8.RuneStart(src[b]) {
				t.Fatalf("part %d %+v: boundary %d", i, p, b)
			}
		}
		if p.Heads() != (p.Level > 0) || p.Heads() != (p.Lead > 0) {
			t.Fatalf("part %d %+v: level, lead and kind disagree", i, p)
		}
		at = p.To
	}
	if s := strings.TrimFunc(src[at:], char.IsSpace); s != "" {
		t.Fatalf("text left out at the end: %q", s)
	}
}

// sketch writes parts so that a test can show them: "1 一、…" for a heading,
// "2~ …" for a run-in, "? " before an uncertain end, "= " for a title line,
// "| " for verse, "- " for an item of a list, "T" for a row of a table, ``` for
// what stands as it is, "R" "F" "&" for rules, furniture and what goes on after
// it, ". " for a paragraph.
func sketch(src string, parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		mark := ""
		if p.Heads() && !p.Certain {
			mark = "?"
		}
		switch {
		case p.Kind == Heading:
			fmt.Fprintf(&b, "%d%s %s\n", p.Level, mark, leadOf(src, p))
		case p.LeadKind == RunIn:
			fmt.Fprintf(&b, "%d~%s %s\n", p.Level, mark, leadOf(src, p))
		case p.LeadKind == HeadingLead:
			fmt.Fprintf(&b, "%d+%s %s\n", p.Level, mark, leadOf(src, p))
		case p.Kind == Title:
			fmt.Fprintf(&b, "= %s\n", src[p.From:p.To])
		case p.Kind == Verse:
			fmt.Fprintf(&b, "| %s\n", src[p.From:p.To])
		case p.Kind == Verbatim:
			fmt.Fprintf(&b, "```\n%s\n```\n", src[p.From:p.To])
		case p.Kind == Table:
			for _, row := range Cells(src[p.From:p.To]) {
				b.WriteString("T")
				for _, c := range row {
					b.WriteString(" [" + src[p.From:p.To][c.From:c.To] + "]")
				}
				b.WriteByte('\n')
			}
		case p.Kind == Item:
			fmt.Fprintf(&b, "- [%s]%s\n", src[p.From:p.From+p.Number], src[p.From+p.Number:p.To])
		case p.Kind == Rule, p.Kind == Furniture, p.Kind == Continued:
			fmt.Fprintf(&b, "%s %s\n", map[Kind]string{Rule: "R", Furniture: "F", Continued: "&"}[p.Kind], src[p.From:p.To])
		default:
			fmt.Fprintf(&b, ". %s\n", src[p.From:p.To])
		}
	}
	return b.String()
}

// leadOf is the words of the heading that p has.
func leadOf(src string, p Part) string { return src[p.From : p.From+p.Lead] }

// headings is the headings among parts, one a line: level, and words.
func headings(src string) string {
	var b strings.Builder
	for _, p := range Infer(src) {
		if p.Heads() {
			fmt.Fprintf(&b, "%d %s\n", p.Level, leadOf(src, p))
		}
	}
	return b.String()
}

// outlined is a text and its headings, as headings writes them.
type outlined struct{ name, src, want string }

// haveHeadings holds that each text has the headings it should, and lawful
// parts.
func haveHeadings(t *testing.T, tests []outlined) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			parts := Infer(tt.src)
			lawful(t, tt.src, parts)
			if got := headings(tt.src); got != tt.want {
				t.Errorf("headings:\n%swant:\n%sparts:\n%s", got, tt.want, sketch(tt.src, parts))
			}
		})
	}
}

func TestNovels(t *testing.T) {
	para := "　　他把灯挑亮了些，听见院子里落雪的声音，一层一层压在瓦上，像有人在远处翻一本很旧的书。\n"
	tests := []outlined{
		{"turns", "第一回 雪夜灯前翻旧卷 风前渡口遇故人\n" + para + para + "第二回 一纸书来惊客梦 满城花落送行舟\n" + para + "第三回 问路\n" + para,
			"1 第一回 雪夜灯前翻旧卷 风前渡口遇故人\n1 第二回 一纸书来惊客梦 满城花落送行舟\n1 第三回 问路\n"},
		{"volumes restart", "楔子\n" + para + "第一卷 北地\n第一章 雪\n" + para + "第二章 灯\n" + para + "第二卷 南渡\n第一章 舟\n" + para + "第二章 雨\n" + para + "尾声\n" + para + "番外一 春\n" + para,
			"1 楔子\n1 第一卷 北地\n2 第一章 雪\n2 第二章 灯\n1 第二卷 南渡\n2 第一章 舟\n2 第二章 雨\n1 尾声\n1 番外一 春\n"},
		{"one line", "第一卷 第一章 雪\n" + para + "第一卷 第二章 灯\n" + para + "第二卷 第三章 舟\n" + para,
			"1 第一卷 第一章 雪\n1 第一卷 第二章 灯\n1 第二卷 第三章 舟\n"},
		{"gaps", "第1章 雪\n" + para + "第2章 灯？\n" + para + "第5章 舟……\n" + para + "第０６章 雨！\n" + para,
			"1 第1章 雪\n1 第2章 灯？\n1 第5章 舟……\n1 第０６章 雨！\n"},
		{"joined", "第一章初雪\n" + para + "第二章灯下\n" + para + "第三章渡口\n" + para, "1 第一章初雪\n1 第二章灯下\n1 第三章渡口\n"},
		{"running text", "第一章 开学\n" + para + "第一节课他就迟到了\n第六回合\n第三部分讲的是水。\n第三回了，你还不明白？\n第二天，雪停了。\n第一章的稿子还在桌上\n" + para + "第二章 放学\n" + para,
			"1 第一章 开学\n1 第二章 放学\n"},
		{"contents", "目录\n第一章 雪\n第二章 灯\n第三章 舟\n第一章 雪\n" + para + "第二章 灯\n" + para + "第三章 舟\n" + para, "1 第一章 雪\n1 第二章 灯\n1 第三章 舟\n"},
		{"contents with pages", "目　录\n第一章 雪……1\n第二章 灯…… 12\n第三章 舟 ……… 33\n\n第一章 雪\n" + para + "第二章 灯\n" + para + "第三章 舟\n" + para, "1 第一章 雪\n1 第二章 灯\n1 第三章 舟\n"},
		{"none", para + para + para, ""},
	}
	haveHeadings(t, tests)
}

func TestStatute(t *testing.T) {
	src := `山城图书借阅条例
（二〇二三年五月六日山城第三届代表会议通过）
目录
第一章 总则
第二章 借阅
第一节 办证
第二节 归还
第三章 附则
第一章 总则
第一条 为了让书在人手里多走几家，制定本条例。
第二条 本条例所称图书，包括：
（一）纸本图书；
（二）手稿和抄本；
（三）其他可以借出的读物。
第二章 借阅
第一节 办证
第三条 办证应当提交下列材料：
（一）身份证明；
（二）住址证明。
一次办证，终身有效。
第二节 归还
第四条 借期为一个月，可以续借一次。
第四条之一 逾期不还的，停借三个月。
第三章 附则
第五条 本条例自公布之日起施行。
`
	want := `1 第一章 总则
2 第一条
2 第二条
1 第二章 借阅
2 第一节 办证
3 第三条
2 第二节 归还
3 第四条
3 第四条之一
1 第三章 附则
2 第五条
`
	parts := Infer(src)
	lawful(t, src, parts)
	if got := headings(src); got != want {
		t.Errorf("got\n%swant\n%s\n%s", got, want, sketch(src, parts))
	}
}

// TestLinedReport holds a report that kept its lines: headings alone, headings
// that lead their paragraphs, run-ins in place, and lists that are neither.
func TestLinedReport(t *testing.T) {
	src := "一、去年工作回顾\n　　" + filler + "\n（一）修路架桥。" + filler + "\n（二）兴修水利。" + filler + "\n二、今年工作安排\n　　今年要做好以下工作。\n（一）发展产业\n　　加快工业转型。" + filler + "\n　　大力发展服务业。" + filler + "\n　　培育壮大新产业。" + filler + "\n（二）办好实事\n　　要办的事有：\n　　1.修好东桥；\n　　2.疏通北渠；\n　　3.翻新书屋。\n　　" + filler + "\n"
	want := "1 一、去年工作回顾\n2 （一）修路架桥\n2 （二）兴修水利\n1 二、今年工作安排\n2 （一）发展产业\n3 加快工业转型\n3 大力发展服务业\n3 培育壮大新产业\n2 （二）办好实事\n"
	parts := Infer(src)
	lawful(t, src, parts)
	if got := headings(src); got != want {
		t.Errorf("got\n%swant\n%s\n%s", got, want, sketch(src, parts))
	}
}

func TestPlainHeadings(t *testing.T) {
	src := "渡口记\n\n" + filler + "\n\n水位\n\n" + filler + "\n\n往来的人\n\n" + filler + "\n\n" + filler + "\n\n三十年后\n\n" + filler + "\n"
	want := "1 水位\n1 往来的人\n1 三十年后\n"
	lawful(t, src, Infer(src))
	if got := headings(src); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := headings(strings.ReplaceAll(src, "三十年后\n\n", "")); got != "" { // two are not enough
		t.Errorf("got\n%s", got)
	}
}

func TestDecimals(t *testing.T) {
	src := "水位观测规范\n\n1 引言\n\n" + filler + "\n\n1.1 背景\n\n" + filler + "\n\n1.2 范围\n\n" + filler + "\n\n2 方法\n\n2.1 量具\n\n" + filler + "\n\n2.1.1 木尺\n\n" + filler + "\n\n2.1.2 石尺\n\n" + filler + "\n\n3 结论\n\n" + filler + "\n\n参考文献\n\n" + filler + "\n"
	want := "1 1 引言\n2 1.1 背景\n2 1.2 范围\n1 2 方法\n2 2.1 量具\n3 2.1.1 木尺\n3 2.1.2 石尺\n1 3 结论\n1 参考文献\n"
	parts := Infer(src)
	lawful(t, src, parts)
	if got := headings(src); got != want {
		t.Errorf("got\n%swant\n%s\n%s", got, want, sketch(src, parts))
	}
}

func FuzzInfer(f *testing.F) {
	f.Add("一、甲\n乙。\n二、丙\n丁。\n")
	f.Add("第一章 甲\n　　乙\r\n第二章 丙\n")
	f.Add("各位代表: 现在报告。 一、回顾2020年,好。 (一)稳增长。全市。 (二)调结构。全市。 二、安排各位代表!")
	f.Add("\xff一、\xe4\xb8 二、")
	f.Fuzz(func(t *testing.T, src string) { lawful(t, src, Infer(src)) })
}
