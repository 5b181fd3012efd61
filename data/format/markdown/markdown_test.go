package markdown

import (
	"strings"
	"testing"

	"juan/data/format/compose"
	"juan/data/internal/dump"
	"juan/model"
)

func TestMarkdownBlocks(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"# 一、概况\n正文\n第二行\nand Latin\nwords", "h1 一、|概况\np 正文第二行and Latin words\n"},
		{"标题\n===\n\n副题\n---", "h1 |标题\nh2 |副题\n"},
		{"甲**乙*丙***丁~~戊~~`己 庚`", "p 甲{b 乙}{bi 丙}丁{s 戊}{c 己 庚}\n"},
		{"**所谓“慢”**与*“快”*字，~~（旧）~~的", "p {b 所谓“慢”}与{i “快”}字，{s （旧）}的\n"},
		{"气温3~5℃，风力2~3级，2*3=6，4*5=20，~约~ ~~~甲~~~", "p 气温3~5℃，风力2~3级，2*3=6，4*5=20，~约~ ~~~甲~~~\n"},
		{"**Note:**text, a * b * c, *a*b", "p **Note:**text, a * b * c, {i a}b\n"},
		{"[名](https://a.cn \"t\") ![图](b.png) ![](dir/c.png)", "p {l 名 →https://a.cn} {p 图 →b.png} {p c.png →dir/c.png}\n"},
		{"见https://a.cn/x?q=1。又<https://b.cn> www.c.cn", "p 见{l https://a.cn/x?q=1 →https://a.cn/x?q=1}。又{l https://b.cn →https://b.cn} {l www.c.cn →http://www.c.cn}\n"},
		{"一\\*二&amp;三&#x4e2d;  \n四\\\n五", "p 一*二&三中⏎四⏎五\n"},
		{"甲<br>乙<b>丙</b><!-- 无 -->丁", "p 甲⏎乙丙丁\n"},
		{"- 甲\n- 乙\n  1. 丙\n  2. 丁\n- [x] 戊\n- [ ] 己", "1- p 甲\n2- p 乙\n2- 31.- p 丙\n2- 42.- p 丁\n5☑ p 戊\n6☐ p 己\n"},
		{"> 甲\n>> 乙\n\n3) 丙", "> p 甲\n> > p 乙\n33)- p 丙\n"},
		{"```go\nx := 1\n\n  y\n```\n\n    z\n", "c go \"x := 1\\n\\n  y\"\nc  \"z\"\n"},
		{"| 甲 | 乙 | 丙 |\n|---|:-:|--:|\n| 1.5 | **2** |\n", "t true [0 2 3] / 甲; 乙; 丙; / 1.5; {b 2}; ;\n"},
		{"|  |  |\n|:--|---|\n| 1 | 2 |\n", "t false [1 0] / 1; 2;\n"},
		{"甲[^a]乙[^1]\n\n[^1]: 注一\n[^a]: 注二\n\n    续\n[^z]: 未引", "p 甲{n 1 →1}乙{n 2 →2}\n[^1] p 注二\n[^1] p 续\n[^2] p 注一\n[^3] p 未引\n"},
		{"甲[^2]\n\n[^2]: 注", "p 甲{n 2 →2}\n[^2] p 注\n"},
		{"甲\n\n---\n\n[TOC]\n\n<!-- 无 -->\n\n<div>块<br>二</div>\n", "p 甲\n---\np 块⏎二\n"},
		{"```verse\n床前\n  明月\n\n疑是\n```", "v 床前⏎  明月⏎疑是\n"},
		{"春眠\\\n处处\\\n夜来\\\n花落", "v 春眠⏎处处⏎夜来⏎花落\n"},
		{"风急天高，\n渚清沙白。\n无边落木，\n不尽长江。", "v 风急天高，⏎渚清沙白。⏎无边落木，⏎不尽长江。\n"},
		{"一句一行。\n这也是一句话。\n短。\n源文件里的换行不算。", "p 一句一行。这也是一句话。短。源文件里的换行不算。\n"},
		{"　　甲\n　　乙\n丙", "p 甲\np 乙丙\n"},
		{"甲  \r\n乙\r\n丙\r\n\r\n```\r\nx\r\n y\r\n```\r\n\r\n| a | b |\r\n|--|--|\r\n| 1 | 2 |\r\n", "p 甲⏎乙丙\nc  \"x\\n y\"\nt true [0 0] / a; b; / 1; 2;\n"},
		{"　　甲\n\n-\n- 乙", "p 甲\n1- p \n2- p 乙\n"},
	} {
		if got := dump.Body(blocksOf(t, c.src)); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.src, got, c.want)
		}
	}
}

func blocksOf(t *testing.T, src string) []model.Block {
	t.Helper()
	body, ok := Blocks(src, 0)
	if !ok {
		t.Fatal("not parsed in time")
	}
	return body
}

func TestLongParagraphsAreParted(t *testing.T) {
	src := strings.Repeat("这是一句不长也不短的话。", 5000)
	for _, text := range []string{src, strings.Repeat("**重**"+src[:36], 2000)} {
		body := blocksOf(t, text)
		joined := ""
		for _, b := range body {
			if len(b.Text()) > compose.MaxParagraph {
				t.Errorf("%d bytes", len(b.Text()))
			}
			if !strings.HasSuffix(b.Text(), "。") {
				t.Errorf("cut inside a sentence: %q", b.Text()[len(b.Text())-30:])
			}
			joined += b.Text()
		}
		if joined != strings.ReplaceAll(text, "**", "") {
			t.Error("text was lost")
		}
		dump.CheckOffsets(t, text, body)
	}
}

// What looks like a tag and is no element of HTML is text.
func TestUnknownTagsAreText(t *testing.T) {
	for src, want := range map[string]string{
		"容器 Vec<T> 与 <newline> 都在":           "容器 Vec<T> 与 <newline> 都在",
		"水是H<sub>2</sub>O，<b>重</b>要":         "水是H₂O，重要",
		"注<!-- 不见 -->释 <my-part>在</my-part>": "注释 在",
	} {
		if got := blocksOf(t, src)[0].Text(); got != want {
			t.Errorf("%q reads %q, want %q", src, got, want)
		}
	}
}

func TestCaptionsOfPictures(t *testing.T) {
	for src, want := range map[string]string{
		"![图](a.png \"渡口夜景\")":                                        "p {p 图：渡口夜景 →a.png}\n",
		"![](a.png \"渡口\")":                                           "p {p 渡口 →a.png}\n",
		"![在这里插入图片描述](a.png \"渡口\")":                                  "p {p 渡口 →a.png}\n",
		"![渡口](a.png \"渡口\")":                                         "p {p 渡口 →a.png}\n",
		"![image](b/a.png)":                                           "p {p image →b/a.png}\n",
		"![*重*图](a.png)":                                              "p {p 重图 →a.png}\n",
		"<figure><img src=a.png><figcaption>渡口</figcaption></figure>": "p 渡口\n",
	} {
		if got := dump.Body(blocksOf(t, src)); got != want {
			t.Errorf("%s\n got %q\nwant %q", src, got, want)
		}
	}
}
