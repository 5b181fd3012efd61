package data

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"juan/data/corpus"
	"juan/data/fault"
	"juan/data/internal/dump"
	"juan/data/internal/sample"
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
	for _, err := range Import(t.Context(), Load(t.Context(), corpus.Files(), Options{}), dir, ImportOptions{}) {
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
	for _, p := range []string{write(t, src, "novel.txt", sample.GBK(sample.Novel(60000))), write(t, src, "law.txt", law)} {
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

// What is read of any kind of source is written with all its characters, and
// opens again with the same title and outline.
func TestImportOfEveryKind(t *testing.T) {
	for name, raw := range valid() {
		source := write(t, t.TempDir(), name, string(raw))
		articles := open(t, "", source).articles
		written, errs := imported(t, t.TempDir(), ImportOptions{}, source)
		errs = slices.DeleteFunc(errs, func(err error) bool { return errors.As(err, new(*fault.Notice)) })
		if len(errs) > 0 || len(written) != len(articles) || len(written) == 0 {
			t.Errorf("%s: %d of %d written, %v", name, len(written), len(articles), errs)
			continue
		}
		for i, a := range articles {
			b := open(t, "", written[i]).articles[0]
			if got, want := dump.Letters(b.Body), dump.Letters(a.Body); got != want || b.Title != a.Title {
				t.Errorf("%s: %q %q\nis read back as %q %q", name, a.Title, want, b.Title, got)
			}
			if got, want := outlineOf(b), outlineOf(a); got != want {
				t.Errorf("%s: outline\n%swant\n%s", name, got, want)
			}
		}
	}
}
