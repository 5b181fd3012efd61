package lines

import (
	"math"
	"strings"
	"unicode/utf8"

	"juan/model/char"
)

// openings is what the paragraphs of a text begin with and what ends the one
// before them, against the sentences that stand inside paragraphs. It is
// learned from the places where nobody can err: behind lines too short for
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
}

// A tally is how many sentences begin a paragraph and how many do not.
type tally struct{ paragraph, inside float64 }

// learn reads the first lines of the text.
func (d *Document) learn() {
	d.open = openings{first: map[rune]tally{}, last: map[rune]tally{}}
	n := min(len(d.lines), 4000)
	for i := range d.lines[:n] {
		l := &d.lines[i]
		if l.role != body {
			continue
		}
		d.open.inside(d.text(l))
		if i+1 == n || d.lines[i+1].role != body || !l.ends {
			continue
		}
		if next := &d.lines[i+1]; d.room(l, next) >= tooShort {
			d.open.count(l.last, next.first, tally{1, 0})
		}
	}
}

// inside counts the sentences that begin inside the line s.
func (o *openings) inside(s string) {
	for {
		i := strings.IndexAny(s, "。！？…")
		if i < 0 {
			return
		}
		last := rune(0)
		for i < len(s) {
			r, size := utf8.DecodeRuneInString(s[i:])
			if !char.EndsSentence(r) && !char.Closes(r) {
				break
			}
			last, i = r, i+size
		}
		s = s[i:]
		if s == "" {
			return
		}
		o.count(last, char.First(s), tally{0, 1})
	}
}

func (o *openings) count(last, first rune, n tally) {
	o.all = o.all.plus(n)
	o.first[first] = o.first[first].plus(n)
	o.last[last] = o.last[last].plus(n)
}

func (t tally) plus(u tally) tally { return tally{t.paragraph + u.paragraph, t.inside + u.inside} }

// odds grades how likely a paragraph begins with the line b behind the full
// line a, which ends a sentence.
func (o *openings) odds(a, b string) joinFeature {
	all := tally{o.all.paragraph + 1, o.all.inside + 1}
	log := math.Log(all.paragraph / all.inside)
	for _, t := range [...]tally{o.first[char.First(b)], o.last[char.Last(a)]} {
		log += math.Log(t.share(all))
	}
	switch {
	case log > 2:
		return breakSure
	case log > .8:
		return breakLikely
	case log > 0:
		return breakRather
	case log > -.8:
		return joinRather
	case log > -2:
		return joinLikely
	}
	return joinSure
}

// share is how many times as often as usual sentences of the tally begin
// paragraphs; few sentences say little, none say nothing.
func (t tally) share(all tally) float64 {
	few := 4 / (all.paragraph + all.inside)
	return (t.paragraph/all.paragraph + few) / (t.inside/all.inside + few)
}
