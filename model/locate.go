package model

import (
	"iter"
	"strings"

	"juan/model/fold"
)

// locateSize is how many bytes of text are looked through for an anchor at most,
// those nearest to where it should be first: enough for a book, and little enough to
// be done while a key is answered.
const locateSize = 1 << 20

// Locate returns the place of an anchor in the article, and whether the text around it
// is the same: it is in the block with the same text, else where the same words stand.
// Among several such places it prefers the one with the same neighbouring blocks, in
// the same section, nearest to the old position in it. Where the words are gone it is
// at the same distance from the heading of the section, and where the heading is gone
// too, at the same share of the text.
func (a *Article) Locate(x Anchor) (p Pos, ok bool) {
	l, size := newLocating(a, x), locateSize
	want := min(l.want, len(a.Body)-1)
	for d := 0; d < len(a.Body) && size > 0 && !l.sure; d++ {
		for i := want - d; i <= want+d; i += max(1, 2*d) {
			if i >= 0 && i < len(a.Body) {
				size -= blockSize + l.look(i)
			}
		}
	}
	switch {
	case l.best >= enough:
		return l.at, true
	case l.section >= 0:
		o := a.Outline[l.section]
		if next := a.Outline.Next(l.section); next < len(a.Outline) {
			want = min(want, a.Outline[next].Start.Block-1)
		}
		return Pos{Block: max(want, o.Start.Block)}, false
	}
	return a.at(x.Share), false
}

// stands returns the place of an anchor if its block is still at the same position, and
// whether it is. Unlike Locate it needs only the article up to that block, and repeated
// text does not mislead it.
func (a *Article) stands(x Anchor) (Pos, bool) {
	block := x.Offset
	if x.Section != "" {
		i := a.Outline.Find(x.Section, x.Nth)
		if i < 0 {
			return Pos{}, false
		}
		block += a.Outline[i].Start.Block
	}
	if block < 0 || block >= len(a.Body) || foldedSum(a.Body[block].Text()) != x.Sum {
		return Pos{}, false
	}
	p := a.Clamp(Pos{block, x.Byte})
	now := a.Anchor(p)
	return p, now.Section == x.Section && now.Nth == x.Nth && now.After == x.After
}

// blockSize is what looking at a block counts for beside its text.
const blockSize = 64

// A locating is the search for an anchor.
type locating struct {
	*Article
	Anchor
	summing       summing
	section       int    // of the anchor, -1 where it is not there or there is none
	want          int    // the block in which it should be
	before, after string // the words around it, folded
	prev, next    string
	best          int  // how well what was found fits
	at            Pos  // the best so far
	sure          bool // the text at the place and around it is the same
}

// Scores of how well a block fits: it has the same text, or the words around the place;
// and the same neighbours and headings. A few equal characters alone prove little.
const (
	sameText  = 8
	bothWords = 7
	someWords = 5
	fewWords  = 3
	sameSide  = 2 // for each of the blocks beside it, and for the section

	enough = 5

	few = 3 * 6 // bytes
)

func newLocating(a *Article, x Anchor) *locating {
	l := &locating{Article: a, Anchor: x, section: -1}
	for _, w := range [...]struct {
		to   *string
		text string
	}{{&l.before, x.Before}, {&l.after, x.After}, {&l.prev, x.Prev}, {&l.next, x.Next}} {
		*w.to = fold.New(w.text).String()
	}
	switch {
	case x.Section == "":
		l.want = x.Offset
	default:
		if l.section = a.Outline.Find(x.Section, x.Nth); l.section >= 0 {
			l.want = a.Outline[l.section].Start.Block + x.Offset
		} else {
			l.want = a.at(x.Share).Block
		}
	}
	return l
}

// look looks whether a block is the one, and returns the bytes of its text.
func (l *locating) look(i int) int {
	text := l.Body[i].Text()
	folded := fold.New(text)
	fits, at, same := l.fits(text, folded)
	if fits == 0 {
		return len(text)
	}
	sides := 0
	for _, is := range [...]bool{
		l.inSection(i),
		fold.New(l.Article.before(i)).String() == l.prev,
		fold.New(l.beyond(i)).String() == l.next,
	} {
		if is {
			sides++
		}
	}
	l.sure = same && sides == 3
	if fits += sides * sameSide; fits > l.best || l.sure {
		l.best, l.at = fits, l.Clamp(Pos{i, at})
	}
	return len(text)
}

// fits returns how well the text of a block fits by itself, 0 for not at all, the
// byte of the place in it, and whether it reads the same.
func (l *locating) fits(text string, folded fold.Text) (fits, at int, same bool) {
	if l.sum(text, folded) != l.Sum {
		fits, at = l.words(text, folded)
		return fits, at, false
	}
	fits, at = sameText, l.Byte
	if len(folded.String()) < few {
		fits = fewWords
	}
	cut := charAt(text, at)
	if !strings.HasPrefix(text[cut:], l.After) || !strings.HasSuffix(text[:cut], l.Before) { // it is written otherwise
		_, at = l.words(text, folded)
	}
	return fits, max(at, 0), true
}

// sum is [foldedSum] of a text that is folded already.
func (l *locating) sum(text string, folded fold.Text) uint32 {
	if len(text) > summed {
		return foldedSum(text)
	}
	l.summing.sum = 0
	l.summing.add(folded.String())
	return l.summing.sum
}

// words returns how well the words around the place are found in a text, and where.
func (l *locating) words(text string, of fold.Text) (fits, at int) {
	folded := of.String()
	best, where := 0, 0
	consider := func(n, i int) {
		if n > best || n == best && distance(i, l.Byte) < distance(where, l.Byte) {
			best, where = n, i
		}
	}
	if l.after != "" {
		for i := range all(folded, l.after) {
			n := weight(l.after, someWords)
			if strings.HasSuffix(folded[:i], l.before) {
				n = weight(l.before+l.after, bothWords)
			}
			consider(n, i)
		}
	}
	if best < someWords && l.before != "" {
		for i := range all(folded, l.before) {
			consider(weight(l.before, someWords), i+len(l.before))
		}
	}
	if best == 0 {
		return 0, -1
	}
	if where == 0 {
		return best, 0
	}
	if where == len(folded) {
		return best, len(text)
	}
	at, _ = of.Range(where, where)
	return best, charAt(text, at)
}

// weight returns n for words that say something, less for few.
func weight(words string, n int) int {
	if len(words) < few {
		return fewWords - 1
	}
	return n
}

// inSection reports whether a block lies in the section of the anchor, or before the
// first where that does.
func (l *locating) inSection(i int) bool {
	if l.Section == "" {
		return l.Outline.At(Pos{Block: i}) < 0
	}
	return l.section >= 0 && l.Outline.At(Pos{Block: i}) == l.section
}

// all yields the bytes at which a word stands in a text.
func all(text, word string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for from := 0; ; {
			i := strings.Index(text[from:], word)
			if i < 0 || !yield(from+i) {
				return
			}
			from += i + 1
		}
	}
}
