package data

import (
	"bytes"
	"errors"
	"io"
	"iter"

	"juan/data/fault"
	"juan/data/format"
	"juan/data/limit"
)

// recordChunk is about how many bytes of a file of records are read at a time.
const recordChunk = 1 << 20

// A recordFile is a large file of records that is read a chunk at a time and never
// whole.
type recordFile struct {
	file
	records *format.Records
}

// A chunk is some whole records of a file.
type chunk struct {
	raw      []byte
	from, to mark // where it begins in the file, and ends
}

// A mark is a place of a file of records, before a record or at the end. To read
// on from there gives what reading the whole gives.
type mark struct {
	at   int64  // bytes before it
	line int    // lines before it
	sum  uint64 // of the bytes before it
}

// recordFile returns what reads f in chunks where it is a large file of records; ok
// is false where it must be read whole.
func (l *loader) recordFile(f file, from io.ReaderAt) (r *recordFile, ok bool) {
	head := make([]byte, format.Sniffed)
	if n, err := from.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) || n < len(head) {
		return nil, false
	}
	f.Lines = l.opt.Lines
	records, ok := f.Records(head, l.opt.Encoding)
	return &recordFile{f, records}, ok
}

// portions returns what reads the file from a mark on, as portions.
func (r *recordFile) portions(open opener, begin mark) inParts {
	return func() (*parts, error) {
		from, err := open()
		if err != nil {
			return nil, err
		}
		return &parts{close: from.close, all: func(yield func(portion) bool) {
			for c, err := range r.chunks(from, begin) {
				one := failed(err)
				if err == nil {
					one = portion{bytes: int64(len(c.raw)), read: func(l *loader) { l.chunk(r, c) }}
				}
				if one.to = c.to; !yield(one) {
					return
				}
			}
		}}, nil
	}
}

// chunks cuts a file, from a mark on, before lines that a record begins with. What
// is too long for one article is left out with a notice. Wherever it begins it
// reads up to the same bytes, so that it cuts at the same places.
func (r *recordFile) chunks(from io.ReaderAt, begin mark) iter.Seq2[chunk, error] {
	return func(yield func(chunk, error) bool) {
		c := chunk{from: begin}
		for ended := false; !ended; {
			old := len(c.raw)
			next := c.from.at + int64(old)
			c.raw = append(c.raw, make([]byte, recordChunk-next%recordChunk)...)
			n, err := from.ReadAt(c.raw[old:], next)
			c.raw = c.raw[:old+n]
			ended = errors.Is(err, io.EOF)
			if err != nil && !ended {
				yield(chunk{}, err)
				return
			}
			end := len(c.raw)
			if !ended {
				end = r.records.Cut(c.raw)
			}
			tooLong := end == 0 && len(c.raw) > limit.File
			if tooLong {
				end = len(c.raw)
			}
			if end == 0 {
				continue
			}
			done := c
			done.raw = c.raw[:end:end]
			done.to = c.from.after(done.raw)
			c = chunk{raw: bytes.Clone(c.raw[end:]), from: done.to}
			if tooLong {
				err = &fault.Notice{Path: r.Name, Remark: fault.Skipped, N: 1, Detail: ""}
			} else {
				err = nil
			}
			if !yield(done, err) {
				return
			}
		}
	}
}

// after returns the mark after bytes that follow m.
func (m mark) after(raw []byte) mark {
	sums := summed(m.sum)
	sums.add(raw)
	return mark{m.at + int64(len(raw)), m.line + bytes.Count(raw, []byte("\n")), sums.sum()}
}

// chunk reads a chunk of records.
func (l *loader) chunk(r *recordFile, c chunk) {
	f := r.file
	drafts := r.records.Read(l.ctx, &f.Text, format.Stretch{Raw: c.raw, At: c.from.at, Line: c.from.line})
	from := len(l.found)
	l.take(&f, drafts, nil)
	for i := range l.found[from:] {
		l.found[from+i].several = true
	}
}
