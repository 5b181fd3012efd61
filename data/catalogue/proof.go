package catalogue

import (
	"slices"
	"sort"
	"sync"
	"time"

	"juan/model"
)

// firmness is how old the last change of a file must be for its stamp to reveal the
// next one: the clock that stamps files may be coarse.
const firmness = 2 * time.Second

// A proof is which bytes of a file were found to match their checksums, so that
// they need not be summed up whenever they are read. It holds as long as the
// stamp of the file is the same: whatever writes to the file changes that.
type proof struct {
	mu    sync.Mutex
	stamp Stamp
	firm  bool   // the next change will show in the stamp
	spans []span // in order, apart from each other
}

// A span is the bytes of a file from one up to another.
type span struct{ from, to int64 }

// look takes the stamp of the file after bytes were read from it, at the time now in
// nanoseconds. It reports whether the file is surely unchanged since the last call, and
// otherwise forgets everything proven.
func (p *proof) look(stamp Stamp, now int64) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.firm && p.stamp == stamp {
		return true
	}
	p.stamp, p.spans = stamp, nil
	p.firm = now-max(stamp.Modified, stamp.Changed) > int64(firmness)
	return false
}

// covers reports whether all bytes of a span were proven.
func (p *proof) covers(s span) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	i := sort.Search(len(p.spans), func(i int) bool { return p.spans[i].to >= s.to })
	return i < len(p.spans) && p.spans[i].from <= s.from
}

// add notes that the bytes of a span match their checksum. They were read while the
// file had the stamp of the last look.
func (p *proof) add(s span, stamp Stamp) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.firm || p.stamp != stamp {
		return
	}
	i := sort.Search(len(p.spans), func(i int) bool { return p.spans[i].to >= s.from })
	j := i
	for ; j < len(p.spans) && p.spans[j].from <= s.to; j++ {
		s = span{min(s.from, p.spans[j].from), max(s.to, p.spans[j].to)}
	}
	p.spans = slices.Replace(p.spans, i, j, s)
}

// A view is bytes of a segment, from byte at on, and what is known of them.
type view struct {
	bytes []byte
	at    int64
	proof *proof // of the file; nil where the bytes never left the memory
	stamp Stamp  // of the file
	still bool   // the file did not change since it was looked at before
}

// sound reports whether the bytes of a text match its checksum for certain.
func (v view) sound(text model.Stored) bool {
	return v.proof == nil || v.still && v.proof.covers(spanOf(text))
}

// prove notes that the bytes of a text match its checksum.
func (v view) prove(text model.Stored) {
	if v.still {
		v.proof.add(spanOf(text), v.stamp)
	}
}

func spanOf(text model.Stored) span { return span{text.At, text.At + text.Len + text.Marks} }
