package data

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"juan/data/catalogue"
	"juan/data/fault"
	"juan/data/format"
	"juan/data/limit"
)

// source reads a source and takes what is wrong with it.
func (l *loader) source(s *source, claim func(int64)) seen {
	var seen seen
	err := l.read(s, &seen, claim)
	if err != nil && (s.rel == "" || format.IsText(s.rel) || !silent(err)) {
		l.fail(fault.About(s.said(), err))
	}
	return seen
}

// read opens a source and reads it, or as much of it as is wanted now.
func (l *loader) read(s *source, seen *seen, claim func(int64)) error {
	if s.piped() {
		return l.pipe(s, s.place())
	}
	from, info, err := s.open()
	if err != nil || from == nil {
		seen.gone = err == nil || os.IsNotExist(err)
		return err
	}
	defer from.Close()
	seen.stamp, seen.at = catalogue.StampOf(info), time.Now().UnixNano()
	f := s.file()
	if len(s.sides) > 0 {
		seen.sides = s.sideStamps()
		f.Side, f.SideText = sideFile(os.DirFS(filepath.Dir(s.abs())), s.sides)
	}
	if command := l.opt.opener(s.abs()); command != nil {
		return l.opened(f, command, s.abs(), from)
	}
	if l.cut = l.heads && info.Size() > smallFile; l.cut {
		return l.head(s, from)
	}
	if info.Size() > streamed && len(s.sides) == 0 && l.inChunks(s, f, from, seen) {
		return nil
	}
	l.bytes = min(info.Size(), limit.File)
	claim(l.bytes)
	return l.whole(s, f, from, info.Size(), seen)
}

// inChunks has a large file of records read in parts, from where the last reading
// ended; it returns false where the file is not one.
func (l *loader) inChunks(s *source, f file, from *os.File, seen *seen) bool {
	r, ok := l.recordFile(f, from)
	if !ok {
		return false
	}
	var begin mark
	if l.resume != nil {
		if p, ok := l.resume(s, seen.stamp); ok {
			*seen, l.resumed, begin = p.seen, p, *p.seen.reached
		}
	}
	l.parts = r.portions(s.opener(), begin)
	return true
}

// whole reads a file of size bytes by its content.
func (l *loader) whole(s *source, f file, from *os.File, size int64, seen *seen) error {
	packed := format.Suffix(s.abs())
	switch large := size > limit.File; {
	case (large || packed == ".zip" || packed == ".epub") && isZip(from):
		if !large {
			seen.sum, _ = s.sum(size) // 0 where it is not to be had
		}
		return l.zip(f, s.opener(), s.place())
	case large:
		return &fault.Error{Reason: fault.TooBig}
	}
	if l.show != nil && size > format.PreviewSize {
		var c checksum
		if head, all := format.Peek(io.TeeReader(from, &c), format.Sniffed); format.IsGrowing(head, f.Name) {
			err := l.versions(&f, all, size)
			seen.sum = c.sum()
			return err
		}
		if _, err := from.Seek(0, io.SeekStart); err != nil {
			return err
		}
	}
	raw, err := limit.ReadAll(atOnce(from, size), size)
	if err != nil {
		return err
	}
	seen.sum = sum(raw)
	return l.content(f, s.opener(), raw, s.place())
}

// isZip reports whether a file begins as a zip does.
func isZip(from io.ReaderAt) bool {
	var head [4]byte
	from.ReadAt(head[:], 0)
	return format.IsZip(head[:])
}

// place returns where what the source holds stands among what is opened.
func (s *source) place() place {
	return place{root: s.root.name, number: s.number, several: s.label != ""}
}

// sideStamps returns the versions of the side files, "" where there are none.
func (s *source) sideStamps() string {
	var all []string
	for _, side := range s.sides {
		if info, err := os.Stat(filepath.Join(filepath.Dir(s.abs()), side)); err == nil {
			all = append(all, fmt.Sprint(side, catalogue.StampOf(info)))
		}
	}
	return strings.Join(all, " ")
}

// open opens the file; it returns nil for what is not to be read.
func (s *source) open() (*os.File, fs.FileInfo, error) {
	if s.link { // a named pipe would not open before somebody writes to it
		info, err := os.Stat(s.abs())
		if err != nil || !info.Mode().IsRegular() {
			return nil, nil, err
		}
	}
	f, err := os.Open(s.abs())
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		f.Close()
		return nil, nil, err
	}
	return f, info, nil
}

// opener returns what opens the file again.
func (s *source) opener() opener {
	return func() (*handle, error) {
		f, info, err := s.open()
		switch {
		case err != nil:
			return nil, err
		case f == nil:
			return nil, fs.ErrNotExist
		}
		return &handle{f, info.Size(), f.Close}, nil
	}
}
