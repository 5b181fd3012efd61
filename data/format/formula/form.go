package formula

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fraction writes a over b: 1/2, (a+b)/c.
func fraction(a, b string) string { return grouped(a) + "/" + grouped(b) }

// rootSign writes the root of s of some index.
func rootSign(index, s string) string {
	switch index {
	case "", "2":
		return "√" + grouped(s)
	case "3":
		return "∛" + grouped(s)
	case "4":
		return "∜" + grouped(s)
	}
	return Raised(index) + "√" + grouped(s)
}

// grouped puts parentheses around what is more than one number or word.
func grouped(s string) string {
	depth := 0
	for i, r := range s {
		switch {
		case r == '(':
			depth++
		case r == ')':
			if depth--; depth == 0 && i == len(s)-1 && s[0] == '(' {
				return s
			}
		case depth > 0 && s[0] == '(':
		case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && r != '.' && r != '′' && r != '∞' && !isScript(r):
			return "(" + s + ")"
		}
	}
	return s
}

// isScript reports whether r is a Raised or Lowered digit or sign.
func isScript(r rune) bool {
	return r >= 0x2070 && r <= 0x209c || r == '²' || r == '³' || r == '¹'
}

// accented puts a sign over a single letter.
func accented(s, name string) string {
	if utf8.RuneCountInString(s) != 1 {
		return grouped(s)
	}
	switch name {
	case "hat", "widehat":
		return s + "\u0302"
	case "bar", "overline":
		return s + "\u0304"
	case "vec", "overrightarrow":
		return s + "\u20d7"
	case "tilde", "widetilde":
		return s + "\u0303"
	case "dot":
		return s + "\u0307"
	}
	return s + "\u0308"
}

// doubled writes the letters of sets of numbers.
func doubled(s string) string {
	return strings.NewReplacer("R", "ℝ", "N", "ℕ", "Z", "ℤ", "Q", "ℚ", "C", "ℂ", "P", "ℙ").Replace(s)
}
