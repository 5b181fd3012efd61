package data

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"juan/data/charset"
	"juan/data/export"
	"juan/data/fault"
	"juan/data/format/compose"
	"juan/data/internal/dump"
	"juan/model"
)

func imported(t *testing.T, dir string, opt ImportOptions, paths ...string) (written []string, errs []error) {
	t.Helper()
	articles := Open(t.Context(), paths, nil, Options{})
	for p, err := range Import(t.Context(), articles, dir, opt) {
		if err != nil {
			errs = append(errs, err)
		} else {
			written = append(written, p)
		}
	}
	return written, errs
}

// outlineOf writes an outline a line a section.
func outlineOf(a *model.Article) string {
	var b strings.Builder
	for _, s := range a.Outline {
		b.WriteString(strings.Repeat("  ", s.Level))
		b.WriteString(s.Text())
		if s.Kind == model.RunIn {
			b.WriteString(" »")
		}
		if !s.Certain {
			b.WriteString(" ?")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestImportOfTheSampleKeepsTextAndOutline(t *testing.T) {
	const sample = "../../shared/corpus/xuchang-listing.txt"
	if _, err := os.Stat(sample); err != nil {
		t.Skip("the sample listing is not here")
	}
	dir := t.TempDir()
	written, _ := imported(t, dir, ImportOptions{}, sample)
	if len(written) != 8 {
		t.Fatalf("%d files written", len(written))
	}
	for i, a := range open(t, "", sample).articles {
		o := open(t, "", written[i])
		if len(o.articles) != 1 || len(o.errs) > 0 {
			t.Fatalf("%s: %v", written[i], o.errs)
		}
		b := o.articles[0]
		if b.ID != a.ID || b.Title != a.Title || !b.Date.Equal(a.Date) || dump.Letters(b.Body) != dump.Letters(a.Body) {
			t.Errorf("%s: text or entry changed", a.Title)
		}
		if got, want := outlineOf(b), outlineOf(a); got != want {
			t.Errorf("%s: outline\n%swant\n%s", a.Title, got, want)
		}
	}
}

func TestImportKeepsTheLibrary(t *testing.T) {
	dir := t.TempDir()
	n := 0
	for _, err := range Import(t.Context(), Load(t.Context(), Embedded(), Options{}), dir, ImportOptions{}) {
		if n++; err != nil {
			t.Error(err)
		}
	}
	if n == 0 {
		t.Error("nothing was imported")
	}
}

func TestImportKeepsANovelAndALaw(t *testing.T) {
	law := "某某条例\n\n第一章　总则\n"
	for i, c := range strings.Split("一二三四五六七八九", "") {
		law += "第" + c + "条　为了做好这件事情，特地写下这一条规定。\n（一）头一种情形；\n（二）第二种情形。\n"
		if i == 4 {
			law += "第二章　附则\n"
		}
	}
	src := t.TempDir()
	for _, p := range []string{write(t, src, "novel.txt", gbk(novel(60000))), write(t, src, "law.txt", law)} {
		written, errs := imported(t, t.TempDir(), ImportOptions{}, p)
		if len(written) != 1 || len(errs) > 0 {
			t.Errorf("%s: %v %v", p, written, errs)
			continue
		}
		a, b := open(t, "", p).articles[0], open(t, "", written[0]).articles[0]
		if len(a.Outline) < 3 || outlineOf(a) != outlineOf(b) {
			t.Errorf("%s: outline\n%swant\n%s", p, outlineOf(b), outlineOf(a))
		}
	}
}

// What was read of any format is written with all its characters and opens
// with the same outline.
func TestImportKeepsEveryFormat(t *testing.T) {
	for name, raw := range valid() {
		p := write(t, t.TempDir(), name, string(raw))
		articles := open(t, "", p).articles
		written, errs := imported(t, t.TempDir(), ImportOptions{}, p)
		for _, err := range errs {
			if _, notice := err.(*fault.Notice); !notice {
				t.Errorf("%s: %v", name, err)
			}
		}
		if len(written) != len(articles) || len(articles) == 0 {
			t.Errorf("%s: %d of %d written", name, len(written), len(articles))
			continue
		}
		for i, a := range articles {
			o := open(t, "", written[i])
			if len(o.articles) != 1 {
				t.Errorf("%s: %v", written[i], o.errs)
				continue
			}
			if b := o.articles[0]; dump.Letters(b.Body) != dump.Letters(a.Body) || outlineOf(b) != outlineOf(a) || b.Title != a.Title {
				t.Errorf("%s: %q\nwas\n%s%sis\n%s%s", name, b.Title, outlineOf(a), dump.Body(a.Body), outlineOf(b), dump.Body(b.Body))
			}
		}
	}
}

func TestImportNeverOverwritesUnlessForced(t *testing.T) {
	dir := t.TempDir()
	src := write(t, t.TempDir(), "甲.txt", "新文。")
	old := write(t, dir, "甲.md", "旧文。")
	written, errs := imported(t, dir, ImportOptions{}, src)
	if len(written) != 0 || len(errs) != 1 || reason(t, errs[0]) != fault.Exists {
		t.Errorf("%v %v", written, errs)
	}
	if b, _ := os.ReadFile(old); string(b) != "旧文。" {
		t.Errorf("overwritten: %s", b)
	}
	if _, errs = imported(t, dir, ImportOptions{Force: true}, src); len(errs) != 0 {
		t.Error(errs)
	}
	if b, _ := os.ReadFile(old); !strings.Contains(string(b), "新文。") {
		t.Errorf("not replaced: %s", b)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".juan-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestImportRepairsPunctuation(t *testing.T) {
	src := write(t, t.TempDir(), "a.md", "甲,乙`c,d`丙,丁[链,接](u)。")
	repair := func(s string) string { return strings.ReplaceAll(s, ",", "，") }
	written, errs := imported(t, t.TempDir(), ImportOptions{Repair: repair}, src)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	if got, want := dump.Body(open(t, "", written[0]).articles[0].Body), "p 甲，乙{c c,d}丙，丁{l 链,接 →u}。\n"; got != want {
		t.Errorf("%q", got)
	}
	loses := func(s string) string { return strings.ReplaceAll(s, "甲", "") }
	written, _ = imported(t, t.TempDir(), ImportOptions{Repair: loses}, src)
	if b, _ := os.ReadFile(written[0]); !strings.Contains(string(b), "甲,乙") {
		t.Errorf("a letter was lost: %s", b)
	}
}

func TestMarkdownIsWrittenAsItIsRead(t *testing.T) {
	for _, src := range []string{
		"甲**乙**丙*丁*~~戊~~`己`[链](u \"t\")![图](a.png)\n",
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
		f := file{text: src, title: "题", name: "a.md"}
		d := f.markdown()
		a := model.NewArticle(d.entry, d.body)
		text := export.Markdown(a, true)
		if !readsBack(a, text) {
			t.Errorf("%q does not read back from %q", src, text)
			continue
		}
		g := file{text: text, title: "题", name: "a.md"}
		if got, want := dump.Body(g.markdown().body), dump.Body(d.body); got != want {
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
		if text := export.Markdown(a, true); len(body) > 0 && !readsBack(a, text) {
			g := file{text: text, name: "a.md"}
			t.Fatalf("%q\nis written as %q\nand read as\n%s", src, text, dump.Body(g.markdown().body))
		}
	})
}

func TestSideFileCorrectsTheOutline(t *testing.T) {
	dir := t.TempDir()
	long := strings.Repeat("这里说明有关的情况和做法，篇幅较长。", 4)
	p := write(t, dir, "a.txt", "起头一段。"+long+"\n真标题\n"+long+"\n要点先行。"+long+"\n假标题\n"+long+"\n")
	write(t, dir, "a.txt.juan.toml", "[[heading]]\ntext = \"真标题\"\nlevel = 1\n[[heading]]\ntext = \"要点先行\"\nlevel = 2\nkind = \"run-in\"\n[[heading]]\ntext = \"假标题\"\nlevel = 0\n")
	o := open(t, "", p)
	if got, want := outlineOf(o.articles[0]), "  真标题\n    要点先行 »\n"; got != want {
		t.Errorf("outline\n%swant\n%s", got, want)
	}
	if n, ok := o.errs[0].(*fault.Notice); len(o.errs) != 1 || !ok || n.Remark != fault.SideFile {
		t.Errorf("%v", o.errs)
	}
	if o := open(t, "", dir); len(o.articles) != 1 || len(o.articles[0].Outline) != 2 {
		t.Errorf("in a folder: %v %v", o.ids(), o.errs)
	}
	write(t, dir, "a.txt.juan.toml", "[[heading]\n")
	if o := open(t, "", p); len(o.articles) != 1 || len(o.errs) != 1 || o.errs[0].(*fault.Notice).Remark != fault.BadSideFile {
		t.Errorf("%v", o.errs)
	}
}

func TestCorrectionPartsAHeadingFromItsText(t *testing.T) {
	f := file{name: "a.md", text: "---\nheadings:\n- {text: 一、许昌, level: 2, kind: heading}\n---\n一、许昌市**场**开\n"}
	if got, want := dump.Body(f.markdown().body), "h1 一、|许昌\np 市{b 场}开\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
