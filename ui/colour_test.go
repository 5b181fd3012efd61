package ui

import (
	"fmt"
	"strings"
	"testing"

	"juan/model"
	"juan/ui/role"
)

// programme is an article of code in many blocks, and a paragraph at its end.
func programme() *model.Article {
	var body []model.Block
	for k := range 4 {
		var b strings.Builder
		for i := range 90 {
			fmt.Fprintf(&b, "func f%d_%d(a int) string { return \"甲\" }\n", k, i)
		}
		body = append(body, model.Code{Language: "go", Source: b.String()})
	}
	for range 40 {
		body = append(body, model.Paragraph{Prose: model.Plain("末尾的文字。")})
	}
	return model.NewArticle(model.Entry{ID: "code", Title: "程序"}, body)
}

// keywords returns how many stretches of the screen are keywords of code.
func keywords(a *App) (n int) {
	rows, _, _ := a.frame()
	for _, r := range rows {
		for _, s := range r {
			if s.Ink.Role == role.CodeKeyword {
				n++
			}
		}
	}
	return n
}

// Much code stands as it is until its colours come, and nothing moves when they do.
func TestCodeIsColouredAside(t *testing.T) {
	a := open(t, options([]*model.Article{programme()}), 100, 30)
	press(a, "tab")
	if keywords(a) == 0 || a.colouring.Running() {
		t.Fatalf("%d keywords, running %v", keywords(a), a.colouring.Running())
	}
	_, cmd := a.Update(strokes("-")[0]) // another layout
	plain := text(a)
	if keywords(a) > 0 || !a.colouring.Running() {
		t.Fatalf("%d keywords before they came, running %v", keywords(a), a.colouring.Running())
	}
	drain(a, cmd)
	if keywords(a) == 0 || a.colouring.Running() {
		t.Errorf("%d keywords, running %v", keywords(a), a.colouring.Running())
	}
	if got := text(a); got != plain {
		t.Errorf("the screen moved:\n%s\nwas\n%s", got, plain)
	}
}

// Colouring a place that the reader has left is abandoned, and the new place is
// coloured instead.
func TestColoursAreGivenUp(t *testing.T) {
	a := open(t, options([]*model.Article{programme()}), 100, 30)
	press(a, "tab")
	_, first := a.Update(strokes("-")[0])
	left := a.colouring.left
	_, cmd := a.Update(strokes("G")[0])
	if a.colouring.Running() {
		t.Error("colours are found for what is not on screen")
	}
	drain(a, first) // comes too late
	drain(a, cmd)
	_, cmd = a.Update(strokes("home")[0])
	if !a.colouring.Running() || a.colouring.left[0] != left[0] {
		t.Fatalf("running %v for %v, want %v", a.colouring.Running(), a.colouring.left, left)
	}
	_, next := a.Update(strokes("pgdown")[0])
	again := a.colouring.left
	if _, more := a.Update(strokes("f12")[0]); len(again) == 0 || &a.colouring.left[0] != &again[0] {
		t.Error("the task begins anew where nothing changed")
	} else {
		drain(a, more)
	}
	drain(a, cmd)
	drain(a, next)
	if keywords(a) == 0 {
		t.Error("no colours")
	}
}
