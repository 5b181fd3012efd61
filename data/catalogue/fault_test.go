package catalogue

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"juan/data/database"
)

// filled returns a world and the catalogue that was written of it.
func filled(t testing.TB, dir string) (*world, Options) {
	t.Helper()
	opt := Options{Dir: dir, Limit: 1}
	w, s := newWorld(7, t.TempDir()), New(opt)
	w.adopt(t, s)
	for i := range 40 {
		w.put(s, w.path(), 1+i%3, 5000)
	}
	w.put(s, filepath.Join(w.root, "many"), 200, 200)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return w, opt
}

// why returns the reason of what befell a store.
func why(t testing.TB, err error) database.Reason {
	t.Helper()
	var e *database.Error
	if !errors.As(err, &e) {
		t.Fatalf("%v is no reason", err)
	}
	return e.Reason
}

// rewrite alters the bytes of a file.
func rewrite(t testing.TB, path string, alter func([]byte) []byte) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(path, alter(b), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// A database that cannot be used is replaced or left alone; counts are right either
// way, and the next store finds what this one kept.
func TestUnusableDatabase(t *testing.T) {
	for name, tc := range map[string]struct {
		alter func([]byte) []byte
		want  database.Reason
		left  bool // the file stays, and nothing is kept
	}{
		"cut":     {func(b []byte) []byte { return b[:len(b)/2+100] }, database.Damaged, false},
		"zeroed":  {func(b []byte) []byte { clear(b); return b }, database.Damaged, false},
		"foreign": {func(b []byte) []byte { copy(b[68:], "none"); return b }, database.Foreign, false},
		"newer":   {func(b []byte) []byte { b[63] = 99; return b }, database.Newer, true},
	} {
		t.Run(name, func(t *testing.T) {
			w, opt := filled(t, t.TempDir())
			rewrite(t, databaseIn(opt.Dir), tc.alter)
			s := New(opt)
			for range s.Known(t.Context(), w.root) {
			}
			if got := why(t, s.Trouble()); got != tc.want {
				t.Fatalf("it is said to be %v", got)
			}
			for path := range w.files {
				w.add(s, path)
			}
			w.check(t, s, nil)
			if err := s.Close(); err != nil {
				t.Error(err)
			}
			s = New(opt)
			known := 0
			for _, err := range s.Known(t.Context(), w.root) {
				if err == nil {
					known++
				}
			}
			s.Close()
			if kept := known > 0; kept == tc.left {
				t.Errorf("%d sources are known afterwards", known)
			}
		})
	}
}

// Bits that turn in segments and in the files of the database, as a process
// that was killed left them, never make a count wrong, whether the texts can be
// read anew or not.
func TestBitsThatTurn(t *testing.T) {
	w, opt := filled(t, t.TempDir())
	open := New(opt)
	w.adopt(t, open)
	for range 10 {
		w.put(open, w.path(), 2, 5000)
	}
	if err := open.Flush(); err != nil {
		t.Fatal(err)
	}
	whole := t.TempDir()
	if err := os.CopyFS(whole, os.DirFS(opt.Dir)); err != nil {
		t.Fatal(err)
	}
	open.Close()
	rnd := rand.New(rand.NewPCG(1, 5))
	files, _ := filepath.Glob(filepath.Join(segmentsIn(whole), "*"))
	for _, side := range []string{"", "-wal", "-shm"} {
		files = append(files, databaseIn(whole)+side)
	}
	for range 16 {
		dir := t.TempDir()
		if err := os.CopyFS(dir, os.DirFS(whole)); err != nil {
			t.Fatal(err)
		}
		for range 1 + rnd.IntN(20) {
			name, _ := filepath.Rel(whole, files[rnd.IntN(len(files))])
			rewrite(t, filepath.Join(dir, name), func(b []byte) []byte {
				b[rnd.IntN(len(b))] ^= 1 << rnd.IntN(8)
				return b
			})
		}
		opt.Dir = dir
		s := New(opt)
		w.survive(t, s)
		w.check(t, s, w.again)
		w.check(t, s, nil) // it has mended what it could not read
		s = w.reopen(t, s)
		w.survive(t, s)
		w.check(t, s, w.again)
		s.Close()
	}
}

// survive is adopt for a store that may have lost something.
func (w *world) survive(t testing.TB, s *Store) {
	t.Helper()
	known := make(map[string]Known)
	for k, err := range s.Known(t.Context(), w.root) {
		if err != nil {
			why(t, err)
			break
		}
		had := known[k.Path]
		had.Stamp, had.Entries, had.More = k.Stamp, append(had.Entries, k.Entries...), k.More
		known[k.Path] = had
	}
	for path, articles := range w.files {
		k := known[path]
		if len(k.Entries) != len(articles) || k.More || k.Stamp != w.source(path).Stamp {
			w.add(s, path)
			continue
		}
		for i, e := range k.Entries {
			alike(t, e, articles[i].Entry)
			articles[i] = articles[i].As(e)
		}
	}
}

// A database whose pages rot while it is open is set aside when they are met.
func TestRotsWhileItIsOpen(t *testing.T) {
	w, opt := filled(t, t.TempDir())
	s := New(opt)
	w.adopt(t, s)
	s.Flush()
	f, err := os.OpenFile(databaseIn(opt.Dir), os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	info, _ := f.Stat()
	f.WriteAt(make([]byte, info.Size()-4096), 4096)
	f.Sync()
	w.put(s, w.path(), 2, 1000)
	w.put(s, filepath.Join(w.root, "new"), 2, 1000)
	s.Flush()
	w.check(t, s, nil)
	if got := why(t, s.Trouble()); got != database.Damaged {
		t.Error(got)
	}
	w.put(s, filepath.Join(w.root, "after"), 2, 1000)
	s = w.reopen(t, s)
	f.Close()
	w.survive(t, s)
	w.check(t, s, nil)
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if state, err := Describe(t.Context(), opt.Dir); err != nil || state.Ails != nil || state.Sources == 0 {
		t.Errorf("afterwards: %+v, %v", state, err)
	}
}

// Segments that are gone or cut: their sources are not known.
func TestSegmentsLost(t *testing.T) {
	for name, spoil := range map[string]func(string) error{
		"gone": os.Remove,
		"cut": func(path string) error {
			info, err := os.Stat(path)
			return errors.Join(err, os.Truncate(path, info.Size()*3/4))
		},
		"empty": func(path string) error { return os.Truncate(path, 0) },
	} {
		w, opt := filled(t, t.TempDir())
		files, _ := filepath.Glob(filepath.Join(segmentsIn(opt.Dir), "*"))
		for _, file := range files {
			if err := spoil(file); err != nil {
				t.Fatal(err)
			}
		}
		s := New(opt)
		known := w.adopt(t, s) // and puts in again what is not known
		if some := known > 0; known == len(w.files) || some != (name == "cut") {
			t.Errorf("%s: %d of %d are known", name, known, len(w.files))
		}
		w.check(t, s, nil)
		s = w.reopen(t, s)
		if known := w.adopt(t, s); known != len(w.files) {
			t.Errorf("%s: then %d of %d are known", name, known, len(w.files))
		}
		w.check(t, s, nil)
		s.Close()
	}
}

// mounted mounts a small file system, where that may be done.
func mounted(t *testing.T, options string) string {
	t.Helper()
	if runtime.GOOS != "linux" || os.Getuid() != 0 {
		t.Skip("only root may mount a file system")
	}
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", options, "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("no file system to mount: %v, %s", err, out)
	}
	t.Cleanup(func() { exec.Command("umount", "-l", dir).Run() })
	return dir
}

func TestFullDisk(t *testing.T) {
	for _, size := range []string{"size=4k", "size=40k", "size=120k", "size=400k"} {
		w, s := newWorld(3, t.TempDir()), New(Options{Dir: filepath.Join(mounted(t, size), "juan"), Limit: 1})
		for i := range 40 {
			w.put(s, filepath.Join(w.root, fmt.Sprint(i)), 1, 20000)
			if i%10 == 0 {
				s.Flush()
			}
		}
		s.Flush()
		w.check(t, s, nil)
		if got := why(t, s.Trouble()); got != database.Full {
			t.Errorf("%s: %v", size, s.Trouble())
		}
		s.Close()
		again := New(s.opt)
		w.survive(t, again)
		w.check(t, again, nil)
		again.Close()
	}
}

func TestReadOnlyDisk(t *testing.T) {
	dir := mounted(t, "size=10m")
	w, opt := filled(t, filepath.Join(dir, "juan"))
	if out, err := exec.Command("mount", "-o", "remount,ro", dir).CombinedOutput(); err != nil {
		t.Skipf("%v, %s", err, out)
	}
	s := New(opt)
	w.survive(t, s)
	s.Flush()
	w.check(t, s, nil)
	if got := why(t, s.Trouble()); got != database.ReadOnly {
		t.Error(s.Trouble())
	}
	s.Close()
}

// One that another process keeps locked is not waited for long.
func TestLockedDatabase(t *testing.T) {
	t.Parallel()
	w, opt := filled(t, t.TempDir())
	other, err := database.Open(databaseIn(opt.Dir), schema())
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	err = other.Write(t.Context(), func(*sql.Tx) error {
		s := New(opt)
		w.adopt(t, s)
		w.put(s, w.path(), 1, 1000)
		if got := why(t, s.Flush()); got != database.Locked {
			t.Error(got)
		}
		w.check(t, s, nil)
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// The catalogue is emptied while it is open: nothing is miscounted, and what is
// added afterwards is kept.
func TestClear(t *testing.T) {
	w, opt := filled(t, t.TempDir())
	s := New(opt)
	w.adopt(t, s)
	w.put(s, filepath.Join(w.root, "before"), 1, 100)
	s.Flush()
	if err := Clear(opt.Dir); err != nil {
		t.Fatal(err)
	}
	w.put(s, filepath.Join(w.root, "between"), 1, 100)
	w.check(t, s, nil)
	s.Flush()
	w.put(s, filepath.Join(w.root, "after"), 1, 100)
	w.check(t, s, nil)
	s = w.reopen(t, s)
	if known := w.adopt(t, s); known == 0 || known == len(w.files) {
		t.Errorf("%d of %d sources are known", known, len(w.files))
	}
	w.check(t, s, nil)
	s.Close()
	state, err := Describe(t.Context(), opt.Dir)
	if err != nil || state.Ails != nil || state.Sources == 0 || state.Articles < state.Sources || state.Size == 0 {
		t.Errorf("%+v, %v", state, err)
	}
	if err := Clear(opt.Dir); err != nil {
		t.Error(err)
	}
	if state, err := Describe(t.Context(), opt.Dir); state.Exists || state.Size > 0 || err != nil {
		t.Errorf("after it was cleared: %+v, %v", state, err)
	}
}

// What is kept of people's texts is for their eyes only.
func TestOnlyTheOwnerMayRead(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no permission bits")
	}
	dir := filepath.Join(t.TempDir(), "juan")
	w, opt := filled(t, dir)
	s := New(opt)
	defer s.Close()
	w.adopt(t, s)
	w.put(s, w.path(), 1, 1000)
	s.Flush()
	seen := 0
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, _ error) error {
		info, err := d.Info()
		if err != nil {
			t.Fatal(err)
		}
		if seen++; info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v", strings.TrimPrefix(path, dir), info.Mode())
		}
		return nil
	})
	if seen < 6 {
		t.Errorf("%d files and folders", seen)
	}
}
