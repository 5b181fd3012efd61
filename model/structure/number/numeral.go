package number

import (
	"unicode/utf8"

	"juan/model/char"
)

// Numeral reads the number that s begins with, in Han or Arabic digits or one Roman
// character, and returns its bytes and value; 0 bytes when there is none. 二〇二一 二○二一 and
// 二O二一 are digit by digit, 一百二十三 is by places.
func Numeral(s string) (n, val int) {
	if r := char.First(s); char.Digit(r) >= 0 {
		return Digits(s)
	} else if r >= 'Ⅰ' && r <= 'Ⅻ' { // 第Ⅰ卷
		return utf8.RuneLen(r), int(r-'Ⅰ') + 1
	}
	total, section, digit, places := 0, 0, -1, false
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if r == 'O' || r == 'Ｏ' || r == '○' {
			if n == 0 {
				break
			}
			r = '〇'
		}
		d := HanDigit(r)
		if d < 0 || n > 60 {
			break
		}
		n += size
		switch {
		case d < 10:
			if digit >= 0 && !places {
				digit = min(digit*10+d, 1<<20)
			} else {
				digit = d
			}
		case d == 10000:
			total, section, digit, places = min(total+(section+max(digit, 0))*d, 1<<30), 0, -1, true
		default: // 十 百 千; 十 alone is ten, 廿 two of them
			if digit < 0 {
				digit = 1
			}
			section, digit, places = min(section+digit*d, 1<<20), -1, true
		}
	}
	return n, total + section + max(digit, 0)
}

// digits reads Arabic digits, half or full width.
func Digits(s string) (n, val int) {
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		d := char.Digit(r)
		if d < 0 {
			break
		}
		n, val = n+size, min(val*10+d, 1<<30)
	}
	return n, val
}

func RomanNumeral(s string) (n, val int) {
	last := 0
	for n < len(s) {
		v := 0
		switch s[n] {
		case 'I', 'i':
			v = 1
		case 'V', 'v':
			v = 5
		case 'X', 'x':
			v = 10
		case 'L', 'l':
			v = 50
		case 'C', 'c':
			v = 100
		}
		if v == 0 || n > 12 {
			break
		}
		if v > last && last > 0 {
			val -= 2 * last
		}
		val, last, n = val+v, v, n+1
	}
	return n, val
}

// hanDigits has a bit for the last six bits of each Han numeral character. Most others
// are dismissed by it.
const hanDigits = uint64(1)<<('〇'&63) | 1<<('零'&63) | 1<<('一'&63) | 1<<('壹'&63) | 1<<('二'&63) | 1<<('两'&63) | 1<<('贰'&63) | 1<<('貳'&63) |
	1<<('三'&63) | 1<<('叁'&63) | 1<<('叄'&63) | 1<<('參'&63) | 1<<('四'&63) | 1<<('肆'&63) | 1<<('五'&63) | 1<<('伍'&63) | 1<<('六'&63) | 1<<('陆'&63) | 1<<('陸'&63) |
	1<<('七'&63) | 1<<('柒'&63) | 1<<('八'&63) | 1<<('捌'&63) | 1<<('九'&63) | 1<<('玖'&63) | 1<<('十'&63) | 1<<('拾'&63) | 1<<('廿'&63) | 1<<('卅'&63) |
	1<<('百'&63) | 1<<('佰'&63) | 1<<('千'&63) | 1<<('仟'&63) | 1<<('万'&63) | 1<<('萬'&63)

// HanDigit returns the value of one Han numeral character, -1 for others.
func HanDigit(r rune) int {
	if hanDigits>>(r&63)&1 == 0 {
		return -1
	}
	switch r {
	case '〇', '零':
		return 0
	case '一', '壹':
		return 1
	case '二', '两', '贰', '貳':
		return 2
	case '三', '叁', '叄', '參':
		return 3
	case '四', '肆':
		return 4
	case '五', '伍':
		return 5
	case '六', '陆', '陸':
		return 6
	case '七', '柒':
		return 7
	case '八', '捌':
		return 8
	case '九', '玖':
		return 9
	case '十', '拾':
		return 10
	case '廿':
		return 20
	case '卅':
		return 30
	case '百', '佰':
		return 100
	case '千', '仟':
		return 1000
	case '万', '萬':
		return 10000
	}
	return -1
}

// isFormal reports whether r is a Han digit as it stands in deeds, in which 壹、 counts
// parts that are above 一、.
func isFormal(r rune) bool {
	switch r {
	case '壹', '贰', '貳', '叁', '叄', '參', '肆', '伍', '陆', '陸', '柒', '捌', '玖', '拾':
		return true
	}
	return false
}
