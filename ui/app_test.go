package ui

import (
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/words"
)

var update = flag.Bool("update", false, "rewrite golden screens")

// library is what the tests read: two reports and a note without headings.
func library() []*model.Article {
	return []*model.Article{
		report("a", "2021年许州市政府工作报告", "2021-03-01"),
		report("b", "2020年许州市政府工作报告", "2020-03-01"),
		model.NewArticle(model.Entry{ID: "c", Title: "河边杂记", Tags: []string{"随笔"}}, []model.Block{
			model.Paragraph{Prose: model.Plain("水从山里来，绕过村子，又往东去。岸上的人家都说“它认得路”。")},
			model.Code{Source: "echo \x1b]0;x\x07 " + strings.Repeat("long ", 40), Language: "sh"},
		}),
	}
}

// report is an article with three levels of headings and much text.
func report(id, title, day string) *model.Article {
	given, _ := time.Parse(time.DateOnly, day)
	body := []model.Block{model.Paragraph{Prose: model.Plain("各位代表：现在报告工作，请予审议。")}}
	for _, part := range []string{"一、全年工作回顾", "二、来年总体要求", "三、来年重点任务"} {
		body = append(body, model.Heading{Prose: model.Plain(part), Level: 1, Number: len("一、")})
		for _, sub := range []string{"（一）做强产业，增长提速", "（二）改善民生"} {
			body = append(body, model.Heading{Prose: model.Plain(sub), Level: 2, Number: len("（一）")})
			for _, run := range []string{"培育新兴产业", "稳住就业"} {
				text := run + "。" + strings.Repeat("全年新增“小巨人”企业12家，规模以上工业增加值增长3.5%，城镇新增就业6.2万人。", 4)
				body = append(body, model.Paragraph{Prose: model.Plain(text), Lead: model.Lead{End: len(run), Level: 3, Kind: model.RunIn, Certain: true}})
			}
		}
	}
	return model.NewArticle(model.Entry{ID: id, Title: title, Date: given, Delivered: given}, body)
}

func options(articles []*model.Article) Options {
	return Options{
		Words: words.In(words.Chinese),
		Library: model.NewShelf(func(yield func(*model.Article, error) bool) {
			for _, a := range articles {
				if !yield(a, nil) {
					return
				}
			}
		}),
		Explain: func(err error) (string, bool) { return err.Error(), false },
	}
}

// open runs the app to the end of its loading, without a terminal.
func open(t testing.TB, opt Options, w, h int) *App {
	t.Helper()
	a := New(opt)
	a.Update(tea.WindowSizeMsg{Width: w, Height: h})
	drain(a, a.Init())
	return a
}

// drain carries out a command and all that follow from it.
func drain(a *App, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil, tea.QuitMsg, tea.SuspendMsg:
	case tea.BatchMsg:
		for _, c := range msg {
			drain(a, c)
		}
	default:
		_, next := a.Update(msg)
		drain(a, next)
	}
}

// press gives keys by the names of the command table; 'text' in quotes is
// typed.
func press(a *App, keys ...string) {
	for _, k := range keys {
		for _, msg := range strokes(k) {
			_, cmd := a.Update(msg)
			drain(a, cmd)
		}
	}
}

func strokes(k string) []tea.Msg {
	if text, ok := strings.CutPrefix(k, "'"); ok && text != "" {
		var out []tea.Msg
		for _, r := range text {
			out = append(out, tea.KeyPressMsg{Code: r, Text: string(r)})
		}
		return out
	}
	codes := map[string]rune{"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown,
		"left": tea.KeyLeft, "right": tea.KeyRight, "pgdown": tea.KeyPgDown, "pgup": tea.KeyPgUp, "home": tea.KeyHome, "end": tea.KeyEnd,
		"backspace": tea.KeyBackspace, "f1": tea.KeyF1}
	name, mod := k, tea.KeyMod(0)
	for _, m := range []struct {
		prefix string
		mod    tea.KeyMod
	}{{"ctrl+", tea.ModCtrl}, {"alt+", tea.ModAlt}, {"shift+", tea.ModShift}} {
		if rest, ok := strings.CutPrefix(name, m.prefix); ok {
			name, mod = rest, mod|m.mod
		}
	}
	if name == "space" {
		return []tea.Msg{tea.KeyPressMsg{Code: ' ', Text: " "}}
	}
	if c, ok := codes[name]; ok {
		return []tea.Msg{tea.KeyPressMsg{Code: c, Mod: mod}}
	}
	r := []rune(name)[0]
	if mod != 0 {
		return []tea.Msg{tea.KeyPressMsg{Code: r, Mod: mod}}
	}
	return []tea.Msg{tea.KeyPressMsg{Code: r, Text: name}}
}

// text returns the screen as plain text.
func text(a *App) string {
	var b strings.Builder
	rows, _, _ := a.frame()
	for _, r := range rows {
		for _, s := range r {
			b.WriteString(s.Text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// check fails unless the screen is a full rectangle and the reader stands on a
// real place.
func check(t *testing.T, a *App, when string) {
	t.Helper()
	rows, x, y := a.frame()
	if len(rows) != max(a.h, 0) && a.w > 0 {
		t.Fatalf("%s: %d rows of %d", when, len(rows), a.h)
	}
	for i, r := range rows {
		n := 0
		for _, s := range r {
			if w := a.policy.Width(s.Text); w != s.W {
				t.Fatalf("%s: %q takes %d cells, not %d", when, s.Text, w, s.W)
			}
			if strings.ContainsFunc(s.Text, func(r rune) bool { return r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == '\u202e' }) {
				t.Fatalf("%s: control character in %q", when, s.Text)
			}
			n += s.W
		}
		if n != a.w {
			t.Fatalf("%s: row %d takes %d cells of %d: %v", when, i, n, a.w, r)
		}
	}
	if x >= a.w && a.w > 0 || y >= a.h && a.h > 0 {
		t.Fatalf("%s: caret at %d,%d of %d×%d", when, x, y, a.w, a.h)
	}
	if art := a.reading.Article(); art != nil && art.Clamp(a.reading.At().Pos) != a.reading.At().Pos {
		t.Fatalf("%s: nowhere: %v", when, a.reading.At())
	}
}

// Whatever is pressed and however the window is dragged, the screen is a full
// rectangle and the reader stands on a real place.
func TestScreenIsAlwaysARectangle(t *testing.T) {
	var keys []string
	for _, c := range commands() {
		if c.name != "quit" && c.name != "suspend" {
			keys = append(keys, c.keys...)
		}
	}
	keys = append(keys, "'产业", "'“", "backspace", "esc", "esc", "enter", "'👨‍👩‍👧é", "】", "，")
	for seed := range uint64(24) {
		r := rand.New(rand.NewPCG(seed, 1))
		opt := options(library())
		opt.Policy = cell.Policy{WideAmbiguous: seed%2 == 1, Clusters: seed%4 > 1}
		a := open(t, opt, 140, 40)
		var done []string
		for range 150 {
			if r.IntN(6) == 0 {
				a.Update(tea.WindowSizeMsg{Width: 1 + r.IntN(200), Height: 1 + r.IntN(60)})
			}
			if r.IntN(8) == 0 {
				a.Update(tea.MouseWheelMsg{X: r.IntN(200), Y: r.IntN(60), Button: tea.MouseWheelDown})
				_, cmd := a.Update(tea.MouseClickMsg{X: r.IntN(200), Y: r.IntN(60), Button: tea.MouseLeft})
				drain(a, cmd)
			}
			k := keys[r.IntN(len(keys))]
			done = append(done, k)
			press(a, k)
			check(t, a, strings.Join(done[max(0, len(done)-8):], " "))
		}
	}
}

func TestResizeKeepsThePlace(t *testing.T) {
	a := open(t, options(library()), 120, 36)
	press(a, "2", "]", "]", "j", "j", "j")
	want := a.reading.At()
	for w := 20; w < 240; w += 7 {
		for _, h := range []int{6, 50, 20} {
			a.Update(tea.WindowSizeMsg{Width: w, Height: h})
			text(a)
		}
	}
	if got := a.reading.At(); got != want {
		t.Errorf("resizing moved the reader: %v, want %v", got, want)
	}
}

func TestScreens(t *testing.T) {
	for _, tc := range []struct {
		name string
		w, h int
		wide bool
		keys string
	}{
		{"160x45", 160, 45, false, "] ]"},
		{"120x36", 120, 36, true, "/ '产业"},
		{"90x30", 90, 30, false, "3 j j"},
		{"50x20", 50, 20, false, "2 space"},
		{"50x20-jump", 50, 20, false, "2 t '民生"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			opt := options(library())
			opt.Policy.WideAmbiguous = tc.wide
			a := open(t, opt, tc.w, tc.h)
			press(a, strings.Fields(tc.keys)...)
			check(t, a, tc.name)
			golden(t, text(a))
		})
	}
}

func golden(t *testing.T, got string) {
	t.Helper()
	name := filepath.Join("testdata", strings.ReplaceAll(t.Name(), "/", "_")+".txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	old, now := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range max(len(old), len(now)) {
		if i >= len(old) || i >= len(now) || old[i] != now[i] {
			t.Fatalf("row %d of %s is not what it was; look at it, then -update\n%q\n%q", i, name, slices.Concat(now, []string{""})[i:][:1], slices.Concat(old, []string{""})[i:][:1])
		}
	}
}
