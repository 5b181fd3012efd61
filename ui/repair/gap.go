package repair

import "unicode"

// gap reports whether a space belongs between a and b: one is Han, the other
// a Latin letter, a digit, or a sign that ends a figure.
func gap(a, b rune) bool {
	return isHan(a) && isLatin(b) || (isLatin(a) || a == '%' || a == '℃') && isHan(b)
}

func isLatin(r rune) bool {
	return r < 0x250 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// blank returns the space for a gap: one at which no line ends in a date.
func blank(a, b rune) string {
	if unicode.IsDigit(a) && (b == '年' || b == '月' || b == '日') {
		return "\u00a0"
	}
	return " "
}
