package launch

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// A slow reader takes in numbers, and shows them; it is held by 0 until it is let go
// on, and breaks at -1. Each number is a command that returns it.
type slow struct {
	goOn   chan struct{}
	shown  []int
	drawn  atomic.Int64 // frames
	ending atomic.Bool
}

func (s *slow) Init() tea.Cmd { return nil }

func (s *slow) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	n, ok := msg.(int)
	if !ok {
		return s, nil
	}
	switch n {
	case 0:
		<-s.goOn
	case -1:
		panic("broken by -1")
	}
	s.shown = append(s.shown, n)
	return s, func() tea.Msg { return n }
}

func (s *slow) View() tea.View {
	s.drawn.Add(1)
	return tea.NewView(fmt.Sprint(s.shown))
}

func (s *slow) Ending() bool { return s.ending.Load() }

// aSlow returns a slow reader, aside; what it sends is received from sent.
func aSlow(t *testing.T) (s *slow, a *aside, sent chan tea.Msg) {
	s, sent = &slow{goOn: make(chan struct{})}, make(chan tea.Msg)
	a = putAside(s, &interrupt{})
	a.begin(func(m tea.Msg) { sent <- m })
	t.Cleanup(func() { a.end() })
	return s, a, sent
}

// results runs commands.
func results(cmd tea.Cmd) []tea.Msg {
	if cmd == nil {
		return nil
	}
	if all, ok := cmd().(tea.BatchMsg); ok {
		var out []tea.Msg
		for _, c := range all {
			out = append(out, results(c)...)
		}
		return out
	}
	return []tea.Msg{cmd()}
}

var controlC = tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl}

// Messages that a reader takes in at once are drawn when the loop has handed them on.
func TestAsideIsAsInTheLoop(t *testing.T) {
	_, a, _ := aSlow(t)
	for n := 1; n < 100; n++ {
		_, cmd := a.Update(n)
		if got := results(cmd); a.isLate() {
			t.Skip("the machine is too busy to take in a number")
		} else if len(got) != 1 || got[0] != n {
			t.Fatalf("%d: commands are %v", n, got)
		}
		if s := fmt.Sprintf("%d]", n); !strings.HasSuffix(a.View().Content, s) {
			t.Fatalf("shown is %s, want …%s", a.View().Content, s)
		}
	}
}

// A reader that is held holds nobody; what came meanwhile is taken in later, in
// order and in one frame, and no command is lost.
func TestAsideHoldsNobody(t *testing.T) {
	s, a, sent := aSlow(t)
	for n := range 50 {
		if _, cmd := a.Update(n); cmd != nil || a.View().Content != "[]" {
			t.Fatalf("%d: %v, %s", n, results(cmd), a.View().Content)
		}
	}
	frames := s.drawn.Load()
	close(s.goOn)
	var got []tea.Msg
	for len(got) < 50 {
		_, cmd := a.Update(<-sent)
		got = append(got, results(cmd)...)
	}
	for n, m := range got {
		if m != n {
			t.Fatalf("command %d returns %v", n, m)
		}
	}
	if n := s.drawn.Load() - frames; !strings.HasSuffix(a.View().Content, " 49]") || n > 2 {
		t.Errorf("shown is %s, after %d frames", a.View().Content, n)
	}
}

// ^C ends the program where the reader is held, or says that it ends; where it was
// taken in and the program goes on it is answered.
func TestAsideIsInterrupted(t *testing.T) {
	s, a, _ := aSlow(t)
	a.broken.times.Store(1)
	if _, cmd := a.Update(controlC); cmd != nil || a.broken.answered.Load() != 1 {
		t.Errorf("^C that means nothing: %v, answered %d", results(cmd), a.broken.answered.Load())
	}
	a.broken.times.Store(2)
	s.ending.Store(true)
	if a.Update(controlC); a.broken.answered.Load() != 1 {
		t.Error("^C that ends is answered")
	}
	a.Update(0)
	if _, cmd := a.Update(controlC); cmd == nil || cmd() != tea.Quit() || a.broken.answered.Load() != 1 {
		t.Errorf("held: %v, answered %d", results(cmd), a.broken.answered.Load())
	}
	close(s.goOn)
}

// A panic of the reader is one of the loop, with its stack, also where that did not
// wait for it.
func TestAsidePanicsInTheLoop(t *testing.T) {
	for _, held := range []bool{false, true} {
		s, a, sent := aSlow(t)
		if held {
			a.Update(0)
			a.Update(-1)
			close(s.goOn)
		}
		func() {
			defer func() {
				if p := fmt.Sprint(recover()); !strings.Contains(p, "broken by -1") || !strings.Contains(p, "slow).Update") {
					t.Errorf("recovered %s", p)
				}
			}()
			if held {
				a.Update(<-sent)
			}
			a.Update(-1)
			a.Update(<-sent)
		}()
	}
}
