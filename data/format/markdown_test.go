package format

import (
	"strings"
	"testing"
	"unicode/utf8"

	"juan/data/internal/dump"
)

func TestMarkdownOffsets(t *testing.T) {
	src := "---\ntitle: 题\n---\n# 一、概况\n正文**强**调，\n第二行[链](u)&amp;尾\\*。\n\n> 引\n> 文\n\n- 项\n  续\n\n| 甲 | 乙 |\n|--|--|\n| 丙*丁* | 戊 |\n\n<p>块&lt;</p>\n"
	f := Text{text: src}
	d := f.markdown()
	dump.CheckOffsets(t, src, d.Body)
	if len(f.Notices) > 0 {
		t.Error(f.Notices)
	}
}

func TestTitleOfMarkdown(t *testing.T) {
	for _, c := range []struct{ src, title, want string }{
		{"# 题\n\n文\n\n## 甲\n\n### 乙", "题", "p 文\nh1 |甲\nh2 |乙\n"},
		{"# 甲\n\n# 乙", "甲", "h1 |甲\nh1 |乙\n"},
		{"前\n\n# 题", "题", "p 前\nh1 |题\n"},
		{"---\ntitle: 题\n---\n# 题\n\n## 甲", "题", "h1 |甲\n"},
		{"---\ntitle: 题\n---\n# 别题\n\n## 甲", "题", "h1 |别题\nh2 |甲\n"},
		{"## 甲\n\n#### 乙\n\n> # 引", "名", "h1 |甲\nh3 |乙\n> h1 |引\n"},
		{"+++\ntitle = \"题\"\n+++\n文", "题", "p 文\n"},
	} {
		f := Text{text: c.src, Title: "名"}
		d := f.markdown()
		if got := dump.Body(d.Body); d.Entry.Title != c.title || got != c.want {
			t.Errorf("%q\n got %q %q\nwant %q %q", c.src, d.Entry.Title, got, c.title, c.want)
		}
	}
}

func TestFrontMatter(t *testing.T) {
	for _, src := range []string{
		"---\nid: a\ntitle: 题\ndate: 2025-07-08\ndelivered: 2021年3月23日\nsource: 源\nnote: 注\ntags: [甲, 乙]\ncolour: {a: 1}\n---\n文",
		"+++\nid = \"a\"\ntitle = \"题\"\ndate = 2025-07-08\ndelivered = \"2021/3/23\"\nsource = \"源\"\nnote = \"注\"\ntags = [\"甲\", \"乙\"]\n[colour]\na = 1\n+++\n文",
	} {
		f := Text{text: src}
		e := f.markdown().Entry
		if e.ID != "a" || e.Title != "题" || e.Date.Format("2006-1-2") != "2025-7-8" || e.Delivered.Format("2006-1-2") != "2021-3-23" ||
			e.Source != "源" || e.Note != "注" || strings.Join(e.Tags, "") != "甲乙" {
			t.Errorf("%+v", e)
		}
		if len(f.Notices) > 0 {
			t.Error(f.Notices)
		}
	}
}

func TestWrongFrontMatterGivesANotice(t *testing.T) {
	for _, c := range []struct {
		src     string
		notices int
		body    string
	}{
		{"---\ndate: 昨天\ntitle: 题\n---\n文", 1, "p 文\n"},
		{"---\ntitle: [a\n---\n文", 0, "p 文\n"},
		{"---\ntitle: [a\nid: b\n！\n---\n文", 1, "p 文\n"},
		{"---\n甲\n---\n文", 0, "---\nh2 |甲\np 文\n"},
		{"---\n\n文", 0, "---\np 文\n"},
	} {
		f := Text{text: c.src}
		d := f.markdown()
		if got := dump.Body(d.Body); len(f.Notices) != c.notices || strings.ReplaceAll(got, "h1", "h2") != c.body {
			t.Errorf("%q: %v %q", c.src, f.Notices, got)
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{"# 一\n\n- a\n  > b\n", "[^1]\n\n[^1]: x", "| a |\n|--|\n| b |", "<div>&amp;<br></div>", "```\nx", "---\na: 1\n---\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) {
			return
		}
		doc := Text{text: src}
		dump.CheckInside(t, len(src), doc.markdown().Body)
	})
}

// A title keeps its place among the badges of a project.
func TestBadgesLeaveTheTitle(t *testing.T) {
	for _, c := range []struct{ src, title, want string }{
		{"[![构建](b.svg)](u) ![版本](v.svg)\n\n# 渡口\n\n正文", "渡口", "p {lp 构建 →b.svg} {p 版本 →v.svg}\np 正文\n"},
		{"# 渡口 [![构建](b.svg)](u)\n\n正文", "渡口", "p {lp 构建 →b.svg}\np 正文\n"},
		{"![标](l.png)\n\n[![甲](a.svg)](u)\n[![乙](b.svg)](u)\n\n# 渡口\n\n## 用法", "渡口", "p {p 标 →l.png}\np {lp 甲 →a.svg}{lp 乙 →b.svg}\nh1 |用法\n"},
		{"# ![标](l.png)\n\n正文", "标", "p 正文\n"},
		{"<p align=\"center\"><img alt=\"标\" src=\"l.png\"></p>\n<h1 align=\"center\">渡口</h1>\n\n正文", "渡口", "p {p 标 →l.png}\np 正文\n"},
		{"文字\n\n# 渡口", "渡口", "p 文字\nh1 |渡口\n"},
	} {
		f := Text{text: c.src, Title: "名", Name: "README.md"}
		d := f.markdown()
		if got := dump.Body(d.Body); d.Entry.Title != c.title || got != c.want {
			t.Errorf("%q\n got %q %q\nwant %q %q", c.src, d.Entry.Title, got, c.title, c.want)
		}
	}
}

// The comments of programs and settings begin as headings of Markdown do.
func TestCommentsAreNoMarkdown(t *testing.T) {
	for _, c := range []struct {
		name, src string
		markdown  bool
	}{
		{"水位.txt", "# 水位站\n[gauge]\nevery = 3600\nport = 7001\n\n[log]\n# 1. 去处\npath = /var/log\n", false},
		{"水位.conf", "# written by the keeper of the gauge\nworker_processes 2;\npid /run/gauge.pid;\n# 先停再改\nkeepalive_timeout 30;\n", false},
		{"水位.txt", "程序如下。\n\n#!/bin/sh\n# 1. 去处\nOUT=/srv/level\n\n# 2. 量\ncat /dev/gauge >> \"$OUT\"\n\n改动以前先抄一份。\n", false},
		{"水位.yaml", "# 水位站\nversion: \"2\"\n\n# 一、服务\nservices:\n  gauge:\n    image: gauge:2\n", false},
		{"水位.txt", "# 水位\n\n河水涨了三尺。\n\n## 上湾\n\n一切如常。\n", true},
		{"水位.txt", "# 安装\n\n先下载。\n\n# 使用\n\n    $ gauge\n", true},
		{"水位.txt", "# 水位\n河水涨了三尺，老周一夜没有合眼。\n", true},
		{"水位.txt", "OUT=/srv/level\nexport OUT\n\n# 说明\n\n以上两行写进配置里。\n", true},
	} {
		f := Text{text: c.src, Name: c.name}
		if got := f.isMarkdown(); got != c.markdown {
			t.Errorf("%q: Markdown %v", c.src, got)
		}
	}
}
