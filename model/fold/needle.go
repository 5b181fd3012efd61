package fold

import (
	"iter"
	"sort"
	"strings"
)

// A Needle is a folded query, ready to be looked for. The zero Needle is found
// nowhere.
type Needle struct {
	text   string
	rare   int // the rarest byte of text
	second int // the rarest of the others; the same where there is none
	marks  []Mark
	// strict is the classes of marks of which a match must have those of the
	// query and no others. A query without any matches whatever the marks.
	strict classes
	exact  bool // the marks must be the very same, not only alike
}

// NewNeedle returns the needle of a query. It matches any text that folds to the same;
// quotation and title marks, commas inside figures, and characters such as ① must be
// those of the query where the query has any.
func NewNeedle(query string) Needle {
	n := newNeedle(query)
	for _, m := range n.marks {
		n.strict |= 1 << m.Kind.class()
	}
	n.strict &= 1<<aside | 1<<compatible
	if n.text == "" && n.strict == 0 {
		return Needle{} // blanks alone are nothing to look for
	}
	return n
}

// NewExact returns the needle of a query that matches only literally, as
// [Needle.Literal] has it. Blanks at its ends are no part of it.
func NewExact(query string) Needle {
	n := newNeedle(query)
	n.strict, n.exact = everyClass, true
	return n
}

func newNeedle(query string) Needle {
	t := New(strings.TrimFunc(query, isBlank))
	n := Needle{text: t.folded, marks: t.Marks()}
	n.rare = rarest(n.text, -1)
	n.second = rarest(n.text, n.rare)
	return n
}

// Empty reports whether the needle can be found nowhere.
func (n Needle) Empty() bool { return n.text == "" && len(n.marks) == 0 }

// Len returns the bytes of folded text that a match takes, its marks left out.
func (n Needle) Len() int { return len(n.text) }

// Strict reports whether finding the needle takes the marks of the text.
func (n Needle) Strict() bool { return n.strict != 0 || n.text == "" }

// A Found is a match: the byte of the folded text where it begins, and which
// marks belong to it, [Mark, End), where the needle is strict.
type Found struct{ At, Mark, End int }

// All yields the matches in a folded text with its marks, in order.
func (n Needle) All(s string, marks []Mark) iter.Seq[Found] {
	return func(yield func(Found) bool) {
		if n.text == "" {
			n.allMarks(marks, yield)
			return
		}
		for at := n.Index(s, 0); at >= 0; {
			found, fits := n.At(marks, at)
			if fits && !yield(found) {
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

// Literal reports whether a match has the very characters of the query, those
// that do not show aside; marks are those of the text that it was found in.
func (n Needle) Literal(marks []Mark, f Found) bool {
	n.strict, n.exact = everyClass, true
	if n.text == "" {
		_, ok := n.run(marks, f.Mark)
		return ok
	}
	_, ok := n.fits(marks, f.At)
	return ok
}

// At returns the match at byte at, where the text of the needle stands; ok is
// false where the marks are not those of the query. Marks may lack those that
// stand neither in it nor at its ends.
func (n Needle) At(marks []Mark, at int) (f Found, ok bool) {
	if n.strict == 0 {
		return Found{At: at}, true
	}
	return n.fits(marks, at)
}

// fits reports whether a match at byte at has the marks of the query, as far as
// they are of a strict class.
func (n Needle) fits(marks []Mark, at int) (f Found, ok bool) {
	k := sort.Search(len(marks), func(k int) bool { return marks[k].At >= at })
	for k < len(marks) && marks[k].At == at && marks[k].Kind.between() {
		k++
	}
	k = n.lead(marks, k, at)
	f = Found{At: at, Mark: k, End: k}
	for _, m := range n.marks {
		if !n.strict.has(m.Kind) {
			continue
		}
		for k < len(marks) && !n.strict.has(marks[k].Kind) {
			k++
		}
		if k == len(marks) || marks[k].At != at+m.At || !n.same(marks[k].Kind, m.Kind) {
			return f, false
		}
		k++
		f.End = k
	}
	for k < len(marks) && marks[k].At < at+len(n.text) && !n.strict.has(marks[k].Kind) {
		k++
	}
	return f, k == len(marks) || marks[k].At >= at+len(n.text)
}

// lead returns the first of the marks before mark k, at byte at, that correspond to the
// marks at the start of the query: the same number of them.
func (n Needle) lead(marks []Mark, k, at int) int {
	for _, m := range n.marks {
		if m.At > 0 || !m.Kind.between() {
			break
		}
		if !n.strict.has(m.Kind) {
			continue
		}
		for k > 0 && marks[k-1].At == at && !n.strict.has(marks[k-1].Kind) {
			k--
		}
		if k > 0 && marks[k-1].At == at {
			k--
		}
	}
	return k
}

func (n Needle) same(a, b Kind) bool { return a == b || !n.exact && a.alike(b) }

// allMarks yields where a query that is nothing but marks stands: they are
// neighbours.
func (n Needle) allMarks(marks []Mark, yield func(Found) bool) {
	for k := 0; len(n.marks) > 0 && k < len(marks); {
		f, ok := n.run(marks, k)
		if !ok {
			k++
			continue
		}
		if !yield(f) {
			return
		}
		k = f.End
	}
}

// run reports whether the marks from k on begin with those of a query that is
// nothing else, all of them in one place.
func (n Needle) run(marks []Mark, k int) (f Found, ok bool) {
	f = Found{At: marks[k].At, Mark: k}
	for i, m := range n.marks {
		if !n.strict.has(m.Kind) {
			continue
		}
		for i > 0 && k < len(marks) && !n.strict.has(marks[k].Kind) {
			k++
		}
		if k == len(marks) || marks[k].At != f.At || !n.same(marks[k].Kind, m.Kind) {
			return f, false
		}
		k++
	}
	f.End = k
	return f, true
}

// Locate returns the bytes of the source of t that a match takes, with the
// marks that the query begins and ends with.
func (n Needle) Locate(t Text, f Found) (from, to int) {
	if n.text == "" {
		return t.span(f.Mark, f.End)
	}
	from, to = t.Range(f.At, f.At+len(n.text))
	if f.Mark < f.End {
		if first := t.marks[f.Mark]; int(first.at) == f.At && first.kind.class() == aside {
			from, _ = t.span(f.Mark, f.Mark+1)
		}
		if last := t.marks[f.End-1]; int(last.at) == f.At+len(n.text) && last.kind.class() == aside {
			_, to = t.span(f.End-1, f.End)
		}
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
