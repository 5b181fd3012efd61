package memory

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"
	"time"

	"juan/model"
)

// entryOf writes a file and returns the entry of the article that it holds.
func entryOf(t *testing.T, file, text string) *model.Entry {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return named(file, text)
}

// named returns the entry of an article under a key.
func named(key, text string) *model.Entry {
	return model.NewArticle(model.Entry{Key: key, ID: "x", Path: "x.md", Title: "题"}, []model.Block{model.Paragraph{Prose: model.Plain(text)}}).Entry
}

func kept(e *model.Entry, row int) model.Remembered {
	return model.Remembered{Key: e.Key, Path: e.Path, Title: e.Title, Print: e.Print, Row: row, Share: .5,
		Place: model.Anchor{Section: "甲\n乙", After: "这里", Byte: 7, Sum: 5, Share: .25}, Folds: []model.Fold{{Section: "甲", Hidden: true}}}
}

// tempDir returns a folder, links resolved.
func tempDir(t *testing.T) string {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func open(t *testing.T, dir string, sources ...string) *Store {
	s := New(dir, sources)
	t.Cleanup(func() { s.Close() })
	return s
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// What is kept is there in the next run, and until something is kept nothing is
// written but the folder.
func TestWhatIsKeptIsThere(t *testing.T) {
	ctx, dir := context.Background(), filepath.Join(tempDir(t), "state", "juan")
	e := entryOf(t, filepath.Join(tempDir(t), "x.md"), "文")
	s := open(t, dir)
	begun, err := s.Begin(ctx)
	must(t, err)
	if !reflect.DeepEqual(begun, model.Begun{}) {
		t.Errorf("%+v", begun)
	}
	if _, err := os.Stat(File(dir)); err == nil {
		t.Error("something was written")
	}
	want := kept(e, 3)
	sess := model.Session{Key: e.Key, Order: model.ByTitle, View: model.View{Focus: 1, Alone: true}, Back: []model.Spot{{Key: "a", Anchor: model.Anchor{After: "词"}}}}
	hab := model.Habits{Theme: "dark", List: 4, Measure: -2, Recent: []string{"一", "二"}}
	must(t, s.Keep(ctx, model.Keeping{Articles: []model.Remembered{want}, Session: &sess, Habits: &hab, At: time.UnixMilli(1000)}))
	must(t, s.Close())
	for file, mode := range map[string]os.FileMode{File(dir): 0o600, dir: 0o700} {
		if info, err := os.Stat(file); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s: %v, %v", file, info.Mode(), err)
		}
	}
	s = open(t, dir)
	begun, err = s.Begin(ctx)
	must(t, err)
	want.At, want.Path = time.UnixMilli(1000), e.Key
	if !reflect.DeepEqual(begun, model.Begun{Session: sess, Habits: hab, Left: want, Any: true}) {
		t.Errorf("%+v", begun)
	}
	now, cancel := context.WithCancel(ctx)
	cancel()
	if again, err := s.Begin(now); again.Left.Key != e.Key || err != nil {
		t.Errorf("%+v, %v", again, err)
	}
	got, ok, err := s.Place(ctx, e)
	must(t, err)
	if !ok || !reflect.DeepEqual(got, want) {
		t.Errorf("%v\n%+v\n%+v", ok, got, want)
	}
	light, err := s.Recall(ctx, []*model.Entry{named("/no", "别的"), e})
	must(t, err)
	if len(light) != 1 || light[0].Key != e.Key || light[0].Share != .5 || light[0].Print != e.Print {
		t.Errorf("%+v", light)
	}
	if other, err := open(t, dir, "/elsewhere").Begin(ctx); err != nil || other.Session.Key != "" || !other.Any {
		t.Errorf("other sources have %+v, %v", other, err)
	}
}

// Where two processes keep the same thing, the younger value stays, whichever is
// written last.
func TestTheYoungerStays(t *testing.T) {
	ctx, dir := context.Background(), tempDir(t)
	e := entryOf(t, filepath.Join(tempDir(t), "x.md"), "文")
	for _, at := range []int64{2000, 3000, 1000} {
		s := open(t, dir)
		must(t, s.Keep(ctx, model.Keeping{Articles: []model.Remembered{kept(e, int(at))}, Session: &model.Session{Key: fmt.Sprint(at)}, At: time.UnixMilli(at)}))
		must(t, s.Close())
	}
	s := open(t, dir)
	r, _, err := s.Place(ctx, e)
	must(t, err)
	begun, err := s.Begin(ctx)
	if r.Row != 3000 || begun.Session.Key != "3000" || err != nil {
		t.Errorf("%d, %s, %v", r.Row, begun.Session.Key, err)
	}
}

// An article is found again whose file was moved or renamed, with its marks; a copy
// of a file is another article.
func TestMovedFilesAreFound(t *testing.T) {
	ctx, dir, at := context.Background(), tempDir(t), tempDir(t)
	s := open(t, dir)
	var marks []model.Mark
	for i := range 300 {
		e := entryOf(t, filepath.Join(at, "old", fmt.Sprint(i, ".md")), fmt.Sprint("文", i))
		must(t, s.Keep(ctx, model.Keeping{Articles: []model.Remembered{kept(e, i)}, At: time.UnixMilli(1000)}))
		if i%100 == 0 {
			m, err := s.PutMark(ctx, model.Mark{Key: e.Key, Print: e.Print, Quote: fmt.Sprint(i)})
			must(t, err)
			marks = append(marks, m)
		}
	}
	copied := entryOf(t, filepath.Join(at, "copy.md"), "文7")
	if r, ok, err := s.Place(ctx, copied); ok || err != nil {
		t.Errorf("a copy is %+v, %v", r, err)
	}
	must(t, os.Rename(filepath.Join(at, "old"), filepath.Join(at, "new")))
	e := named(filepath.Join(at, "new", "100.md"), "文100")
	if got, err := s.Marks(ctx, e); err != nil || len(got) != 1 || got[0].ID != marks[1].ID || got[0].Key != e.Key {
		t.Errorf("%+v, %v", got, err)
	}
	if r, ok, err := s.Place(ctx, named(filepath.Join(at, "new", "8.md"), "文8")); !ok || r.Row != 8 || r.Was != filepath.Join(at, "old", "8.md") || err != nil {
		t.Errorf("%v %+v, %v", ok, r, err)
	}
	var all []*model.Entry
	for i := range 300 {
		all = append(all, named(filepath.Join(at, "new", fmt.Sprint(i, ".md")), fmt.Sprint("文", i)))
	}
	for i := range 2 * many {
		all = append(all, named(fmt.Sprint("/none/", i), fmt.Sprint("没有", i)))
	}
	if light, err := s.Recall(ctx, all); err != nil || len(light) != 300 {
		t.Errorf("%d, %v", len(light), err)
	}
}

// A link in a folder is the file that it leads to; a pipe is nothing.
func TestLinksAndPipes(t *testing.T) {
	ctx, s, at := context.Background(), open(t, tempDir(t)), tempDir(t)
	file, link := filepath.Join(at, "x.md"), filepath.Join(at, "y.md")
	e := entryOf(t, file, "文")
	if err := os.Symlink(file, link); err != nil {
		t.Skip(err)
	}
	must(t, s.Keep(ctx, model.Keeping{Articles: []model.Remembered{kept(named(link, "文"), 4), kept(named("-", "管"), 5), kept(named("/dev/fd/63", "管"), 5)}, At: time.Now()}))
	for key, want := range map[string]bool{file: true, link: true, "-": false, "/dev/fd/63": false} {
		one := *e
		one.Key = key
		if r, ok, err := s.Place(ctx, &one); ok != want || ok && r.Row != 4 || err != nil {
			t.Errorf("%s: %v %+v, %v", key, ok, r, err)
		}
	}
	if err := os.Symlink(at, at+"-link"); err == nil {
		defer os.Remove(at + "-link")
		if a, b := nameOf([]string{at + "-link/"}), nameOf([]string{at + "/."}); a != b {
			t.Errorf("%s, %s", a, b)
		}
	}
}

// Many processes that save at once lose nothing, and the file stays sound.
func TestManyShareIt(t *testing.T) {
	ctx, dir, at := context.Background(), tempDir(t), tempDir(t)
	var entries []*model.Entry
	for i := range 5 {
		entries = append(entries, entryOf(t, filepath.Join(at, fmt.Sprint(i, ".md")), fmt.Sprint("文", i)))
	}
	var visited [5]sync.Map
	var all sync.WaitGroup
	for who := range 4 {
		s := open(t, dir)
		all.Go(func() {
			rnd := rand.New(rand.NewPCG(uint64(who), 1))
			for range 100 {
				i, row := rnd.IntN(5), rnd.IntN(1<<20)
				visited[i].Store(row, true)
				what := model.Keeping{Articles: []model.Remembered{kept(entries[i], row)}, Session: &model.Session{Key: entries[i].Key}, Habits: &model.Habits{Recent: []string{fmt.Sprint(row)}}}
				err := errors.New("not yet")
				for tries := 0; err != nil && tries < 20; tries++ { // who has waited for the lock in vain tries again
					what.At = time.Now()
					err = s.Keep(ctx, what)
				}
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	s := open(t, dir)
	for i, e := range entries {
		r, ok, err := s.Place(ctx, e)
		if _, was := visited[i].Load(r.Row); !ok || !was || err != nil {
			t.Errorf("%d is at %d, %v", i, r.Row, err)
		}
	}
	if b, err := s.Begin(ctx); err != nil || len(b.Habits.Recent) != recentMost {
		t.Errorf("%d queries, %v", len(b.Habits.Recent), err)
	}
	must(t, s.read(ctx, func(tx *sql.Tx) error {
		var ok string
		err := tx.QueryRow("PRAGMA integrity_check").Scan(&ok)
		if ok != "ok" {
			t.Error(ok)
		}
		return err
	}))
}

// Last returns the sources that were read last, except pipes.
func TestLastSources(t *testing.T) {
	ctx, dir, at := context.Background(), tempDir(t), tempDir(t)
	for i, sources := range [][]string{{at}, nil, {at, "guide"}, {"-"}, {"/dev/fd/63"}} {
		s := open(t, dir, sources...)
		session := model.Session{Key: "-", Back: []model.Spot{{Key: "a"}, {Key: "-#1", Anchor: model.Anchor{After: "管道里的话"}}}}
		must(t, s.Keep(ctx, model.Keeping{Session: &session, At: time.UnixMilli(int64(1000 + i))}))
	}
	if b, err := open(t, dir, at).Begin(ctx); b.Session.Key != "" || len(b.Session.Back) != 1 || err != nil {
		t.Errorf("of a pipe %+v is kept, %v", b.Session, err)
	}
	if got, ok, err := open(t, dir).Last(ctx); !ok || !reflect.DeepEqual(got, []string{at, "guide"}) || err != nil {
		t.Errorf("%q %v %v", got, ok, err)
	}
	if got, ok, err := open(t, tempDir(t)).Last(ctx); ok || err != nil {
		t.Errorf("%q %v %v", got, ok, err)
	}
}

// What it costs to begin with ten thousand articles kept, to recall a list of them,
// and to keep one.
func BenchmarkMemory(b *testing.B) {
	ctx, dir := context.Background(), b.TempDir()
	s := New(dir, nil)
	var entries []*model.Entry
	var articles []model.Remembered
	for i := range 10_000 {
		e := named(fmt.Sprintf("/home/reader/books/volume-%05d.md", i), fmt.Sprint(i))
		entries, articles = append(entries, e), append(articles, kept(e, i))
	}
	if err := s.Keep(ctx, model.Keeping{Articles: articles, At: time.Now()}); err != nil {
		b.Fatal(err)
	}
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			s := New(dir, nil)
			if _, err := s.Begin(ctx); err != nil {
				b.Fatal(err)
			}
			s.Close()
		}
	})
	for _, n := range []int{10, 1000, 10_000} {
		b.Run(fmt.Sprint("recall/", n), func(b *testing.B) {
			for b.Loop() {
				if all, err := s.Recall(ctx, entries[:n]); len(all) != n || err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("keep", func(b *testing.B) {
		for b.Loop() {
			if err := s.Keep(ctx, model.Keeping{Articles: articles[:1], Session: &model.Session{}, Habits: &model.Habits{}, At: time.Now()}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
