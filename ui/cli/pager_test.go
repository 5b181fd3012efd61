package cli

import (
	"context"
	"strings"
	"testing"

	"juan/model"
)

// F among the options of less says that what fits ends it, however they are written;
// letters in the values of others say nothing.
func TestOptionsOfLess(t *testing.T) {
	for options, want := range map[string]bool{
		"FRX": true, "-FRX": true, "RXF": true, "-R -F": true, "R F X": true, "-x4F": true, "-x4,8 -F": true, "-j.5F": true, "-z-2F": true,
		"--quit-if-one-screen": true, "-R --quit-if-one": true, "--tabs=4 -F": true, "--prompt=Fast$-F": true, "-PFast$F": true, "+G$-F": true, "-DuF -F": true, "F$": true,
		"": false, "R": false, "-f": false, "-PFast": false, "-P F": false, "-oF": false, "-o F$R": false, "-pFerry": false, "-tF$": false, "+/F": false, "-DuF": false,
		"-F -+F": false, "-+F": false, "-F --+quit-if-one-screen": false, "--prompt=F": false, "--quit-at-eof": false, "-k/F": false, "-+F -F": true, "--no-init": false,
	} {
		if lessQuits(options) != want {
			t.Errorf("LESS=%q: %v", options, !want)
		}
	}
}

// Only one pipe, which nobody named beside another source, is printed for less or man;
// a file never is.
func TestWhatIsPrintedAtOnce(t *testing.T) {
	for _, c := range []struct {
		args, environ string
		piped, want   bool
	}{
		{"", "LESS=FRX", true, true}, {"-", "LESS=-F", true, true}, {"", "MAN_PN=ls(1)", true, true}, {"--quit-if-one-screen", "", true, true}, {"-F", "", true, true}, {"-F -", "", true, true}, {"+3", "LESS=F", true, true},
		{"", "", true, false}, {"", "LESS=R", true, false}, {"", "LESS=F", false, false}, {"a.md", "LESS=FRX", true, false}, {"a.md", "MAN_PN=ls(1)", false, false}, {"-F a.md", "", false, false}, {"- a.md", "LESS=F", true, false}, {"--last=false a.md", "LESS=F", true, false},
	} {
		w, started, errs := onTerminal(strings.Fields(c.args)...)
		var out strings.Builder
		w.Stdout, w.Piped, w.InTerminal = &out, c.piped, !c.piped
		w.Environ = append(w.Environ, c.environ)
		code := Run(t.Context(), w)
		if printed := strings.Contains(out.String(), "标准输入的文字。"); printed != c.want || code != done || errs.Len() > 0 || (started.Library != nil) == c.want {
			t.Errorf("%s juan %s, piped %v: printed %v, exit %d, %q", c.environ, c.args, c.piped, printed, code, errs)
		}
	}
}

// What a screen has no room for is read on it, to the row.
func TestOneScreenIsAllButARow(t *testing.T) {
	line := func(n int) string { return strings.Repeat("x", n) }
	for _, c := range []struct {
		lines []string
		want  bool
	}{
		{[]string{line(1)}, true}, {make([]string, 19), true}, {make([]string, 20), false}, {[]string{line(50 * 19)}, true}, {[]string{line(50*19 + 1)}, false},
		{append(make([]string, 17), line(51)), true}, {append(make([]string, 18), line(51)), false}, {append(make([]string, 18), "\t\t\t\t\t\t\tx"), false}, {append(make([]string, 18), "\t\t\t\t\t\t"), true},
	} {
		w, started, _ := onTerminal()
		var out strings.Builder
		w.Stdout, w.Piped, w.InTerminal = &out, true, false
		w.Environ = append(w.Environ, "LESS=F")
		w.Shelve = func(Sources) model.Library {
			return model.NewShelf(yielding([]*model.Article{writtenLines(c.lines...)}, nil))
		}
		if code := Run(t.Context(), w); code != done {
			t.Fatalf("exit %d", code)
		}
		if (started.Library == nil) != c.want {
			t.Errorf("%d lines, the last of %d bytes: printed %v", len(c.lines), len(c.lines[len(c.lines)-1]), !c.want)
		}
		if want := strings.Join(c.lines, "\n") + "\n"; c.want && out.String() != want {
			t.Errorf("%q is printed as %q", want, out.String())
		}
	}
}

func writtenLines(lines ...string) *model.Article {
	var body []model.Block
	for _, l := range lines {
		body = append(body, model.Output{Line: l})
	}
	return model.NewArticle(model.Entry{ID: "out", Title: "out"}, body)
}

// An empty pipe is nothing to speak of for a program that calls a pager.
func TestNothingIsPrintedOfNothing(t *testing.T) {
	w, started, errs := onTerminal()
	w.Piped, w.InTerminal = true, false
	w.Environ = append(w.Environ, "LESS=FRX")
	w.Empty = func(error) bool { return true }
	w.Shelve = func(Sources) model.Library { return model.NewShelf(yielding(nil, []error{fault{"-: 空", false}})) }
	if code := Run(t.Context(), w); code != done || errs.Len() > 0 || started.Library != nil {
		t.Errorf("exit %d, %q", code, errs)
	}
}

// Into a file or another program lines are written as they stand, with their tabs, in
// colour where a style is asked for; in a width that is asked for they are folded.
func TestLinesArePrintedAsTheyStand(t *testing.T) {
	long := strings.Repeat("ferry ", 30)
	a := writtenLines("", "\ta\t渡  b", long, "\x07 bell")
	o := a.Body[1].(model.Output)
	o.Looks = []model.Look{{From: 1, To: 2, Style: model.Style{Fore: model.Palette(1)}}, {From: 3, To: 6, Style: model.Style{Attr: model.Bold}}}
	a.Body[1] = o
	for args, want := range map[string]string{
		"print -":              "\n\ta\t渡  b\n" + long + "\n␇ bell\n",
		"print - --style dark": "\n\t\x1b[31ma\x1b[m\t\x1b[1m渡\x1b[m  b\n" + long + "\n␇ bell\n",
		"print - --plain":      "\n\ta\t渡  b\n" + long + "\n␇ bell\n",
		"print - --width 100":  "\n        a       渡  b\n" + long[:100] + "\n…",
		"search 渡 -":           "…a 渡  b…",
	} {
		w, out, _ := world(strings.Fields(args)...)
		w.Environ = append(w.Environ, "TERM=xterm-256color", "COLORTERM=truecolor")
		w.Open = func(_ context.Context, _ []string, _ Opening) Articles { return yielding([]*model.Article{a}, nil) }
		if code := Run(t.Context(), w); code != done || !fits(out.String(), want) {
			t.Errorf("%s: exit %d, %q, want %q", args, code, out, want)
		}
	}
}

// Where a text is opened is told as pagers have it; other words with a plus are paths.
func TestStarts(t *testing.T) {
	for args, want := range map[string]Start{
		"+31": {Line: 31}, "+G": {End: true}, "+F": {End: true}, "+g": {Line: 1}, "+/渡口": {Word: "渡口"}, "+3 +G": {End: true}, "": {}, "a.md": {}, "+/": {}, "+x": {}, "+": {}, "++1": {}, "+-1": {}, "+1x": {},
	} {
		rest, got := starts(strings.Fields(args))
		if got != want || want != (Start{}) && len(rest) > 0 || want == (Start{}) && len(rest) != len(strings.Fields(args)) {
			t.Errorf("%s: %+v and %v", args, got, rest)
		}
	}
	w, started, _ := onTerminal("+31", "a.md")
	if code := Run(t.Context(), w); code != done || started.Start.Line != 31 || ids(started) != "a" || !started.Alone {
		t.Errorf("exit %d, %+v, %s", code, started.Start, ids(started))
	}
}
