package catalogue

import (
	"encoding/binary"
	"time"
)

// maxText is more than the folded text of one article takes, and so are its
// marks.
const maxText = 1 << 31

func holds(n int64) bool { return n >= 0 && n < maxText }

func bit(is bool, b byte) byte {
	if is {
		return b
	}
	return 0
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// appendTime writes an instant and how far its clock is from UTC in seconds.
func appendTime(b []byte, t time.Time) []byte {
	_, offset := t.Zone()
	b = binary.AppendVarint(b, t.Unix())
	b = binary.AppendUvarint(b, uint64(t.Nanosecond()))
	return binary.AppendVarint(b, int64(offset))
}

// A decoder reads encoded values; bad is set at the first that is malformed, and
// everything read from then on is zero.
type decoder struct {
	rest string
	bad  bool
}

// take returns the next n bytes.
func (d *decoder) take(n uint64) string {
	if d.bad || n > uint64(len(d.rest)) {
		d.bad = true
		return ""
	}
	s := d.rest[:n]
	d.rest = d.rest[n:]
	return s
}

func (d *decoder) byte() byte {
	if s := d.take(1); s != "" {
		return s[0]
	}
	return 0
}

func (d *decoder) uvarint() uint64 {
	var v uint64
	for shift := 0; shift < 64; shift += 7 {
		c := d.byte()
		v |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return v
		}
	}
	d.bad = true
	return 0
}

func (d *decoder) varint() int64 {
	v := d.uvarint()
	return int64(v>>1) ^ -int64(v&1)
}

func (d *decoder) string() string { return d.take(d.uvarint()) }

func (d *decoder) time() time.Time {
	t := time.Unix(d.varint(), int64(d.uvarint()%1e9)).UTC()
	if offset := d.varint(); offset != 0 && offset > -1<<17 && offset < 1<<17 {
		t = t.In(time.FixedZone("", int(offset)))
	}
	return t
}
