package data

import (
	"archive/zip"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"iter"
	"strings"
	"unicode/utf8"

	"juan/data/fault"
	"juan/data/format"
	"juan/data/format/book"
	"juan/data/limit"
)

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
