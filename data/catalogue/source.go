package catalogue

import (
	"io/fs"

	"juan/model"
)

// A Stamp distinguishes one state of a file from another as far as the system can:
// times in nanoseconds; Changed (of the inode) and Inode are 0 where the system has
// none.
type Stamp struct {
	Size, Modified, Changed int64
	Inode                   uint64
}

// StampOf returns the stamp of a file.
func StampOf(info fs.FileInfo) Stamp {
	changed, inode := inodeOf(info)
	return Stamp{info.Size(), info.ModTime().UnixNano(), changed, inode}
}

// A Source is a file that articles were read from.
type Source struct {
	Path  string // absolute
	Stamp Stamp
	// Read is when it was read, in nanoseconds. A file that was changed within
	// two seconds of that may have been changed once more without its stamp
	// telling.
	Read int64
	Sum  uint64 // of its bytes, by whoever reads it; 0 where it was not taken
	// Reached is how many bytes were read of a source whose end was not: Sum is of
	// these. It is 0 where all was read.
	Reached int64
	// Note is what its reader remembers of it; of a source that was read in
	// stretches, each has its own.
	Note []byte
}

// goesOn reports whether a stretch that was read as the one following after may follow s.
func (s *Source) goesOn(after Source) bool {
	return s.Reached > 0 && s.Reached == after.Reached && s.Stamp == after.Stamp && s.Read == after.Read
}

// Known is what is known of a source: its articles in the order of the file,
// their entries sealed.
type Known struct {
	Source
	Entries []*model.Entry
	// More says that the next one goes on with the same source, which has many
	// articles. The last one has no articles where the source was not read to its
	// end: it has how far that was. Where the rest turns out to be damaged it has a
	// zero Stamp, and the source is to be read again.
	More bool
}
