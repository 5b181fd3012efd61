// Package char says what kind of character a rune is, as text without mark-up
// needs it: Han, white space, a mark that ends a sentence, a mark that closes.
package char

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// First returns the first rune of s, utf8.RuneError where there is none.
func First(s string) rune {
	r, _ := Decode(s)
	return r
}

// Decode is utf8.DecodeRuneInString, quicker for what most lines of Chinese begin with.
func Decode(s string) (r rune, size int) {
	if len(s) >= 3 {
		if r := three(s[0], s[1], s[2]); r > 0 {
			return r, 3
		}
	}
	return utf8.DecodeRuneInString(s)
}

// HasAny reports whether s contains one of the words.
func HasAny(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// HasAnySuffix reports whether s ends with one of the words.
func HasAnySuffix(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(s, w) })
}

// HasAnyPrefix reports whether s begins with any of the words.
func HasAnyPrefix(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(s, w) })
}

// Last returns the last rune of s, utf8.RuneError where there is none.
func Last(s string) rune {
	r, _ := DecodeLast(s)
	return r
}

// DecodeLast is utf8.DecodeLastRuneInString, quicker for what most lines of
// Chinese end with.
func DecodeLast(s string) (r rune, size int) {
	if n := len(s); n >= 3 {
		if r := three(s[n-3], s[n-2], s[n-1]); r > 0 {
			return r, 3
		}
	}
	return utf8.DecodeLastRuneInString(s)
}

// three returns the rune of three bytes, from U+1000 to U+FFFF without the block
// of the surrogates, U+D000; 0 where they are none of these.
func three(a, b, c byte) rune {
	if a <= 0xe0 || a > 0xef || a == 0xed || b&0xc0 != 0x80 || c&0xc0 != 0x80 {
		return 0
	}
	return rune(a&0xf)<<12 | rune(b&0x3f)<<6 | rune(c&0x3f)
}

// HanAt reports whether a character of U+4E00 to U+9FFF, which nearly all Han are,
// begins at byte i of s: three bytes that are neither white space nor a mark.
func HanAt(s string, i int) bool {
	if i+3 > len(s) {
		return false
	}
	a, b, c := s[i], s[i+1], s[i+2]
	return a >= 0xe4 && a <= 0xe9 && (a > 0xe4 || b >= 0xb8) && b&0xc0 == 0x80 && c&0xc0 == 0x80
}

// IsSpace reports whether r is white space. Unlike unicode.IsSpace it also
// holds for U+FEFF and U+200B, which stand for white space in scraped text.
func IsSpace(r rune) bool {
	if r <= ' ' {
		return r == ' ' || r >= '\t' && r <= '\r'
	}
	switch r {
	case 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff:
		return true
	}
	return r >= 0x2000 && r <= 0x200b
}

// IsHan reports whether r is a Chinese character, 〇 and 々 included; kana and
// radicals are none.
func IsHan(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r >= 0x3400 && r <= 0x4dbf || r == '〇' || r == '々' ||
		r >= 0xf900 && r <= 0xfaff || r >= 0x20000 && r <= 0x3ffff
}

// IsLatin reports whether r is an ASCII letter.
func IsLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// EndsSentence reports whether r ends a sentence of Chinese text. The full
// stop of Latin text does not: it stands in numbers and names as well.
func EndsSentence(r rune) bool {
	switch r {
	case '。', '！', '？', '!', '?', '…':
		return true
	}
	return false
}

// Closes reports whether r is a closing quotation mark or bracket. It may
// stand after the mark that ends a sentence. A straight " counts as one.
func Closes(r rune) bool {
	switch r {
	case '”', '’', '」', '』', '）', ')', '】', '》', '〉', '〕', '］', ']', '"':
		return true
	}
	return false
}

// Opens reports whether r is an opening quotation mark or bracket.
func Opens(r rune) bool {
	switch r {
	case '“', '‘', '「', '『', '（', '(', '【', '《', '〈', '〔', '［', '[':
		return true
	}
	return false
}

// Continues reports whether r is a mark that no line and no sentence begins
// with: it belongs to what stands before it.
func Continues(r rune) bool {
	switch r {
	case '。', '，', '、', '；', '：', '！', '？', ',', ';', ':', '!', '?', '％', '%':
		return true
	case '"', '］', ']': // may open a line: "straight quotes", a box of a form
		return false
	}
	return Closes(r)
}

// IsWide reports whether r belongs to a script written without spaces: Han,
// kana, full-width marks. The quotation marks and dashes that Latin text
// shares with Chinese do not count.
func IsWide(r rune) bool {
	return r >= 0x2e80 && r < 0xac00 || r >= 0xf900 && r <= 0xfaff || r >= 0xfe30 && r <= 0xfe4f ||
		r >= 0xff01 && r <= 0xffef || r >= 0x20000 && r <= 0x3ffff
}

// Digit returns the value of an Arabic digit, half or full width, -1 for
// other runes.
func Digit(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '０' && r <= '９':
		return int(r - '０')
	}
	return -1
}

// Spaces returns the bytes of white space that s begins with.
func Spaces(s string) int {
	for i, r := range s {
		if !IsSpace(r) {
			return i
		}
	}
	return len(s)
}

// Trim returns from and to moved inwards past the white space of s[from:to].
func Trim(s string, from, to int) (int, int) {
	for from < to {
		r, size := rune(s[from]), 1
		if r >= 0xe4 && r != 0xef { // no white space begins so
			break
		}
		if r == 0xe3 && to-from >= 3 { // most indents
			if s[from+1] != 0x80 || s[from+2] != 0x80 {
				break
			}
			from += 3
			continue
		}
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[from:to])
		}
		if !IsSpace(r) {
			break
		}
		from += size
	}
	for from < to {
		if to-from >= 3 { // most lines end with a character of three bytes
			if c := s[to-3]; s[to-1] >= utf8.RuneSelf && s[to-2]&0xc0 == 0x80 && (c >= 0xe4 && c < 0xef || c == 0xe3 && s[to-1] != 0x80) {
				break
			}
		}
		r, size := rune(s[to-1]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeLastRuneInString(s[from:to])
		}
		if !IsSpace(r) {
			break
		}
		to -= size
	}
	return from, to
}

// Cut returns the byte of the n'th rune of s, its length where it has fewer.
func Cut(s string, n int) int {
	for i := range s {
		if n--; n < 0 {
			return i
		}
	}
	return len(s)
}

// LastMark returns the last rune of s that closes nothing, looking past three
// closing marks at most.
func LastMark(s string) rune {
	for range 4 {
		r, size := DecodeLast(s)
		if !Closes(r) {
			return r
		}
		s = s[:len(s)-size]
	}
	return Last(s)
}

// SpaceBetween reports whether a line that ends with a and its next, which
// begins with b, are joined with a space: not beside a script written without
// spaces, nor between two marks that Latin text shares with Chinese.
func SpaceBetween(a, b rune) bool {
	return !IsSpace(a) && !IsSpace(b) && !IsWide(a) && !IsWide(b) && !(isShared(a) && isShared(b))
}

// isShared holds for marks of Chinese and of Latin text alike.
func isShared(r rune) bool { return r >= 0x2018 && r <= 0x201f || r == '…' || r == '—' }

// Squeezed returns s without its white space, as IsSpace has it.
func Squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// IsDigit reports whether r is an ASCII digit.
func IsDigit(r rune) bool { return '0' <= r && r <= '9' }

// IsWord reports whether r may stand in a word: a letter or a digit of any
// script.
func IsWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
