package repair

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"juan/ui/linebreak"
)

// marks are what a normaliser turns to ASCII.
const marks = ",:;!?()"

func fullWidth(r rune) rune { return r - '!' + '！' }

// widened returns the bytes of text at which an ASCII mark should be shown in
// full width, in order.
//
// A mark belongs to Han when the nearest letter on one of its sides is Han without a
// space of the author's between; a pair of brackets when there is Han in it, or right
// before it.
func widened(text string, keep []Range) (wide []int) {
	if !strings.ContainsAny(text, marks) || linebreak.ScriptOf(text) != linebreak.Chinese {
		return nil
	}
	var (
		opened []bracket
		seen   int  // Han so far
		quoted bool // a straight " is open
		paired = strings.Count(text, `"`)%2 == 0
	)
	for i, r := range text {
		if len(keep) > 0 && i >= keep[0].To {
			keep = keep[1:]
		}
		switch {
		case isHan(r):
			seen++
		case r == '"':
			quoted = !quoted
		case r > '?' || len(keep) > 0 && i >= keep[0].From:
		case strings.ContainsRune(",:;!?", r):
			if separates(text, i, paired && !quoted) {
				wide = append(wide, i)
			}
		case r == '(':
			opened = append(opened, bracket{i, seen})
		case r == ')' && len(opened) > 0:
			b := opened[len(opened)-1]
			opened = opened[:len(opened)-1]
			if i > b.at+1 && (seen > b.seen || isHan(letterBefore(text[:b.at], closing))) {
				wide = append(wide, b.at, i)
			}
		}
	}
	slices.Sort(wide)
	return wide
}

// A bracket is open since byte at, seen Han before it.
type bracket struct{ at, seen int }

// separates reports whether the mark at i separates parts of a Chinese text.
// Where straight quotes come in pairs and none is open, one before the mark
// closes and one after it opens.
func separates(text string, i int, unquoted bool) bool {
	if text[i] == ':' {
		if i+1 < len(text) && strings.IndexByte(`:\/`, text[i+1]) >= 0 || i > 0 && text[i-1] == ':' {
			return false
		}
	}
	before, behind := closing, opening
	if unquoted {
		before, behind = closing+`"`, opening+`"`
	}
	left := letterBefore(text[:i], before)
	return left != ' ' && (isHan(left) || isHan(letterAfter(text[i+1:], behind)))
}

// The marks to look past on the way to the nearest letter.
const (
	closing = `'!?,.:;)]}%‰℃°…—”’）》〉」』】〕〗，。、；：！？％`
	opening = `'!?([{…—“‘（《〈「『【〔〖`
)

// letterBefore returns the last letter of s before a few of marks; ' ' where a space
// comes first or there is none.
func letterBefore(s, past string) rune {
	for range reach {
		r, n := utf8.DecodeLastRuneInString(s)
		if !strings.ContainsRune(past, r) {
			return letter(r)
		}
		s = s[:len(s)-n]
	}
	return ' '
}

// letterAfter is letterBefore for the start of s.
func letterAfter(s, past string) rune {
	for range reach {
		r, n := utf8.DecodeRuneInString(s)
		if !strings.ContainsRune(past, r) {
			return letter(r)
		}
		s = s[n:]
	}
	return ' '
}

// reach is how many marks one looks past.
const reach = 8

func letter(r rune) rune {
	if unicode.IsSpace(r) || r == utf8.RuneError { // the end, too
		return ' '
	}
	return r
}

func isHan(r rune) bool {
	return 0x4E00 <= r && r <= 0x9FFF || 0x3400 <= r && r <= 0x4DBF || r >= 0x20000 && r <= 0x3FFFF || r == '〇' || r == '々'
}

// addresses adds the URLs of text to keep.
func addresses(text string, keep []Range) []Range {
	added := false
	for at := 0; ; {
		i := strings.Index(text[at:], "://")
		if i < 0 {
			break
		}
		from, to := at+i, at+i+3
		for from > 0 && isWord(text[from-1]) {
			from--
		}
		for to < len(text) && '!' <= text[to] && text[to] <= '~' && !strings.ContainsRune("\"<>`", rune(text[to])) {
			to++
		}
		to = from + len(strings.TrimRight(text[from:to], ".,;:!?')]}"))
		at += i + 3
		if to > at && !within(at-1, at+1, keep) {
			if !added {
				keep, added = slices.Clone(keep), true
			}
			keep, at = append(keep, Range{from, to}), to
		}
	}
	if added {
		slices.SortFunc(keep, func(a, b Range) int { return a.From - b.From })
	}
	return keep
}

func isWord(b byte) bool {
	return '0' <= b && b <= '9' || 'a' <= b|0x20 && b|0x20 <= 'z'
}

// A Tally counts the marks of an article, paragraph by paragraph, and tells
// whether its punctuation was plainly normalised. The zero value is empty.
type Tally struct {
	ascii, full int
	stop        bool
}

// Add counts the marks of a paragraph that is neither code nor verse.
func (t *Tally) Add(text string) {
	t.ascii += len(widened(text, addresses(text, nil)))
	for _, r := range text {
		switch r {
		case '，', '：', '；', '！', '？', '（', '）':
			t.full++
		case '。':
			t.stop = true
		}
	}
}

// Normalised reports whether there are at least 20 marks next to Han, 95 % of them
// ASCII, and full stops in full width.
func (t Tally) Normalised() bool {
	return t.stop && t.ascii+t.full >= 20 && t.ascii*100 >= (t.ascii+t.full)*95
}
