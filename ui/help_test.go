package ui

import (
	"slices"
	"strings"
	"testing"

	"juan/ui/words"
)

// Each command stands in one group of the help.
func TestEachCommandIsInOneGroup(t *testing.T) {
	var grouped []string
	for _, g := range keyGroups() {
		grouped = append(grouped, strings.Fields(g.commands)...)
	}
	var all []string
	for _, c := range commands() {
		all = append(all, c.name)
	}
	slices.Sort(grouped)
	slices.Sort(all)
	if !slices.Equal(grouped, all) {
		t.Errorf("in groups are\n%v\nthere are\n%v", grouped, all)
	}
}

// Every command and every group is on one page of the help, whatever the window.
func TestHelpShowsAllAtEverySize(t *testing.T) {
	for _, size := range [][2]int{{160, 45}, {120, 36}, {100, 30}, {80, 24}, {60, 20}, {40, 12}} {
		a := open(t, options(library()), size[0], size[1])
		press(a, "2", "?")
		seen := text(a)
		for range 40 {
			check(t, a, "the help")
			if !a.front().move(a, motion{pages, 1}) {
				break
			}
			seen += text(a)
		}
		if n := a.front().(*popup).len() / max(1, a.front().(*popup).body(a.screen()).H); n > 1 && !strings.Contains(seen, a.opt.Words.Say("help.page", n, n)) {
			t.Errorf("%v: no page mark of %d", size, n)
		}
		for _, g := range keyGroups() {
			if !strings.Contains(seen, a.opt.Words.Say(g.title)) {
				t.Errorf("%v: %s is not shown", size, g.title)
			}
		}
		for _, k := range keyRows(a.opt.Words) {
			if size[0] >= 60 && !strings.Contains(seen, k.What) {
				t.Errorf("%v: %s is not shown in\n%s", size, k.What, seen)
			}
		}
	}
}

// A command is found by other words for it, in the language that is not spoken
// too, in the palette and in the help.
func TestCommandsAreFoundByOtherWords(t *testing.T) {
	for typed, want := range map[string]string{
		"搜索": "find", "主题": "theme", "深色": "theme", "书签": "jump-back", "theme": "theme", "dark": "theme", "bookmark": "jump-back",
		"search": "find-everywhere", "目录": "outline", "footnote": "notes", "复制": "copy", "clip board": "copy",
	} {
		for _, l := range []words.Language{words.Chinese, words.English} {
			opt := options(library())
			opt.Words = words.In(l)
			a := open(t, opt, 120, 36)
			press(a, "2", ":", "'"+typed)
			p, found := a.front().(*popup), false
			for i := range p.len() {
				found = found || p.items.At(i).left == opt.Words.Say("command."+want)
			}
			if !found || p.len() > 12 {
				t.Errorf("%q in the palette: %d rows, %s among them: %v", typed, p.len(), want, found)
			}
			press(a, "esc", "?", "'"+typed)
			if !strings.Contains(text(a), opt.Words.Say("command."+want)) {
				t.Errorf("%q in the help does not show %s\n%s", typed, want, text(a))
			}
		}
	}
}

// The palette lists what can be done in the panes, each thing once, says why it
// cannot be done now, and when nothing matches.
func TestThePaletteListsAll(t *testing.T) {
	a := open(t, options(library()), 120, 36)
	press(a, "1", ":")
	p := a.front().(*popup)
	listed := make(map[string]int)
	for i := range p.len() {
		listed[p.items.At(i).left]++
	}
	for _, c := range commands() {
		want := 1
		if c.name == "palette" || c.in&inPanes == 0 {
			want = 0
		}
		if what := a.opt.Words.Say("command." + c.name); listed[what] != want {
			t.Errorf("%s stands there %d times, want %d", what, listed[what], want)
		}
	}
	for i := range p.len() {
		if it := p.items.At(i); it.left == "宽行左移，再回文章" && (!it.dim || it.right != "只在正文里") {
			t.Errorf("in the list the palette says of it %q", it.right)
		}
	}
	press(a, "'没有这种命令")
	if !strings.Contains(text(a), "没有符合的") {
		t.Errorf("where nothing matches it says\n%s", text(a))
	}
}
