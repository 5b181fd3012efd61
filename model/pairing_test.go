package model

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// outlined is an article of headings of these levels, each with some text.
func outlined(key string, rnd *rand.Rand, levels ...int) *Article {
	text := func() Block {
		return Paragraph{Prose: Plain(strings.Repeat("水从山里来，绕过村子。", 1+rnd.IntN(6)))}
	}
	body := []Block{text()}
	for i, level := range levels {
		body = append(body, Heading{Prose: Plain(fmt.Sprint("第", i, "节")), Level: level}, text(), text())
	}
	return NewArticle(Entry{ID: key, Title: key}, body)
}

func levelsOf(rnd *rand.Rand) []int {
	levels := []int{1}
	for range rnd.IntN(12) {
		levels = append(levels, 1+rnd.IntN(3))
	}
	return levels
}

// places returns every place at which a character of an article begins.
func placesIn(a *Article) []Pos {
	var out []Pos
	for i, b := range a.Body {
		for at := range b.Text() {
			out = append(out, Pos{i, at})
		}
	}
	return out
}

// An article along itself, paired where it begins or anywhere, is at the same place.
func TestAlongItself(t *testing.T) {
	for seed := range uint64(40) {
		rnd := rand.New(rand.NewPCG(seed, 3))
		a := outlined("a", rnd, levelsOf(rnd)...)
		all := placesIn(a)
		at := all[rnd.IntN(len(all))]
		for _, from := range []Pos{{}, at} {
			for _, p := range all {
				if got := Pair(a, from, a, from).Across(p); got != p {
					t.Fatalf("seed %d: paired at %v, %v leads to %v", seed, from, p, got)
				}
			}
		}
	}
}

// Two texts paired at their beginnings: further down in the one is never further up in
// the other, every place is one, and a heading stands beside the heading of the same path.
func TestAlongAnother(t *testing.T) {
	for seed := range uint64(200) {
		rnd := rand.New(rand.NewPCG(seed, 4))
		a, b := outlined("a", rnd, levelsOf(rnd)...), outlined("b", rnd, levelsOf(rnd)...)
		if seed%10 == 0 {
			b = outlined("b", rnd)
		}
		pair, last := Pair(a, Pos{}, b, Pos{}), Pos{}
		for _, p := range placesIn(a) {
			q := pair.Across(p)
			if q != b.Clamp(q) || q.Before(last) {
				t.Fatalf("seed %d: %v leads to %v, behind it %v", seed, p, q, last)
			}
			last = q
		}
		for i, s := range a.Outline {
			if j, n := b.Outline.follow(a.Outline.ordinals(i)); n == 0 && j >= 0 && pair.Across(s.Start) != b.Outline[j].Start {
				t.Errorf("seed %d: section %v does not stand beside its own", seed, a.Outline.ordinals(i))
			}
		}
	}
}

// Sections that are not at the same place are paired as they were put, and their
// neighbours with their neighbours.
func TestSectionsPairedAsTheyWerePut(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 5))
	a := outlined("a", rnd, 1, 2, 2, 1, 2, 1, 1) // 1 1.1 1.2 2 2.1 3 4
	for _, c := range []struct{ mine, other, at, want int }{
		{0, 3, 0, 3}, // 1 beside 2: 1 beside 2,
		{0, 3, 1, 4}, // 1.1 beside 2.1,
		{0, 3, 3, 5}, // 2 beside 3,
		{0, 3, 5, 6}, // 3 beside 4
		{1, 2, 2, 3}, // 1.1 beside 1.2: 1.2 beside the end of 1,
		{1, 2, 3, 3}, // 2 beside 2
		{3, 0, 5, 3}, // and back
		{3, 0, 6, 5},
	} {
		pair := Pair(a, a.Outline[c.mine].Start, a, a.Outline[c.other].Start)
		if i := a.Outline.At(pair.Across(a.Outline[c.at].Start)); i != c.want {
			t.Errorf("with %d beside %d, %d stands beside %d, want %d", c.mine, c.other, c.at, i, c.want)
		}
		if back := pair.Reversed().Reversed(); !back.Of(a, a) || back.Across(a.Outline[c.at].Start) != pair.Across(a.Outline[c.at].Start) {
			t.Error("reversed twice it is another")
		}
	}
}
