package flat

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/structure/number"
	"juan/model/structure/sentence"
)

// A mark is a number somewhere in a flattened text that may open a heading.
type mark struct {
	at   int // byte of the text
	n    int32
	val  int32
	form number.Form
	left float32 // how well its left neighbour lets a heading begin
	set  bool    // white space sets its words off, see setOff
}

// How well a heading may begin after …
const (
	behindBreak  = 3.0  // a line break, or nothing
	behindEnd    = 2.5  // a sentence end and a space
	behindStop   = 1.5  // a sentence end
	behindSpace  = 0.7  // a space alone: a heading before it, or a stray space
	behindHead   = 1.0  // a heading above it: 三、核心优势（一）航线优势
	behindColon  = 0.3  // 如下：
	behindOther  = -1.0 // anything else, for numbers in brackets only
	behindSemi   = -3.0 // the item before it of a list
	behindNumber = -9.0 // 第 七、
)

// longestAbove is the most bytes of a heading between its number and that of the
// first below it.
const longestAbove = 90

// marks finds the numbers in src that may open headings.
func marks(src string) []mark {
	var found []mark
	left := float32(behindBreak)
	head := -1         // byte where a number of a higher form opened what may be a heading, since which no sentence ended
	prev := rune('\n') // the last rune that is neither white space nor a closing mark
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRuneInString(src[i:])
		if mayOpen(r) && (left != behindOther || bracket(r) || r == '第' || r >= '0' && r <= '9' && char.IsHan(prev)) {
			n, form, val := number.Parse(src[i:])
			at := opensAt(left, src[i:], n, form, val)
			if at == behindOther && form == number.ParenHan && val == 1 && head >= 0 && i-head <= longestAbove {
				at = behindHead
			}
			if at > behindNumber {
				if form == number.Han && at > behindOther {
					head = i
				}
				found = append(found, mark{at: i, n: int32(n), val: int32(val), form: form, left: at})
				i, left, prev = i+n, behindOther, '一'
				continue
			}
		}
		left, prev = leftOf(r, left, prev)
		if char.EndsSentence(r) || r == '；' || r == '，' {
			head = -1
		}
		i += size
	}
	setOff(src, found)
	return found
}

// leftOf is the left of what follows r, which itself had the given left.
func leftOf(r rune, left float32, prev rune) (float32, rune) {
	switch {
	case r == '\n':
		return behindBreak, prev
	case char.IsSpace(r):
		switch {
		case left == behindBreak:
			return left, prev
		case left == behindStop || left == behindEnd:
			return behindEnd, prev
		case prev == '第':
			return behindNumber, prev
		case left == behindSemi || left == behindColon:
			return left, prev
		}
		return behindSpace, prev
	case char.EndsSentence(r):
		return behindStop, r
	case char.Closes(r) && left == behindStop:
		return behindStop, prev
	case r == '；' || r == ';':
		return behindSemi, r
	case r == '：' || r == ':':
		return behindColon, r
	}
	return behindOther, r
}

func bracket(r rune) bool { return r == '（' || r == '(' || r == '㈠' }

// opensAt is how well a heading may begin with the number that takes the first
// n bytes of s and has the given left; behindNumber when none may.
func opensAt(left float32, s string, n int, form number.Form, val int) float32 {
	next := s[n:]
	switch {
	case n == 0, form == number.Item, number.ListsOn(next, form, val):
		return behindNumber
	case form >= number.Bian && form <= number.Article && left != behindBreak && refers(next, form):
		return behindNumber
	case left != behindOther, bracket(char.First(s)):
		return left
	case form >= number.Bian && form <= number.Article && next != "" && !refers(next, form): // 总则第一条
		return behindColon
	case form == number.Digit && val == 1 && char.IsHan(char.First(next)) && sentence.FirstSentence(next, 20) > 0: // 强县1.做强做优。
		return behindColon
	}
	return behindNumber
}

// refers reports whether the words after 第…条 or 第…章 make it a reference:
// 规定的, 第二款.
func refers(next string, form number.Form) bool {
	r := char.First(next)
	return strings.ContainsRune("的规，,；;。）)", r) || form == number.Article && strings.ContainsRune("第款项、和至到或及与所中以之：:", r)
}

// mayOpen reports whether a number can begin with r; it only saves time.
func mayOpen(r rune) bool {
	switch {
	case r < 0x80:
		return r >= '0' && r <= '9' || r == '('
	case r >= 0x4e00 && r <= 0x9fff:
		return r == '第' || r == '其' || number.HanDigit(r) > 0
	}
	return r == '（' || r >= '①' && r <= '⒛' || r >= '㈠' && r <= '㈩' || r >= '０' && r <= '９' || r == '〔' || r == '［'
}
