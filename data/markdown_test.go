package data

import (
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"juan/data/format/date"
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
		if got := dump(blocksOf(t, c.src)); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.src, got, c.want)
		}
	}
}

func blocksOf(t *testing.T, src string) []model.Block {
	t.Helper()
	body, ok := markdownBlocks(src, 0)
	if !ok {
		t.Fatal("not parsed in time")
	}
	return body
}

// checkOffsets holds that what is verbatim stands in the source where Offset
// says, and that no offset leaves the source.
func checkOffsets(t *testing.T, src string, body []model.Block) {
	t.Helper()
	for i, b := range body {
		text := b.Text()
		if _, code := b.(model.Code); code {
			continue // indented code is known by its first byte
		}
		for at, r := range text {
			off := b.Offset(at)
			if off < 0 || off > len(src) {
				t.Fatalf("block %d: byte %d is at %d of %d", i, at, off, len(src))
			}
			if got, _ := utf8.DecodeRuneInString(src[off:]); got != r && r != '\n' && r != ' ' && r != '\t' && !strings.ContainsRune("&\\<[!", got) {
				t.Errorf("block %d %q: byte %d is %q, at %d stands %q", i, text, at, r, off, got)
				return
			}
		}
	}
}

func TestMarkdownOffsets(t *testing.T) {
	src := "---\ntitle: 题\n---\n# 一、概况\n正文**强**调，\n第二行[链](u)&amp;尾\\*。\n\n> 引\n> 文\n\n- 项\n  续\n\n| 甲 | 乙 |\n|--|--|\n| 丙*丁* | 戊 |\n\n<p>块&lt;</p>\n"
	f := file{text: src}
	d := f.markdown()
	checkOffsets(t, src, d.body)
	if len(f.notices) > 0 {
		t.Error(f.notices)
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
		f := file{text: c.src, title: "名"}
		d := f.markdown()
		if got := dump(d.body); d.entry.Title != c.title || got != c.want {
			t.Errorf("%q\n got %q %q\nwant %q %q", c.src, d.entry.Title, got, c.title, c.want)
		}
	}
}

func TestFrontMatter(t *testing.T) {
	for _, src := range []string{
		"---\nid: a\ntitle: 题\ndate: 2025-07-08\ndelivered: 2021年3月23日\nsource: 源\nnote: 注\ntags: [甲, 乙]\ncolour: {a: 1}\n---\n文",
		"+++\nid = \"a\"\ntitle = \"题\"\ndate = 2025-07-08\ndelivered = \"2021/3/23\"\nsource = \"源\"\nnote = \"注\"\ntags = [\"甲\", \"乙\"]\n[colour]\na = 1\n+++\n文",
	} {
		f := file{text: src}
		e := f.markdown().entry
		if e.ID != "a" || e.Title != "题" || e.Date.Format("2006-1-2") != "2025-7-8" || e.Delivered.Format("2006-1-2") != "2021-3-23" ||
			e.Source != "源" || e.Note != "注" || strings.Join(e.Tags, "") != "甲乙" {
			t.Errorf("%+v", e)
		}
		if len(f.notices) > 0 {
			t.Error(f.notices)
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
		f := file{text: c.src}
		d := f.markdown()
		if got := dump(d.body); len(f.notices) != c.notices || strings.ReplaceAll(got, "h1", "h2") != c.body {
			t.Errorf("%q: %v %q", c.src, f.notices, got)
		}
	}
}

func TestLongParagraphsAreParted(t *testing.T) {
	src := strings.Repeat("这是一句不长也不短的话。", 5000)
	for _, text := range []string{src, strings.Repeat("**重**"+src[:36], 2000)} {
		body := blocksOf(t, text)
		joined := ""
		for _, b := range body {
			if len(b.Text()) > maxParagraph {
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
		checkOffsets(t, text, body)
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
		doc := file{text: src}
		for i, b := range doc.markdown().body {
			if _, code := b.(model.Code); code && len(b.Text()) > len(src) {
				continue // tabs that have become spaces
			}
			for at := range b.Text() {
				if off := b.Offset(at); off < 0 || off > len(src) {
					t.Fatalf("block %d: byte %d at %d of %d", i, at, off, len(src))
				}
			}
		}
	})
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"2025-07-08", "2025-07-08 00:00:00"}, {"2025/7/8", "2025-07-08 00:00:00"}, {"2025.7.8 09:05", "2025-07-08 09:05:00"},
		{" 2025年7月8日 ", "2025-07-08 00:00:00"}, {"2025年7月", "2025-07-01 00:00:00"}, {"2025", "2025-01-01 00:00:00"},
		{"2025-07-08T09:05:06Z", "2025-07-08 09:05:06"}, {"2025-07-08 09:05:06", "2025-07-08 09:05:06"},
		{"昨天", ""}, {"2025-13-01", ""}, {"0001-1-1", ""}, {"12:30", ""}, {"", ""},
	} {
		got, ok := date.Parse(c.s)
		if ok != (c.want != "") || ok && got.Format("2006-01-02 15:04:05") != c.want {
			t.Errorf("%q: %v %v, want %s", c.s, got, ok, c.want)
		}
	}
}

// What looks like a tag and is no element of HTML is text.
func TestUnknownTagsAreText(t *testing.T) {
	for src, want := range map[string]string{
		"容器 Vec<T> 与 <newline> 都在":           "容器 Vec<T> 与 <newline> 都在",
		"水是H<sub>2</sub>O，<b>重</b>要":         "水是H₂O，重要",
		"注<!-- 不见 -->释 <my-part>在</my-part>": "注释 在",
	} {
		for a, err := range Load(t.Context(), fstest.MapFS{"a.md": &fstest.MapFile{Data: []byte(src)}}, Options{}) {
			if err != nil {
				t.Fatal(err)
			}
			if got := a.Body[0].Text(); got != want {
				t.Errorf("%q reads %q, want %q", src, got, want)
			}
		}
	}
}
