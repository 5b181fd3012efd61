package catalogue

import (
	"errors"
	"io"
	"os"
	"slices"
	"sort"
	"sync"
	"time"
)

const (
	// segmentSize is how large a segment file grows; one larger text has a
	// segment of its own.
	segmentSize = 64 << 20
	// chunkSize is how many bytes of text are written at a time, and read.
	chunkSize = 1 << 20
	// pile is how many bytes of text gather before they are written.
	pile = 4 << 20
)

// A segment is texts one after the other, each followed by its marks. Those
// added first lie in a file, the rest in memory. What was added never moves, so
// a segment that began in memory keeps its places when it is written.
type segment struct {
	mu      sync.RWMutex
	size    int64    // bytes added
	written int64    // of these in the file: a text is in it as a whole or not at all
	chunks  []chunk  // the rest
	sealed  bool     // nothing is added to the last chunk any more
	file    *os.File // nil while all is in memory
	base    int64    // where in the file the segment begins
	id      int64    // in the database, 0 while there is no file
	full    bool     // nothing is added
	dirty   bool     // written since it was synced
	told    int64    // the bytes of the file that count, as the database has it
	proof   proof    // which bytes of the file were found to be sound
}

// A chunk is some texts of a segment, from byte at on.
type chunk struct {
	at int64
	b  []byte
}

// add appends a text and its marks and returns where the text begins; ok is
// false where the segment has no room.
func (g *segment) add(text string, marks []byte) (at int64, ok bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	n := len(text) + len(marks)
	if g.full || g.size > 0 && g.base+g.size+int64(n) > segmentSize {
		return 0, false
	}
	last := len(g.chunks) - 1
	if last < 0 || g.sealed || len(g.chunks[last].b)+n > cap(g.chunks[last].b) {
		g.chunks = append(g.chunks, chunk{g.size, make([]byte, 0, max(n, chunkSize))})
		g.sealed = false
		last++
	}
	c := &g.chunks[last]
	c.b = append(append(c.b, text...), marks...)
	at = g.size
	g.size += int64(n)
	return at, true
}

// errBeyond says that a text is to be read where the segment has none.
var errBeyond = errors.New("no such text")

// read returns n bytes from at on, read into buf where they lie in the file and
// otherwise as they lie in memory; the caller must not write to them.
func (g *segment) read(buf []byte, at, n int64) (view, error) {
	g.mu.RLock()
	defer g.mu.RUnlock()
	if at < 0 || n < 0 || at+n > g.size && g.size > 0 {
		return view{}, errBeyond
	}
	if at+n > g.written && len(g.chunks) > 0 {
		k := sort.Search(len(g.chunks), func(k int) bool { return g.chunks[k].at > at }) - 1
		if k >= 0 {
			if c := g.chunks[k]; at-c.at+n <= int64(len(c.b)) {
				return view{bytes: c.b[at-c.at:][:n], at: at}, nil
			}
		}
		return view{}, errBeyond
	}
	if g.file == nil {
		return view{}, errBeyond
	}
	if int64(cap(buf)) < n {
		buf = make([]byte, n)
	}
	v := view{bytes: buf[:n], at: at, proof: &g.proof}
	if _, err := g.file.ReadAt(v.bytes, g.base+at); err != nil {
		return view{}, err
	}
	if info, err := g.file.Stat(); err == nil {
		v.stamp = StampOf(info)
		v.still = g.proof.look(v.stamp, time.Now().UnixNano())
	}
	return v, nil
}

// filed returns how many bytes of the segment lie in the file.
func (g *segment) filed() int64 {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return g.written
}

// spill writes what is in memory to the file and returns how many bytes that
// was; the last chunk, where it has room yet, only if all says so.
func (g *segment) spill(all bool) (n int64, err error) {
	g.mu.Lock()
	chunks, file, base := slices.Clone(g.chunks), g.file, g.base
	if last := len(chunks) - 1; all || last < 0 || len(chunks[last].b) == cap(chunks[last].b) {
		g.sealed = true
	} else if !g.sealed {
		chunks = chunks[:last]
	}
	g.mu.Unlock()
	for _, c := range chunks {
		if _, err := file.WriteAt(c.b, base+c.at); err != nil {
			return 0, err
		}
		n += int64(len(c.b))
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	g.chunks = slices.Delete(g.chunks, 0, len(chunks))
	g.written += n
	g.dirty = g.dirty || n > 0
	return n, nil
}

// mend writes bytes again that are not what they were in the file.
func (g *segment) mend(text string, marks []byte, at int64) error {
	g.mu.RLock()
	defer g.mu.RUnlock()
	if g.file == nil {
		return errBeyond
	}
	_, err := io.WriteString(io.NewOffsetWriter(g.file, g.base+at), text+string(marks))
	return err
}

// waiting reports whether there is text that is not in the file.
func (g *segment) waiting() bool {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return g.size > g.written
}

// sync waits until the written bytes are on disk, and returns how many bytes of the
// file count then; ok is false where the database knows that size already.
func (g *segment) sync() (size int64, ok bool, err error) {
	g.mu.Lock()
	file, size, dirty := g.file, g.base+g.written, g.dirty
	told := g.told == size || g.id == 0
	g.dirty = false
	g.mu.Unlock()
	if dirty {
		err = file.Sync()
	}
	return size, !told, err
}

// known notes how many bytes of the segment the database knows.
func (g *segment) known(size int64) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.told = size
}

// lose notes that the database has dropped the segment. Its texts can still be read;
// none is added.
func (g *segment) lose() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.id, g.full, g.sealed = 0, true, true
}

// close closes the file.
func (g *segment) close() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.file != nil {
		g.file.Close()
		g.file = nil
	}
}

// settled reports whether the segment has a file.
func (g *segment) settled() bool {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return g.file != nil
}

// shut lets nothing more be added until [segment.reopen] and returns what was.
func (g *segment) shut() int64 {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.full = true
	return g.size
}

func (g *segment) reopen() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.full = false
}

// begin gives the segment its file, from byte base on.
func (g *segment) begin(f *os.File, id, base int64) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.file, g.id, g.base, g.told = f, id, base, base
}
