package fold

import (
	"unicode"
	"unicode/utf8"
)

// joiner makes one picture of the emoji on both sides.
const joiner = '\u200d'

// isInvisible reports whether a character is invisible: format characters (Cf),
// variation selectors, those of ideographs among them, controls that are not blanks,
// and Default_Ignorable_Code_Point.
func isInvisible(r rune) bool {
	switch {
	case r < 0x7f:
		return r < ' ' && !isBlank(r)
	case r < 0x300:
		return r == 0xad || r < 0xa0 && r != '\u0085'
	case 0x2010 <= r && r < 0x2028:
		return false
	case 0x2070 <= r && r < 0xfe00:
		return r == '\u3164' // a filler; this is where nearly all text is
	}
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// insideEmoji reports whether a joiner that ends at byte i of the part joins
// two emoji.
func (f *Folder) insideEmoji(i int) bool {
	before, _ := utf8.DecodeLastRune(f.out[f.begin:])
	after, _ := utf8.DecodeRuneInString(f.src[i:])
	return isEmoji(before) && isEmoji(after)
}

// isEmoji reports whether a character may be part of an emoji, as far as those
// are symbols: skin tones are modifiers.
func isEmoji(r rune) bool {
	return r >= 0x2190 && (unicode.In(r, unicode.So, unicode.Sk) || r == '↔')
}
