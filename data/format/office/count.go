package office

import (
	"strconv"
	"strings"
)

// counted writes a number as Word writes it in a format (ECMA-376, ST_NumberFormat).
func counted(n int, format string) string {
	switch format {
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCounting", "taiwaneseCountingThousand", "koreanCounting":
		return han(n, "零一二三四五六七八九", "十百千")
	case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal":
		return han(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟")
	case "ideographTraditional":
		return pick("甲乙丙丁戊己庚辛壬癸", n)
	case "ideographZodiac":
		return pick("子丑寅卯辰巳午未申酉戌亥", n)
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return pick("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", n)
	case "decimalEnclosedParen":
		return "(" + strconv.Itoa(n) + ")"
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return letter(n, 'A')
	case "lowerLetter":
		return letter(n, 'a')
	}
	return strconv.Itoa(n)
}

// pick returns the nth of some characters, in figures where there are fewer.
func pick(from string, n int) string {
	if r := []rune(from); n > 0 && n <= len(r) {
		return string(r[n-1])
	}
	return strconv.Itoa(n)
}

// han writes a number below ten thousand in Chinese: 十二, 一百零三.
func han(n int, digits, units string) string {
	if n <= 0 || n > 9999 {
		return strconv.Itoa(n)
	}
	d, u := []rune(digits), []rune(units)
	var out []rune
	zero := false
	for place := 3; place >= 0; place-- {
		unit := 1
		for range place {
			unit *= 10
		}
		digit := n / unit % 10
		switch {
		case digit == 0:
			zero = len(out) > 0
			continue
		case zero:
			out = append(out, d[0])
			zero = false
		}
		if digit != 1 || place != 1 || len(out) > 0 || u[0] != '十' { // 十二, not 一十二
			out = append(out, d[digit])
		}
		if place > 0 {
			out = append(out, u[place-1])
		}
	}
	return string(out)
}

func roman(n int) string {
	if n <= 0 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, one := range [...]struct {
		n int
		s string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= one.n {
			b.WriteString(one.s)
			n -= one.n
		}
	}
	return b.String()
}

// letter writes a number as Word counts in letters: a … z, aa, bb.
func letter(n int, first rune) string {
	if n <= 0 || n > 26*20 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}
