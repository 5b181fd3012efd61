package catalogue

import (
	"sort"

	"juan/model/fold"
)

// marks are those of a text, read as far as they are asked for: most matches
// come long before the last of them.
type marks struct {
	rest []byte      // what was not read
	read []fold.Mark // what was
	at   int64       // the byte of the text that the last of them belongs to
	bad  bool        // the rest is none
	near []fold.Mark // room for those of a window
}

func (m *marks) begin(kept []byte) { m.rest, m.read, m.at, m.bad = kept, m.read[:0], 0, false }

// between returns the marks of the text from byte base up to another and
// perhaps some behind, their places counted from base.
func (m *marks) between(base, to int64) []fold.Mark {
	for len(m.rest) > 0 && m.at <= to {
		gap, kind, n := fold.ReadMark(m.rest)
		if n == 0 {
			m.rest, m.bad = nil, true
			break
		}
		m.at += int64(gap)
		m.read, m.rest = append(m.read, fold.Mark{At: int(m.at), Kind: kind}), m.rest[n:]
	}
	if base == 0 {
		return m.read
	}
	i := sort.Search(len(m.read), func(i int) bool { return int64(m.read[i].At) >= base })
	m.near = m.near[:0]
	for _, k := range m.read[i:] {
		m.near = append(m.near, fold.Mark{At: k.At - int(base), Kind: k.Kind})
	}
	return m.near
}
