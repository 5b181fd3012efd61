package catalogue

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"juan/model"
)

// What was proven is what was added while the stamp stood still, byte by byte.
func TestProofIsASetOfBytes(t *testing.T) {
	const size = 60
	rnd := rand.New(rand.NewPCG(1, 2))
	var p proof
	stamp, now := Stamp{Size: size, Modified: 1}, int64(time.Hour)
	p.look(stamp, now)
	var proven [size]bool
	for range 3000 {
		s := span{from: rnd.Int64N(size)}
		s.to = s.from + 1 + rnd.Int64N(size-s.from)
		if s.to-s.from < 4 && p.look(stamp, now) {
			p.add(s, stamp)
			for i := s.from; i < s.to; i++ {
				proven[i] = true
			}
		}
		want := true
		for _, b := range proven[s.from:s.to] {
			want = want && b
		}
		if got := p.covers(s); got != want {
			t.Fatalf("%v in %v: %v, want %v", s, p.spans, got, want)
		}
		if rnd.IntN(60) == 0 {
			stamp.Modified++
			if p.look(stamp, now) {
				t.Fatal("a file that changed is what it was")
			}
			proven = [size]bool{}
		}
	}
}

// A file that was changed just now proves nothing: its next change may have the same
// stamp. Nor does one whose stamp another goroutine has looked at meanwhile.
func TestWhatProvesNothing(t *testing.T) {
	var p proof
	young := Stamp{Modified: int64(time.Hour)}
	for range 3 {
		if p.look(young, int64(time.Hour+firmness)) {
			t.Error("a file that was changed just now is what it was")
		}
		p.add(span{0, 1}, young)
	}
	old := Stamp{Modified: 1}
	p.look(old, int64(time.Hour))
	p.add(span{0, 1}, young)
	if p.covers(span{0, 1}) {
		t.Error("it is proven")
	}
}

// Bits that flip in a segment that was proven to be sound are noticed.
func TestBitsThatTurnInWhatWasProven(t *testing.T) {
	w, opt := filled(t, t.TempDir())
	s := New(opt)
	w.adopt(t, s)
	q := model.NewQuery("产业")
	var among []*model.Entry
	for _, a := range w.articles() {
		among = append(among, a.Entry)
	}
	count := func() {
		for range s.Tally(t.Context(), q, among, nil) {
		}
	}
	count()
	for _, g := range s.segments {
		g.proof.firm = true // as two seconds later
	}
	count()
	for _, a := range among {
		if g := s.segment(a.Text.Segment); !g.proof.covers(spanOf(a.Text)) {
			t.Fatalf("%+v was counted and is not proven: %v", a.Text, g.proof.spans)
		}
	}
	files, _ := filepath.Glob(filepath.Join(segmentsIn(opt.Dir), "*"))
	for _, name := range files {
		rewrite(t, name, func(b []byte) []byte {
			for i := 0; i < len(b); i += 500 {
				b[i] ^= 4
			}
			return b
		})
		if err := os.Chtimes(name, time.Time{}, time.Unix(1, 0)); err != nil { // clocks of files are coarse
			t.Fatal(err)
		}
	}
	w.check(t, s, w.again)
	w.check(t, s, nil) // it has mended them
	s.Close()
}
