package catalogue

import (
	"os"
	"testing"
)

// Whatever is added, replaced, forgotten and opened again, a store counts what
// a scan of the articles counts.
func TestCountsAreThoseOfAScan(t *testing.T) {
	for _, tc := range []struct {
		name string
		disk bool
		opt  Options
	}{
		{"in memory", false, Options{}},
		{"on disk", true, Options{Limit: 1}},
		{"spilled on the way", true, Options{Limit: 100 << 10}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if tc.disk {
				tc.opt.Dir = t.TempDir()
			}
			w := newWorld(1, t.TempDir())
			s := New(tc.opt)
			tidied := false
			for i := range 150 {
				switch n := w.IntN(22); {
				case n < 12:
					w.put(s, w.path(), 1+w.IntN(3), 200<<w.IntN(8))
				case n < 14:
					path := w.path()
					delete(w.files, path)
					s.Forget(path)
				case n < 16 && tc.disk:
					if err := s.Close(); err != nil {
						t.Fatal(err)
					}
					s = New(tc.opt)
					if known := w.adopt(t, s); known < len(w.files) && tc.opt.Limit == 1 && !tidied {
						t.Fatalf("step %d: %d of %d sources are known", i, known, len(w.files))
					}
					tidied = false
				case n == 16:
					if err := s.Flush(); err != nil {
						t.Fatal(err)
					}
				case n == 17: // what moved is in a segment that this store does not know
					if err := s.tidy(); err != nil {
						t.Fatal(err)
					}
					tidied = true
				case n == 18:
					w.touch(s, w.path())
				default:
					w.check(t, s, nil)
				}
			}
			w.check(t, s, nil)
			if err := s.Trouble(); err != nil {
				t.Error(err)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

// Little text writes nothing.
func TestLittleTextIsNotWritten(t *testing.T) {
	dir := t.TempDir()
	w, s := newWorld(1, dir), New(Options{Dir: dir})
	for range 20 {
		w.put(s, w.path(), 2, 1000)
	}
	w.adopt(t, s)
	w.check(t, s, nil)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if files, _ := os.ReadDir(dir); len(files) > 0 {
		t.Errorf("%v was written", files)
	}
}
