package charset

import (
	"bytes"
	"errors"
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
	d := c.encoding().NewDecoder()
	dst := make([]byte, len(raw)+len(raw)/2+64)
	n := 0
	for {
		nDst, nSrc, err := d.Transform(dst[n:], raw, true)
		n, raw = n+nDst, raw[nSrc:]
		switch {
		case errors.Is(err, transform.ErrShortDst):
			dst = append(dst[:n], make([]byte, len(raw)*3+64)...)
		case err != nil: // the decoders replace what they cannot read
			dst, n, raw = append(dst[:n], replacement...), n+len(replacement), raw[min(1, len(raw)):]
		}
		if err == nil || len(raw) == 0 && !errors.Is(err, transform.ErrShortDst) {
			break
		}
	}
	text = unsafe.String(unsafe.SliceData(dst), n) // dst is not written to again
	return text, strings.Count(text, replacement)
}

func decodeUTF8(raw []byte) (text string, bad int) {
	if utf8.Valid(raw) {
		return unsafe.String(unsafe.SliceData(raw), len(raw)), 0
	}
	var b strings.Builder
	b.Grow(len(raw) + 64)
	for len(raw) > 0 {
		n := validPrefix(raw)
		b.Write(raw[:n])
		if raw = raw[n:]; len(raw) > 0 {
			b.WriteString(replacement)
			raw = raw[badPrefix(raw):]
			bad++
		}
	}
	return b.String(), bad
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

// IsBinary reports whether raw is no text in any charset that has no zero
// bytes: it holds one, or more than one in thirty of its first bytes is a
// control character that texts have no use for.
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
	return controls*30 > len(head)
}
