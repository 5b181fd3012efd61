package catalogue

import (
	"encoding/binary"

	"juan/model/fold"
)

// marks are those of a text, read as far as they are asked for: most matches
// come long before the last of them.
type marks struct {
	kept []byte      // all of them, as they are kept
	rest []byte      // what was not read
	at   int         // the byte of the text that the last one read belongs to
	from int         // those before this byte were passed over
	near []fold.Mark // those read since
	base int         // what their places are counted from
	bad  bool
}

func (m *marks) begin(kept []byte) {
	*m = marks{kept: kept, rest: kept, near: m.near[:0]}
}

// between returns the marks of the text from byte from up to another, and
// perhaps some beside, their places counted from byte base.
func (m *marks) between(base, from, to int) []fold.Mark {
	if from < m.from || base != m.base {
		m.rest, m.at, m.near = m.kept, 0, m.near[:0]
		m.base, m.from = base, from
	}
	if m.at < from {
		m.near = m.near[:0]
		m.pass(from)
	}
	for len(m.rest) > 0 && m.at <= to {
		gap, kind, n := fold.ReadMark(m.rest)
		if n == 0 {
			m.rest, m.bad = nil, true
			break
		}
		m.at += gap
		m.near, m.rest = append(m.near, fold.Mark{At: m.at - base, Kind: kind}), m.rest[n:]
	}
	return m.near
}

// pass reads over the marks before a byte.
func (m *marks) pass(to int) {
	b, at := m.rest, m.at
	m.from = to
	for len(b) > 0 {
		gap, n := int(b[0]), 1
		if gap >= 0x80 {
			far, w := binary.Uvarint(b)
			gap, n = int(far), w
		}
		if n <= 0 || at+gap >= to {
			break
		}
		for n < len(b) && b[n] >= 0x80 {
			n++
		}
		if n == len(b) {
			break // it is none
		}
		b, at = b[n+1:], at+gap
	}
	m.rest, m.at = b, at
}
