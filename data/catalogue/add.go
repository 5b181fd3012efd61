package catalogue

import (
	"hash/crc32"
	"unsafe"

	"juan/model"
)

// ahead is how much text may wait in memory to be written before callers that add more
// must wait too.
const ahead = 16 << 20

// Add keeps a folded text and its marks, as [model.Article.Folded] returns them,
// and returns where. Too much for memory is written behind; what the disk
// refuses stays in memory.
func (s *Store) Add(text string, marks []byte) model.Stored {
	sum := crc32.Update(crc32.Update(0, castagnoli(), bytesOf(text)), castagnoli(), marks)
	s.mu.Lock()
	defer s.mu.Unlock()
	at, ok := int64(0), false
	if s.open != nil {
		at, ok = s.open.add(text, marks)
	}
	if !ok {
		s.open = &segment{}
		s.segments = append(s.segments, s.open)
		s.number = int32(len(s.segments))
		at, _ = s.open.add(text, marks)
	}
	stored := model.Stored{Segment: s.number, Sum: sum, At: at, Len: int64(len(text)), Marks: int64(len(marks))}
	s.inMemory += stored.Len + stored.Marks
	if s.inMemory > s.opt.Limit {
		s.keep()
	}
	if s.keeping && !s.stopped && s.inMemory > pile {
		if before := s.inMemory - stored.Len - stored.Marks; before/pile != s.inMemory/pile {
			s.rouse() // once a pile: it takes longer than to add a text
		}
		for s.inMemory > s.opt.Limit+ahead && !s.stopped {
			s.room.Wait()
		}
	}
	return stored
}

// keep has texts and sources written from now on, those before too. s.mu is
// held.
func (s *Store) keep() {
	if s.keeping || s.stopped {
		return
	}
	s.keeping = true
	s.ended = make(chan struct{})
	go s.write()
	s.rouse()
}

// rouse wakes the writer.
func (s *Store) rouse() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// bytesOf returns the bytes of a string, which nobody may write to.
func bytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// stringOf returns bytes as a string that holds until they change.
func stringOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
