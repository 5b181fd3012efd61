package data

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"strings"

	"juan/data/charset"
	"juan/data/fault"
	"juan/data/limit"
)

// recordChunk is about how many bytes of a file of records are read at a time.
const recordChunk = 1 << 20

// A recordFile is a large file of records, JSON lines or a listing, that is read
// a chunk at a time and never whole.
type recordFile struct {
	file
	charset charset.Charset
	cut     func(raw []byte) int // the last byte that a record may begin at, 0 for none
	read    func(l *loader, r *recordFile, c chunk)
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
	head := make([]byte, sniffed)
	if n, err := from.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) || n < len(head) {
		return nil, false
	}
	r = &recordFile{file: f}
	head = wholeLines(head)
	c, forced := charset.Named(l.opt.Encoding)
	if !forced {
		c, ok = charset.Detect(head, charset.UTF8)
	}
	if !ok && !forced || c == charset.UTF16LE || c == charset.UTF16BE { // a byte of "\n" may be half a character
		return nil, false
	}
	r.charset = c
	sample := f
	if sample.decode(head, c.String()) != nil {
		return nil, false
	}
	switch all, _ := records(sample.text, sample.start); {
	case sample.beginsListing() && len(all) > 0:
		r.cut, r.read = beforeDash, (*loader).listingChunk
	case sample.isRecords():
		r.cut, r.read = behindLine, (*loader).jsonChunk
	default:
		return nil, false
	}
	return r, true
}

func behindLine(raw []byte) int { return bytes.LastIndexByte(raw, '\n') + 1 }

func beforeDash(raw []byte) int {
	for end := len(raw); ; {
		i := bytes.LastIndexByte(raw[:end], '\n')
		if i < 0 {
			return 0
		}
		if line, _, whole := bytes.Cut(raw[i+1:], []byte("\n")); whole && isDash(line) {
			return i + 1
		}
		end = i
	}
}

// isDash reports whether a line is the "-" before an entry.
func isDash(line []byte) bool { return string(bytes.TrimSpace(line)) == "-" }

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
					one = portion{bytes: int64(len(c.raw)), read: func(l *loader) { r.read(l, r, c) }}
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
				end = r.cut(c.raw)
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
			done.to = c.from.behind(done.raw)
			c = chunk{raw: bytes.Clone(c.raw[end:]), from: done.to}
			if tooLong {
				err = &fault.Notice{Path: r.name, Remark: fault.Skipped, N: 1, Detail: ""}
			} else {
				err = nil
			}
			if !yield(done, err) {
				return
			}
		}
	}
}

// behind returns the mark behind bytes that stand behind m.
func (m mark) behind(raw []byte) mark {
	sums := summed(m.sum)
	sums.add(raw)
	return mark{m.at + int64(len(raw)), m.line + bytes.Count(raw, []byte("\n")), sums.sum()}
}

// jsonChunk reads a chunk of JSON lines.
func (l *loader) jsonChunk(r *recordFile, c chunk) {
	f := r.piece()
	j := jsonLines{file: &f, number: c.from.line}
	at, bad := c.from.at, 0
	for line := range bytes.Lines(c.raw) {
		text, n := r.charset.Decode(line)
		bad += n
		j.add(l.ctx, strings.TrimPrefix(text, "\ufeff"), at, int64(len(line)))
		at += int64(len(line))
	}
	j.finish()
	l.chunk(&f, j.drafts, bad)
}

// listingChunk reads a chunk of a listing.
func (l *loader) listingChunk(r *recordFile, c chunk) {
	f := r.piece()
	var drafts []draft
	var furniture []string
	bad := 0
	for from, to := range entriesOf(c.raw) {
		g := r.piece()
		if g.decode(c.raw[from:to], r.charset.String()) != nil {
			continue
		}
		all, outside := records(g.text, g.start)
		furniture = append(furniture, outside...)
		some := g.entries(all, c.from.at+int64(from))
		for i := range some {
			if e := &some[i].entry; e.Size == 0 {
				e.At, e.Size = c.from.at+int64(from), int64(to-from)
			}
		}
		drafts = append(drafts, some...)
		for _, n := range g.notices {
			bad += n.(*fault.Notice).N
		}
	}
	f.leftOut(furniture)
	l.chunk(&f, drafts, bad)
}

// piece returns the file without what was read of it.
func (r *recordFile) piece() file {
	f := r.file
	if r.charset != charset.UTF8 {
		f.charset = r.charset.String()
	}
	return f
}

// chunk takes the articles of a chunk.
func (l *loader) chunk(f *file, drafts []draft, bad int) {
	if bad > 0 {
		f.notice(fault.Undecodable, bad, "")
	}
	from := len(l.found)
	l.drafts(f, drafts)
	for i := range l.found[from:] {
		l.found[from+i].several = true
	}
}

// entriesOf yields the bytes of the entries of a listing, from each "-" up to
// the next.
func entriesOf(raw []byte) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		from, at := 0, 0
		for line := range bytes.Lines(raw) {
			if at > from && isDash(line) {
				if !yield(from, at) {
					return
				}
				from = at
			}
			at += len(line)
		}
		if from < at {
			yield(from, at)
		}
	}
}
