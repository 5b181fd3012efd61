// Package clause cuts running text into what a reader takes in at a time: its
// clauses and its sentences, by the marks of Chinese and of Latin text.
package clause

import (
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"juan/model/char"
)

// A Grain is how finely a text is cut.
type Grain uint8

// The grains, each coarser than the one before.
const (
	Cluster  Grain = iota // one grapheme cluster (UAX #29)
	Clause                // up to a comma, semicolon or colon
	Sentence              // up to a full stop
)

// All yields the stretches of s as bytes [from, to), in order, without the white
// space around them. Only white space lies between two of them, and none begins
// or ends inside a grapheme cluster.
func All(s string, g Grain) iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		if g == Cluster {
			clusters(s, yield)
			return
		}
		c := cutter{s: s, grain: g}
		for from := 0; from < len(s); {
			to := c.next(from)
			if i, j := Trim(s, from, to); i < j && !yield(i, j) {
				return
			}
			from = to
		}
	}
}

// At returns the stretch that byte i of s is in: where i lies in the white space
// between two, the one after it, and after the last one that. Where s is
// nothing but white space it returns 0, 0.
func At(s string, i int, g Grain) (from, to int) {
	if g == Cluster { // only what is around it need be cut
		from, to = At(s, i, Clause)
		for j, k := range All(s[from:to], Cluster) {
			if i < from+k || from+k == to {
				return from + j, from + k
			}
		}
		return from, to
	}
	for from, to = range All(s, g) {
		if i < to {
			break
		}
	}
	return from, to
}

func clusters(s string, yield func(from, to int) bool) {
	for i := 0; i < len(s); {
		n := len(graphemes.FromString(s[i:]).First())
		if j, k := char.Trim(s, i, i+n); j < k && !yield(i, i+n) {
			return
		}
		i += n
	}
}

// Trim returns from and to moved inwards past white space, but not into a
// cluster: a blank that has an accent begins one, one after a sign that takes
// the next character ends one.
func Trim(s string, from, to int) (int, int) {
	i, j := char.Trim(s, from, to)
	if from < i && i < j {
		if _, n := utf8.DecodeLastRuneInString(s[:i]); after(s, i) > i {
			i -= n
		}
	}
	if i < j {
		j = after(s, j)
	}
	return i, j
}

// after returns i, where a character ends, or where its cluster does.
func after(s string, i int) int {
	_, n := utf8.DecodeLastRuneInString(s[:i])
	return i - n + len(graphemes.FromString(s[i-n:]).First())
}

// A cutter finds the ends of stretches.
type cutter struct {
	s     string
	grain Grain
	open  bool // an odd number of straight quotation marks stands before
}

// next returns the end of the stretch that begins at byte from.
func (c *cutter) next(from int) int {
	var prev rune
	if from > 0 {
		prev = char.Last(c.s[:from])
	}
	for i := from; i < len(c.s); {
		r, n := utf8.DecodeRuneInString(c.s[i:])
		if r == '"' {
			c.open = !c.open
		}
		if m := bracket(c.s[i:], r); m > 0 {
			whole := strings.TrimSpace(c.s[from:i]) == "" && char.EndsSentence(char.LastMark(c.s[i:i+m]))
			if i, prev = i+m, char.Last(c.s[i:i+m]); whole {
				return after(c.s, i)
			}
			continue
		}
		g := c.mark(i, prev, r, c.s[i+n:])
		i, prev = i+n, r
		if g < Clause {
			continue
		}
		if g, i = c.gather(g, i, r); g >= c.grain {
			return i
		}
		prev = char.Last(c.s[:i])
	}
	return len(c.s)
}

// longestBracket is how many characters a bracket encloses at most that no
// stretch ends in.
const longestBracket = 60

// bracket returns the bytes of a bracket or a title that r opens and s begins
// with, 0 where it is not closed within its line.
func bracket(s string, r rune) int {
	opens, shuts := "（(《〈【〔[", "）)》〉】〕]"
	k := strings.IndexRune(opens, r)
	if k < 0 {
		return 0
	}
	shut := []rune(shuts)[utf8.RuneCountInString(opens[:k])]
	depth, runes := 0, 0
	for i, x := range s {
		switch {
		case x == r:
			depth++
		case x == shut:
			if depth--; depth == 0 {
				return i + utf8.RuneLen(shut)
			}
		case x == '\n':
			return 0
		}
		if runes++; runes > longestBracket {
			return 0
		}
	}
	return 0
}

// gather returns the end of a stretch that mark r of grain g ends before byte i:
// further marks and closing brackets belong to it. The grain is Cluster, no end, where
// the following text cannot begin a stretch: “加油！”、“努力！”的口号.
func (c *cutter) gather(g Grain, i int, r rune) (Grain, int) {
	closed := false
	for i < len(c.s) {
		next, n := utf8.DecodeRuneInString(c.s[i:])
		switch {
		case after(c.s, i) > i:
			n = after(c.s, i) - i
		case r == '\n' || r == '\t': // nothing of the next line belongs to this one
			return g, i
		case char.EndsSentence(next) && next != '!' && next != '?':
			if next != '…' {
				g = Sentence
			}
		case next == '"' && c.open:
			c.open, closed = false, true
		case next != '"' && char.Closes(next):
			closed = true
		default:
			if g == Clause && r == '…' && closed {
				g = Sentence
			}
			if char.Continues(next) || closed && goesOn(next) {
				return Cluster, i
			}
			return g, i
		}
		i += n
	}
	return Sentence, i
}

// goesOn reports whether a word that begins with r takes what is quoted before it
// into its own sentence, which it cannot begin itself.
func goesOn(r rune) bool { return r == '的' || r == '等' }
