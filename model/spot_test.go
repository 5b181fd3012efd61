package model

import (
	"slices"
	"testing"
)

// run returns a reading of two texts, nothing held, and them.
func run(versions ...[]Block) (*Reading, []*Article) {
	r := new(Reading)
	var all []*Article
	for i, body := range versions {
		a := NewArticle(Entry{ID: string(rune('a' + i)), Title: "题"}, body)
		all = append(all, a)
		r.Corpus.Put(a.Entry)
	}
	return r, all
}

// The place of the run before is restored whenever it becomes known: before the text
// comes, with it or later; but not where the user has moved since.
func TestThePlaceOfTheRunBefore(t *testing.T) {
	body := chapters(1, 6)
	p := Pos{9, 0}
	for name, steps := range map[string]func(r *Reading, a *Article, k Remembered){
		"before it is opened": func(r *Reading, a *Article, k Remembered) { r.Resume(k); r.Open("a"); r.Hold(a) },
		"before the text":     func(r *Reading, a *Article, k Remembered) { r.Open("a"); r.Resume(k); r.Hold(a) },
		"behind the text":     func(r *Reading, a *Article, k Remembered) { r.Open("a"); r.Hold(a); r.Resume(k) },
		"while it is elsewhere": func(r *Reading, a *Article, k Remembered) {
			r.Open("a")
			r.Open("b")
			r.Resume(k)
			r.Open("a")
			r.Hold(a)
		},
		"with its beginning first": func(r *Reading, a *Article, k Remembered) {
			r.Open("a")
			r.Resume(k)
			r.Hold(NewArticle(Entry{ID: "a", Title: "题", Partial: true}, body[:3]))
			if r.At().Pos != (Pos{}) {
				t.Errorf("in the beginning it is at %v", r.At())
			}
			r.Hold(a)
		},
	} {
		r, all := run(body, chapters(2, 6))
		steps(r, all[0], Remembered{Key: "a", Place: all[0].Anchor(p), Row: 4})
		if at := r.At(); at != (Place{"a", p}) || r.Sunk() != 4 || r.Sunk() != 0 {
			t.Errorf("%s: %v", name, at)
		}
	}
	twice := append(slices.Clone(body), body...)
	p = Pos{len(body) + 9, 0}
	r, all := run(twice)
	r.Open("a")
	r.Resume(Remembered{Key: "a", Place: all[0].Anchor(p)})
	r.Hold(NewArticle(Entry{ID: "a", Title: "题", Partial: true}, body))
	if r.At().Pos != (Pos{}) || r.Settled() {
		t.Errorf("of what is said twice the first is taken, at %v", r.At())
	}
	if r.Hold(all[0]); r.At().Pos != p || !r.Settled() {
		t.Errorf("of what is said twice it is at %v, want %v", r.At().Pos, p)
	}
	r, all = run(body, chapters(2, 6))
	r.Open("a")
	r.Hold(all[0])
	r.Scroll(Pos{2, 0})
	r.Resume(Remembered{Key: "a", Place: all[0].Anchor(p), Row: 4})
	if at := r.At(); at.Pos != (Pos{2, 0}) || r.Sunk() != 0 {
		t.Errorf("who has moved is at %v", at)
	}
}

// The trail of the run before leads back, in texts that were not held since, and
// under the name that a file has now.
func TestTheTrailOfTheRunBefore(t *testing.T) {
	r, all := run(chapters(1, 6), chapters(2, 6))
	r.Open("a")
	r.Hold(all[0])
	r.Scroll(Pos{5, 0})
	r.Jump(Place{"b", Pos{}})
	r.Hold(all[1])
	r.Scroll(Pos{7, 3})
	r.Jump(Place{"a", Pos{1, 0}})
	back, forth := r.Trail()

	next, _ := run(chapters(1, 6), chapters(2, 6))
	for i := range back {
		if back[i].Key == "a" {
			back[i].Key = "was"
		}
	}
	next.Retrail(back, forth)
	next.Recall(Remembered{Key: "a", Was: "was"})
	next.Open("a")
	next.Hold(all[0])
	for _, want := range []Place{{"b", Pos{7, 3}}, {"a", Pos{5, 0}}} {
		if !next.Back() {
			t.Fatal("it leads nowhere")
		}
		next.Hold(all[0])
		next.Hold(all[1])
		if at := next.At(); at != want {
			t.Errorf("it leads to %v, want %v", at, want)
		}
	}
	if next.Back() {
		t.Error("it leads on")
	}
}

// An article whose text is another one is known by that.
func TestAlteredTexts(t *testing.T) {
	r, all := run(chapters(1, 3), chapters(2, 3), chapters(3, 3))
	r.Recall(Remembered{Key: "a", Print: all[0].Print, Share: .5})
	r.Recall(Remembered{Key: "b", Print: all[0].Print})
	r.Recall(Remembered{Key: "c"})
	for i, want := range []bool{false, true, false} {
		if r.Altered(all[i].Entry) != want {
			t.Errorf("%d: %v", i, !want)
		}
	}
	if n := r.Progress(all[0].Entry); n != 50 {
		t.Errorf("%d %% were read", n)
	}
}
