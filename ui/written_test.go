package ui

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// log is what a program has written so far: so many lines, each with its number.
func log(n int, partial bool) *model.Article {
	var body []model.Block
	for i := range n {
		body = append(body, model.Output{Line: fmt.Sprintf("line %d of the log", i+1), Leaf: model.Leaf{Src: 100 * i}})
	}
	return model.NewArticle(model.Entry{Key: "log", ID: "log", Title: "log", Partial: partial}, body)
}

// growing returns an app whose text comes in versions, and a function that sends it
// one.
func growing(t *testing.T, opt Options) (a *App, tell func(*model.Article)) {
	t.Helper()
	opt.Alone = true
	a = New(opt)
	a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	drain(a, a.Init())
	a.progress.whole = false
	tell = func(art *model.Article) {
		n := model.News{Put: []*model.Entry{art.Entry}, Held: []*model.Article{art}, Whole: !art.Partial}
		drain(a, a.loading.Start(func(context.Context) iter.Seq[model.News] { return func(yield func(model.News) bool) { yield(n) } }))
	}
	return a, tell
}

func shows(a *App, line int) bool {
	return strings.Contains(text(a), fmt.Sprintf("line %d of the log", line))
}

// A reader at the end of a growing text stays at its end until something moves the
// text; a reader elsewhere stays where he is.
func TestTheEndOfAGrowingTextIsFollowed(t *testing.T) {
	a, tell := growing(t, options(nil))
	tell(log(100, true))
	tell(log(150, true))
	if !shows(a, 1) || shows(a, 150) {
		t.Fatal("the text moves by itself")
	}
	press(a, "G")
	for _, n := range []int{151, 300, 1000} {
		if tell(log(n, true)); !shows(a, n) || shows(a, n-24) {
			t.Fatalf("line %d is not on screen:\n%s", n, text(a))
		}
	}
	press(a, "k")
	if tell(log(1100, true)); shows(a, 1100) || !shows(a, 999) {
		t.Error("it is followed after a line up")
	}
	press(a, "G", "g")
	if tell(log(1200, true)); !shows(a, 1) {
		t.Error("it is followed after going to the top")
	}
	press(a, "G")
	if tell(log(1300, false)); !shows(a, 1300) {
		t.Error("it is not followed to its end")
	}
}

// A text that fits is followed from where it does not fit any more.
func TestAShortTextIsFollowedToo(t *testing.T) {
	a, tell := growing(t, options(nil))
	tell(log(3, true))
	press(a, "G")
	if tell(log(100, true)); !shows(a, 100) {
		t.Error("it is not followed")
	}
}

// A text opens at a line, at its end or at a word once that part has come; a line that
// does not exist becomes the last one, a missing word is reported.
func TestATextIsOpenedWhereItIsAskedFor(t *testing.T) {
	opt := options(nil)
	opt.Start = Start{Line: 120}
	a, tell := growing(t, opt)
	tell(log(100, true))
	if !shows(a, 1) {
		t.Error("the text has moved before the line has come")
	}
	if tell(log(200, true)); shows(a, 119) || !shows(a, 120) {
		t.Errorf("line 120 is not on top:\n%s", text(a))
	}
	press(a, "k", "k")
	if tell(log(300, false)); !shows(a, 118) {
		t.Error("it is opened there twice")
	}

	opt.Start = Start{Line: 1000}
	a, tell = growing(t, opt)
	if tell(log(200, false)); !shows(a, 200) {
		t.Error("behind the end is not the end")
	}

	opt.Start = Start{End: true}
	a, tell = growing(t, opt)
	tell(log(100, true))
	if tell(log(200, true)); !shows(a, 200) {
		t.Error("the end is not followed")
	}

	opt.Start = Start{Word: "150"}
	a, tell = growing(t, opt)
	tell(log(100, true))
	if tell(log(200, true)); !shows(a, 150) || a.reading.Query().Empty() {
		t.Errorf("the word is not shown:\n%s", text(a))
	}
	opt.Start = Start{Word: "oar"}
	a, tell = growing(t, opt)
	if tell(log(200, false)); !shows(a, 1) || !strings.Contains(text(a), "没有找到“oar”") {
		t.Errorf("what is not there is not said:\n%s", text(a))
	}
}

// Lines take all columns, stand below one another and are slid where they are longer;
// the contents come when they are asked for.
func TestLinesTakeAllColumns(t *testing.T) {
	rule := strings.Repeat("0123456789", 8)
	a := open(t, alone(model.Output{Line: rule, Head: model.Head{To: 4, Level: 1}}, model.Output{}, model.Output{Line: "  " + rule + "end"}), 80, 10)
	rows := strings.Split(text(a), "\n")
	if rows[1] != rule || strings.TrimSpace(rows[2]) != "" || rows[3] != "  "+rule[:77]+"›" {
		t.Errorf("%q", rows[:4])
	}
	press(a, "right")
	if rows = strings.Split(text(a), "\n"); !strings.HasSuffix(strings.TrimSpace(rows[3]), "end") {
		t.Errorf("slid it is %q", rows[3])
	}
	press(a, "o")
	if !strings.Contains(text(a), "目录") {
		t.Error("the contents do not come")
	}
	press(a, "o")
	if strings.Contains(text(a), "目录  1节") {
		t.Error("the contents do not go")
	}
	a = open(t, alone(model.Output{Line: "b"}, model.Output{Line: "  a  c"}, model.Output{}, model.Output{Line: "d"}), 80, 10)
	art := a.reading.Article()
	if got := art.Passage(model.Pos{}, model.Pos{Block: 4}, sourceOf); got != "b\n  a  c\n\nd" {
		t.Errorf("it is copied as %q", got)
	}
}

func alone(body ...model.Block) Options {
	opt := options([]*model.Article{model.NewArticle(model.Entry{Key: "out", ID: "out", Title: "out"}, body)})
	opt.Alone = true
	return opt
}

// In a diff ] goes from file to file and } from hunk to hunk, as do [ and { back.
func TestFilesAndHunks(t *testing.T) {
	var body []model.Block
	for i := range 3 {
		body = append(body, model.Output{Line: fmt.Sprintf("file %d", i), Head: model.Head{To: 6, Level: 1}})
		for k := range 2 {
			body = append(body, model.Output{Line: fmt.Sprintf("hunk %d.%d", i, k), Head: model.Head{To: 8, Level: 2, Hunk: true}})
			for range 40 {
				body = append(body, model.Output{Line: "+ oar"})
			}
		}
	}
	a := open(t, alone(body...), 80, 20)
	top := func() string { return strings.TrimSpace(strings.Split(text(a), "\n")[1]) }
	for _, step := range [][2]string{{"]", "file 1"}, {"}", "hunk 1.0"}, {"}", "hunk 1.1"}, {"}", "file 2"}, {"[", "file 1"}, {"}", "hunk 1.0"}, {"]", "file 2"}, {"}", "hunk 2.0"}, {"j", "+ oar"}, {"{", "hunk 2.0"}, {"{", "file 2"}, {"{", "hunk 1.1"}, {"[", "file 1"}, {"[", "file 0"}} {
		if press(a, step[0]); top() != step[1] {
			t.Errorf("%s leads to %q, want %q", step[0], top(), step[1])
		}
	}
}

// Once all has come before anything was pressed, what is short ends the program; it is
// asked once.
func TestWhatIsShortEndsTheProgram(t *testing.T) {
	for _, pressed := range []bool{false, true} {
		asked := 0
		opt := options(nil)
		opt.Short = func(a *model.Article) bool { asked++; return len(a.Body) < 5 }
		a, tell := growing(t, opt)
		if tell(log(2, true)); a.Ending() {
			t.Error("it ends before all has come")
		}
		if pressed {
			press(a, "j")
		}
		if tell(log(3, false)); a.Ending() == pressed || pressed == (asked > 0) {
			t.Errorf("pressed %v: ends %v, asked %d times", pressed, a.Ending(), asked)
		}
	}
}
