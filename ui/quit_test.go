package ui

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// A library that is stuck until it is told to stop, and one that breaks.
type stuck struct{ *desk }

func (stuck) Tally(ctx context.Context, _ model.Query, _ []*model.Entry) iter.Seq[model.Tally] {
	return func(func(model.Tally) bool) { <-ctx.Done() }
}

func (stuck) Fetch(ctx context.Context, _ *model.Entry) (*model.Article, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

func (stuck) Follow(ctx context.Context) iter.Seq[model.News] { return slow{}.Follow(ctx) }

// Whatever is under way when the reader quits ends.
func TestQuittingEndsAllGoroutines(t *testing.T) {
	before := runtime.NumGoroutine()
	s := newStepper(1)
	s.a.opt.Library = stuck{s.desk}
	s.news(model.News{Put: []*model.Entry{s.article("x").Entry}})
	s.a.load()
	for _, key := range []string{"/", "'产业", "enter", "F", "'业"} {
		for _, msg := range strokes(key) {
			s.send(msg)
		}
	}
	if !s.a.loading.Running() || !s.a.fetching.Running() || !s.a.filtering.Running() || !s.a.finding.Running() {
		t.Fatalf("not all of the tasks run: %v %v %v %v", s.a.loading.Running(), s.a.fetching.Running(), s.a.filtering.Running(), s.a.finding.Running())
	}
	s.a.quit()
	for runtime.NumGoroutine() > before {
		runtime.Gosched() // until they have heard; the test's own limit ends it else
	}
}

// A picture that is being drawn is no exception.
func TestQuittingEndsPictures(t *testing.T) {
	before := runtime.NumGoroutine()
	a := open(t, illustrated(), 100, 30)
	a.opt.Pictures = func(ctx context.Context, _ *model.Entry, _ string) ([]byte, error) {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	a.view(target{to: "red.png", text: "渡口"})
	a.Update(tea.WindowSizeMsg{Width: 60, Height: 20}) // in which no picture was drawn yet
	if !a.viewed.Running() || !a.figuresTask.Running() {
		t.Fatalf("no picture is being drawn: %v %v", a.viewed.Running(), a.figuresTask.Running())
	}
	a.quit()
	for runtime.NumGoroutine() > before {
		runtime.Gosched()
	}
}

type broken struct{ *desk }

func (broken) Tally(context.Context, model.Query, []*model.Entry) iter.Seq[model.Tally] {
	return func(func(model.Tally) bool) { panic("cannot count") }
}

// A panic of a job comes out where bubbletea restores the terminal, and says
// where it came from.
func TestAPanicKeepsItsStack(t *testing.T) {
	s := newStepper(1)
	s.a.opt.Library = broken{s.desk}
	s.news(model.News{Put: []*model.Entry{s.article("x").Entry}})
	s.settle()
	for _, key := range []string{"/", "'产"} {
		for _, msg := range strokes(key) {
			s.send(msg)
		}
	}
	defer func() {
		if p := fmt.Sprint(recover()); !strings.Contains(p, "cannot count") || !strings.Contains(p, "broken.Tally") {
			t.Errorf("recovered %s", p)
		}
	}()
	s.settle()
	t.Error("nothing panicked")
}
