package model

import (
	"cmp"
	"time"

	"juan/model/fold"
)

// An Entry is what is always known of an article, whether its text is held or
// not. It is immutable once it is in a corpus: an article that changes gets a
// new one, so an entry also stands for one version of its article.
type Entry struct {
	// Key identifies the article permanently, whatever path it was opened by: the
	// absolute path of its file and, where that holds several, which one it is. An
	// embedded article's key is its ID.
	Key string
	// ID is what one types; it is unique in a corpus.
	ID        string
	Title     string
	Date      time.Time // when it was posted; zero where unknown
	Delivered time.Time // when a report was given; zero where it is none
	Source    string    // where the text comes from, in words
	Note      string
	Tags      []string
	Path      string // the file it was read from, "" for embedded ones
	Group     string // the sub-folder it lies in, "" at the top
	Encoding  string // the charset it was decoded from, "" for UTF-8

	// Partial says that the text was not read to its end: the title and the dates are
	// those of its head, Chars and Sections count what was read, and what the rest
	// holds is unknown.
	Partial  bool
	Root     int32 // the number of what was opened that it comes from, in the order in which that was named
	Chars    int   // 字数, see [Chars]
	Sections int   // headings in the outline

	// At and Size are the bytes of its file that the article takes where the
	// file holds several; Size is 0 where it takes all or that is not known.
	At, Size int64
	Text     Stored

	// Print identifies the text, so that an article is found again when its file was
	// moved: CRC-32C of the text and its size in bytes. It is 0 where no text is known,
	// and where only a part of it is.
	Print uint64

	names string // title and tags, folded
}

// Stored says where a library keeps the folded text of an entry. Only that
// library reads it; the zero Stored is nowhere.
type Stored struct {
	Segment int32  // from 1
	Sum     uint32 // CRC-32C of the bytes of text and marks
	At      int64  // the byte of the segment where the text begins
	Len     int64  // bytes of text
	Marks   int64  // bytes of marks, which follow the text
}

// Sealed returns e ready to stand in a corpus: with a key and with its names
// folded. It changes no sealed entry.
func (e *Entry) Sealed() *Entry {
	if e.Key != "" && e.names != "" {
		return e
	}
	s := *e
	s.Key = cmp.Or(s.Key, s.ID)
	var f fold.Folder
	f.Add(s.Title)
	for _, t := range s.Tags {
		f.Add(t)
	}
	s.names = f.Text().String()
	return &s
}

// Day returns the date the entry is sorted by: when the report was given,
// else when it was posted.
func (e *Entry) Day() time.Time {
	if !e.Delivered.IsZero() {
		return e.Delivered
	}
	return e.Date
}

// Minutes returns how long the article takes a practised reader, at least one.
func (e *Entry) Minutes() int { return MinutesAt(perMinute, e.Effort(e.Chars)) }

// Effort returns how many Chinese characters take as long to read as n of what
// [Chars] counts in the article: of an English text that is words.
func (e *Entry) Effort(n int) int {
	if e.Worded() {
		return n * perMinute / wordsPerMinute
	}
	return n
}

// Worded reports whether most of what Chars counts in the text are words of letters. A
// Chinese character has three bytes and an English word, with its blank, about six, so
// the bytes per counted unit show which it is, without the text. It mends the mistake
// of taking a word to be read as fast as a character. It cannot fire for a text without
// words, which has at most three bytes a unit, nor where nothing is known of a text.
//
//	18,000 bytes, 6,000 counted   Chinese
//	30,000 bytes, 5,100 counted   English
func (e *Entry) Worded() bool { return 2*int64(uint32(e.Print)) > 9*int64(e.Chars) }

// Listed compares two entries by their place in the list: by group; reports first, the
// latest on top; then by date, the latest first; those of the same day or without one
// by file, in the order of a walk. So the order does not depend on which was read
// first. Articles of one file keep their order.
func Listed(a, b *Entry) int {
	if n := ListedByDay(a, b); n != 0 {
		return n
	}
	if a.Root != b.Root || a.Path == b.Path {
		return cmp.Compare(a.Root, b.Root)
	}
	return CompareFiles(a.Path, b.Path)
}

// ListedByDay compares two entries as [Listed] does, but not by file: enough where
// they are in the order of their files, and quicker.
func ListedByDay(a, b *Entry) int {
	if a.Group != b.Group {
		return ComparePaths(a.Group, b.Group)
	}
	return cmp.Or(cmp.Compare(rank(a), rank(b)), b.Day().Compare(a.Day()))
}

func rank(e *Entry) int {
	switch {
	case !e.Delivered.IsZero():
		return 0
	case !e.Date.IsZero():
		return 1
	}
	return 2
}
