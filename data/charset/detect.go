package charset

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// Detect returns the charset of raw; ok is false where raw is no text. Valid UTF-8 is
// UTF-8; otherwise the charset wins in which the text consists of common characters.
// hint is a charset that the text itself declares, UTF8 for none: it wins where it
// fits.
func Detect(raw []byte, hint Charset) (c Charset, ok bool) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		return UTF8, !IsBinary(raw)
	case bytes.HasPrefix(raw, []byte("\xff\xfe\x00\x00")) && len(raw)%4 == 0:
		return UTF32LE, true
	case bytes.HasPrefix(raw, []byte("\x00\x00\xfe\xff")) && len(raw)%4 == 0:
		return UTF32BE, true
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return UTF16LE, true
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return UTF16BE, true
	case isISO2022JP(raw):
		return ISO2022JP, true
	case utf8.Valid(raw) && bytes.IndexByte(raw, 0) < 0, mostlyUTF8(raw), hasLinesOfUTF8(raw):
		return UTF8, !IsBinary(raw)
	}
	sample := sampled(raw)
	candidates := []Charset{GB18030, Big5, ShiftJIS, EUCJP, EUCKR, UTF16LE, UTF16BE}
	binary := IsBinary(raw)
	if binary {
		candidates = candidates[5:] // only these have zero bytes in a text
	}
	best := 0.0
	for _, one := range candidates {
		s := one.score(sample)
		if one == hint && s > 0 {
			s += 0.5
		}
		if s > best {
			c, best = one, s
		}
	}
	switch {
	case best < 0.4 && hint.isByte() && !binary:
		return hint, true // pages in GBK that declare Latin-1 read better than that
	case best >= 0.25:
		return c, true
	case binary:
		return UTF8, false
	}
	if one := russian(sample); one != UTF8 {
		return one, true
	}
	if c == UTF8 || western(sample) {
		c = Windows1252
	}
	return c, true
}

// mostlyUTF8 recognises a UTF-8 text with some broken bytes in it: most of what is not
// ASCII reads as UTF-8, which no other charset does by chance. Characters of three
// bytes and more, as Han are, count for more than those of two, which pairs of GBK
// often look like; a few of them outweigh a broken byte in a text that is short.
func mostlyUTF8(raw []byte) bool {
	good, long, bad := 0, 0, 0
	for b := raw[:min(len(raw), 1<<20)]; len(b) > 0; {
		if b[0] < utf8.RuneSelf {
			if b[0] == 0 {
				return false
			}
			b = b[1:]
			continue
		}
		r, size := utf8.DecodeRune(b)
		if r == utf8.RuneError && size == 1 {
			bad++
			b = b[badPrefix(b):]
			continue
		}
		good++
		if size > 2 {
			long++
		}
		b = b[size:]
	}
	return good > 8*bad || long >= 2*bad && long*3 > good*2
}

// hasLinesOfUTF8 recognises a text that was put together from lines in UTF-8 and lines
// in GB18030: a quarter of those that are not ASCII are whole in UTF-8 and hold three
// Han or more, which no line of another charset is by chance. Such a text is decoded
// line by line, as one of UTF-8 (see isLineOfGB18030).
//
//	渡口的灯亮着。   UTF-8
//	老人坐在岸边。   GB18030
func hasLinesOfUTF8(raw []byte) bool {
	good, other := 0, 0
	for line := range bytes.Lines(raw[:min(len(raw), 64<<10)]) {
		switch n := validPrefix(line); {
		case n < len(line):
			other++
		case utf8.RuneCount(line)+5 < len(line):
			good++
		}
	}
	return good > 0 && good*3 >= other
}

// isISO2022JP recognises ISO-2022-JP: bytes of ASCII alone, some of them after the
// sequence that turns to the characters of JIS X 0208.
func isISO2022JP(raw []byte) bool {
	head := raw[:min(len(raw), 64<<10)]
	return (bytes.Contains(head, []byte("\x1b$B")) || bytes.Contains(head, []byte("\x1b$@"))) &&
		bytes.Contains(head, []byte("\x1b(")) && bytes.IndexFunc(head, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// russian returns the charset in which three of five letters that are not ASCII are
// among the commonest of Russian, UTF8 where none is.
func russian(sample [][]byte) Charset {
	const common = "оеаинтсрвлкмдпуя"
	for _, c := range [...]Charset{Windows1251, KOI8R} {
		hits, high := 0, 0
		for _, raw := range sample {
			text, _ := c.Decode(raw)
			for _, r := range text {
				if r >= utf8.RuneSelf {
					high++
					if strings.ContainsRune(common, r) {
						hits++
					}
				}
			}
		}
		if high >= 20 && hits*5 > high*3 {
			return c
		}
	}
	return UTF8
}

// sampled returns the start, the middle and the end of raw, each from the
// start of a line where there is one near.
func sampled(raw []byte) [][]byte {
	const size = 16 << 10
	if len(raw) <= 3*size {
		return [][]byte{raw}
	}
	all := [][]byte{raw[:size]}
	for _, at := range []int{len(raw) / 2, len(raw) - size} {
		at &^= 1 // UTF-16 has two bytes a character
		piece := raw[at : at+size]
		if i := bytes.IndexByte(piece[:size/2], '\n'); i > 0 {
			piece = piece[(i+2)&^1-i&1:]
		}
		all = append(all, piece)
	}
	return all
}

// western reports whether single bytes over 0x80 stand among ASCII letters,
// as in the languages of western Europe.
func western(sample [][]byte) bool {
	high, single := 0, 0
	for _, b := range sample {
		for i, c := range b {
			if c < 0x80 {
				continue
			}
			high++
			if (i == 0 || b[i-1] < 0x80) && (i+1 == len(b) || b[i+1] < 0x80) {
				single++
			}
		}
	}
	return single*10 >= high*7
}
