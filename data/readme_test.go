package data

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"juan/data/internal/dump"
)

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
		f := file{text: c.src, title: "名", name: "README.md"}
		d := f.markdown()
		if got := dump.Body(d.body); d.entry.Title != c.title || got != c.want {
			t.Errorf("%q\n got %q %q\nwant %q %q", c.src, d.entry.Title, got, c.title, c.want)
		}
	}
}

// Names in GBK, as unpacking an old zip leaves them, are opened and decoded.
func TestNamesThatAreNotUTF8(t *testing.T) {
	dir := t.TempDir()
	name, folder := gbk("山中来客"), gbk("第一卷")
	if err := os.MkdirAll(filepath.Join(dir, folder, "sub"), 0o755); err != nil {
		t.Skip(err)
	}
	for _, p := range []string{name + ".txt", folder + "/" + name + ".md", folder + "/b.md", folder + "/sub/c.md"} {
		if err := os.WriteFile(filepath.Join(dir, p), []byte("文。"), 0o644); err != nil {
			t.Skip(err) // the system wants names in UTF-8
		}
	}
	write(t, dir, "a.md", "文。")
	o := open(t, "", dir)
	if got := strings.Fields(o.ids()); len(o.errs) > 0 || len(got) != 5 || !strings.Contains(o.ids(), "第一卷/山中来客") || !strings.Contains(o.ids(), "第一卷/sub/c") {
		t.Errorf("%q %v", o.ids(), o.errs)
	}
	for _, a := range o.articles {
		if strings.Contains(a.Title+a.ID+a.Group+a.Path, "\ufffd") {
			t.Errorf("%+v", a.Entry)
		}
	}
	o = open(t, "", filepath.Join(dir, folder, name+".md"))
	if len(o.articles) != 1 || o.articles[0].Title != "山中来客" || o.ids() != "山中来客" {
		t.Errorf("%q %v", o.ids(), o.errs)
	}
}
