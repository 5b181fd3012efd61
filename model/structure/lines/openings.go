package lines

import (
	"math"
	"strings"
	"unicode/utf8"

	"juan/model/char"
)

// openings is what the paragraphs of a text begin with and what ends the one
// before them, against the sentences that stand inside paragraphs. It is
// learned from the places where nobody can err: after lines too short for
// anything but the end of a paragraph, and in the middle of lines.
//
// It mends paragraphs that end just where a line does, in texts that show none
// by an indent: in a story half of whose paragraphs are talk, “ at the head of
// the next line begins one; in an essay with ten sentences a paragraph nothing
// does.
type openings struct {
	all   tally          // sentences that begin a paragraph, that do not
	first map[rune]tally // by the character they begin with
	last  map[rune]tally // by the mark that ends the sentence before
	size  [sizes]tally   // by how long they are
}

// A tally is how many sentences begin a paragraph and how many do not.
type tally struct{ paragraph, inside float64 }

// learned is how many lines at the start of a text are learned from.
const learned = 4000

// learn reads the first lines of the text.
func (d *Document) learn() {
	d.open = openings{first: map[rune]tally{}, last: map[rune]tally{}}
	n := min(len(d.lines), learned)
	for i := range d.lines[:n] {
		l := &d.lines[i]
		if l.role != body {
			continue
		}
		d.inside(i)
		if i+1 == n || d.lines[i+1].role != body || !l.ends {
			continue
		}
		if next := &d.lines[i+1]; d.room(l, next) >= tooShort {
			d.open.count(l.last, next.first, d.sizeOf(i+1, 0), tally{1, 0})
		}
	}
}

// inside counts the sentences that begin inside line i.
func (d *Document) inside(n int) {
	o := &d.open
	whole := d.text(&d.lines[n])
	s := whole
	for {
		i := d.stop(s)
		if i < 0 {
			return
		}
		last := rune(0)
		for i < len(s) {
			r, size := utf8.DecodeRuneInString(s[i:])
			if !char.EndsSentence(r) && !char.Closes(r) && r != '；' && r != '：' {
				break
			}
			last, i = r, i+size
		}
		s = s[i:]
		if s == "" {
			return
		}
		if s[0] == ' ' {
			last, s = '.', s[1:]
		}
		o.count(last, char.First(s), d.sizeOf(n, len(whole)-len(s)), tally{0, 1})
	}
}

// stop returns the byte of the first mark in s that ends a sentence, or in English
// of the blank after it; -1 where there is none.
func (d *Document) stop(s string) int {
	if !d.latin {
		for i, r := range s {
			if char.EndsSentence(r) && r >= 0x80 || r == '；' || r == '：' {
				return i
			}
		}
		return -1
	}
	for i := 0; i+2 < len(s); i++ {
		if strings.IndexByte(".!?", s[i]) >= 0 && s[i+1] == ' ' && !startsLower(s[i+2:]) {
			return i + 1
		}
	}
	return -1
}

// sizes is how many grades of sentence length there are.
const sizes = 4

// sizeOf grades the sentence that begins at byte at of line i, in cells.
func (d *Document) sizeOf(i, at int) int {
	cells := 0
	for ; i < len(d.lines) && cells < 44; i, at = i+1, 0 {
		for _, r := range d.text(&d.lines[i])[at:] {
			if char.EndsSentence(r) || d.latin && r == '.' {
				return min(cells/15, sizes-1)
			}
			if cells++; r >= 0x800 {
				cells++
			}
			if cells >= 45 {
				break
			}
		}
	}
	return sizes - 1
}

func (o *openings) count(last, first rune, size int, n tally) {
	o.all = o.all.plus(n)
	o.size[size] = o.size[size].plus(n)
	o.first[first] = o.first[first].plus(n)
	o.last[last] = o.last[last].plus(n)
}

func (t tally) plus(u tally) tally { return tally{t.paragraph + u.paragraph, t.inside + u.inside} }

// odds returns the logarithm of the odds that a paragraph begins with a character and
// a sentence of some size after the mark last.
func (o *openings) odds(last, first rune, size int) float64 {
	all := tally{o.all.paragraph + 1, o.all.inside + 1}
	log := math.Log(all.paragraph / all.inside)
	for _, t := range [...]tally{o.first[first], o.last[last], o.size[size]} {
		log += math.Log(t.share(all))
	}
	return log
}

// share is how many times as often as usual sentences of the tally begin
// paragraphs; few sentences say little, none say nothing.
func (t tally) share(all tally) float64 {
	few := 4 / (all.paragraph + all.inside)
	return (t.paragraph/all.paragraph + few) / (t.inside/all.inside + few)
}
