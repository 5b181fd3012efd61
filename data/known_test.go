package data

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"juan/data/catalogue"
	"juan/data/database"
	"juan/data/internal/dump"
	"juan/data/internal/sample"
	"juan/model"
)

// kept returns a library that keeps a catalogue however little there is.
func kept(cache string, paths ...string) *Library {
	store := catalogue.New(catalogue.Options{Dir: cache, Limit: 1, Reader: readerVersion})
	l := newLibrary(paths, nil, Options{Cache: cache}, store)
	l.each = 1
	return l
}

// start follows a library, holds that it is what Open says, and returns how
// many texts were parsed.
func start(t *testing.T, cache string, paths ...string) int {
	t.Helper()
	l := kept(cache, paths...)
	f := follow(t, l)
	n := int(l.read.Load())
	agree(t, l, f, paths...)
	var errs []string
	for _, err := range Open(t.Context(), paths, nil, Options{}) {
		if err != nil {
			errs = append(errs, err.Error())
		}
	}
	slices.Sort(errs)
	if slices.Sort(f.errs); !slices.Equal(f.errs, errs) {
		t.Errorf("told %q, want %q", f.errs, errs)
	}
	if err := l.store.Trouble(); err != nil {
		t.Error(err)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	return n
}

// jsonl returns JSON lines of at least so many bytes, and scraped a listing. Most
// bytes are those of a field that is no article, so that much is read and little parsed.
func jsonl(size int) []byte {
	var b bytes.Buffer
	digest := strings.Repeat("0123456789abcdef", 400)
	for n := 0; b.Len() < size; n++ {
		switch n % 50 {
		case 7:
			fmt.Fprintf(&b, "no record\n")
		case 8:
			fmt.Fprintf(&b, "{\"id\":\"记%d\",\"title\":\"同题\",\"body\":\"## 节\\n\\n正文。\"}\r\n", n)
		}
		fmt.Fprintf(&b, "{\"title\":\"第%d篇\",\"date\":\"2024-05-%02d\",\"digest\":%q,\"body\":%q}\n", n%300, n%28+1, digest, sample.Novel(500))
	}
	return b.Bytes()
}

func scraped(size int) string {
	var b strings.Builder
	for n := 0; b.Len() < size; n++ {
		if n%40 == 3 {
			b.WriteString("页脚\n")
		}
		fmt.Fprintf(&b, "-\n第%d篇\n%s\n2024-05-%02d\n", n%500, sample.Novel(1500), n%28+1)
	}
	return b.String()
}

func TestTheSecondStartReadsNothing(t *testing.T) {
	dir, cache := shelfOf(t), t.TempDir()
	write(t, dir, "大/a.jsonl", string(jsonl(2*streamed)))
	write(t, dir, "大/b.txt", sample.GBK(scraped(2*streamed)))
	write(t, dir, "大/c.txt", scraped(2*streamed))
	first := start(t, cache, dir)
	if first == 0 {
		t.Fatal("nothing was read")
	}
	if n := start(t, cache, dir); n != 0 {
		t.Errorf("%d texts of %d were read again", n, first)
	}
	link := filepath.Join(t.TempDir(), "link")
	if os.Symlink(dir, link) == nil {
		if n := start(t, cache, link+"/"); n != 0 {
			t.Errorf("by a link %d texts were read again", n)
		}
	}
	t.Chdir(dir)
	if n := start(t, cache, "."); n != 0 {
		t.Errorf("from inside %d texts were read again", n)
	}
	if n := start(t, cache, "卷", "大"); n != 0 {
		t.Errorf("of two folders %d texts were read again", n)
	}
	write(t, dir, "a.md", "# 改了\n\n新文。")
	write(t, dir, "k.md", "# 新的\n\n新文。")
	os.Remove(filepath.Join(dir, "b.txt"))
	if n := start(t, cache, dir); n != 2 {
		t.Errorf("%d texts were read, want the two that changed", n)
	}
	if n := start(t, cache, dir); n != 0 {
		t.Errorf("%d texts were read again", n)
	}
}

// Whatever a folder holds, what is read of a record or a member by itself is
// what was read of the whole.
func TestLargeFilesOfRecordsStream(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.jsonl": string(jsonl(4 * streamed)), "b.txt": scraped(4 * streamed), "c.txt": sample.GBK(scraped(4 * streamed)),
		"d.jsonl": sample.GBK(string(jsonl(4 * streamed))),
	} {
		p := write(t, dir, name, text)
		l := OpenLibrary([]string{p}, nil, Options{})
		f := follow(t, l)
		agree(t, l, f, p)
		if f.corpus.Len() < 100 || f.corpus.Entries()[3].Size == 0 || f.corpus.Entries()[3].Size > 10000 {
			t.Errorf("%s: %d articles", name, f.corpus.Len())
		}
	}
}

// In parts a file says what it says as a whole.
func TestPartsAreTheWhole(t *testing.T) {
	for name, raw := range map[string][]byte{"a.jsonl": jsonl(4 * streamed), "b.txt": []byte(scraped(4 * streamed))} {
		p := write(t, t.TempDir(), name, string(raw))
		o := open(t, "", p)
		l := &loader{ctx: t.Context()}
		f := (&source{root: &root{name: p, path: p}}).file()
		if err := l.text(f, raw); err != nil {
			t.Fatal(err)
		}
		var names namer
		var whole []*model.Article
		var errs []string
		for i := range l.found {
			if one := &l.found[i]; one.err != nil {
				errs = append(errs, one.err.Error())
			} else {
				e := names.name(one)
				whole = append(whole, one.article.As(&e))
			}
		}
		if len(whole) != len(o.articles) || len(o.errs) != 1 || o.errs[0].Error() != errs[0] {
			t.Fatalf("%s: %d articles and %v, want %d and %v", name, len(o.articles), o.errs, len(whole), errs)
		}
		for i, a := range o.articles {
			b := whole[i]
			if told(a.Entry) != told(b.Entry) || dump.Body(a.Body) != dump.Body(b.Body) || a.Offset(model.Pos{}) != b.Offset(model.Pos{}) {
				t.Fatalf("%s: article %d\n%s, want\n%s", name, i, told(a.Entry), told(b.Entry))
			}
		}
	}
}

// Trouble with the catalogue is reported once, and the articles are there all the same.
func TestTroubleOfTheCatalogueIsToldOnce(t *testing.T) {
	dir, cache := t.TempDir(), t.TempDir()
	for i := range 20 {
		write(t, dir, fmt.Sprintf("%d.txt", i), "一段文字。\n")
	}
	write(t, cache, "catalogue.db", strings.Repeat("no database", 1000))
	l := kept(cache, dir)
	var told []error
	articles := 0
	for n := range l.Follow(t.Context()) {
		articles += len(n.Put)
		if n.Err != nil {
			told = append(told, n.Err)
		}
	}
	var e *database.Error
	if len(told) != 1 || !errors.As(told[0], &e) || articles != 20 {
		t.Errorf("of %d articles was told: %v", articles, told)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
}
