package ui

import (
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/theme"
	"juan/ui/words"
)

// plainLibrary is an article of ASCII with everything that is drawn around text.
func plainLibrary() []*model.Article {
	var body []model.Block
	for level := range 6 {
		body = append(body, model.Heading{Prose: model.Plain("Heading"), Level: level + 1}, model.Paragraph{Prose: model.Plain(strings.Repeat("a ferry and its people, ", 20))})
	}
	body = append(body,
		model.Paragraph{Leaf: model.Leaf{Nest: []model.Container{{Kind: model.Item, ID: 1, Marker: ""}}}, Prose: model.Plain("item")},
		model.Paragraph{Leaf: model.Leaf{Nest: []model.Container{{Kind: model.Quote, ID: 2}}}, Prose: model.Plain("quote")},
		model.Rule{},
		model.Code{Source: strings.Repeat("wide code ", 40)},
		model.Heading{Prose: model.Plain("An end that is not certain, " + strings.Repeat("long ", 20)), Level: 1},
	)
	return []*model.Article{model.NewArticle(model.Entry{ID: "a", Title: strings.Repeat("A long title ", 12), Path: "a.md"}, body)}
}

// What juan draws itself is of ASCII where that is asked for, on every screen: panes,
// prompts, popups, help.
func TestASCII(t *testing.T) {
	opt := options(plainLibrary())
	opt.Words, opt.Policy.ASCII = words.In(words.English).ASCII(), true
	a := open(t, opt, 140, 40)
	for _, keys := range []string{"", "2", "]", "G", "G right", "3", "3 left", "z", "/ 'ferry", "/ 'ferry enter n", "/ 'none", "F 'ferry", "?", ":", "T", "t", "S", "L", "2 J K g ctrl+o", "2 enter"} {
		press(a, strings.Fields(keys)...)
		check(t, a, keys)
		screen := text(a)
		if i := strings.IndexFunc(screen, func(r rune) bool { return r > unicode.MaxASCII }); i >= 0 {
			t.Errorf("after %q there is %q in\n%s", keys, []rune(screen[i:])[0], screen)
		}
		press(a, "esc", "esc", "esc", "esc", "1")
	}
}

// Panes that are not wanted beside the text are there as long as keys go to them.
func TestPanesThatAreNotWanted(t *testing.T) {
	for _, tc := range []struct {
		noList, noOutline bool
		text, list        string // panes that show while keys go to the text, and to the list
	}{
		{false, false, "list text outline", "list text outline"},
		{true, false, "text outline", "list text outline"},
		{false, true, "list text", "list text"},
		{true, true, "text", "list text"},
	} {
		opt := options(library())
		opt.NoList, opt.NoOutline = tc.noList, tc.noOutline
		a := open(t, opt, 140, 40)
		shown := func() string {
			var s []string
			for i, name := range []string{"list", "text", "outline"} {
				if a.arrangement().pane[i].w > 0 {
					s = append(s, name)
				}
			}
			return strings.Join(s, " ")
		}
		if got := shown(); got != tc.list {
			t.Errorf("%+v: from the list one sees %s", tc, got)
		}
		if press(a, "2"); shown() != tc.text {
			t.Errorf("%+v: from the text one sees %s", tc, shown())
		}
		if press(a, "3"); !strings.Contains(shown(), "outline") {
			t.Errorf("%+v: from the contents one sees %s", tc, shown())
		}
	}
}

func TestTheMouseIsLeftToTheTerminal(t *testing.T) {
	for no, want := range map[bool]tea.MouseMode{true: tea.MouseModeNone, false: tea.MouseModeCellMotion} {
		opt := options(library())
		opt.NoMouse = no
		if got := open(t, opt, 120, 36).View().MouseMode; got != want {
			t.Errorf("%v: %v", no, got)
		}
	}
}

// Style sheets of the reader's own are chosen as the others are.
func TestOwnThemesAreChosen(t *testing.T) {
	opt := options(library())
	own, err := theme.Read([]byte(`{"heading": {"color": "#010203"}}`))
	if err != nil {
		t.Fatal(err)
	}
	opt.Themes = []theme.Own{{Name: "mine", Sheet: own}}
	a := open(t, opt, 120, 36)
	press(a, "T", "'mine", "enter")
	if a.opt.Sheet != "mine" || a.opt.Custom == nil {
		t.Errorf("after choosing it %q is worn, %v", a.opt.Sheet, a.opt.Custom)
	}
	press(a, "T", "'dark", "esc")
	if a.opt.Sheet != "mine" || a.opt.Custom == nil {
		t.Errorf("after Esc %q is worn, %v", a.opt.Sheet, a.opt.Custom)
	}
	press(a, "T", "'dark", "enter")
	if a.opt.Sheet != "dark" || a.opt.Custom != nil || a.wear("gone") || a.opt.Sheet != "dark" {
		t.Errorf("after choosing another %q is worn, %v", a.opt.Sheet, a.opt.Custom)
	}
}
