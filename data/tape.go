package data

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"juan/data/fault"
	"juan/data/format"
	"juan/data/limit"
)

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
