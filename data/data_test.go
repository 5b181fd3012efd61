package data

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"juan/data/corpus"
	"juan/data/fault"
	"juan/data/internal/dump"
	"juan/model"
)

// opened is all that a sequence yielded.
type opened struct {
	articles []*model.Article
	errs     []error
}

func (o opened) ids() string {
	var ids []string
	for _, a := range o.articles {
		ids = append(ids, a.ID)
	}
	return strings.Join(ids, " ")
}

func open(t *testing.T, stdin string, paths ...string) opened {
	t.Helper()
	var o opened
	for a, err := range Open(t.Context(), paths, strings.NewReader(stdin), Options{}) {
		if err != nil {
			o.errs = append(o.errs, err)
		} else {
			o.articles = append(o.articles, a)
		}
	}
	if len(paths) == 1 {
		checkWhole(t, paths[0], o)
	}
	return o
}

func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	p := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return p
}

func reason(t *testing.T, err error) fault.Reason {
	t.Helper()
	var e *fault.Error
	if !errors.As(err, &e) {
		t.Fatalf("%v (%T) is no *Error", err, err)
	}
	return e.Reason
}

func TestEmbeddedLibraryLoads(t *testing.T) {
	n := 0
	for a, err := range Load(t.Context(), corpus.Files(), Options{}) {
		if err != nil {
			t.Error(err)
			continue
		}
		n++
		if a.Title == "" || a.Path != "" || a.Chars == 0 {
			t.Errorf("%s: title %q, path %q, %d characters", a.ID, a.Title, a.Path, a.Chars)
		}
	}
	if n == 0 {
		t.Error("the library is empty")
	}
}

func TestSampleListingOpensAsEightArticles(t *testing.T) {
	const sample = "../../shared/corpus/xuchang-listing.txt"
	if _, err := os.Stat(sample); err != nil {
		t.Skip("the sample listing is not here")
	}
	o := open(t, "", sample)
	if len(o.articles) != 8 {
		t.Fatalf("%d articles: %s", len(o.articles), o.ids())
	}
	for _, a := range o.articles {
		if a.Title == "" || a.Date.Year() != 2025 || a.Date.Month() != 7 {
			t.Errorf("%s: title %q, date %v", a.ID, a.Title, a.Date)
		}
	}
	var n *fault.Notice
	if len(o.errs) != 1 || !errors.As(o.errs[0], &n) || n.Remark != fault.Furniture || n.N != 3 {
		t.Errorf("notices: %v", o.errs)
	}
}

func TestFolderIsACorpus(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "b.md", "# 乙\n\n文。")
	write(t, dir, "a.txt", "甲文。")
	write(t, dir, "卷一/c.md", "丙文。")
	write(t, dir, ".git/d.md", "丁文。")
	write(t, dir, "e.png", "\x89PNG")
	o := open(t, "", dir)
	if got := o.ids(); got != "a b 卷一/c" || len(o.errs) != 0 {
		t.Fatalf("ids %q, errors %v", got, o.errs)
	}
	if g := o.articles[2].Group; g != "卷一" {
		t.Errorf("group %q", g)
	}
}

func TestBadSourcesGiveOneErrorEach(t *testing.T) {
	dir := t.TempDir()
	good := write(t, dir, "good.md", "好。")
	os.Mkdir(filepath.Join(dir, "none"), 0o755)
	for _, c := range []struct {
		path string
		want fault.Reason
	}{
		{filepath.Join(dir, "missing.md"), fault.NotFound},
		{filepath.Join(dir, "none"), fault.NoArticles},
		{write(t, dir, "empty.txt", " \n"), fault.Empty},
		{write(t, dir, "binary", "ELF\x00\x01\x02"), fault.Binary},
	} {
		o := open(t, "", c.path, good)
		if len(o.errs) != 1 || len(o.articles) != 1 {
			t.Errorf("%s: %d errors, %d articles", c.path, len(o.errs), len(o.articles))
			continue
		}
		if got := reason(t, o.errs[0]); got != c.want {
			t.Errorf("%s: %v, want %v", c.path, got, c.want)
		}
	}
}

func TestIDsAreUnique(t *testing.T) {
	fsys := fstest.MapFS{
		"a.md":  {Data: []byte("---\nid: x\n---\n一")},
		"b.md":  {Data: []byte("---\nid: x\n---\n二")},
		"x.txt": {Data: []byte("三")},
	}
	seen := map[string]bool{}
	for a, err := range Load(t.Context(), fsys, Options{Root: "r"}) {
		if err != nil {
			t.Fatal(err)
		}
		if seen[a.ID] {
			t.Errorf("%s twice", a.ID)
		}
		seen[a.ID] = true
	}
	if len(seen) != 3 {
		t.Errorf("%d articles", len(seen))
	}
}

func TestStandardInput(t *testing.T) {
	o := open(t, "# 题\n\n文。\n", "-")
	if len(o.articles) != 1 || o.articles[0].ID != "stdin" {
		t.Fatalf("%v %v", o.ids(), o.errs)
	}
}

// A folder names the files that say they are texts and are not, and serves
// the rest; of others it says nothing.
func TestFolderNamesWhatIsNoText(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.md", "文。")
	write(t, dir, "b.md", "")
	write(t, dir, "c.txt", "\x00\x01\x02")
	write(t, dir, "d.html", "\n")
	write(t, dir, "e.jsonl", " \n")
	write(t, dir, "f.png", "\x89PNG\x00")
	write(t, dir, "LICENSE", "")
	write(t, dir, "program", "\x7fELF\x00")
	write(t, dir, "g.zip", string(zipped(entryText{"h.md", "文。"}, entryText{"i.txt", ""})))
	o := open(t, "", dir)
	var got []string
	for _, err := range o.errs {
		got = append(got, strings.TrimPrefix(err.Error(), dir+"/"))
	}
	want := []string{"b.md: empty", "c.txt: not a text", "d.html: empty", "e.jsonl: empty", "g.zip/i.txt: empty"}
	if o.ids() != "a g/h" || !slices.Equal(got, want) {
		t.Errorf("%q %q, want %q", o.ids(), got, want)
	}
}

// One bad byte in a short text is shown as such and said; the rest is read.
func TestBadByteIsShownAndSaid(t *testing.T) {
	p := write(t, t.TempDir(), "a.md", "# 标题\n\n正\x1b文\x9b在此。\n")
	o := open(t, "", p)
	var n *fault.Notice
	if len(o.articles) != 1 || len(o.errs) != 1 || !errors.As(o.errs[0], &n) || n.Remark != fault.Undecodable || n.N != 1 {
		t.Fatalf("%q %v", o.ids(), o.errs)
	}
	if a := o.articles[0]; a.Title != "标题" || !strings.HasSuffix(dump.Letters(a.Body), "文\ufffd在此。") {
		t.Errorf("%q: %q", a.Title, dump.Letters(a.Body))
	}
}
