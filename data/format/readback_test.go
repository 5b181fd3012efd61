package format

import (
	"strings"
	"testing"
	"unicode/utf8"

	"juan/data/charset"
	"juan/data/export"
	"juan/data/format/compose"
	"juan/data/internal/dump"
	"juan/model"
)

func TestMarkdownIsWrittenAsItIsRead(t *testing.T) {
	for _, src := range []string{
		"甲**乙**丙*丁*~~戊~~`己`[链](u \"t\")![图](a.png)\n",
		"![](图/一.png) ![](一.png)![](一.png) ![一\\_二](a.png) ![*重*图](a.png \"说明\")\n",
		"```lines\ndiff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1,2 +1,2 @@ int main(void)\n-\tint i;\n+\tlong i;\n```\n",
		"甲\\*乙\\_丙 \\[1\\] \\<b\\> a\\&amp;b\n\n1\\. 甲\n\n\\- 乙\n\n\\# 丙\n\n\\> 丁\n",
		"- 甲\n- 乙\n  1. 丙\n\n     续\n  2. 丁\n\n> 引\n>\n> - 项\n>\n>   续\n\n- [x] 做\n- [ ] 未\n",
		"| 甲 | 乙\\|丙 |\n|:--|--:|\n| 一<br>二 | `a\\|b` |\n",
		"|  |  |\n|--|--|\n| 甲 | 乙 |\n",
		"```go\nx := `a`\n\n```\n\n    四格\n\n***\n\n```verse\n一\n二\n```\n",
		"甲[^1]乙[^2]\n\n[^1]: 注一\n[^2]: 注二\n\n    续注\n",
		"一\\\n二\\\n三\\\n四\n\n甲\\\n1\\. 乙\\\n\\- 丙\n",
		"# 甲\n\n## 乙\n\n### 丙\n\n#### 丁\n\n##### 戊\n\n###### 己\n",
		"见 https://a.cn/x_y_z?q=1&b=2 与 <https://b.cn> 和 a@b.cn\n",
		"=====\n\n甲\n\\===\n\n乙\n\\---\n",
	} {
		f := Text{text: src, Title: "题", Name: "a.md"}
		d := f.markdown()
		a := model.NewArticle(d.Entry, d.Body)
		text := export.Markdown(a, true)
		if !ReadsBack(a, text) {
			t.Errorf("%q does not read back from %q", src, text)
			continue
		}
		g := Text{text: text, Title: "题", Name: "a.md"}
		if got, want := dump.Body(g.markdown().Body), dump.Body(d.Body); got != want {
			t.Errorf("%q\nbecomes\n%swant\n%s", src, got, want)
		}
	}
}

// Whatever lines a text has, they can be written as Markdown paragraphs that
// say the same.
func FuzzExport(f *testing.F) {
	f.Add("1. 甲\n- 乙\n# 丙\n> 丁\n***\n| a | b |\n[^1]: x\n&amp;<b>`c`\\")
	f.Add("===\n---\n~~~\n    四格\nhttps://a.cn/_x_\n![a](b)\n[toc]")
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) || strings.ContainsAny(src, "\x00\ufeff") {
			return
		}
		var body []model.Block
		for line := range strings.SplitSeq(charset.OneLineBreak(src), "\n") {
			if l := compose.Trimmed(line, 0, len(line)); l.From < l.To {
				body = append(body, model.Paragraph{Prose: model.Plain(line[l.From:l.To])})
			}
		}
		a := model.NewArticle(model.Entry{Title: "题"}, body)
		if text := export.Markdown(a, true); len(body) > 0 && !ReadsBack(a, text) {
			g := Text{text: text, Name: "a.md"}
			t.Fatalf("%q\nis written as %q\nand read as\n%s", src, text, dump.Body(g.markdown().Body))
		}
	})
}

// A run-in heading whose number a full-width blank parts from its title is
// written and read back as the same.
func TestRunInsWithWideBlanksReadBack(t *testing.T) {
	const text = "第二条　包装由乙方负责，费用另计。"
	lead := model.Lead{End: len("第二条　包装由乙方负责"), Number: len("第二条"), Level: 1, Kind: model.RunIn}
	a := model.NewArticle(model.Entry{Title: "题"}, []model.Block{model.Paragraph{Prose: model.Plain(text), Lead: lead}})
	if written := export.Markdown(a, true); !ReadsBack(a, written) {
		t.Errorf("does not read back from %q", written)
	}
}

func TestCorrectionPartsAHeadingFromItsText(t *testing.T) {
	f := Text{Name: "a.md", text: "---\nheadings:\n- {text: 一、许昌, level: 2, kind: heading}\n---\n一、许昌市**场**开\n"}
	if got, want := dump.Body(f.markdown().Body), "h1 一、|许昌\np 市{b 场}开\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
