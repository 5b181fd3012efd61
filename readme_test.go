package main

import (
	"context"
	"flag"
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"juan/data"
	"juan/data/corpus"
	"juan/model"
	"juan/ui"
	"juan/ui/words"
)

var update = flag.Bool("update", false, "draw the screens of the READMEs anew")

// carryOut gives a program what its commands say, and all that follow.
func carryOut(m tea.Model, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			carryOut(m, c)
		}
	default:
		_, next := m.Update(msg)
		carryOut(m, next)
	}
}

// screen returns what juan shows of its library at the first section of an article.
func screen(language words.Language) string {
	app := ui.New(ui.Options{
		Words:   words.In(language),
		Library: model.NewShelf(data.Load(context.Background(), corpus.Files(), data.Options{})),
		Explain: func(err error) (string, bool) { return err.Error(), false },
	})
	app.Update(tea.WindowSizeMsg{Width: 120, Height: 30})
	carryOut(app, app.Init())
	for _, key := range []tea.KeyPressMsg{{Code: tea.KeyDown}, {Code: '2', Text: "2"}, {Code: ']', Text: "]"}, {Code: ']', Text: "]"}} {
		_, cmd := app.Update(key)
		carryOut(app, cmd)
	}
	var screen strings.Builder
	for row := range strings.SplitSeq(ansi.Strip(app.View().Content), "\n") {
		screen.WriteString(strings.TrimRight(row, " ") + "\n")
	}
	return screen.String()
}

// The screen in each README is what juan shows of its library.
func TestTheScreenOfTheReadmes(t *testing.T) {
	const from, to = "<!-- screen -->\n\n```text\n", "```\n\n<!-- /screen -->"
	for name, language := range readmes() {
		before, rest, _ := strings.Cut(document(t, name), from)
		shown, behind, ok := strings.Cut(rest, to)
		want := screen(language)
		switch {
		case !ok:
			t.Fatalf("%s has no screen", name)
		case *update:
			if err := os.WriteFile(name, []byte(before+from+want+to+behind), 0o644); err != nil {
				t.Fatal(err)
			}
		case shown != want:
			t.Errorf("the screen of %s is not what juan shows; look at it, then go test . -run Readme -update\n%s", name, want)
		}
	}
}
