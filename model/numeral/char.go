package numeral

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// wan is 万, from which on units have units of their own.
const wan = 10000

// digit returns the value of a Han digit, both zeros and 两 among them; -1 for
// other characters.
func digit(r rune) int {
	if r == '○' {
		return 0
	}
	if d := number.HanDigit(r); d < 10 {
		return d
	}
	return -1
}

// unit returns the value of a Han unit, 十 to 亿; 0 for other characters.
func unit(r rune) int {
	switch u := number.HanDigit(r); {
	case u >= 10:
		return u
	case r == '亿' || r == '億':
		return wan * wan
	}
	return 0
}

// IsHan reports whether Han numbers are written with r.
func IsHan(r rune) bool { return digit(r) >= 0 || unit(r) > 0 || r == '廿' || r == '卅' }

// isO reports whether byte i of s is a letter that stands for a zero: 二O二O and
// 二oo五, but not 二OA.
func isO(s string, i int) bool {
	if i < 0 || i >= len(s) || !isLetterO(char.First(s[i:])) {
		return false
	}
	before := char.Last(strings.TrimRightFunc(s[max(0, i-longest):i], isLetterO))
	behind := char.First(strings.TrimLeftFunc(s[i:min(len(s), i+longest)], isLetterO))
	return digit(before) >= 0 && !char.IsLatin(behind)
}

func isLetterO(r rune) bool { return r == 'O' || r == 'o' || r == 'Ｏ' || r == 'ｏ' }
