package charset

import "bytes"

// TrimZeros returns raw without the zero bytes that broken downloads and old editors
// leave in texts, mostly at the end, and their number. raw is unchanged where zero
// bytes belong to it: in UTF-16 and UTF-32, and in binary data, which has more than one
// in a hundred before its end.
func TrimZeros(raw []byte) (text []byte, n int) {
	if bytes.IndexByte(raw, 0) < 0 {
		return raw, 0
	}
	head := bytes.TrimRight(raw, "\x00")
	inside := bytes.Count(head, []byte{0})
	if c, ok := Detect(raw, UTF8); ok && c.IsWide() {
		n := len(raw) - len(head)
		n -= n % c.unit() // whole characters
		return raw[:len(raw)-n], n
	}
	if inside > 1+len(head)/100 {
		return raw, 0
	}
	return bytes.ReplaceAll(head, []byte{0}, nil), len(raw) - len(head) + inside
}
