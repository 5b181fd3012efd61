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
	hasGap              // a tab, or two blanks of one width together
	hasColon            // of ASCII
	hasEqual            // =
	hasQuote            // " ' `
	hasDash             // -
	hasParen            // ( ) _ +
	hasSign             // any other of ASCII but . , ! ? %, or a piece of a drawing
	mostlyHan           // more than a third of its characters are Han
	manyLetters         // more than thirty of ASCII
)

// contentOf returns what stands in s, which has so many runes.
func contentOf(s string, runes int) (has content) {
	han, letters, blanks := 0, 0, 0
	gap := false // a blank of full width stands before i
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			letters++
			i++
		case c < utf8.RuneSelf:
			kind := kindOf(c)
			if has |= kind; char.IsSpace(rune(c)) {
				blanks++
				if c == '\t' || c == ' ' && i > 0 && s[i-1] == ' ' {
					has |= hasGap
				}
			}
			i++
		case char.HanAt(s, i): // most of a Chinese line
			han++
			i += 3
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			i += size
			switch {
			case char.IsSpace(r):
				blanks++
				if r == '\u3000' {
					if gap {
						has |= hasGap
					}
					gap = true
					continue
				}
			case char.IsHan(r):
				han++
			case r >= 0x2500 && r <= 0x259f:
				has |= hasSign
			}
		}
		gap = false
	}
	switch {
	case han*3 > runes-blanks:
		has |= mostlyHan
	case letters > 30:
		has |= manyLetters
	}
	if letters > 0 {
		has |= hasLetters
	}
	return has
}

// kindOf returns the kind of c, which is one of ASCII and no letter.
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
	case '-':
		return hasDash
	case '(', ')', '_', '+':
		return hasParen
	case '.', ',', '!', '?', '%':
		return 0
	}
	return hasSign
}
