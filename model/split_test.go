package model

import (
	"math/rand/v2"
	"testing"
)

// Two places over one corpus: each has its own article, way back and hits, and what
// comes anew comes to both.
func TestTwoPlaces(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 6))
	a, b := outlined("a", rnd, 1, 1, 1), outlined("b", rnd, 1, 1)
	var r Reading
	r.Take(a)
	r.Take(b)
	r.Open("a")
	r.Jump(Place{"a", a.Outline[1].Start})
	r.Find(ParseQuery("山里"))
	here := r.At()
	r.Split()
	if art, at := r.Beside(); art != a || at != here || r.At() != here {
		t.Fatalf("split at %v: %v and %v", here, r.At(), at)
	}
	r.Choose(1)
	r.Swap()
	if r.Hit() >= 0 || len(r.Hits()) == 0 {
		t.Errorf("the other place is at hit %d of %d", r.Hit(), len(r.Hits()))
	}
	r.Jump(Place{"b", b.Outline[1].Start})
	if art, at := r.Beside(); art != a || at != here || r.Article() != b {
		t.Errorf("the jump of one place moved the other to %v", at)
	}
	next := NewArticle(*a.Entry, append([]Block{Paragraph{Prose: Plain("先说一句。")}}, a.Body...))
	r.Corpus.Put(next.Entry)
	if r.Wanted() != nil || r.WantedBeside() != r.Corpus.Entry("a") {
		t.Error("the article beside is not wanted anew")
	}
	r.Hold(next.As(r.Corpus.Entry("a")))
	if art, at := r.Beside(); art == a || at.Pos != next.Outline[1].Start {
		t.Errorf("the article beside came anew, and stands at %v", at)
	}
	if !r.Back() || r.At() != (Place{"a", next.Outline[1].Start}) || r.Article() == a {
		t.Errorf("the way back leads to %v", r.At())
	}
	r.Back()
	r.Swap()
	if r.At().Pos != next.Outline[1].Start {
		t.Errorf("going back in one moved the other to %v", r.At())
	}
	r.Open("b")
	r.Join()
	if r.Swap(); r.At().Key != "b" || r.WantedBeside() != nil {
		t.Error("one place is not alone")
	}
	if r.Open("a"); r.At().Pos != (Pos{Block: 1}) {
		t.Errorf("it was left where it began, and opens at %v", r.At())
	}
}
