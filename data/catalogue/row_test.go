package catalogue

import (
	"fmt"
	"slices"
	"testing"

	"juan/model"
)

// A source is read as it was written, in as many rows as it takes.
func TestRowsAreReadAsTheyWereWritten(t *testing.T) {
	w, s := newWorld(1, "/lib"), New(Options{Reader: 3})
	var entries []*model.Entry
	for i := range 500 {
		e := *w.article("/lib/many", i, 20).Entry
		switch i % 4 {
		case 0:
			e.Key = e.Path
		case 1:
			e.Key, e.Path, e.Partial, e.Note, e.Encoding = "其他", "/else", true, "注", "gb18030"
		}
		e.Text = model.Stored{Segment: int32(i + 1), Sum: uint32(i), At: int64(i) << 20, Len: int64(i), Marks: 7}
		entries = append(entries, &e)
	}
	all := s.rows(stretch{w.source("/lib/many"), entries}, 0, func(text model.Stored) model.Stored { return text })
	if len(all) < 3 {
		t.Errorf("%d rows", len(all))
	}
	for i, r := range all {
		got, ok := s.decode("/lib/many", i, r.bytes)
		if !ok || got.first != (i == 0) || got.last != (i == len(all)-1) || len(got.entries) != len(r.entries) {
			t.Fatalf("row %d: %+v, %v", i, got, ok)
		}
		for k, e := range got.entries {
			alike(t, e.Sealed(), r.entries[k])
			if e.Text != r.entries[k].Text {
				t.Errorf("the text is %+v, not %+v", e.Text, r.entries[k].Text)
			}
		}
		for _, wrong := range []func() (row, bool){
			func() (row, bool) { return s.decode("/lib/other", i, r.bytes) },
			func() (row, bool) { return s.decode("/lib/many", i+1, r.bytes) },
			func() (row, bool) { return s.decode("/lib/many", i, r.bytes[:len(r.bytes)-1]) },
			func() (row, bool) { return New(Options{Reader: 4}).decode("/lib/many", i, r.bytes) },
		} {
			if _, ok := wrong(); ok {
				t.Error("a row is read that is not what is asked for")
			}
		}
	}
}

// Whatever the bytes are, reading them ends, and writing the result again gives the
// same.
func FuzzRow(f *testing.F) {
	w, s := newWorld(1, "/lib"), New(Options{})
	for i := range 3 {
		e := *w.article("/lib/a", i, 20).Entry
		e.Text = model.Stored{Segment: 1, Len: 5}
		f.Add(s.rows(stretch{w.source("/lib/a"), []*model.Entry{&e, &e}}, 0, func(text model.Stored) model.Stored { return text })[0].bytes[4:])
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		r, ok := s.read("/lib/a", 0, string(b))
		if !ok {
			return
		}
		var entries []byte
		for _, e := range r.entries {
			entries = appendEntry(entries, "/lib/a", e, e.Text)
		}
		again, ok := s.decode("/lib/a", 0, s.encode(r, entries))
		if !ok || !slices.EqualFunc(again.entries, r.entries, func(a, b *model.Entry) bool {
			return fmt.Sprintf("%+v", *a) == fmt.Sprintf("%+v", *b)
		}) {
			t.Fatalf("read %+v\nthen %+v", r, again)
		}
	})
}
