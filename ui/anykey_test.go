package ui

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

var (
	anyKeys = flag.Int("keys", 100, "random keys that each prompt and popup is given")
	anyTime = flag.Duration("for", 0, "how long the random keys go on, with others each time")
)

// special are the keys that a terminal names and that write nothing.
func special() []rune {
	keys := []rune{tea.KeyEnter, tea.KeyEscape, tea.KeyTab, tea.KeySpace, tea.KeyBackspace, 0, 0x9b, 'd', 'w', 'k', 'u', 'v', 'z'}
	for r := tea.KeyUp; r <= tea.KeyIsoLevel5Shift; r++ {
		keys = append(keys, r)
	}
	return keys
}

// anyKey returns a key that a terminal may send, with any modifiers, or what an
// input method or a paste may hand over. Keys that move in a line and delete in it
// come most often, and short words, so that they have something to do.
func anyKey(r *rand.Rand) tea.Msg {
	mod := tea.KeyMod(0)
	for m := range 9 { // from Shift to ScrollLock
		if r.IntN(6) == 0 {
			mod |= 1 << m
		}
	}
	line := []rune{tea.KeyLeft, tea.KeyRight, tea.KeyBackspace, tea.KeyDelete, tea.KeyHome, tea.KeyEnd, tea.KeyUp, tea.KeyDown, 'a', 'b', 'd', 'e', 'f', 'h', 'k', 'n', 'p', 'u', 'v', 'w'}
	words := []string{"a", "b", " ", "产", "　", "业", "\"", "/", "（", "é", "e\u0301", "👩‍🚀", "🇨🇳", "\u200d", "\u202e", "\x1b[201~", "\xff", "\U000e0041"}
	word := words[r.IntN(len(words))]
	switch k := r.IntN(10); {
	case k < 4:
		return tea.KeyPressMsg{Code: line[r.IntN(len(line))], Mod: mod}
	case k < 5:
		all := special()
		return tea.KeyPressMsg{Code: all[r.IntN(len(all))], Mod: mod}
	case k < 6:
		return tea.PasteMsg{Content: word + words[r.IntN(len(words))] + "\n"}
	case k < 7:
		return tea.KeyPressMsg{Code: []rune(word)[0], Text: word, Mod: mod}
	}
	return tea.KeyPressMsg{Code: []rune(word)[0], Text: word}
}

// Whatever is pressed in a prompt or over a popup, with whatever modifiers, the
// program goes on and its screen is a full rectangle. Each is opened again where it
// was closed, so each has all of its keys.
func TestNoKeyEndsTheProgram(t *testing.T) {
	opened := map[string]bool{}
	begun := time.Now()
	for round := uint64(0); round == 0 || time.Since(begun) < *anyTime; round++ {
		for n, way := range [][]string{
			{"1", "/"}, {"2", "/"}, {"3", "/"}, {"F"}, {"F", "'产", "enter"}, {"1", "/", "'产", "enter", "F"}, {"2", "/", "'产", "enter", "/"},
			{"t"}, {"S"}, {"T"}, {":"}, {"?"}, {"L"}, {"2", "enter"}, {"z", "t"}, {"o", "/"}, {"2", "/", "'馋业志"}, {"1", "/", "'馋业志"},
			{"2", "M"}, {"2", "m", "'"}, {"2", "v"}, {"2", "v", "M"}, {"|", "/"}, {"|", "&", "v"}, {"Z", "/"}, {"!"},
		} {
			t.Run(fmt.Sprint(way), func(t *testing.T) { anyKeysOver(t, way, rand.New(rand.NewPCG(uint64(n), 13+round)), opened) })
		}
	}
	for _, kind := range []string{"*ui.asking", "*ui.popup"} {
		if !opened[kind] {
			t.Errorf("no %s was ever opened: %v", kind, opened)
		}
	}
}

// anyKeysOver gives random keys to what the keys of way open, and notes what that is.
func anyKeysOver(t *testing.T, way []string, r *rand.Rand, opened map[string]bool) {
	a := open(t, illustrated(), 100, 30)
	a.opt.Library = options(library()).Library
	a.opt.Pipe = func(_ context.Context, command, text string) (string, error) { return command + text, nil }
	a = open(t, a.opt, 100, 30)
	var done []string
	defer func() {
		if p := recover(); p != nil {
			t.Fatalf("after %q: %v", done, p)
		}
	}()
	for given := 0; given < *anyKeys; {
		for range 3 { // whatever is open
			press(a, "esc")
		}
		press(a, way...)
		for range 1 + r.IntN(60) {
			msg := anyKey(r)
			done = append(done[max(0, len(done)-8):], fmt.Sprintf("%T %v", msg, msg))
			_, cmd := a.Update(msg)
			drain(a, cmd)
			opened[fmt.Sprintf("%T", a.front())] = true
			given++
			check(t, a, fmt.Sprintf("after %q", done))
		}
	}
}

// Alt+D and its like delete what Delete does where the caret stands on the last character.
func TestTheLastWordIsDeleted(t *testing.T) {
	for _, k := range []tea.KeyPressMsg{{Code: 'd', Mod: tea.ModAlt}, {Code: tea.KeyDelete, Mod: tea.ModAlt}, {Code: tea.KeyDelete, Mod: tea.ModCtrl}} {
		for typed, want := range map[string]string{"a b": "a ", "业": "", "产 ": "产"} {
			a := open(t, options(library()), 100, 30)
			press(a, "2", "/", "'"+typed, "left")
			a.Update(k)
			if got := a.front().typing().text(); got != want {
				t.Errorf("%q and %v: %q, want %q", typed, k, got, want)
			}
		}
	}
	if !slices.Contains(special(), tea.KeyDelete) {
		t.Error("not all keys are tried")
	}
}
