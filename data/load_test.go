package data

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"juan/data/internal/sample"
	"juan/model"
)

// folder writes a folder of so many files, every third longer than what is read
// of it first, and returns it.
func folder(t testing.TB, files int) string {
	dir := t.TempDir()
	for i := range files {
		p := filepath.Join(dir, fmt.Sprintf("卷%02d", i%10), fmt.Sprintf("%05d.md", i))
		if i < 10 {
			if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
				t.Fatal(err)
			}
		}
		text := fmt.Sprintf("---\ndate: 2024-%02d-%02d\ntags: [甲, 乙]\n---\n# 第%d篇\n\n## 一\n\n正文。\n", i%12+1, i%28+1, i)
		if i%3 == 0 {
			text += sample.Novel(smallFile)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// In a large folder there is a row for each file before the bodies are read,
// with the title and the date that the whole has; no body is parsed twice.
func TestRowsComeFromTheHeads(t *testing.T) {
	const files = fewFiles * 2
	dir := folder(t, files)
	want := map[string]string{}
	for a, err := range Open(t.Context(), []string{dir}, nil, Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		want[a.Key] = fmt.Sprint(a.ID, a.Title, a.Date, a.Tags, a.Group)
	}
	l := OpenLibrary([]string{dir}, nil, Options{Cores: 2})
	var f followed
	rows, whole := map[string]bool{}, 0
	for n := range l.Follow(t.Context()) {
		f.hear(n)
		for _, e := range n.Put {
			if !e.Partial {
				whole++
			} else if whole > files*2/3 {
				t.Errorf("%s: its row comes after its body's turn", e.Key)
			}
			if rows[e.Key] = true; fmt.Sprint(e.ID, e.Title, e.Date, e.Tags, e.Group) != want[e.Key] {
				t.Errorf("the head says %v, the whole %s", e, want[e.Key])
			}
		}
	}
	if n := l.read.Load(); n != files || len(rows) != files || f.corpus.Len() != files {
		t.Errorf("%d texts parsed, %d rows, %d entries of %d files", n, len(rows), f.corpus.Len(), files)
	}
	for _, e := range f.corpus.Entries() {
		if e.Partial || e.Text.Len == 0 {
			t.Fatalf("%s is not whole", e.Key)
		}
	}
	agree(t, l, &f, dir)
}

// An article that is opened while all is loaded is parsed for that alone.
func TestOpeningWhileLoading(t *testing.T) {
	const files = fewFiles * 2
	dir := folder(t, files)
	l := OpenLibrary([]string{dir}, nil, Options{})
	var f followed
	opened := 0
	for n := range l.Follow(t.Context()) {
		f.hear(n)
		for _, e := range n.Put {
			if e.Partial && opened < 20 {
				opened++
				a, err := l.Fetch(t.Context(), e)
				if err != nil || a.Partial || a.Key != e.Key {
					t.Errorf("%s: %v", e.Key, err)
				}
			}
		}
	}
	if n := l.read.Load(); n < files || n > files+8 { // those under way when they were opened
		t.Errorf("%d texts parsed of %d", n, files)
	}
	agree(t, l, &f, dir)
}

// A record that is opened while its file is read is read by itself.
func TestOpeningARecordWhileLoading(t *testing.T) {
	p := write(t, t.TempDir(), "a.jsonl", string(jsonl(12*recordChunk)))
	l := OpenLibrary([]string{p}, nil, Options{})
	var f followed
	for n := range l.Follow(t.Context()) {
		f.hear(n)
		for _, e := range n.Put[:min(len(n.Put), 3)] {
			if a, err := l.Fetch(t.Context(), e); err != nil || a.Entry != e {
				t.Errorf("%s: %v", e.Key, err)
			}
		}
	}
	if n := int(l.read.Load()); n != f.corpus.Len() {
		t.Errorf("%d texts parsed of %d", n, f.corpus.Len())
	}
}

// News comes in batches: never more than there are files, and none is lost when the
// receiver is slow.
func TestNewsComesInBatches(t *testing.T) {
	dir := folder(t, 600)
	l := OpenLibrary([]string{dir}, nil, Options{})
	var f followed
	last := model.News{}
	for n := range l.Follow(t.Context()) {
		f.hear(n)
		if last = n; f.news < 5 {
			time.Sleep(30 * time.Millisecond)
		}
	}
	if !last.Whole || last.Found != 600 || last.Read != 600 || f.news > 200 {
		t.Errorf("%d news, the last %+v", f.news, last)
	}
	agree(t, l, &f, dir)
}

// The memory for a folder does not grow with its text.
func TestBodiesAreDropped(t *testing.T) {
	dir := t.TempDir()
	text := sample.Novel(200 << 10)
	for i := range 300 { // 60 MB
		write(t, dir, fmt.Sprintf("%03d.txt", i), fmt.Sprintf("第%d篇\n\n%s", i, text))
	}
	store := t.TempDir()
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	l := kept(store, dir)
	defer l.Close()
	most := uint64(0)
	for n := range l.Follow(t.Context()) {
		if n.Read > 0 {
			runtime.GC()
			runtime.ReadMemStats(&after)
			most = max(most, after.HeapAlloc-min(before.HeapAlloc, after.HeapAlloc))
		}
	}
	if most > 64<<20 {
		t.Errorf("%d MB are held while 60 MB are read", most>>20)
	}
	t.Logf("%d MB at most", most>>20)
}
