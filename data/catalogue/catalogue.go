// Package catalogue keeps what is known of sources and articles, and their
// folded texts, and counts in them.
package catalogue

import (
	"context"
	"hash/crc32"
	"io/fs"
	"iter"
	"slices"
	"strings"
	"sync"

	"juan/model"
	"juan/model/fold"
)

type Stamp struct {
	Size, Modified, Changed int64
	Inode                   uint64
}

func StampOf(info fs.FileInfo) Stamp {
	return Stamp{Size: info.Size(), Modified: info.ModTime().UnixNano()}
}

type Source struct {
	Path  string
	Stamp Stamp
	Read  int64
	Sum   uint64
	Note  []byte
}

type Known struct {
	Source
	Entries []*model.Entry
}

type Options struct {
	Dir        string
	Limit, Cap int64
}

type text struct {
	text  string
	marks []byte
}

type Store struct {
	mu    sync.Mutex
	texts []text
	known map[string]Known
}

func New(opt Options) *Store { return &Store{known: map[string]Known{}} }

func (s *Store) Known(ctx context.Context, root string) iter.Seq2[Known, error] {
	return func(yield func(Known, error) bool) {
		s.mu.Lock()
		var all []Known
		for p, k := range s.known {
			if p == root || strings.HasPrefix(p, strings.TrimSuffix(root, "/")+"/") {
				all = append(all, k)
			}
		}
		s.mu.Unlock()
		slices.SortFunc(all, func(a, b Known) int { return strings.Compare(a.Path, b.Path) })
		for _, k := range all {
			if !yield(k, nil) {
				return
			}
		}
	}
}

func (s *Store) Add(t string, marks []byte) model.Stored {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.texts = append(s.texts, text{t, marks})
	sum := crc32.Checksum([]byte(t), crc32.MakeTable(crc32.Castagnoli))
	return model.Stored{Segment: int32(len(s.texts)), Sum: sum, Len: int64(len(t)), Marks: int64(len(marks))}
}

func (s *Store) Record(src Source, entries []*model.Entry) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.known[src.Path] = Known{src, entries}
}

func (s *Store) Forget(paths ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, p := range paths {
		delete(s.known, p)
	}
}

func (s *Store) Tally(ctx context.Context, q model.Query, among []*model.Entry, again func(*model.Entry) (string, []byte, bool)) iter.Seq[model.Tally] {
	return func(yield func(model.Tally) bool) {
		needle, _ := q.Needle()
		for _, e := range among {
			var t text
			s.mu.Lock()
			if i := int(e.Text.Segment); i > 0 && i <= len(s.texts) {
				t = s.texts[i-1]
			}
			s.mu.Unlock()
			if e.Text.Segment == 0 {
				var ok bool
				if t.text, t.marks, ok = again(e); !ok {
					continue
				}
			}
			marks, _ := fold.ReadMarks(nil, t.marks)
			if ctx.Err() != nil || !yield(model.Tally{Entry: e, N: needle.Count(t.text, marks), Named: q.Names(e)}) {
				return
			}
		}
	}
}

func (s *Store) Trouble() error { return nil }
func (s *Store) Flush() error   { return nil }
func (s *Store) Close() error   { return nil }
