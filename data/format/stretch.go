package format

import (
	"bytes"
	"context"
	"iter"
	"strings"

	"juan/data/charset"
	"juan/data/fault"
)

// Records say where a large file of records, JSON lines or a listing, may be cut,
// and read a stretch of it by itself.
type Records struct {
	charset charset.Charset
	listing bool // else JSON lines
}

// A Stretch is some whole records of a file.
type Stretch struct {
	Raw  []byte
	At   int64 // the bytes before it
	Line int   // the lines before it
}

// Records returns a reader of the file in stretches, chosen by its first bytes,
// [Sniffed] of them; ok is false where it must be read whole. encoding forces a
// charset.
func (f *Text) Records(head []byte, encoding string) (r *Records, ok bool) {
	head = wholeLines(head)
	c, forced := charset.Named(encoding)
	if !forced {
		c, ok = charset.Detect(head, charset.UTF8)
	}
	if !ok && !forced || c.IsWide() { // a byte of "\n" may be half a character
		return nil, false
	}
	sample := *f
	if sample.decode(head, c.String()) != nil {
		return nil, false
	}
	switch all, _ := records(sample.text, sample.start); {
	case sample.beginsListing() && len(all) > 0:
		return &Records{c, true}, true
	case sample.isRecords():
		return &Records{c, false}, true
	}
	return nil, false
}

// Cut returns the last byte of raw that a record may begin at, 0 for none.
func (r *Records) Cut(raw []byte) int {
	if !r.listing {
		return bytes.LastIndexByte(raw, '\n') + 1
	}
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

// Read returns the articles of a stretch of the file, which f is, with nothing
// read of it, and leaves the notices with f.
func (r *Records) Read(ctx context.Context, f *Text, s Stretch) []Draft {
	if r.charset != charset.UTF8 {
		f.charset = r.charset.String()
	}
	read := r.readLines
	if r.listing {
		read = r.readListing
	}
	drafts, bad := read(ctx, f, s)
	if bad > 0 {
		f.notice(fault.Undecodable, bad, "")
	}
	return drafts
}

// readLines reads a stretch of JSON lines; bad is how many bytes could not be
// decoded.
func (r *Records) readLines(ctx context.Context, f *Text, s Stretch) (drafts []Draft, bad int) {
	j := jsonLines{file: f, number: s.Line}
	at := s.At
	for line := range bytes.Lines(s.Raw) {
		text, n := r.charset.Decode(line)
		bad += n
		j.add(ctx, value{strings.TrimPrefix(text, "\ufeff"), at, int64(len(line)), j.number + 1})
		at += int64(len(line))
	}
	j.finish()
	return j.drafts, bad
}

// readListing reads a stretch of a listing.
func (r *Records) readListing(_ context.Context, f *Text, s Stretch) (drafts []Draft, bad int) {
	var furniture []string
	line, counted := s.Line+1, 0 // the line that byte counted stands on
	for from, to := range entriesOf(s.Raw) {
		line += bytes.Count(s.Raw[counted:from], []byte("\n"))
		counted = from
		one := *f
		if one.decode(s.Raw[from:to], r.charset.String()) != nil {
			continue
		}
		all, outside := records(one.text, one.start)
		furniture = append(furniture, outside...)
		some := one.entries(all, s.At+int64(from), line)
		for i := range some {
			if e := &some[i].Entry; e.Size == 0 {
				e.At, e.Size = s.At+int64(from), int64(to-from)
			}
		}
		drafts = append(drafts, some...)
		for _, n := range one.Notices {
			bad += n.(*fault.Notice).N
		}
	}
	f.leftOut(furniture)
	return drafts, bad
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

// Record returns the articles of bytes that are a record of the file, from byte at
// of it on, in the charset that their entries name.
func (f *Text) Record(raw []byte, at int64, encoding string) []Draft {
	c, _ := charset.Named(encoding)
	if f.decode(raw, c.String()) != nil {
		return nil
	}
	if f.beginsListing() {
		all, _ := records(f.text, f.start)
		return f.entries(all, at, 1)
	}
	j := jsonLines{file: f}
	j.add(context.Background(), value{text: f.text[f.start:], at: at, line: 1})
	return j.drafts
}
