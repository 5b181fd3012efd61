package model

import "hash/crc32"

// A summing is CRC-32C of strings, one behind the other, of which processors compute
// many bytes at once. The zero summing is that of none.
type summing struct {
	sum  uint32
	some []byte
}

func (s *summing) add(text string) {
	if s.some == nil {
		s.some = make([]byte, min(len(text), 4<<10))
	}
	for len(text) > 0 {
		if len(s.some) < min(len(text), 4<<10) {
			s.some = make([]byte, 4<<10)
		}
		n := copy(s.some, text)
		s.sum = crc32.Update(s.sum, crc32.MakeTable(crc32.Castagnoli), s.some[:n])
		text = text[n:]
	}
}
