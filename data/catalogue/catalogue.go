// Package catalogue keeps what is known of sources and their articles: entries in a
// database, and the folded text of each in segments, files of plain bytes beside it. A
// small amount of text stays in memory and is never written. It counts words in the
// kept text, exactly: text that cannot be read or does not match its checksum is read
// from its source again. It does not know how sources are read.
package catalogue

import (
	"cmp"
	"sync"
	"sync/atomic"

	"juan/data/database"
	"juan/model"
)

// Options say where a store writes and how much.
type Options struct {
	// Dir is the folder of the catalogue, "" for a store that writes nothing.
	Dir string
	// Limit is how many bytes of text are kept in memory before anything is
	// written; 0 stands for 32 MB.
	Limit int64
	// Cap is how many bytes the segments may take on disk; 0 stands for 4 GB.
	Cap int64
	// Reader is the version of what reads sources. Rows of another version, or
	// of text that was folded otherwise, are not used.
	Reader int
}

// A Store is the catalogue as one process uses it. Many goroutines may use it
// at once, and many processes the same folder.
type Store struct {
	opt Options

	mu       sync.Mutex
	room     sync.Cond       // signalled when texts were written, or never will be
	segments []*segment      // by number less one; never shrinks
	numbers  map[int64]int32 // the number of each segment that is whole in its file, by id
	open     *segment        // what texts are added to, nil where a new one is due
	number   int32           // its number
	inMemory int64           // bytes of text that are in no file

	keeping  bool              // texts are written: there were too many, or the folder is known
	asked    map[string]bool   // folders asked for by Known
	roots    map[string]bool   // those of them whose use is not noted yet
	changes  map[string]change // what is to be written of each source
	trouble  error             // the first trouble of the catalogue
	troubled func(error)       // is called with it, may be nil
	stopped  bool              // nothing is written any more
	closed   bool

	again map[*model.Entry]model.Stored // where texts are that had to be asked for again
	lain  []int32                       // in which order the texts lay that were counted last, see asTheyLie

	wake, quit chan struct{}
	ended      chan struct{} // closed when the writer has ended; nil where none began
	leaving    atomic.Bool   // the store is being closed: nothing long is to be begun

	opening  sync.Mutex   // held while the database is opened
	disk     sync.Mutex   // held while the disk is written to
	refusals int          // how often in a row it refused; guarded by disk
	taken    int64        // bytes of all segments, as of the last commit; guarded by disk
	tidied   int64        // the same when there was too much; guarded by disk
	over     bool         // the open folders take more than the cap: nothing more is kept; guarded by disk
	db       *database.DB // nil until it is needed; guarded by mu
}

// New returns a store. It touches no disk.
func New(opt Options) *Store {
	opt.Limit = cmp.Or(opt.Limit, 32<<20)
	opt.Cap = cmp.Or(opt.Cap, 4<<30)
	s := &Store{
		opt:     opt,
		numbers: make(map[int64]int32),
		asked:   make(map[string]bool),
		roots:   make(map[string]bool),
		changes: make(map[string]change),
		again:   make(map[*model.Entry]model.Stored),
		wake:    make(chan struct{}, 1),
		quit:    make(chan struct{}),
		stopped: opt.Dir == "",
	}
	s.room.L = &s.mu
	return s
}

// Trouble returns what befell the catalogue: why nothing is written any more,
// or why an older one was set aside. It is nil while all is well.
func (s *Store) Trouble() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.trouble
}

// OnTrouble sets the function that is called with the first trouble of the catalogue, by
// the goroutine that meets it. It is set before the store is used.
func (s *Store) OnTrouble(f func(error)) { s.troubled = f }

// fail notes a trouble of the catalogue. With stop, what is in memory stays there and
// nothing is written any more.
func (s *Store) fail(err error, stop bool) {
	s.mu.Lock()
	first := s.trouble == nil
	if first {
		s.trouble = err
	}
	if stop {
		s.stopped = true
		clear(s.changes)
		s.room.Broadcast()
	}
	s.mu.Unlock()
	if first && s.troubled != nil {
		s.troubled(err)
	}
}

// segment returns the segment with a number, or nil.
func (s *Store) segment(number int32) *segment {
	s.mu.Lock()
	defer s.mu.Unlock()
	if number < 1 || int(number) > len(s.segments) {
		return nil
	}
	return s.segments[number-1]
}
