package data

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"
)

// Limits of archives, against those that unpack without end.
const (
	maxArchive   = 512 << 20 // bytes of the archive itself
	maxDirectory = 16 << 20  // bytes of a zip's list of files
	maxRatio     = 200       // unpacked bytes to one packed, over maxFree
	maxFree      = 16 << 20
)

// isZip reports whether a file begins as a zip does.
func isZip(r io.ReaderAt) bool {
	var head [4]byte
	_, err := r.ReadAt(head[:], 0)
	return err == nil && (string(head[:]) == "PK\x03\x04" || string(head[:]) == "PK\x05\x06")
}

// zip yields the articles of a zip: a book, or texts.
func (l *loader) zip(f file, r io.ReaderAt, size int64, at place) error {
	if size > maxArchive || directorySize(r, size) > maxDirectory {
		return &Error{Path: f.name, Reason: TooBig}
	}
	z, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // names are not used as paths
		return &Error{f.name, BadArchive, err}
	}
	if isEPUB(z) {
		return l.book(f, z)
	}
	if ok, err := l.packedDocument(f, z); ok {
		return err
	}
	if format := packedFormat(z); format != "" {
		return &Error{f.name, Foreign, format}
	}
	if at.inside {
		return &Error{Path: f.name, Reason: Nested}
	}
	if isLocked(z.File) {
		return &Error{Path: f.name, Reason: Encrypted}
	}
	nameFiles(z.File)
	if packedTooWell(z.File, size) {
		return &Error{Path: f.name, Reason: BadArchive}
	}
	before := len(l.taken)
	l.tree(z, f.opened(at))
	if len(l.taken) == before && !l.stopped() {
		return &Error{Path: f.name, Reason: NoArticles}
	}
	return nil
}

// opened returns the place of what an archive holds: an archive named by
// itself is a folder, one in a folder is a sub-folder.
func (f *file) opened(at place) place {
	if at.root == f.path {
		return place{root: f.path, inside: true}
	}
	return place{root: f.path, prefix: f.id, group: path.Join(f.group, f.title), inside: true}
}

// directorySize returns what the end of a zip says of the size of its list of
// files, 0 where nothing is found there.
func directorySize(r io.ReaderAt, size int64) int64 {
	const end = 22 // bytes of the end record without its comment
	tail := make([]byte, min(size, 64<<10+end))
	if _, err := r.ReadAt(tail, size-int64(len(tail))); err != nil && !errors.Is(err, io.EOF) {
		return 0
	}
	for i := len(tail) - end; i >= 0; i-- {
		if string(tail[i:i+4]) == "PK\x05\x06" {
			return int64(binary.LittleEndian.Uint32(tail[i+12:]))
		}
	}
	return 0
}

// packedTooWell reports whether files that are to be read unpack to more than
// any text does.
func packedTooWell(files []*zip.File, size int64) bool {
	var total uint64
	for _, f := range files {
		if readable(f.Name) {
			total += f.UncompressedSize64
		}
	}
	return total > maxFree && total/maxRatio > uint64(size)
}

// nameFiles gives the files names in UTF-8: those that Chinese programs have
// packed are often in GBK.
func nameFiles(files []*zip.File) {
	var all []byte
	for _, f := range files {
		if !utf8.ValidString(f.Name) {
			all = append(append(all, f.Name...), '\n')
		}
	}
	if len(all) == 0 {
		return
	}
	c := charsetOfNames(all)
	for _, f := range files {
		if !utf8.ValidString(f.Name) {
			f.Name, _ = c.Decode([]byte(f.Name))
		}
	}
}

// gzip yields the articles of a packed tape archive, or of one packed text.
func (l *loader) gzip(f file, r io.Reader, at place) error {
	packed := &counter{r: r}
	z, err := gzip.NewReader(packed)
	if err != nil {
		return &Error{f.name, BadArchive, err}
	}
	plain := &unpacker{r: z, packed: packed}
	b := bufio.NewReaderSize(plain, 1024)
	if head, _ := b.Peek(263); len(head) == 263 && string(head[257:262]) == "ustar" {
		return l.tape(f, b, at)
	}
	raw, err := readAll(b, 0)
	if err != nil {
		return archiveError(f.name, err)
	}
	f.id, f.title = stem(f.id), stem(f.title)
	return l.text(f, raw)
}

// tape yields the articles of a tape archive in its order.
func (l *loader) tape(f file, r io.Reader, at place) error {
	if at.inside {
		return nil
	}
	at = f.opened(at)
	at.prefix, at.group = strings.TrimSuffix(at.prefix, ".tar"), strings.TrimSuffix(at.group, ".tar")
	before, left, room := len(l.taken), maxFiles, int64(maxTotal)
	t := tar.NewReader(r)
	for !l.stopped() {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return archiveError(f.name, err)
		}
		name := path.Clean(strings.TrimPrefix(h.Name, "/"))
		if h.Typeflag != tar.TypeReg || !fs.ValidPath(name) || hidden(name) || !l.opt.readable(name) {
			continue
		}
		raw, err := readAll(t, h.Size)
		if command := l.opt.opener(name); err == nil && command != nil {
			err = l.opened(at.file(name), command, "", bytes.NewReader(raw))
		} else if err == nil {
			err = l.content(at.file(name), raw, at)
		}
		if err != nil && !silent(err) {
			l.fail(fault(at.path(name), err))
		}
		if left, room = left-1, room-int64(len(raw)); left < 0 || room < 0 {
			return &Error{Path: f.name, Reason: TooMany}
		}
	}
	if len(l.taken) == before && !l.stopped() {
		return &Error{Path: f.name, Reason: NoArticles}
	}
	return nil
}

func archiveError(name string, err error) error {
	var e *Error
	if errors.As(err, &e) {
		return &Error{cmp.Or(e.Path, name), e.Reason, e.Err}
	}
	return &Error{name, BadArchive, err}
}

// A counter counts the bytes read.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// An unpacker stops a stream that unpacks to more than any text does.
type unpacker struct {
	r      io.Reader
	packed *counter
	n      int64
}

func (u *unpacker) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	u.n += int64(n)
	if u.n > maxArchive || u.n > maxFree && u.n/maxRatio > u.packed.n {
		return n, &Error{Reason: BadArchive}
	}
	return n, err
}
