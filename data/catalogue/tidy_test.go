package catalogue

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"testing"
)

// reopen closes a store and opens it again.
func (w *world) reopen(t testing.TB, s *Store) *Store {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return New(s.opt)
}

// bytesIn returns how much the segments of a catalogue take.
func bytesIn(t testing.TB, dir string) (n int64) {
	t.Helper()
	files, err := os.ReadDir(segmentsIn(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		info, err := file.Info()
		if err != nil {
			t.Fatal(err)
		}
		n += info.Size()
	}
	return n
}

// Text that is nobody's any more goes, and what is known stays.
func TestTidyDropsDeadText(t *testing.T) {
	w, s := newWorld(2, t.TempDir()), New(Options{Dir: t.TempDir(), Limit: 1})
	for range 300 {
		w.put(s, w.path(), 2, 10000)
	}
	other := New(s.opt) // another process, which has read before
	s = w.reopen(t, s)
	before := bytesIn(t, s.opt.Dir)
	if known := w.adopt(t, other); known != len(w.files) {
		t.Fatal(known)
	}
	w.adopt(t, s)
	if err := s.tidy(); err != nil {
		t.Fatal(err)
	}
	if after := bytesIn(t, s.opt.Dir); after > before/4 {
		t.Errorf("%d bytes of %d are left", after, before)
	}
	w.check(t, other, nil)
	s = w.reopen(t, s)
	if known := w.adopt(t, s); known != len(w.files) {
		t.Errorf("%d of %d sources are known", known, len(w.files))
	}
	w.check(t, s, nil)
	s.Close()
	other.Close()
}

// Over the cap, the folders not opened for longest go; where the open ones alone exceed
// it, nothing more is kept.
func TestTidyKeepsBelowTheCap(t *testing.T) {
	dir := t.TempDir()
	opt := Options{Dir: dir, Limit: 1, Cap: 1 << 20}
	worlds := make([]*world, 5)
	for i := range worlds {
		w := newWorld(uint64(i), filepath.Join(t.TempDir(), fmt.Sprint(i)))
		os.Mkdir(w.root, 0o700)
		worlds[i] = w
		s := New(opt)
		w.adopt(t, s)
		for n := range 4 {
			w.put(s, filepath.Join(w.root, fmt.Sprint(n)), 1, 100000)
		}
		s = w.reopen(t, s) // and holds no segment any more
		w.adopt(t, s)
		if err := s.tidy(); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if n := bytesIn(t, dir); n > opt.Cap {
		t.Errorf("%d bytes, more than the cap", n)
	}
	for i, w := range worlds {
		s := New(Options{Dir: dir, Limit: 1 << 30})
		known := 0
		for range s.Known(t.Context(), w.root) {
			known++
		}
		s.Close()
		if i == 0 && known != 0 || i == 4 && known != 4 {
			t.Errorf("of folder %d, %d sources are known", i, known)
		}
	}

	w, s := worlds[4], New(opt)
	w.adopt(t, s)
	for n := range 40 {
		w.put(s, filepath.Join(w.root, fmt.Sprint(n)), 1, 100000)
	}
	if s.Flush(); s.tidy() != nil {
		t.Fatal("not tidied")
	}
	w.put(s, filepath.Join(w.root, "99"), 1, 100000)
	w.check(t, s, nil)
	s = w.reopen(t, s)
	if known := w.adopt(t, s); known == 0 || known == len(w.files) {
		t.Errorf("%d of %d sources are known", known, len(w.files))
	}
	w.check(t, s, nil)
	s.Close()
}

// Sources of a folder that is gone are dropped, unless another root has them.
func TestTidyDropsWhatHasVanished(t *testing.T) {
	top := t.TempDir()
	s := New(Options{Dir: t.TempDir(), Limit: 1})
	worlds := make(map[string]*world)
	for _, name := range []string{"gone", "there", "there/gone"} {
		w := newWorld(1, filepath.Join(top, name))
		os.Mkdir(w.root, 0o700)
		w.put(s, filepath.Join(w.root, "file"), 1, 1000)
		w.adopt(t, s)
		worlds[name] = w
	}
	for range s.Known(t.Context(), worlds["gone"].root) {
	}
	s.Flush()
	os.Remove(worlds["gone"].root)
	os.Remove(worlds["there/gone"].root)
	if err := s.tidy(); err != nil {
		t.Fatal(err)
	}
	s = worlds["there"].reopen(t, s)
	defer s.Close()
	known := make(map[string]bool)
	for k := range s.Known(t.Context(), top) {
		known[k.Path] = true
	}
	want := map[string]bool{filepath.Join(top, "there/file"): true, filepath.Join(top, "there/gone/file"): true}
	if !maps.Equal(known, want) {
		t.Errorf("known are %v", known)
	}
}
