package charset

import "strings"

// score says how well the sample reads in c: the share of its characters that are
// common in the language of c, minus impossible and very rare ones. 1 is the best; a
// wrong charset stays near 0. ASCII counts only for UTF-16, since all other charsets
// share it.
func (c Charset) score(sample [][]byte) float64 {
	total, points := 0, 0.0
	wide := c == UTF16LE || c == UTF16BE
	if wide && mostlyASCII(sample) {
		return 0
	}
	for _, raw := range sample {
		text, _ := c.Decode(raw)
		for _, r := range text {
			switch {
			case odd(r):
				points--
			case r >= 0x80:
				points += c.weigh(r)
			case wide:
				points++
			default:
				continue
			}
			total++
		}
	}
	return points / float64(max(total, 1))
}

// odd reports whether r is a control character that texts have no use for.
func odd(r rune) bool {
	return r < ' ' && !strings.ContainsRune("\t\n\v\f\r\b\x1a\x1b", r) || r == 0x7f
}

func mostlyASCII(sample [][]byte) bool {
	n, ascii := 0, 0
	for _, raw := range sample {
		n += len(raw)
		for _, b := range raw {
			if b > 0 && b < 0x80 {
				ascii++
			}
		}
	}
	return ascii*10 > n*8
}

// weigh returns what r, decoded from c, says for c.
func (c Charset) weigh(r rune) float64 {
	switch {
	case r == 0xfffd:
		return -3
	case r < 0xa0, r >= 0xe000 && r < 0xf900, r >= 0xfff0 && r < 0x10000, r >= 0x30000: // controls, private use
		return -2
	case r >= 0x3001 && r <= 0x300f, r == 0x3000, r >= 0xff01 && r <= 0xff1f, r >= 0x2014 && r <= 0x2026:
		return 0.5 // marks, the same in all
	case r < 0x250:
		return 0.1 // Latin letters
	case r >= 0xff61 && r <= 0xff9f:
		return -0.5 // half-width kana
	}
	switch c {
	case GB18030:
		return weighHan(r, simplifiedSet())
	case Big5:
		return weighHan(r, traditionalSet())
	case ShiftJIS, EUCJP:
		return weighJapanese(r)
	case EUCKR:
		return weighKorean(r)
	}
	return max(weighHan(r, simplifiedSet()), weighHan(r, traditionalSet()), weighJapanese(r), weighKorean(r))
}

func weighHan(r rune, common *set) float64 {
	switch {
	case r >= 0x4e00 && r < 0xa000:
		if common.has(r) {
			return 1
		}
		return 0.1
	case r >= 0x3041 && r < 0x3100: // kana
		return -0.2
	case r >= 0x3400 && r < 0x4e00, r >= 0x20000:
		return -0.3
	case r >= 0xac00 && r < 0xd7a4:
		return -1
	}
	return -0.1
}

func weighJapanese(r rune) float64 {
	switch {
	case r >= 0x3041 && r <= 0x3093:
		return 1
	case r >= 0x30a1 && r <= 0x30fc:
		return 0.7
	case r >= 0x4e00 && r < 0xa000:
		if traditionalSet().has(r) || simplifiedSet().has(r) {
			return 0.3
		}
		return 0.1
	case r >= 0x3400 && r < 0x4e00, r >= 0x20000, r >= 0xac00 && r < 0xd7a4:
		return -1
	}
	return -0.1
}

func weighKorean(r rune) float64 {
	switch {
	case r >= 0xac00 && r < 0xd7a4:
		if hangulSet().has(r) {
			return 1
		}
		return 0.1
	case r >= 0x4e00 && r < 0xa000, r >= 0xf900 && r < 0xfb00:
		return 0
	case r >= 0x3041 && r < 0x3100:
		return -0.2
	case r >= 0x3400 && r < 0x4e00, r >= 0x20000:
		return -1
	}
	return -0.1
}
