package flat

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/structure/number"
)

// The most runes that are set off as a heading: by white space, and by a full stop with
// the body right after it.
const (
	longestSetOff  = 36
	longestStopped = 24
)

// setOff marks the numbers of official documents whose words are set off from a body,
// by white space or as a short sentence, and those right over the first number of a
// lower form: （一）压实责任。 Each village … is such a heading however short its body is.
// It mends reports with one sentence under each heading, which looked like lists. It
// cannot fire on the items of a list, after whose words the next number stands.
func setOff(src string, ms []mark) {
	for k := range ms {
		m := &ms[k]
		if m.form < number.Formal || m.form > number.ParenHan || m.left < behindSpace {
			continue
		}
		body := behindWords(src, m.at+int(m.n))
		if body < 0 {
			m.set = k+1 < len(ms) && over(src, m, &ms[k+1])
			continue
		}
		next := k + 1
		for next < len(ms) && ms[next].at < body {
			next++
		}
		m.set = next == len(ms) || ms[next].at > body || opensBelow(m, &ms[next])
	}
}

// opensBelow reports whether next may be the first number under m.
func opensBelow(m, next *mark) bool { return next.form > m.form && next.val == 1 }

// over reports whether next is the first number under m with a heading and nothing else
// between them: 四、今后计划（一）.
func over(src string, m, next *mark) bool {
	return opensBelow(m, next) && next.at-m.at <= longestAbove && !strings.ContainsAny(src[m.at:next.at], "。；：！？\n")
}

// behindWords returns the byte where what follows the heading begins whose words stand
// at byte from; -1 where nothing sets them off.
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
		case last == '。' && runes > leastRunIn && runes <= longestStopped:
			return i
		case last == '。', r == '；':
			return -1
		}
		last, i, runes = r, i+size, runes+1
	}
	return -1
}
