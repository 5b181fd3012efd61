package lines

import (
	"unicode/utf8"

	"juan/model/char"
)

// content is what kinds of characters stand in a line.
type content uint8

const (
	hasDigits content = 1 << iota
	hasBlank          // of ASCII, or a tab
	hasColon          // of ASCII
	hasEqual          // =
	hasQuote          // " ' `
	hasSign           // any other of ASCII but letters and the marks that prose has, or a piece of a drawing
	mostlyHan         // more than a third of its characters are Han
)

// contentOf returns what stands in s.
func contentOf(s string) (has content) {
	han, all := 0, 0
	for i := 0; i < len(s); {
		if char.HanAt(s, i) { // most of a Chinese line
			han, all, i = han+1, all+1, i+3
			continue
		}
		if c := s[i]; c < utf8.RuneSelf {
			has |= kindOf(c)
			if !char.IsSpace(rune(c)) {
				all++
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case char.IsSpace(r):
			continue
		case char.IsHan(r):
			han++
		case r >= 0x2500 && r <= 0x259f:
			has |= hasSign
		}
		all++
	}
	if han*3 > all {
		has |= mostlyHan
	}
	return has
}

// kindOf returns the kind of c, which is one of ASCII.
func kindOf(c byte) content {
	switch c {
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return hasDigits
	case ' ', '\t':
		return hasBlank
	case ':':
		return hasColon
	case '=':
		return hasEqual
	case '"', '\'', '`':
		return hasQuote
	case '.', ',', '!', '?', '%', '+', '(', ')', '_':
		return 0
	}
	if char.IsLatin(rune(c)) {
		return 0
	}
	return hasSign
}
