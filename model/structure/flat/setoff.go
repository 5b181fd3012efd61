package flat

import (
	"unicode/utf8"

	"juan/model/char"
	"juan/model/structure/number"
)

// longestSetOff is the most runes that white space sets off as a heading.
const longestSetOff = 36

// setOff marks the numbers of official documents whose words white space sets off on
// both sides, with a body behind or the first heading below: （一）压实责任。 Each village …
// is such a heading however short its body is. It mends reports with one sentence under
// each heading, which looked like lists. It cannot fire on the items of a list, behind
// whose words the next number stands.
func setOff(src string, ms []mark) {
	for k := range ms {
		m := &ms[k]
		if m.form < number.Formal || m.form > number.ParenHan || m.left < behindSpace || m.left == behindHead {
			continue
		}
		body := behindWords(src, m.at+int(m.n))
		if body < 0 {
			continue
		}
		next := k + 1
		for next < len(ms) && ms[next].at < body {
			next++
		}
		m.set = next == len(ms) || ms[next].at > body || ms[next].form > m.form && ms[next].val == 1
	}
}

// behindWords returns the byte behind the white space that ends the words of a heading
// at byte from; -1 where none does, or a clause has not ended there.
func behindWords(src string, from int) int {
	from += char.Spaces(src[from:])
	last, runes := rune(0), 0
	for i := from; i < len(src) && runes <= longestSetOff; {
		r, size := utf8.DecodeRuneInString(src[i:])
		switch {
		case char.IsSpace(r):
			i += char.Spaces(src[i:])
			if runes < 2 || i == len(src) || last != '。' && !char.IsHan(last) && !char.Closes(last) {
				return -1
			}
			return i
		case last == '。', r == '\n', r == '；':
			return -1
		}
		last, i, runes = r, i+size, runes+1
	}
	return -1
}
