package lines

// ascii is a set of the kinds of ASCII characters that stand in a line.
type ascii uint8

const (
	hasDigits  ascii = 1 << iota
	hasLetters       // a to z, A to Z
	hasBlank         // or a tab
	hasPoint         // . % +
	hasColon         // :
	hasEqual         // =
	hasQuote         // " ' `
	hasSign          // any other
)

// asciiIn returns the kinds of ASCII characters that stand in s.
func asciiIn(s string) (has ascii) {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < 0x80 {
			has |= kindOf(c)
		}
	}
	return has
}

// kindOf returns the kind of c, which is one of ASCII.
func kindOf(c byte) ascii {
	switch {
	case c >= '0' && c <= '9':
		return hasDigits
	case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
		return hasLetters
	}
	switch c {
	case ' ', '\t':
		return hasBlank
	case '.', '%', '+':
		return hasPoint
	case ':':
		return hasColon
	case '=':
		return hasEqual
	case '"', '\'', '`':
		return hasQuote
	}
	return hasSign
}
