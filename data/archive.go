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
	"iter"
	"path"
	"strings"
	"unicode/utf8"

	"juan/data/fault"
	"juan/data/format"
	"juan/data/format/book"
	"juan/data/limit"
)

// Limits of archives, against those that unpack without end.
const (
	maxArchive   = 512 << 20 // bytes of the archive itself
	maxDirectory = 16 << 20  // bytes of a zip's list of files
)

// An opener opens a source; opened again it is the same.
type opener func() (*handle, error)

// A handle reads an opened source at any byte.
type handle struct {
	io.ReaderAt
	size  int64
	close func() error
}

// memory opens what is in memory.
func memory(raw []byte) opener {
	return func() (*handle, error) {
		return &handle{bytes.NewReader(raw), int64(len(raw)), func() error { return nil }}, nil
	}
}

// zip reads a zip: a book, or texts.
func (l *loader) zip(f file, open opener, at place) error {
	file, err := open()
	if err != nil {
		return err
	}
	defer file.close()
	z, err := openZip(f.Name, file)
	if err != nil {
		return err
	}
	if drafts, ok, err := f.ReadZip(l.ctx, z); ok {
		return l.take(&f, drafts, err)
	}
	if at.inside {
		return &fault.Error{Path: f.Name, Reason: fault.Nested}
	}
	if isLocked(z.File) {
		return &fault.Error{Path: f.Name, Reason: fault.Encrypted}
	}
	l.parts = l.members(f, open, f.opened(at))
	return nil
}

// openZip reads the list of files of a zip.
func openZip(name string, file *handle) (*zip.Reader, error) {
	if file.size > maxArchive || directorySize(file, file.size) > maxDirectory {
		return nil, &fault.Error{Path: name, Reason: fault.TooBig}
	}
	z, err := zip.NewReader(file, file.size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // names are not used as paths
		return nil, &fault.Error{Path: name, Reason: fault.BadArchive, Err: err}
	}
	if book.IsEPUB(z) {
		return z, nil
	}
	nameFiles(z.File)
	if packedTooWell(z.File, file.size) {
		return nil, &fault.Error{Path: name, Reason: fault.BadArchive}
	}
	return z, nil
}

// members returns what reads the files of a zip as portions.
func (l *loader) members(f file, open opener, at place) inParts {
	only := l.only
	return func() (*parts, error) {
		file, err := open()
		if err != nil {
			return nil, err
		}
		z, err := openZip(f.Name, file)
		if err != nil {
			file.close()
			return nil, err
		}
		return &parts{all: zipParts(z, at, l.opt, only), close: file.close}, nil
	}
}

// zipParts yields the files of a zip that are wanted.
func zipParts(z *zip.Reader, at place, opt Options, only func(string) bool) iter.Seq[portion] {
	return func(yield func(portion) bool) {
		left, room := limit.Texts, int64(limit.Total)
		walkTree(z, ".", opt, func(name string, sides []string, err error) bool {
			switch {
			case err != nil:
				return yield(failed(fault.About(at.path(name), err)))
			case only != nil && !only(at.key+name):
				return true
			}
			if left--; left < 0 || room < 0 {
				yield(failed(&fault.Error{Path: at.path("."), Reason: fault.TooMany}))
				return false
			}
			size := int64(0)
			if info, err := fs.Stat(z, name); err == nil {
				size = info.Size()
			}
			room -= size
			return yield(portion{bytes: size, read: func(l *loader) { l.fromTree(z, name, sides, at) }})
		})
	}
}

// failed is a part that only says what is wrong.
func failed(err error) portion { return portion{read: func(l *loader) { l.fail(err) }} }

// walkTree visits the files of a tree that may hold articles in path order; one
// that cannot be walked comes with an error.
func walkTree(fsys fs.FS, folder string, opt Options, visit func(name string, sides []string, err error) bool) bool {
	all, err := fs.ReadDir(fsys, folder)
	if err != nil && !visit(folder, nil, err) {
		return false
	}
	sides := sideNames(all)
	for _, d := range all {
		name := path.Join(folder, d.Name())
		switch {
		case hidden(d.Name()) || d.IsDir() && d.Name() == "__MACOSX":
		case d.IsDir():
			if !walkTree(fsys, name, opt, visit) {
				return false
			}
		case opt.readable(name):
			beside := sidesOf(d.Name(), sides)
			for i := range beside {
				beside[i] = path.Join(folder, beside[i])
			}
			if !visit(name, beside, nil) {
				return false
			}
		}
	}
	return true
}

// opened returns the place of what an archive holds: an archive named by
// itself is a folder, one in a folder is a sub-folder.
func (f *file) opened(at place) place {
	if at.root == f.path && !at.several {
		return place{root: f.path, key: f.key + "#", inside: true}
	}
	return place{root: f.path, key: f.key + "#", prefix: f.id, group: path.Join(f.group, f.Title), inside: true}
}

// untarred returns the place without what is left of .tar.gz.
func (at place) untarred() place {
	at.prefix, at.group = strings.TrimSuffix(at.prefix, ".tar"), strings.TrimSuffix(at.group, ".tar")
	return at
}

// isLocked reports whether all files of a zip that are texts want a password.
func isLocked(files []*zip.File) bool {
	locked := false
	for _, f := range files {
		if format.Readable(f.Name) && !strings.HasSuffix(f.Name, "/") {
			if f.Flags&1 == 0 {
				return false
			}
			locked = true
		}
	}
	return locked
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
		if format.Readable(f.Name) {
			total += f.UncompressedSize64
		}
	}
	return total > limit.Free && total/limit.Ratio > uint64(size)
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

// gzip reads a packed tape archive, or one packed text.
func (l *loader) gzip(f file, open opener, at place) error {
	file, err := open()
	if err != nil {
		return err
	}
	defer file.close()
	b, err := unpack(f.Name, file)
	if err != nil {
		return err
	}
	if isTape(b) {
		if !at.inside {
			l.parts = l.tape(f, open, at)
		}
		return nil
	}
	raw, err := limit.ReadAll(b, 0)
	if err != nil {
		return archiveError(f.Name, err)
	}
	f.id, f.Title = format.Stem(f.id), format.Stem(f.Title)
	return l.text(f, raw)
}

// unpack returns what was packed with gzip.
func unpack(name string, file *handle) (*bufio.Reader, error) {
	packed := &counter{r: io.NewSectionReader(file, 0, file.size)}
	z, err := gzip.NewReader(packed)
	if err != nil {
		return nil, &fault.Error{Path: name, Reason: fault.BadArchive, Err: err}
	}
	return bufio.NewReaderSize(&unpacker{r: z, packed: packed}, 1024), nil
}

func isTape(b *bufio.Reader) bool {
	head, _ := b.Peek(263)
	return len(head) == 263 && string(head[257:262]) == "ustar"
}

// tape returns what reads the files of a tape archive as portions, in its
// order.
func (l *loader) tape(f file, open opener, at place) inParts {
	at = f.opened(at).untarred()
	only := l.only
	return func() (*parts, error) {
		file, err := open()
		if err != nil {
			return nil, err
		}
		b, err := unpack(f.Name, file)
		if err != nil {
			file.close()
			return nil, err
		}
		return &parts{close: file.close, all: func(yield func(portion) bool) {
			if err := tapeParts(tar.NewReader(b), f.Name, at, l.opt, only, yield); err != nil {
				yield(failed(err))
			}
		}}, nil
	}
}

// tapeParts yields the files of a tape archive that are wanted; it returns what
// is wrong with it.
func tapeParts(t *tar.Reader, archive string, at place, opt Options, only func(string) bool, yield func(portion) bool) error {
	left, room := limit.Texts, int64(limit.Total)
	for {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return archiveError(archive, err)
		}
		name := path.Clean(strings.TrimPrefix(h.Name, "/"))
		if h.Typeflag != tar.TypeReg || !fs.ValidPath(name) || hidden(name) || !opt.readable(name) || only != nil && !only(at.key+name) {
			continue
		}
		raw, err := limit.ReadAll(t, h.Size)
		if !yield(portion{bytes: int64(len(raw)), read: func(l *loader) { l.member(name, raw, err, at) }}) {
			return nil
		}
		if left, room = left-1, room-int64(len(raw)); left < 0 || room < 0 {
			return &fault.Error{Path: archive, Reason: fault.TooMany}
		}
	}
}

// member reads a file of a tape archive, unless there is an error with it.
func (l *loader) member(name string, raw []byte, err error, at place) {
	if err == nil {
		err = l.inArchive(at.file(name), name, raw, at)
	}
	if err != nil && !silent(err) {
		l.fail(fault.About(at.path(name), err))
	}
}

func archiveError(name string, err error) error {
	var e *fault.Error
	if errors.As(err, &e) {
		return &fault.Error{Path: cmp.Or(e.Path, name), Reason: e.Reason, Err: e.Err}
	}
	return &fault.Error{Path: name, Reason: fault.BadArchive, Err: err}
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
	if u.n > maxArchive || u.n > limit.Free && u.n/limit.Ratio > u.packed.n {
		return n, &fault.Error{Reason: fault.BadArchive}
	}
	return n, err
}
