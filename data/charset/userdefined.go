package charset

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// decodeGB18030 is [Charset.append] for GB 18030-2022. The decoder d of x/text
// follows an index without the codes for characters of the user's own; old books
// hold some, and each of them cost a character.
func decodeGB18030(d transform.Transformer, dst, src []byte, last bool) (out, rest []byte) {
	from := 0
	for i := 0; i < len(src); {
		if c := src[i]; c < 0x81 { // most bytes, and most characters below, need no look
			i++
			continue
		} else if (c < 0xa1 || c >= 0xb0 && c < 0xf8 && c != 0xd7) && i+1 < len(src) && src[i+1] >= 0x40 {
			i += 2
			continue
		} else if (c == 0xa1 || c == 0xa3) && i+1 < len(src) && src[i+1] > 0xa0 { // 。 and ，, which are frequent
			i += 2
			continue
		}
		size := codeSize(src[i:])
		if r := userDefined(src[i : i+size]); r != 0 {
			dst, _ = decoded(d, dst, src[from:i], true)
			dst = utf8.AppendRune(dst, r)
			from = i + size
		}
		i += size
	}
	return decoded(d, dst, src[from:], last)
}

// codeSize returns how many bytes the code at the start of b takes: one where
// it is broken, as the decoder of x/text takes it.
func codeSize(b []byte) int {
	switch {
	case b[0] < 0x81 || b[0] == 0xff || len(b) < 2:
		return 1
	case b[1] >= 0x40:
		return 2
	case b[1] >= '0' && len(b) >= 4 && b[2] >= 0x81 && b[2] < 0xff && b[3] >= '0' && b[3] <= '9':
		return 4
	}
	return 1
}

// userDefined returns the character of a code of two bytes that the index of
// x/text leaves out, 0 for every other code. GB 18030-2022, which moved the
// vertical marks at A6D9 and eight ideographs in FE out of private use.
func userDefined(code []byte) rune {
	if len(code) != 2 {
		return 0
	}
	hi, lo := rune(code[0]), rune(code[1])
	switch {
	case hi >= 0xaa && hi <= 0xaf && lo >= 0xa1 && lo <= 0xfe:
		return 0xe000 + (hi-0xaa)*94 + lo - 0xa1
	case hi >= 0xf8 && hi <= 0xfe && lo >= 0xa1 && lo <= 0xfe:
		return 0xe234 + (hi-0xf8)*94 + lo - 0xa1
	case hi >= 0xa1 && hi <= 0xa7 && lo >= 0x40 && lo <= 0xa0 && lo != 0x7f:
		return userDefinedLow(hi, lo)
	case hi == 0xa6 || hi == 0xfe || hi == 0xa8 && lo == 0xbc:
		if r := moved(hi<<8 | lo); r != 0 {
			return r
		}
	}
	return unassigned(hi<<8 | lo)
}

// userDefinedLow returns the characters of A140 to A7A0, 96 a row. Browsers
// read A3A0 as an ideographic space, as what wrote it did.
func userDefinedLow(hi, lo rune) rune {
	if hi == 0xa3 && lo == 0xa0 {
		return 0x3000
	}
	n := lo - 0x40
	if lo > 0x7f {
		n--
	}
	return 0xe4c6 + (hi-0xa1)*96 + n
}

// moved returns the characters that are no longer in private use.
func moved(code rune) rune {
	const marks = "︐︒︑︓︔︕︖"
	switch {
	case code >= 0xa6d9 && code <= 0xa6df:
		return []rune(marks)[code-0xa6d9]
	case code == 0xa6ec || code == 0xa6ed:
		return 0xfe17 + code - 0xa6ec
	case code == 0xa6f3:
		return 0xfe19
	case code == 0xa8bc:
		return 0x1e3f
	}
	const ideographs = "\x59\x61\x66\x67\x6d\x7e\x90\xa0" // second bytes of U+9FB4 and those after it
	if i := strings.IndexByte(ideographs, byte(code)); code>>8 == 0xfe && i >= 0 {
		return 0x9fb4 + rune(i)
	}
	return 0
}

// unassigned returns the characters of the codes between those of the rows
// for marks: they stand in private use one after the other.
func unassigned(code rune) rune {
	for _, run := range [...][3]rune{ // first and last code, first character
		{0xa2ab, 0xa2b0, 0xe766}, {0xa2e4, 0xa2e4, 0xe76d}, {0xa2ef, 0xa2f0, 0xe76e}, {0xa2fd, 0xa2fe, 0xe770},
		{0xa4f4, 0xa4fe, 0xe772}, {0xa5f7, 0xa5fe, 0xe77d}, {0xa6b9, 0xa6c0, 0xe785}, {0xa6f6, 0xa6fe, 0xe797},
		{0xa7c2, 0xa7d0, 0xe7a0}, {0xa7f2, 0xa7fe, 0xe7af}, {0xa896, 0xa8a0, 0xe7bc}, {0xa8c1, 0xa8c4, 0xe7c9},
		{0xa8ea, 0xa8fe, 0xe7cd}, {0xa958, 0xa958, 0xe7e2}, {0xa95b, 0xa95b, 0xe7e3}, {0xa95d, 0xa95f, 0xe7e4},
		{0xa997, 0xa9a3, 0xe7f4}, {0xa9f0, 0xa9fe, 0xe801}, {0xd7fa, 0xd7fe, 0xe810}, {0xfe51, 0xfe53, 0xe816},
		{0xfe6c, 0xfe6c, 0xe831}, {0xfe76, 0xfe76, 0xe83b}, {0xfe91, 0xfe91, 0xe855},
	} {
		if code >= run[0] && code <= run[1] {
			return run[2] + code - run[0]
		}
	}
	return 0
}
