package data

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"juan/model"
)

// A watching follows a library while it is used.
type watching struct {
	t     *testing.T
	l     *Library
	paths []string
	stop  func()
	ended chan struct{}

	mu    sync.Mutex
	f     followed
	whole bool
}

func watch(t *testing.T, opt Options, paths ...string) *watching {
	opt.Watch = true
	ctx, cancel := context.WithCancel(t.Context())
	w := &watching{t: t, l: OpenLibrary(paths, nil, opt), paths: paths, stop: cancel, ended: make(chan struct{})}
	go func() {
		defer close(w.ended)
		for n := range w.l.Follow(ctx) {
			w.mu.Lock()
			w.f.hear(n)
			w.whole = w.whole || n.Whole
			w.mu.Unlock()
		}
	}()
	t.Cleanup(func() {
		cancel()
		<-w.ended
	})
	w.wait("whole", func() bool { return w.whole })
	return w
}

// wait waits until something is true; the time only bounds a failure.
func (w *watching) wait(what string, is func() bool) {
	w.t.Helper()
	for end := time.Now().Add(30 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		w.mu.Lock()
		ok := is()
		w.mu.Unlock()
		if ok {
			return
		}
		if time.Now().After(end) {
			w.t.Fatalf("never: %s", what)
		}
	}
}

// true waits until the reported library equals the disk.
func (w *watching) true(what string) {
	w.t.Helper()
	var want model.Corpus
	for a, err := range Open(w.t.Context(), w.paths, nil, Options{}) {
		if err == nil {
			want.Put(a.Entry)
		}
	}
	all := entries(&want)
	w.wait(what, func() bool { return slices.Equal(entries(&w.f.corpus), all) })
	w.mu.Lock()
	defer w.mu.Unlock()
	agree(w.t, w.l, &w.f, w.paths...)
}

func TestAWatchedLibraryStaysAShelf(t *testing.T) {
	dir := shelfOf(t)
	w := watch(t, Options{}, dir)
	w.true("as it was")
	write(t, dir, "a.md", "# 改了\n\n新文。")
	w.true("a file changed")
	write(t, dir, "new.md", "新文。")
	w.true("a file came")
	os.Remove(filepath.Join(dir, "b.txt"))
	w.true("a file went")
	write(t, dir, "新卷/下/c.md", "丙文。")
	write(t, dir, "新卷/d.md", "丁文。")
	w.true("a folder came")
	os.Rename(filepath.Join(dir, "新卷"), filepath.Join(dir, "旧卷"))
	w.true("a folder was renamed")
	write(t, dir, "旧卷/下/e.md", "戊文。")
	w.true("a file came into a folder that was renamed")
	os.RemoveAll(filepath.Join(dir, "旧卷"))
	w.true("a folder went")
	write(t, dir, "new.md.juan.toml", "[[heading]]\ntext = \"新文。\"\nlevel = 1\n")
	w.true("a side file came")
	write(t, dir, ".new.md.swp", "另一文，长一些。")
	os.Rename(filepath.Join(dir, ".new.md.swp"), filepath.Join(dir, "new.md"))
	w.true("an editor saved")
	write(t, dir, "c.txt", "-\n甲报告\n文。\n2025-07-08\n-\n丙报告\n文。\n2025-07-09\n")
	w.true("an entry of a listing is another")
	os.Remove(filepath.Join(dir, "README.md"))
	w.true("an ID is free")
	write(t, dir, "README.md", "# 说明\n\n文。")
	w.true("an ID is taken again")
}

// IDs that two folders have in common are distinguished as long as both have them.
func TestWatchedFoldersInCommon(t *testing.T) {
	a, b := t.TempDir(), t.TempDir()
	write(t, a, "README.md", "# 甲\n\n文。")
	write(t, a, "r.jsonl", "{\"title\":\"甲\",\"body\":\"文。\"}\n{\"title\":\"乙\",\"body\":\"文。\"}\n")
	write(t, b, "b.md", "# 乙\n\n文。")
	w := watch(t, Options{}, b, a)
	w.true("as it was")
	write(t, b, "README.md", "# 丙\n\n文。")
	write(t, b, "r.txt", "文。")
	w.true("the same name came")
	os.Remove(filepath.Join(a, "README.md"))
	w.true("and went")
}

// A single file is watched as well, and nothing beside it.
func TestAWatchedFile(t *testing.T) {
	dir := t.TempDir()
	p := write(t, dir, "a.md", "一。")
	w := watch(t, Options{}, p)
	write(t, dir, "b.md", "不看。")
	write(t, dir, "a.md", "二，改了。")
	w.true("it changed")
	write(t, dir, "a.md", "")
	w.true("it is empty")
	write(t, dir, "a.md", "三，又改了。")
	w.true("it is there again")
}

// Many changes at once are all reported, whatever events are lost.
func TestBursts(t *testing.T) {
	dir := t.TempDir()
	for i := range 1500 {
		write(t, dir, fmt.Sprintf("卷%d/%d.md", i%7, i), fmt.Sprintf("# 第%d篇\n\n文。", i))
	}
	w := watch(t, Options{}, dir)
	for i := range 1500 { // as git checkout does
		p := filepath.Join(dir, fmt.Sprintf("卷%d/%d.md", i%7, i))
		os.Remove(p)
		if i%3 > 0 {
			write(t, dir, fmt.Sprintf("卷%d/%d.md", i%7, i), fmt.Sprintf("# 第%d篇\n\n另一文，不一样。", i))
		}
	}
	w.true("many changed and went")
	for i := range 7 {
		os.RemoveAll(filepath.Join(dir, fmt.Sprintf("卷%d", i)))
	}
	w.true("all went")
}

// Folders beyond those that can be watched are looked at all the same when
// anything says that something was lost.
func TestWhatIsLostIsFound(t *testing.T) {
	dir := t.TempDir()
	for i := range 20 {
		write(t, dir, fmt.Sprintf("%d/a.md", i), "文。")
	}
	w := watch(t, Options{}, dir)
	one, err := newWatcher(3, Options{})
	if err != nil {
		t.Skip(err)
	}
	defer one.fs.Close()
	for i := range 20 {
		one.add(filepath.Join(dir, fmt.Sprint(i)))
	}
	if !one.beyond || len(one.folders) != 3 {
		t.Errorf("%d folders are watched", len(one.folders))
	}
	w.stop()
	<-w.ended
	write(t, dir, "1/a.md", "改了。")
	os.Remove(filepath.Join(dir, "2/a.md"))
	write(t, dir, "3/b.md", "新文。")
	var roots []*root
	r, _ := newRoot(dir, nil)
	w.l.news = newNewsroom()
	w.l.change(t.Context(), one, append(roots, r), burst{all: true})
	for _, n := range w.l.news.waiting {
		w.f.hear(n)
	}
	w.true("a walk")
}

// No goroutine outlives its context.
func TestGoroutinesEnd(t *testing.T) {
	dir := shelfOf(t)
	before := runtime.NumGoroutine()
	for range 3 {
		ctx, cancel := context.WithCancel(t.Context())
		l := OpenLibrary([]string{dir}, nil, Options{Watch: true, Cores: 3})
		for n := range l.Follow(ctx) {
			if n.Whole {
				cancel()
			}
		}
		cancel()
		for range OpenLibrary([]string{dir}, nil, Options{Watch: true}).Follow(t.Context()) {
			break
		}
		for range Open(t.Context(), []string{dir}, nil, Options{}) {
			break
		}
	}
	for end := time.Now().Add(20 * time.Second); runtime.NumGoroutine() > before; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			stacks := make([]byte, 1<<20)
			t.Fatalf("%d goroutines, %d before\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
		}
	}
}
