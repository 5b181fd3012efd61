package format

import (
	"strings"
	"testing"

	"juan/data/internal/dump"
	"juan/model/char"
)

// Front matter that YAML rejects, or that has another form, is kept as its
// author meant it.
func TestFrontMatterAsPeopleWriteIt(t *testing.T) {
	for _, c := range []struct{ src, title, date, tags, source string }{
		{"---\ntitle: 渡口: 夜船\ndate: 2020-01-02\n---\n正文", "渡口: 夜船", "2020-01-02", "", ""},
		{"---\ntitle: [翻译] 渡口\n---\n正文", "[翻译] 渡口", "", "", ""},
		{"---\ntitle: @某人的渡口\ntags: [甲, \"乙\"]\n---\n正文", "@某人的渡口", "", "甲 乙", ""},
		{"---\ntitle: `juan`用法\ntags:\n- 甲\n- 乙\n---\n正文", "`juan`用法", "", "甲 乙", ""},
		{"---\ntitle: 渡口\ntags:\n\t- 读书\n\t- 江\n---\n正文", "渡口", "", "读书 江", ""},
		{"---\ntitle:渡口\ndate:2020-01-02\n---\n正文", "渡口", "2020-01-02", "", ""},
		{"---\ntitle：渡口\n作者：某人\n---\n正文", "渡口", "", "", "某人"},
		{"---\nTitle: 渡口\nDATE: 2020-01-02\nAuthor: 某人\n---\n正文", "渡口", "2020-01-02", "", "某人"},
		{"---\n标题: 渡口\n日期: 2020年1月2日\n标签: 甲、乙\n来源: 某报\n作者: 某人\n---\n正文", "渡口", "2020-01-02", "甲 乙", "某报"},
		{"---\ntitle: \"她说\"你好\"\"\n---\n正文", "她说\"你好\"", "", "", ""},
		{"---\ntitle: 部署 {#deploy}\n---\n正文", "部署", "", "", ""},
		{"---\ntitle: - 渡口\n---\n正文", "- 渡口", "", "", ""},
		{"---\ntitle: 50%: 一半\ndescription: 有: 冒号\n---\n正文", "50%: 一半", "", "", ""},
		{"---\ntitle: *渡口*\n---\n正文", "*渡口*", "", "", ""},
		{"---\ntitle: !渡口\n---\n正文", "!渡口", "", "", ""},
		{"title: 博客\ndate: 2015-01-14 15:40:13\ntags:\n---\n\n正文", "博客", "2015-01-14", "", ""},
		{"Title: 博客: 一\nDate: 2015-01-14\n\n正文", "博客: 一", "2015-01-14", "", ""},
		{"{\n  \"title\": \"渡口\",\n  \"date\": \"2020-01-02\", \"tags\": [\"甲\"]\n}\n\n正文", "渡口", "2020-01-02", "甲", ""},
		{"-----\ntitle: 渡口\n-----\n正文", "渡口", "", "", ""},
		{"---\ntitle: 渡口\ndate: 2020年1月2日 星期四\n---\n正文", "渡口", "2020-01-02", "", ""},
		{";;;\n\"title\": \"渡口\"\n;;;\n正文", "渡口", "", "", ""},
		{"---\ntitle: 渡口 #1 号\n---\n正文", "渡口 #1 号", "", "", ""},
		{"---\ntitle: 渡口\ndate: 2020-01-02\n  坏: x\n- 项\n---\n正文", "渡口", "2020-01-02", "", ""},
		{"---\ncreated: 2020-01-02\ndate: 2021-01-02\ntitle: 甲\nupdated: 2022-01-01\n---\n正文", "甲", "2021-01-02", "", ""},
	} {
		f := Text{text: c.src, Name: "a.md", Title: "名"}
		d := f.markdown()
		date := ""
		if !d.Entry.Date.IsZero() {
			date = d.Entry.Date.Format("2006-01-02")
		}
		if e := d.Entry; e.Title != c.title || date != c.date || strings.Join(e.Tags, " ") != c.tags || e.Source != c.source || dump.Body(d.Body) != "p 正文\n" || len(f.Notices) > 0 {
			t.Errorf("%q\n got %q %s %q %q %v, body %q", c.src, e.Title, date, e.Tags, e.Source, f.Notices, dump.Body(d.Body))
		}
		if !f.isMarkdown() {
			t.Errorf("%q is not taken for Markdown", c.src)
		}
	}
}

// What only looks like front matter is text.
func TestTextIsNoFrontMatter(t *testing.T) {
	for _, src := range []string{"注意: 甲\n\n乙", "时间: 早上\n地点: 渡口\n\n正文", "title: 甲", "Note: this\nis text\n\nmore", "{ 甲 }\n\n乙", "{\"a\": 1}\n\n乙", "Title: 甲\n正文接着\n\n乙"} {
		f := Text{text: src, Name: "a.md", Title: "名"}
		d := f.markdown()
		if got := dump.Letters(d.Body); got != char.Squeezed(src) {
			t.Errorf("%q reads %q", src, got)
		}
	}
}
