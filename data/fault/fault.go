// Package fault says what is wrong with a source: an [Error] where it, or a part
// of it, could not be read, a [Notice] where it was and something is worth a
// word. Both have codes by which a caller finds its own words.
package fault

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// A Reason says why a source could not be read.
type Reason uint8

// The reasons.
const (
	Unreadable   Reason = iota // the system says so; see Err
	NotFound                   // nothing is there
	Denied                     // no permission
	NoArticles                 // a folder or an archive without texts
	Empty                      // a file without text
	Binary                     // not a text
	Special                    // a device or a socket
	TooBig                     // over the size that is read
	TooMany                    // more files than are read
	BadEncoding                // the charset asked for is not known
	BadArchive                 // a damaged or dangerous archive
	BadEPUB                    // a damaged book
	BadRecords                 // JSON lines without title and body
	Loop                       // a link that leads to itself
	Exists                     // a file is there already (Import)
	Lossy                      // writing would change the text (Import)
	Unwritable                 // the system does not let it be written (Import)
	Foreign                    // a format that is not read; Err is the [Format]
	Encrypted                  // a book with digital rights management, an archive with a password
	Nested                     // an archive in an archive
	BadDocument                // a damaged document of an office program
	OpenerFailed               // the program that was to read it did not; Err says why
)

func (r Reason) String() string {
	switch r {
	case NotFound:
		return "no such file"
	case Denied:
		return "permission denied"
	case NoArticles:
		return "no articles in it"
	case Empty:
		return "empty"
	case Binary:
		return "not a text"
	case Special:
		return "not a regular file"
	case TooBig:
		return "too big"
	case TooMany:
		return "too many files"
	case BadEncoding:
		return "unknown encoding"
	case BadArchive:
		return "damaged archive"
	case BadEPUB:
		return "damaged EPUB"
	case BadRecords:
		return "no records with title and body"
	case Loop:
		return "link loop"
	case Exists:
		return "file exists"
	case Lossy:
		return "would not keep the text as it is"
	case Unwritable:
		return "cannot be written"
	case Foreign:
		return "a format that is not read"
	case Encrypted:
		return "encrypted"
	case Nested:
		return "an archive in an archive is not opened"
	case BadDocument:
		return "damaged document"
	case OpenerFailed:
		return "the program that opens it failed"
	}
	return "cannot be read"
}

// An Error says that one source, or a part of it, could not be read.
type Error struct {
	Path   string // as the user named it, or inside the folder named
	Reason Reason
	Err    error // what the system said, may be nil
}

// Error returns path and reason in one short English line.
func (e *Error) Error() string {
	if (e.Reason == Unreadable || e.Reason == Unwritable) && e.Err != nil {
		return e.Path + ": " + e.Err.Error()
	}
	if (e.Reason == Foreign || e.Reason == OpenerFailed) && e.Err != nil {
		return e.Path + ": " + e.Reason.String() + ": " + e.Err.Error()
	}
	return e.Path + ": " + e.Reason.String()
}

// Unwrap returns what the system said.
func (e *Error) Unwrap() error { return e.Err }

// A Format is the short name of a format that juan does not read: pdf, rar …
// It stands in [Error].Err where the reason is Foreign.
type Format string

// Error returns the name of the format.
func (f Format) Error() string { return string(f) }

// A Remark says what a [Notice] is about.
type Remark uint8

// The remarks.
const (
	Undecodable Remark = iota // N bytes or characters became U+FFFD
	Furniture                 // N lines of page furniture were left out; Detail is the first
	BadMeta                   // front matter not understood; Detail says where
	SideFile                  // Detail, a side file, corrected the outline
	BadSideFile               // a side file was not understood; Detail says where
	Unparsed                  // mark-up too large or too deeply nested, shown as plain text
	Skipped                   // N records or parts were left out; Detail is the first
	Zeros                     // N zero bytes were left out
)

// A Notice is an error that spoils nothing: its article was or will still be
// yielded. Tell it with [errors.As].
type Notice struct {
	Path   string
	Remark Remark
	N      int
	Detail string
}

// Error returns the notice in one short English line.
func (n *Notice) Error() string {
	switch n.Remark {
	case Undecodable:
		return fmt.Sprintf("%s: %d bytes could not be decoded", n.Path, n.N)
	case Furniture:
		return fmt.Sprintf("%s: %d lines of page furniture left out: %s", n.Path, n.N, n.Detail)
	case BadMeta:
		return fmt.Sprintf("%s: front matter: %s", n.Path, n.Detail)
	case SideFile:
		return fmt.Sprintf("%s: outline corrected by %s", n.Path, n.Detail)
	case Unparsed:
		return n.Path + ": mark-up too large or too deeply nested, shown as plain text"
	case BadSideFile:
		return fmt.Sprintf("%s: %s", n.Path, n.Detail)
	case Zeros:
		return fmt.Sprintf("%s: %d zero bytes left out", n.Path, n.N)
	}
	return fmt.Sprintf("%s: %d parts left out: %s", n.Path, n.N, n.Detail)
}

// About returns err as an [*Error] about path: unchanged where it is one, with path
// added if it has none, else with the reason that the system gave.
func About(path string, err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return &Error{cmp.Or(e.Path, path), e.Reason, e.Err}
	}
	reason := Unreadable
	switch {
	case errors.Is(err, fs.ErrNotExist):
		reason = NotFound
	case errors.Is(err, fs.ErrPermission):
		reason = Denied
	case isLoop(err):
		reason = Loop
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err // the path is named already
	}
	return &Error{path, reason, err}
}

// FirstLine returns the first line of what a parser or a program says.
func FirstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
