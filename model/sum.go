package model

import "hash/crc32"

// A summing computes CRC-32C, which processors do many bytes at once, of strings as if
// they were one. The zero summing is that of none.
type summing struct {
	sum uint32
	buf []byte // crc32 takes no strings
}

// add adds a string. The buffer is as large as the first one, or else has 4 KB.
func (s *summing) add(text string) {
	const most = 4 << 10
	for len(text) > 0 {
		switch {
		case s.buf == nil:
			s.buf = make([]byte, min(len(text), most))
		case len(s.buf) < min(len(text), most):
			s.buf = make([]byte, most)
		}
		n := copy(s.buf, text)
		s.sum = crc32.Update(s.sum, crc32.MakeTable(crc32.Castagnoli), s.buf[:n])
		text = text[n:]
	}
}
