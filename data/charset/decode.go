package charset

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"
	"unsafe"

	"golang.org/x/text/transform"
)

const replacement = "\ufffd"

// Decode returns raw, written in c, as UTF-8, and how many stretches of bytes
// in it mean nothing in c: each became U+FFFD. A byte order mark of UTF-16 is
// left out, one of UTF-8 stays. The text may share raw, which must not change
// from here on.
func (c Charset) Decode(raw []byte) (text string, bad int) {
	if c == UTF8 {
		return decodeUTF8(raw)
	}
	if c == GB18030 && hasLineOfUTF8(raw) {
		return decodeLines(raw)
	}
	dst, _ := c.append(c.encoding().NewDecoder(), make([]byte, 0, len(raw)+len(raw)/2+64), raw, true)
	return asText(dst)
}

// hasLineOfUTF8 reports whether [isLineOfUTF8] is true of a line.
func hasLineOfUTF8(raw []byte) bool {
	for line := range bytes.Lines(raw) {
		if isLineOfUTF8(line) {
			return true
		}
	}
	return false
}

// isLineOfUTF8 recognises a line of UTF-8 that was pasted into a text of GB18030: all
// of it is valid, and at least three characters have three bytes, as Han have. A line
// of GB18030 passes only by a chance of one in millions: 联通, which reads as UTF-8 too,
// makes characters of two bytes.
func isLineOfUTF8(line []byte) bool {
	long := 0
	for i := 0; i < len(line); {
		if line[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(line[i:])
		if r == utf8.RuneError && size == 1 {
			return false
		}
		if size == 3 {
			long++
		}
		i += size
	}
	return long >= 3
}

// decodeLines decodes a text of GB18030 with lines of UTF-8 among its own, as
// when the last chapters of a book come from another place.
func decodeLines(raw []byte) (text string, bad int) {
	dst, d := make([]byte, 0, len(raw)+len(raw)/2+64), GB18030.encoding().NewDecoder()
	for line := range bytes.Lines(raw) {
		if isLineOfUTF8(line) {
			dst = append(dst, line...)
			continue
		}
		dst, _ = GB18030.append(d, dst, line, true)
	}
	return asText(dst)
}

// asText returns what has been decoded, which must not change from here on.
func asText(b []byte) (text string, bad int) {
	text = unsafe.String(unsafe.SliceData(b), len(b))
	return text, strings.Count(text, replacement)
}

// append appends src, decoded from c by d, to dst and returns the bytes at the end of
// src that are an incomplete character. last says that no more bytes follow.
func (c Charset) append(d transform.Transformer, dst, src []byte, last bool) (out, rest []byte) {
	if c == GB18030 {
		return decodeGB18030(d, dst, src, last)
	}
	return decoded(d, dst, src, last)
}

// decoded is append for the characters that d itself knows.
func decoded(d transform.Transformer, dst, src []byte, last bool) (out, rest []byte) {
	for {
		n, read, err := d.Transform(dst[len(dst):cap(dst)], src, last)
		dst, src = dst[:len(dst)+n], src[read:]
		switch {
		case errors.Is(err, transform.ErrShortDst):
			dst = slices.Grow(dst, len(src)*3+64)
			continue
		case errors.Is(err, transform.ErrShortSrc) && !last:
			return dst, src
		case err != nil: // the decoders replace what they cannot read
			dst, src = append(dst, replacement...), src[min(1, len(src)):]
		}
		if err == nil || len(src) == 0 {
			return dst, nil
		}
	}
}

func decodeUTF8(raw []byte) (text string, bad int) {
	if utf8.Valid(raw) {
		return unsafe.String(unsafe.SliceData(raw), len(raw)), 0
	}
	var b strings.Builder
	b.Grow(len(raw) + 64)
	for line := range bytes.Lines(raw) {
		if isLineOfGB18030(line) {
			text, _ := GB18030.Decode(line)
			b.WriteString(text)
			continue
		}
		for len(line) > 0 {
			n := validPrefix(line)
			b.Write(line[:n])
			if line = line[n:]; len(line) > 0 {
				b.WriteString(replacement)
				line = line[badPrefix(line):]
				bad++
			}
		}
	}
	return b.String(), bad
}

// isLineOfGB18030 recognises a line of GB18030 that was pasted into a text of UTF-8, as
// when two downloads are joined: its bytes are not valid UTF-8 but common Chinese in
// GB18030. A line of UTF-8 with one broken byte does not pass: read as GB18030 it
// consists of rare characters. Where no Han in the line is UTF-8, rarer characters are
// allowed, as names have them.
func isLineOfGB18030(line []byte) bool {
	if utf8.Valid(line) {
		return false
	}
	score := GB18030.score([][]byte{line})
	return score > 0.6 || score > 0.15 && !hasHanOfUTF8(line)
}

// hasHanOfUTF8 reports whether three bytes of line are one character.
func hasHanOfUTF8(line []byte) bool {
	for i, c := range line {
		if c >= 0xe0 && c < 0xf0 {
			if _, size := utf8.DecodeRune(line[i:]); size == 3 {
				return true
			}
		}
	}
	return false
}

// validPrefix returns how many bytes at the start of b are valid UTF-8.
func validPrefix(b []byte) int {
	n := 0
	for n < len(b) {
		if b[n] < utf8.RuneSelf {
			n++
			continue
		}
		r, size := utf8.DecodeRune(b[n:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		n += size
	}
	return n
}

// badPrefix returns how many bytes one U+FFFD stands for: the longest start
// of a character that is not finished, at least one (Unicode 3.9, U+FFFD
// substitution of maximal subparts).
func badPrefix(b []byte) int {
	for n := min(3, len(b)); n > 1; n-- {
		if !utf8.FullRune(b[:n]) {
			return n
		}
	}
	return 1
}

// IsBinary reports whether raw cannot be text in a charset without zero bytes: it has a
// zero byte, or more than one in thirty of its first bytes are control characters that
// texts do not use. A single one, not the first byte, is allowed in a short text.
func IsBinary(raw []byte) bool {
	if bytes.HasPrefix(raw, []byte("%PDF-")) || bytes.IndexByte(raw, 0) >= 0 {
		return true
	}
	head := raw[:min(len(raw), 32<<10)]
	controls := 0
	for _, c := range head {
		if odd(rune(c)) {
			controls++
		}
	}
	return controls*30 > len(head) && (controls > 1 || odd(rune(head[0])))
}
