package catalogue

import (
	"encoding/binary"
	"hash/crc32"
	"strings"
	"time"

	"juan/model"
	"juan/model/fold"
)

// What is known of a source is kept in rows: each has the source and some of its
// articles, and a checksum before it, also of the path and the number of the row, so
// that a row in the place of another is noticed. A source that is read in stretches has
// the rows of one after those of the other.

// format counts the changes of how rows are written.
const format = 3

// rowSize is about how many bytes a row takes; a source of many articles has
// several.
const rowSize = 16 << 10

// castagnoli returns the table of CRC-32C, which processors compute.
func castagnoli() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) }

// A row is one part of what is known of a source.
type row struct {
	source  Source
	part    int
	first   bool // its stretch begins with it
	last    bool // and ends with it
	entries []*model.Entry
	bytes   []byte
}

// ends reports whether no row follows of a source that was read to its end.
func (r *row) ends() bool { return r.last && r.source.Reached == 0 }

// rows returns the rows of a stretch of a source, the first of them of number part.
// place returns the segment of a text as the database names it, and where in its file
// the text begins.
func (s *Store) rows(one stretch, part int, place func(model.Stored) model.Stored) []row {
	var all []row
	src := one.source
	for rest := one.entries; len(all) == 0 || len(rest) > 0; {
		var b []byte
		n := 0
		for n < len(rest) && (n == 0 || len(b) < rowSize) {
			b = appendEntry(b, src.Path, rest[n], place(rest[n].Text))
			n++
		}
		r := row{source: src, part: part + len(all), first: len(all) == 0, last: n == len(rest), entries: rest[:n]}
		r.bytes = s.encode(r, b)
		all = append(all, r)
		rest = rest[n:]
	}
	return all
}

// encode returns the bytes of a row with the entries already encoded.
func (s *Store) encode(r row, entries []byte) []byte {
	b := make([]byte, 4, 64+len(r.source.Note)+len(entries))
	for _, v := range []int{format, fold.Version, s.opt.Reader} {
		b = binary.AppendUvarint(b, uint64(v))
	}
	st := r.source.Stamp
	for _, v := range []int64{st.Size, st.Modified, st.Changed, r.source.Read, r.source.Reached} {
		b = binary.AppendVarint(b, v)
	}
	b = binary.AppendUvarint(b, st.Inode)
	b = binary.LittleEndian.AppendUint64(b, r.source.Sum)
	note := r.source.Note
	if !r.first {
		note = nil
	}
	b = appendString(b, string(note))
	b = append(b, bit(r.first, firstRow)|bit(r.last, lastRow))
	b = binary.AppendUvarint(b, uint64(len(r.entries)))
	b = append(b, entries...)
	binary.LittleEndian.PutUint32(b, rowSum(b[4:], r.source.Path, r.part))
	return b
}

// Where in its stretch a row stands.
const (
	firstRow = 1 << iota
	lastRow
)

func rowSum(b []byte, path string, part int) uint32 {
	sum := crc32.Update(0, castagnoli(), b)
	sum = crc32.Update(sum, castagnoli(), []byte(path))
	return crc32.Update(sum, castagnoli(), binary.AppendUvarint(nil, uint64(part)))
}

// decode reads a row; ok is false where it is damaged or of another version.
// The segments of texts are those of the database.
func (s *Store) decode(path string, part int, data []byte) (r row, ok bool) {
	if len(data) < 4 || binary.LittleEndian.Uint32(data) != rowSum(data[4:], path, part) {
		return r, false
	}
	return s.read(path, part, string(data[4:]))
}

// read reads what the checksum stands before.
func (s *Store) read(path string, part int, data string) (r row, ok bool) {
	d := decoder{rest: data}
	for _, v := range []int{format, fold.Version, s.opt.Reader} {
		if d.uvarint() != uint64(v) {
			return r, false
		}
	}
	r.part, r.source.Path = part, path
	st := &r.source.Stamp
	for _, v := range []*int64{&st.Size, &st.Modified, &st.Changed, &r.source.Read, &r.source.Reached} {
		*v = d.varint()
	}
	st.Inode = d.uvarint()
	if sum := d.take(8); len(sum) == 8 {
		r.source.Sum = binary.LittleEndian.Uint64([]byte(sum))
	}
	if note := d.string(); note != "" {
		r.source.Note = []byte(note)
	}
	of := d.byte()
	r.first, r.last = of&firstRow != 0, of&lastRow != 0
	n := d.uvarint()
	if n > uint64(len(d.rest)) { // an entry takes more than a byte
		return r, false
	}
	r.entries = make([]*model.Entry, 0, n)
	for range n {
		e := d.entry(path)
		if d.bad {
			return r, false
		}
		r.entries = append(r.entries, e)
	}
	return r, !d.bad && d.rest == ""
}

// What an entry has; the rest of it is left out.
const (
	ownKey    = 1 << iota // the key does not begin with the path of the source
	ownPath               // the path is not that of the source
	partial               // Partial
	dated                 // Date
	delivered             // Delivered
	ranged                // At, Size
	stored                // Text
	worded                // any of Source, Note, Encoding
)

// appendEntry writes an entry of the source at path whose text lies at text.
func appendEntry(b []byte, path string, e *model.Entry, text model.Stored) []byte {
	key, keyed := strings.CutPrefix(e.Key, path)
	b = append(b, bit(!keyed, ownKey)|bit(e.Path != path, ownPath)|bit(e.Partial, partial)|
		bit(!e.Date.IsZero(), dated)|bit(!e.Delivered.IsZero(), delivered)|
		bit(e.At != 0 || e.Size != 0, ranged)|bit(text != model.Stored{}, stored)|
		bit(e.Source != "" || e.Note != "" || e.Encoding != "", worded))
	b = appendString(b, key)
	if e.Path != path {
		b = appendString(b, e.Path)
	}
	b = appendString(appendString(appendString(b, e.ID), e.Title), e.Group)
	for _, t := range []time.Time{e.Date, e.Delivered} {
		if !t.IsZero() {
			b = appendTime(b, t)
		}
	}
	if e.Source != "" || e.Note != "" || e.Encoding != "" {
		b = appendString(appendString(appendString(b, e.Source), e.Note), e.Encoding)
	}
	b = binary.AppendUvarint(b, uint64(len(e.Tags)))
	for _, t := range e.Tags {
		b = appendString(b, t)
	}
	b = binary.AppendVarint(binary.AppendVarint(b, int64(e.Chars)), int64(e.Sections))
	b = binary.LittleEndian.AppendUint64(b, e.Print)
	if e.At != 0 || e.Size != 0 {
		b = binary.AppendVarint(binary.AppendVarint(b, e.At), e.Size)
	}
	if (text != model.Stored{}) {
		b = binary.AppendUvarint(b, uint64(text.Segment))
		b = binary.LittleEndian.AppendUint32(b, text.Sum)
		b = binary.AppendUvarint(b, uint64(text.At))
		b = binary.AppendUvarint(b, uint64(text.Len))
		b = binary.AppendUvarint(b, uint64(text.Marks))
	}
	return b
}

// entry reads one entry of the source at path.
func (d *decoder) entry(path string) *model.Entry {
	has := d.byte()
	e := model.Entry{Partial: has&partial != 0, Path: path}
	if key := d.string(); has&ownKey != 0 {
		e.Key = key
	} else if e.Key = path; key != "" {
		e.Key += key
	}
	if has&ownPath != 0 {
		e.Path = d.string()
	}
	e.ID, e.Title, e.Group = d.string(), d.string(), d.string()
	if has&dated != 0 {
		e.Date = d.time()
	}
	if has&delivered != 0 {
		e.Delivered = d.time()
	}
	if has&worded != 0 {
		e.Source, e.Note, e.Encoding = d.string(), d.string(), d.string()
	}
	if n := d.uvarint(); n > uint64(len(d.rest)) { // a tag takes a byte at least
		d.bad = true
	} else if n > 0 {
		e.Tags = make([]string, n)
		for i := range e.Tags {
			e.Tags[i] = d.string()
		}
	}
	e.Chars, e.Sections = int(d.varint()), int(d.varint())
	if print := d.take(8); len(print) == 8 {
		e.Print = binary.LittleEndian.Uint64([]byte(print))
	}
	if has&ranged != 0 {
		e.At, e.Size = d.varint(), d.varint()
	}
	if has&stored != 0 {
		e.Text.Segment = int32(d.uvarint())
		if sum := d.take(4); len(sum) == 4 {
			e.Text.Sum = binary.LittleEndian.Uint32([]byte(sum))
		}
		e.Text.At, e.Text.Len, e.Text.Marks = int64(d.uvarint()), int64(d.uvarint()), int64(d.uvarint())
		if e.Text.Segment <= 0 || e.Text.At < 0 || !holds(e.Text.Len) || !holds(e.Text.Marks) {
			d.bad = true
		}
	}
	return &e
}
