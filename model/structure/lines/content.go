package lines

import (
	"unicode/utf8"

	"juan/model/char"
)

// content is what kinds of characters stand in a line.
type content uint16

const (
	hasDigits   content = 1 << iota
	hasLetters          // of ASCII
	hasBlank            // of ASCII, or a tab
	hasColon            // of ASCII
	hasEqual            // =
	hasQuote            // " ' `
	hasDash             // -
	hasParen            // ( ) _ +
	hasSign             // any other of ASCII but . , ! ? %, or a piece of a drawing
	mostlyHan           // more than a third of its characters are Han
	manyLetters         // more than thirty of ASCII
)

// contentOf returns what stands in s.
func contentOf(s string) (has content) {
	han, letters, all := 0, 0, 0
	for i := 0; i < len(s); {
		if char.HanAt(s, i) { // most of a Chinese line
			han, all, i = han+1, all+1, i+3
			continue
		}
		if c := s[i]; c < utf8.RuneSelf {
			i++
			switch kind := kindOf(c); {
			case kind == hasLetters:
				letters++
				fallthrough
			default:
				has |= kind
			}
			if !char.IsSpace(rune(c)) {
				all++
			}
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
	if letters > 30 {
		has |= manyLetters
	}
	return has
}

// kindOf returns the kind of c, which is one of ASCII.
func kindOf(c byte) content {
	if c|0x20 >= 'a' && c|0x20 <= 'z' {
		return hasLetters
	}
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
	case '-':
		return hasDash
	case '(', ')', '_', '+':
		return hasParen
	case '.', ',', '!', '?', '%':
		return 0
	}
	return hasSign
}
