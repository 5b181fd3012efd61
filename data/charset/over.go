package charset

import "unsafe"

// pieceSize is how many bytes are decoded at a time where a text takes the
// place of its bytes.
const pieceSize = 64 << 10

// Room returns the capacity that size bytes need, of which head are the first,
// so that [Charset.DecodeOver] has the room for their text: half as much again,
// for a Han takes two bytes in the old charsets and three in UTF-8. Bytes of
// UTF-8 are their own text.
func Room(head []byte, size int) int {
	if n := validPrefix(head); n == len(head) || badPrefix(head[n:]) == len(head)-n {
		return size // the last character may be cut
	}
	return size + size/2 + pieceSize
}

// DecodeOver is [Charset.Decode] for bytes that nobody else holds, nor the
// capacity after them: where that has the [Room], the text is written over
// them, so that a large text and its bytes are never in memory together.
func (c Charset) DecodeOver(raw []byte) (text string, bad int) {
	if c == UTF8 || cap(raw) < len(raw)+len(raw)/2+pieceSize || c == GB18030 && hasLineOfUTF8(raw) {
		return c.Decode(raw)
	}
	return asText(c.over(raw, pieceSize))
}

// over decodes raw, which it moves to the end of its capacity, into the start of it, so
// many bytes at a time. Where the text would overrun the bytes not decoded yet, as with
// nothing but broken bytes, it continues in memory of its own.
func (c Charset) over(raw []byte, size int) []byte {
	room := raw[:cap(raw)]
	left := room[len(room)-len(raw):]
	copy(left, raw)
	dst, d := room[:0], c.encoding().NewDecoder()
	piece := make([]byte, 0, size+8) // begins with the part of a character that the last ended with
	for len(left) > 0 {
		n := min(size, len(left))
		piece, left = append(piece, left[:n]...), left[n:]
		if unsafe.SliceData(dst) == unsafe.SliceData(room) {
			dst = room[: len(dst) : len(room)-len(left)]
		}
		var rest []byte
		dst, rest = c.append(d, dst, piece, len(left) == 0)
		piece = append(piece[:0], rest...)
	}
	return dst
}
