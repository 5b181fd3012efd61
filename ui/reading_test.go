package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// While a filter finds nothing the text is where it was before one typed.
func TestNothingFoundLeavesTheText(t *testing.T) {
	a := open(t, options(library()), 120, 36)
	press(a, "2", "]", "]", "1")
	at := a.reading.At()
	press(a, "/", "'认得路")
	if a.reading.At().Key != "c" {
		t.Fatalf("the filter opens %v", a.reading.At())
	}
	press(a, "'没有")
	if got := a.reading.At(); got != at {
		t.Errorf("with nothing found the text is at %v, not %v", got, at)
	}
	press(a, "enter")
	if got := a.reading.At(); got != at {
		t.Errorf("accepted, it is at %v, not %v", got, at)
	}
}

func TestTheListSaysWhatMatches(t *testing.T) {
	for typed, want := range map[string]string{"河边": "标题", "随笔": "标签", "认得": "1处"} {
		a := open(t, options(library()), 120, 36)
		press(a, "/", "'"+typed)
		if s := text(a); !strings.Contains(s, want) || strings.Contains(s, "0处 ") {
			t.Errorf("for %s the list does not say %s\n%s", typed, want, s)
		}
	}
}

// No heading that matches is another thing than no heading.
func TestNoHeadingMatches(t *testing.T) {
	for _, tc := range []struct{ keys, said, not string }{
		{"2 t '没有的词", "没有符合的标题", "未识别到标题"},
		{"3 / '没有的词", "没有符合的标题", "未识别到标题"},
		{"2 J J t", "未识别到标题", "没有符合的标题"},
	} {
		a := open(t, options(library()), 120, 36)
		press(a, strings.Fields(tc.keys)...)
		if s := text(a); !strings.Contains(s, tc.said) || strings.Contains(s, tc.not) {
			t.Errorf("%q: the screen does not say %s\n%s", tc.keys, tc.said, s)
		}
	}
}

// In the list Space and b read on, PgDn and PgUp turn the list.
func TestReadingOnFromTheList(t *testing.T) {
	var many []*model.Article
	for i := range 60 {
		many = append(many, report(fmt.Sprint("a", i+10), fmt.Sprint("报告", i+10), "2021-03-01"))
	}
	a := open(t, options(many), 120, 20)
	key := a.reading.At().Key
	press(a, "space", "space")
	at := a.reading.At()
	if at.Key != key || at.Pos == (model.Pos{}) || a.focus != onList {
		t.Errorf("space in the list: %s at %v", state(a), at)
	}
	press(a, "b", "b")
	if got := a.reading.At(); got.Key != key || got.Pos != (model.Pos{}) {
		t.Errorf("b in the list: %s at %v", state(a), got)
	}
	press(a, "pgdown")
	if got := a.reading.At(); got.Key == key {
		t.Errorf("PgDn leaves the list at %v", got)
	}
	press(a, "pgup")
	if got := a.reading.At(); got.Key != key {
		t.Errorf("PgUp leads to %v", got)
	}
	a.Update(tea.WindowSizeMsg{Width: 60, Height: 20}) // the text is not seen
	press(a, "space")
	if got := a.reading.At(); got.Key == key || a.reading.Progress(a.reading.Corpus.Entry(key)) > 50 {
		t.Errorf("space where the list covers the text leads to %v", got)
	}
}

func TestGoingToAShare(t *testing.T) {
	for _, tc := range []struct {
		typed string
		want  int
	}{{"37%", 37}, {"０％", 0}, {"80%", 80}, {"５０％", 50}} {
		a := open(t, options([]*model.Article{big(40)}), 120, 36)
		press(a, "2", "t", "'"+tc.typed, "enter")
		rows := strings.Split(strings.TrimSpace(text(a)), "\n")
		if want := fmt.Sprintf(" %d%% ", tc.want); !strings.Contains(rows[len(rows)-1], want) {
			t.Errorf("t %s: the status says %q", tc.typed, rows[len(rows)-1])
		}
		if tc.want > 0 {
			press(a, "ctrl+o")
			if got := a.reading.At().Pos; got != (model.Pos{}) {
				t.Errorf("^o leads to %v", got)
			}
		}
	}
	a := open(t, options(library()), 120, 36)
	press(a, "2", "J", "J", "t", "'100%", "enter")
	if got := state(a); got != "text c" {
		t.Errorf("in a text without headings: %s", got)
	}
}

// A piece that fits one screen is read when it was shown as long as it takes,
// and not before.
func TestAShortPieceIsReadWhenItWasShown(t *testing.T) {
	a := open(t, options(library()), 120, 36)
	now := time.Now()
	a.now = func() time.Time { return now }
	e := a.reading.Corpus.Entry("c")
	takes := model.ReadingTime(e.Chars)
	press(a, "j", "j")
	now = now.Add(takes / 2)
	press(a, "k")
	if n := a.reading.Progress(e); n != 0 {
		t.Errorf("after half the time %d%% is read", n)
	}
	press(a, "j")
	now = now.Add(takes + time.Millisecond)
	press(a, "k")
	if n := a.reading.Progress(e); n != 100 {
		t.Errorf("after the time it takes %d%% is read", n)
	}
	now = now.Add(time.Hour)
	press(a, "k")
	if n := a.reading.Progress(a.reading.Corpus.Entry("b")); n != 0 {
		t.Errorf("of a long text %d%% is read without scrolling", n)
	}
}

// The status shows the place: 0 at the start, 100 where the end is on screen.
func TestTheStatusTellsThePlace(t *testing.T) {
	a := open(t, options([]*model.Article{big(40)}), 120, 36)
	status := func() string {
		rows := strings.Split(strings.TrimSpace(text(a)), "\n")
		return rows[len(rows)-1]
	}
	if !strings.Contains(status(), " 0%") {
		t.Errorf("at the start: %q", status())
	}
	press(a, "2", "G", "j")
	press(a, "ctrl+l")
	if !strings.Contains(status(), "100%") {
		t.Errorf("at the end: %q", status())
	}
}
