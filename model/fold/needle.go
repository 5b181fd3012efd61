package fold

import (
	"iter"
	"sort"
	"strings"
	"unicode"
)

// A Needle is a folded query, ready to be looked for. The zero Needle is found
// nowhere.
type Needle struct {
	text   string
	rare   int // the rarest byte of text
	second int // the rarest of the others; the same where there is none
	marks  []Mark
	// strict says that the query has punctuation: the marks inside a match must
	// be those of the query. Without any it matches across all marks.
	strict bool
}

// NewNeedle returns the needle of a query.
func NewNeedle(query string) Needle {
	t := New(strings.ReplaceAll(query, Break, ""))
	n := Needle{text: t.folded, marks: t.Marks(), strict: strings.ContainsFunc(query, unicode.IsPunct)}
	n.rare = rarest(n.text, -1)
	n.second = rarest(n.text, n.rare)
	return n
}

// Empty reports whether the needle can be found nowhere.
func (n Needle) Empty() bool { return n.text == "" && len(n.marks) == 0 }

// Len returns the bytes of folded text that a match takes, its marks left out.
func (n Needle) Len() int { return len(n.text) }

// Strict reports whether finding the needle takes the marks of the text.
func (n Needle) Strict() bool { return n.strict || n.text == "" }

// MarksOf returns the marks of a text where finding the needle takes them.
func (n Needle) MarksOf(t Text) []Mark {
	if !n.Strict() {
		return nil
	}
	return t.Marks()
}

// Count returns how often the needle is in a folded text with its marks, which
// only a strict needle asks for. Matches do not overlap.
func (n Needle) Count(s string, marks []Mark) int {
	count := 0
	if n.Strict() {
		for range n.All(s, marks) {
			count++
		}
		return count
	}
	count, _ = n.Matches(s)
	return count
}

// A Found is a match: the byte of the folded text where it begins, and the
// index of the first mark that belongs to it.
type Found struct{ At, Mark int }

// All yields the matches in a folded text with its marks, in order.
func (n Needle) All(s string, marks []Mark) iter.Seq[Found] {
	return func(yield func(Found) bool) {
		if n.text == "" {
			n.allMarks(marks, yield)
			return
		}
		for at := n.Index(s, 0); at >= 0; {
			first, fits := 0, true
			if n.strict {
				first, fits = n.fits(marks, at)
			}
			if fits && !yield(Found{at, first}) {
				return
			}
			if fits {
				at += len(n.text)
			} else {
				at++
			}
			at = n.Index(s, at)
		}
	}
}

// fits reports whether a match at byte at has the marks of the query, and
// returns the index of the first that belongs to it.
func (n Needle) fits(marks []Mark, at int) (first int, ok bool) {
	first = sort.Search(len(marks), func(k int) bool { return marks[k].At >= at })
	lead := n.marksAt(0)
	if lead > 0 {
		end := first
		for end < len(marks) && marks[end].At == at {
			end++
		}
		first = max(first, end-lead)
	} else {
		for first < len(marks) && marks[first].At == at {
			first++ // they stand before the match
		}
	}
	k := first
	for _, m := range n.marks {
		if k >= len(marks) || marks[k].Kind != m.Kind || marks[k].At != at+m.At {
			return first, false
		}
		k++
	}
	return first, k >= len(marks) || marks[k].At >= at+len(n.text)
}

// marksAt returns how many marks of the query stand before byte at of its text.
func (n Needle) marksAt(at int) int {
	count := 0
	for _, m := range n.marks {
		if m.At == at {
			count++
		}
	}
	return count
}

// allMarks yields where a query that is nothing but marks stands: they are
// neighbours.
func (n Needle) allMarks(marks []Mark, yield func(Found) bool) {
	for k := 0; len(n.marks) > 0 && k+len(n.marks) <= len(marks); {
		if !n.marksMatch(marks[k:]) {
			k++
			continue
		}
		if !yield(Found{marks[k].At, k}) {
			return
		}
		k += len(n.marks)
	}
}

// marksMatch reports whether marks begins with those of the query, all of them
// in one place.
func (n Needle) marksMatch(marks []Mark) bool {
	for i, m := range n.marks {
		if marks[i].Kind != m.Kind || marks[i].At != marks[0].At {
			return false
		}
	}
	return true
}

// Locate returns the bytes of the source of t that a match takes, with the
// marks that the query begins and ends with.
func (n Needle) Locate(t Text, f Found) (from, to int) {
	if n.text == "" {
		return t.Span(f.Mark, len(n.marks))
	}
	from, to = t.Range(f.At, f.At+len(n.text))
	if lead := n.marksAt(0); lead > 0 {
		from, _ = t.Span(f.Mark, lead)
	}
	if trail := n.marksAt(len(n.text)); trail > 0 {
		_, to = t.Span(f.Mark+len(n.marks)-trail, trail)
	}
	return from, to
}

// rarest returns which byte of s but the one at not is the rarest; not itself
// where there is no other.
func rarest(s string, not int) int {
	best, at := -1, max(not, 0)
	for i := range len(s) {
		if r := rarity(s[i]); i != not && r > best {
			best, at = r, i
		}
	}
	return at
}

// rarity ranks a byte by how seldom it stands in Chinese text, of ASCII also by
// how seldom in English.
func rarity(b byte) int {
	switch {
	case b >= 0xe3 && b <= 0xe9 || b == 0xef || b == ' ':
		return 0 // what nearly every character begins with
	case b == 0x80 || b == 0xbc || b >= 0xb8 && b <= 0xbb:
		return 1 // second bytes of common marks and characters
	case b >= 0x80 && b < 0xc0:
		return 2
	case b == 'e' || b == 'a' || b == 't' || b == 'i' || b == 'n' || b == 'o':
		return 3
	}
	return 4
}
