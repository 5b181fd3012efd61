package cli

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/term"
)

// onTerminal returns a world with a terminal at both ends, and what the reader
// on screen is started with.
func onTerminal(args ...string) (w World, started *Reading, errs *strings.Builder) {
	w, _, errs = world(args...)
	w.InTerminal, w.OutTerminal = true, true
	w.Environ = append(w.Environ, "TERM=xterm-256color")
	w.Size = func() (int, int) { return 50, 20 }
	started = new(Reading)
	w.Read = func(r Reading) error {
		*started = r
		return nil
	}
	return w, started, errs
}

func ids(r *Reading) string {
	if r.Library == nil {
		return "not started"
	}
	var all []string
	for n := range r.Library.Follow(context.Background()) {
		if n.Err != nil {
			all = append(all, n.Err.Error())
		}
		for _, e := range n.Put {
			all = append(all, e.ID)
		}
	}
	return strings.Join(all, " ")
}

func TestTerminalIsReadOn(t *testing.T) {
	for _, tc := range []struct {
		args, ids string
		alone     bool
		errs      string
		code      int
	}{
		{"", "rivers bridges", false, "", 0},
		{"a.md", "a", true, "", 0},
		{"a.md noted.md", "a noted noted.md: 略去一行", false, "", 0},
		{"-", "not started", false, "juan: -: 标准输入是终端，…\n", 2},
		{"rivers", "rivers", true, "", 0},
		{"nowhere a.md", "a nowhere: 没有这个文件", false, "juan: nowhere: 没有这个文件\n", 2},
		{"a.md bad.bin nowhere bad.bin", "a bad.bin: 不是文本 nowhere: 没有这个文件 bad.bin: 不是文本", false, "juan: bad.bin: 不是文本\njuan: nowhere: 没有这个文件\n", 2},
		{"--id a a.md", "a", true, "", 0},
		{"--id x a.md", "not started", false, "juan: x: 没有这个编号的文章\n", 2},
		{"--section 雪山", "rivers", false, "", 0},
		{"nowhere", "not started", false, "juan: nowhere: 没有这个文件\n", 2},
		{"nowhere bad.bin", "not started", false, "juan: nowhere: 没有这个文件\njuan: bad.bin: 不是文本\n", 2},
		{"--style nosuch", "not started", false, "juan: --style: 没有“nosuch”这种配色…\n", 2},
	} {
		w, started, errs := onTerminal(strings.Fields(tc.args)...)
		got := "not started"
		w.Read = func(r Reading) error {
			*started = r
			got = ids(started)
			return nil
		}
		code := Run(t.Context(), w)
		if got != tc.ids || started.Alone != tc.alone || !fits(errs.String(), tc.errs) || code != tc.code {
			t.Errorf("juan %s: %s, alone %v, %q, exit %d", tc.args, got, started.Alone, errs, code)
		}
	}
}

func TestPipeIsReadOnTheTerminal(t *testing.T) {
	w, started, _ := onTerminal()
	w.InTerminal, w.Piped = false, true
	if code := Run(t.Context(), w); code != done || ids(started) != "stdin" {
		t.Errorf("exit %d, %s", code, ids(started))
	}
	w, started, _ = onTerminal()
	w.InTerminal, w.Piped = false, false // the null device, say
	if code := Run(t.Context(), w); code != done || ids(started) != "rivers bridges" {
		t.Errorf("exit %d, %s", code, ids(started))
	}
}

// A dumb terminal is written to as a file is: no screen, no escape byte.
func TestDumbTerminalIsWrittenTo(t *testing.T) {
	for _, tc := range []struct {
		args, out string
		piped     bool
	}{
		{"", "2024-04-05…江河\n…桥\n", false},
		{"a.md", "…甲\n…甲文有水。\n", false},
		{"", "…标准输入的文字。\n", true},
		{"-", "…标准输入的文字。\n", true},
	} {
		w, started, errs := onTerminal(strings.Fields(tc.args)...)
		var out strings.Builder
		w.Stdout, w.Piped = &out, tc.piped
		w.Environ = append(w.Environ, "TERM=dumb", "TTY_FORCE=1")
		w.Ask = func(term.Question) term.Answer {
			t.Errorf("juan %s: asked", tc.args)
			return term.Answer{}
		}
		code := Run(t.Context(), w)
		if code != done || errs.Len() > 0 || started.Library != nil || !fits(out.String(), tc.out) || strings.Contains(out.String(), "\x1b") {
			t.Errorf("juan %s: exit %d, %q, %q", tc.args, code, errs, out.String())
		}
	}
}

// What was typed ahead belongs to the reader on screen; no other command may
// take it.
func TestTypedAheadIsLeftToTheShell(t *testing.T) {
	for args, want := range map[string]bool{"print": true, "outline": true, "search 水": true, "": false, "a.md": false} {
		w, _, _ := onTerminal(strings.Fields(args)...)
		times := 0
		w.Ask = func(q term.Question) term.Answer {
			leave := q.Leave
			if times++; leave != want || times > 1 {
				t.Errorf("juan %s: asked %d times, leave %v", args, times, leave)
			}
			return term.Answer{}
		}
		Run(t.Context(), w)
	}
}

// What is typed shows again wherever it is not for the reader on screen.
func TestEcho(t *testing.T) {
	for args, want := range map[string]bool{"print": true, "outline": true, "search 水": true, "version": true, "": false, "a.md": false} {
		w, _, _ := onTerminal(strings.Fields(args)...)
		echoes := false
		w.Echo = func() { echoes = true }
		if Run(t.Context(), w); echoes != want {
			t.Errorf("juan %s: what is typed shows: %v", args, echoes)
		}
	}
	w, _, _ := onTerminal()
	w.Environ = append(w.Environ, "TERM=dumb")
	echoes := false
	w.Echo = func() { echoes = true }
	if Run(t.Context(), w); !echoes {
		t.Error("nothing that is typed shows on a dumb terminal")
	}
}

// A source that is slow does not keep the screen waiting, and nothing of it
// is lost.
func TestSlowSourceIsNotWaitedFor(t *testing.T) {
	w, started, _ := onTerminal("a.md")
	more := make(chan bool)
	w.Shelve = func(Sources) model.Library {
		return model.NewShelf(func(yield func(*model.Article, error) bool) {
			<-more
			yield(library()[0], nil)
		})
	}
	over := make(chan int)
	go func() { over <- Run(context.Background(), w) }()
	select {
	case <-over:
	case <-time.After(time.Minute):
		t.Fatal("still waiting")
	}
	close(more)
	if got := ids(started); got != "rivers" {
		t.Error(got)
	}
}

// A panic while loading comes out where the articles are asked for: on a
// goroutine that is looked after.
func TestPanicOfLoadingIsPassedOn(t *testing.T) {
	w, started, _ := onTerminal("a.md")
	w.Shelve = func(Sources) model.Library {
		return model.NewShelf(func(yield func(*model.Article, error) bool) {
			yield(library()[0], nil)
			panic("broken loader")
		})
	}
	Run(t.Context(), w)
	defer func() {
		if r := recover(); !strings.Contains(fmt.Sprint(r), "broken loader") || !strings.Contains(fmt.Sprint(r), "terminal_test.go") {
			t.Errorf("recovered %v", r)
		}
	}()
	t.Errorf("loaded %s", ids(started))
}

func TestPolicy(t *testing.T) {
	for _, tc := range []struct {
		args    string
		answer  term.Answer
		policy  cell.Policy
		replace bool
		asked   bool
	}{
		{"", term.Answer{Asked: true, Answered: true, Cells: 2}, cell.Policy{WideAmbiguous: true}, false, true},
		{"", term.Answer{Asked: true, Answered: true, Cells: 1}, cell.Policy{}, false, true},
		{"", term.Answer{Asked: true}, cell.Policy{}, false, true},
		{"--ambiguous 2", term.Answer{Cells: 1}, cell.Policy{WideAmbiguous: true}, false, false},
		{"--ambiguous 1", term.Answer{Cells: 2}, cell.Policy{}, false, false},
		{"--ambiguous replace", term.Answer{Cells: 2}, cell.Policy{}, true, false},
	} {
		w, started, _ := onTerminal(strings.Fields(tc.args)...)
		asked := false
		w.Ask = func(term.Question) term.Answer {
			asked = true
			return tc.answer
		}
		Run(t.Context(), w)
		if started.Policy != tc.policy || started.Settings.Replace != tc.replace || asked != tc.asked {
			t.Errorf("%q: %+v, replace %v, asked %v", tc.args, started.Policy, started.Settings.Replace, asked)
		}
	}
}

// Only a terminal at both ends is asked, and a dumb one never.
func TestNobodyElseIsAsked(t *testing.T) {
	for name, change := range map[string]func(*World){
		"input":  func(w *World) { w.InTerminal = false },
		"output": func(w *World) { w.OutTerminal = false },
		"dumb":   func(w *World) { w.Environ = append(w.Environ, "TERM=dumb") },
	} {
		for _, command := range []string{"print", "outline", "doctor"} {
			w, _, _ := onTerminal(command)
			w.AskAll = func(term.Question) term.Answer {
				t.Errorf("%s, %s: asked", name, command)
				return term.Answer{}
			}
			w.Ask = func(term.Question) term.Answer { return w.AskAll(term.Question{}) }
			change(&w)
			Run(t.Context(), w)
		}
	}
}

func TestColours(t *testing.T) {
	for _, tc := range []struct {
		args     string
		terminal bool
		environ  string
		escapes  bool
	}{
		{"print", false, "", false},
		{"print", true, "", true},
		{"print --plain", true, "", false},
		{"print --plain --style dark", true, "", false},
		{"print --style dark", false, "", true},
		{"print --style dark", false, "TERM=dumb", false},
		{"print", true, "TERM=dumb", false},
		{"outline --plain", true, "", false},
		{"search --plain 水", true, "", false},

		{"print --color always", false, "", true},
		{"outline --color always", false, "TERM=dumb", true},
		{"search --color=always 水", false, "NO_COLOR=1", true},
		{"print --color never", true, "", false},
		{"print --color never --style dark", false, "CLICOLOR_FORCE=1", false},
		{"print --color auto", false, "", false},
		{"print --color always --plain", true, "", false},
		{"print", false, "CLICOLOR_FORCE=1", true},
		{"print", false, "CLICOLOR_FORCE=yes", true},
		{"print", false, "CLICOLOR_FORCE=0", false},
		{"print --plain", false, "CLICOLOR_FORCE=1", false},
		{"print", false, "CLICOLOR=1", false},
	} {
		w, _, _ := onTerminal(strings.Fields(tc.args)...)
		var out strings.Builder
		w.Stdout = &out
		w.InTerminal, w.OutTerminal = tc.terminal, tc.terminal
		w.Environ = append(w.Environ, "TTY_FORCE=1", tc.environ)
		if code := Run(t.Context(), w); code != done || strings.Contains(out.String(), "\x1b") != tc.escapes {
			t.Errorf("%s, terminal %v, %s: exit %d, %q", tc.args, tc.terminal, tc.environ, code, out.String())
		}
	}
}

// A heading that is wider than the terminal is cut, and whole in a pipe.
func TestWideHeadingsAreCut(t *testing.T) {
	for _, tc := range []struct {
		args     string
		terminal bool
		row      string
	}{
		{"outline --plain rivers", true, "  一、水从…\n"},
		{"outline --width 12 rivers", false, "  一、水从…\n"},
		{"outline --plain --ambiguous replace rivers", true, "  一、水从..\n"},
		{"outline --plain --ambiguous 2 rivers", true, "  一、水从..\n"},
		{"outline rivers", false, "  一、水从哪里来 "},
	} {
		w, _, _ := onTerminal(strings.Fields(tc.args)...)
		var out strings.Builder
		w.Stdout, w.OutTerminal = &out, tc.terminal
		w.Size = func() (int, int) { return 12, 20 }
		if Run(t.Context(), w); !strings.Contains(out.String(), tc.row) {
			t.Errorf("juan %s:\n%s", tc.args, out.String())
		}
	}
}

// Rows are in line as the terminal draws them, and of look-alikes where those
// are asked for.
func TestListIsMeasuredByThePolicy(t *testing.T) {
	for args, want := range map[string]string{
		"":                    "  2字  a    桥—\n  2字  b—b  河\n",
		"--ambiguous 2":       "  2字  a     桥—\n  2字  b—b  河\n",
		"--ambiguous replace": "  2字  a     桥－\n  2字  b--b  河\n",
	} {
		w, out, _ := world(append([]string{"list"}, strings.Fields(args)...)...)
		w.Library = func(context.Context) Articles {
			return yielding([]*model.Article{
				model.NewArticle(model.Entry{ID: "a", Title: "桥—"}, []model.Block{paragraphAt(0, "桥。")}),
				model.NewArticle(model.Entry{ID: "b—b", Title: "河"}, []model.Block{paragraphAt(0, "河。")}),
			}, nil)
		}
		if Run(t.Context(), w); out.String() != want {
			t.Errorf("%s: %q, want %q", args, out, want)
		}
	}
}

// Without colours weight and underline are left; --color goes before NO_COLOR, and
// that before the others.
func TestNoColor(t *testing.T) {
	for _, tc := range []struct {
		args, environ   string
		weight, colours bool
	}{
		{"print --style dark", "", true, true},
		{"print --style dark", "NO_COLOR=1", true, false},
		{"print --style dark", "NO_COLOR=0", true, false},
		{"print --style dark", "CLICOLOR=0", true, false},
		{"print --style dark --color always", "NO_COLOR=1", true, true},
		{"print --color always", "CLICOLOR=0", true, true},
		{"print", "NO_COLOR=1 CLICOLOR_FORCE=1", false, false},
		{"print --style dark", "NO_COLOR=1 CLICOLOR_FORCE=1", true, false},
		{"print", "CLICOLOR=0 CLICOLOR_FORCE=1", true, true},
	} {
		w, out, _ := world(strings.Fields(tc.args)...)
		w.Environ = append(append(w.Environ, "TERM=xterm-256color", "COLORTERM=truecolor"), strings.Fields(tc.environ)...)
		Run(t.Context(), w)
		if s := out.String(); strings.Contains(s, "\x1b[1") != tc.weight || strings.Contains(s, "38;") != tc.colours {
			t.Errorf("%s, %s: %.300q", tc.args, tc.environ, s)
		}
	}
}

// No line is wider than asked for, else than the terminal, else than 80 cells.
func TestWidth(t *testing.T) {
	for _, tc := range []struct {
		args     string
		terminal bool
		widest   int
	}{
		{"print --width 20 --plain", true, 20},
		{"print --plain", true, 50},
		{"print --plain", false, 80},
		{"outline --plain --width 30", false, 30},
		{"search --width 24 水", false, 24},
	} {
		w, _, _ := onTerminal(strings.Fields(tc.args)...)
		var out strings.Builder
		w.Stdout, w.OutTerminal = &out, tc.terminal
		Run(t.Context(), w)
		widest := 0
		for line := range strings.Lines(out.String()) {
			widest = max(widest, cell.Policy{}.Width(strings.TrimSuffix(line, "\n")))
		}
		if widest > tc.widest || widest < tc.widest-2 {
			t.Errorf("%s: %d cells, want %d", tc.args, widest, tc.widest)
		}
	}
}

// What the command line costs before the reader on screen starts.
func BenchmarkStart(b *testing.B) {
	w, _, _ := onTerminal()
	for b.Loop() {
		Run(b.Context(), w)
	}
}
