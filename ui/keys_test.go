package ui

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/words"
)

// state describes where the reader is, in one line.
func state(a *App) string {
	s := []string{[]string{"list", "text", "outline"}[a.focus], a.reading.At().Key}
	if i := a.reading.Section(); i >= 0 {
		s = append(s, a.reading.Article().Outline[i].Text())
	}
	if p, ok := a.front().(*popup); ok {
		s = append(s, "popup:"+p.title)
	}
	if p := a.front().typing(); p != nil {
		s = append(s, "prompt:"+p.text())
	}
	if q := a.reading.Query(); !q.Empty() {
		s = append(s, "lit:"+q.String())
	}
	if q := a.outline.query; !q.Empty() {
		s = append(s, "headings:"+q.String())
	}
	if a.raised(textOnly{}) {
		s = append(s, "alone")
	}
	if n := a.reading.Listed().Len(); n != a.reading.Corpus.Len() {
		s = append(s, fmt.Sprintf("shown:%d", n))
	}
	return strings.Join(s, " ")
}

func TestKeys(t *testing.T) {
	for _, tc := range []struct{ before, keys, after string }{
		{"", "", "list a"},
		{"", "j", "list b"},
		{"", "j enter", "text b"},
		{"", "tab tab tab", "list a"},
		{"", "l l l", "outline a"},
		{"3", "h", "text a"},
		{"2", "]", "text a 一、全年工作回顾"},
		{"2", "] ]", "text a （一）做强产业，增长提速"},
		{"2", "】 】", "text a （一）做强产业，增长提速"},
		{"2", "] } }", "text a 三、来年重点任务"},
		{"2", "] } {", "text a 一、全年工作回顾"},
		{"2", "] ] [", "text a 一、全年工作回顾"},
		{"2", "] [", "text a"},
		{"2", "] } ctrl+o", "text a 一、全年工作回顾"},
		{"2", "] } alt+left alt+right", "text a 二、来年总体要求"},
		{"2", "J J", "text c"},
		{"2", "J K", "text a"},
		{"", "/ '它认得路", "list c prompt:它认得路 lit:它认得路 shown:1"},
		{"", "/ '它认得路 esc", "list a"},
		{"", "/ '它认得路 enter", "list c lit:它认得路 shown:1"},
		{"", "/ '它认得路 enter esc", "list c"},
		{"", "／ '随笔 enter", "list c lit:随笔 shown:1"},

		// A filter opens its best match, unless one moves. Esc restores what was open
		// before, and so does a filter that finds nothing.
		{"j", "/ '产业", "list a prompt:产业 lit:产业 shown:2"},
		{"j", "/ '产业 down", "list b prompt:产业 lit:产业 shown:2"},
		{"j", "/ '产业 down enter", "list b lit:产业 shown:2"},
		{"j", "/ '产业 down '兴", "list b prompt:产业兴 lit:产业兴 shown:0"},
		{"", "/ '产业 down backspace", "list a prompt:产 lit:产 shown:2"},
		{"j", "/ '产业 backspace backspace", "list b prompt:"},
		{"j", "/ '产业 esc", "list b"},
		{"j", "/ '产业 down esc", "list b"},
		{"j", "/ '产业 enter esc", "list a"},
		{"j", "/ '产业 enter ctrl+o", "list b lit:产业 shown:2"},
		{"j / '产业 enter down", "/ '认得路", "list c prompt:认得路 lit:认得路 shown:1"},
		{"j / '产业 enter down", "/ '认得路 esc", "list b lit:产业 shown:2"},
		{"", "'认得", "list c prompt:认得 lit:认得 shown:1"},
		{"", "/ '２０２０年", "list b prompt:２０２０年 lit:２０２０年 shown:1"},
		{"2", "/ '民生 enter", "text a （二）改善民生 lit:民生"},
		{"2", "/ '小巨人企业 esc", "text a"},
		{"2 /", "'x backspace", "text a prompt:"},
		{"3", "/ '民生 enter enter", "text a （二）改善民生 headings:民生"},
		{"3", "/ '民生 esc", "outline a"},
		{"3", "j j enter", "text a （二）改善民生"},
		{"3", "j right j enter", "text a 培育新兴产业"},
		{"3", "left j enter", "text a 二、来年总体要求"},
		{"2", "t '三、来年 enter", "text a 三、来年重点任务"},
		{"2", "t esc", "text a"},
		{"2", "?", "text a popup:帮助 prompt:"},
		{"2", "f1", "text a popup:帮助 prompt:"},
		{"2", "? '？", "text a"},
		{"2", "? 'dark", "text a popup:帮助 prompt:dark"},
		{"2", "? ？", "text a"},
		{"2", "? esc", "text a"},
		{"2", ": '到文章 enter", "list a"},
		{"2", "： '到文章 enter", "list a"},
		{"2", "F '认得路 enter", "text c lit:认得路"},
		{"2", "F '认得路 enter ctrl+o", "text a lit:认得路"},
		{"2", "F '认得路 esc", "text a"},
		{"2", "z", "text a alone"},
		{"", "esc esc esc", "list a"},

		// What was looked for everywhere is selected when one comes back.
		{"2 F '产业 enter", "F", "text a （一）做强产业，增长提速 popup:查找结果 prompt:产业 lit:产业"},
		{"2 F '民生 esc F", "'产业", "text a popup:查找结果 prompt:产业"},
		{"2 F '民生 esc F", "backspace", "text a popup:查找结果 prompt:"},
		{"2 F '民生 esc F", "left '产业", "text a popup:查找结果 prompt:民产业生"},
		{"2 F '产业 esc F '民生 esc F", "backspace up", "text a popup:查找结果 prompt:民生"},
		{"2 F '产业 esc F '民生 esc F", "backspace up up", "text a popup:查找结果 prompt:产业"},
		{"2 F '产业 esc F '民生 esc F", "backspace up enter", "text a （二）改善民生 lit:民生"},

		// Where the list was filtered since the last search, the prompt holds the
		// filter, selected so that typing replaces it. A newer filter goes before an
		// earlier query, an earlier filter does not.
		{"/ '产业 enter", "F", "list a popup:查找结果 prompt:产业 lit:产业 shown:2"},
		{"/ '产业 enter", "F esc", "list a lit:产业 shown:2"},
		{"/ '产业 enter", "F '民生", "list a popup:查找结果 prompt:民生 lit:产业 shown:2"},
		{"/ '产业 enter", "F backspace", "list a popup:查找结果 prompt: lit:产业 shown:2"},
		{"/ '产业 enter", "F end '提", "list a popup:查找结果 prompt:产业提 lit:产业 shown:2"},
		{"/ '产业 enter", "F enter", "text a （一）做强产业，增长提速 lit:产业 shown:2"},
		{"/ '产业 enter", "F '民生 esc F", "list a popup:查找结果 prompt:民生 lit:产业 shown:2"},
		{"/ '产业 enter", "esc F", "list a popup:查找结果 prompt:"},
		{"F '民生 esc", "/ '产业 enter F", "list a popup:查找结果 prompt:产业 lit:产业 shown:2"},
		{"F '民生 esc", "/ '产业 enter F backspace up", "list a popup:查找结果 prompt:民生 lit:产业 shown:2"},
		{"F '民生 esc", "/ '产业 enter esc F", "list a popup:查找结果 prompt:民生"},
		{"F '民生 esc", "/ '产业 esc F", "list a popup:查找结果 prompt:民生"},
		{"/ '产业 enter F '民生 esc", "/ '产业 enter F", "list a popup:查找结果 prompt:产业 lit:产业 shown:2"},
		{"/ '产业 enter F '民生 esc", "/ enter F", "list a popup:查找结果 prompt:民生 lit:产业 shown:2"},

		// n goes on from article to article in what was found everywhere; a keyword
		// found in the text stays in it.
		{"2 F '民生 enter", "n n", "text a （二）改善民生 lit:民生"},
		{"2 F '民生 enter", "n n n", "text b （二）改善民生 lit:民生"},
		{"2 F '民生 enter", "n n n n n n", "text a （二）改善民生 lit:民生"},
		{"2 F '民生 enter", "N", "text b （二）改善民生 lit:民生"},
		{"2 F '民生 enter", "n n n N", "text a （二）改善民生 lit:民生"},
		{"2 F '民生 enter J J", "n", "text a （二）改善民生 lit:民生"},
		{"2 F '民生 enter J J", "N", "text b （二）改善民生 lit:民生"},
		{"2 F '民生 enter 1", "n n n", "list b （二）改善民生 lit:民生"},
		{"2 F '民生 enter / '民生 enter", "n n n n", "text a （二）改善民生 lit:民生"},
		{"2 F '认得路 enter", "n n", "text c lit:认得路"},
		{"2 F '民生 enter n n n", "esc", "text b （一）做强产业，增长提速"},

		// Every leap is in the trail.
		{"2 ]", "G ctrl+o", "text a 一、全年工作回顾"},
		{"2 ] G", "g ctrl+o ctrl+o", "text a 一、全年工作回顾"},
		{"2 ]", "J ctrl+o", "text a 一、全年工作回顾"},
		{"2 ] 1", "j j ctrl+o", "list a 一、全年工作回顾"},
		{"2 ] 1", "j enter ctrl+o", "text a 一、全年工作回顾"},
		{"2 ] 1", "G ctrl+o", "list a 一、全年工作回顾"},
		{"2 ] 1", "j / '认得路 enter ctrl+o ctrl+o", "list a 一、全年工作回顾 lit:认得路 shown:1"},
		{"2 ]", "F '认得路 enter ctrl+o", "text a 一、全年工作回顾 lit:认得路"},
		{"2 ]", "F '民生 down down down enter ctrl+o", "text a 一、全年工作回顾 lit:民生"},
		{"2 ] / '民生 enter", "n n n ctrl+o", "text a （一）做强产业，增长提速 lit:民生"},

		// The section is that of the hit one has gone to, until one moves.
		{"2 / '民生", "enter n", "text a （二）改善民生 lit:民生"},
		{"2 / '民生", "enter n g", "text a lit:民生"},

		// Arrows lead from pane to pane.
		{"", "right", "text a"},
		{"", "right left", "list a"},
		{"2", "right", "outline a"},
		{"2", "right left left", "text a"},
		{"2 J J", "right", "text c"},
		{"2 J J", "right left", "text c"},
		{"2 J J", "right left left left", "text c"},
		{"2 J J", "right left down up left", "list c"},
		{"2 J J", "left", "list c"},
		{"2 J J", "right left esc", "list c"},

		// Esc takes off the topmost layer, whatever pane has the focus.
		{"/ '它认得路 enter", "2 esc", "text c"},
		{"/ '产业 enter 2 / '民生 enter", "esc", "text a lit:产业 shown:2"},
		{"/ '产业 enter 2 / '民生 enter", "esc esc", "text a"},
		{"3 / '民生 enter", "2 esc", "text a"},
		{"3 / '民生 enter", "1 esc", "list a"},
		{"2 / '民生 enter z", "esc", "text a （二）改善民生 lit:民生"},
		{"2 z / '民生 enter", "esc", "text a alone"},
		{"2 z / '民生 enter", "esc esc", "text a"},
		{"2 F '民生 enter", "esc", "text a （一）做强产业，增长提速"},
		{"2 / '民生 enter", "F '产业 esc", "text a （二）改善民生 lit:民生"},
		{"2 / '民生", "esc", "text a"},
		{"2 / '民生 enter / 'x", "esc", "text a lit:民生"},
		{"2 z 1", "esc", "text a alone"},
		{"3", "esc", "text a"},
		{"3", "esc esc", "list a"},
		{"2", "esc esc esc", "list a"},
	} {
		a := open(t, options(library()), 140, 40)
		press(a, strings.Fields(tc.before)...)
		press(a, strings.Fields(tc.keys)...)
		if got := state(a); got != tc.after {
			t.Errorf("%q then %q: %s, want %s", tc.before, tc.keys, got, tc.after)
		}
	}
}

// Where one pane shows at a time, the one over the text is a layer too.
func TestKeysInANarrowWindow(t *testing.T) {
	for _, tc := range []struct{ before, keys, after string }{
		{"", "enter", "text a"},
		{"enter", "left", "list a"},
		{"enter", "left esc", "list a"},
		{"enter 3", "left left", "text a"},
		{"enter 3", "esc", "text a"},
		{"enter 1", "esc", "text a"},
		{"enter 1", "esc esc", "list a"},
		{"enter", "esc esc", "list a"},
		{"/ '产业 enter enter 3", "esc", "text a （一）做强产业，增长提速 lit:产业 shown:2"},
		{"enter 3 / '民生 enter", "esc", "outline a"},
		{"enter 3", "t '三、来年 enter", "text a 三、来年重点任务"},
		{"", "t '三、来年 enter", "text a 三、来年重点任务"},
		{"enter 3 t '三、来年 enter", "ctrl+o", "text a"},
	} {
		a := open(t, options(library()), 60, 20)
		press(a, strings.Fields(tc.before)...)
		press(a, strings.Fields(tc.keys)...)
		if got := state(a); got != tc.after {
			t.Errorf("%q then %q: %s, want %s", tc.before, tc.keys, got, tc.after)
		}
	}
}

func TestEveryKeyHasOneMeaning(t *testing.T) {
	zh, en := words.In(words.Chinese), words.In(words.English)
	var names []string
	for _, in := range []scope{inList, inText, inOutline, inPopup, inPrompt} {
		owner := map[string]string{}
		for _, c := range commands() {
			for _, k := range c.keys {
				if c.in&in != 0 && owner[k] != "" {
					t.Errorf("in scope %b %q is both %s and %s", in, k, owner[k], c.name)
				}
				if c.in&in != 0 {
					owner[k] = c.name
				}
			}
		}
	}
	for _, c := range commands() {
		if slices.Contains(names, c.name) {
			t.Errorf("%s stands twice", c.name)
		}
		names = append(names, c.name)
		if key := "command." + c.name; zh.Say(key) == key || en.Say(key) == key {
			t.Errorf("%s has no words", c.name)
		}
		if slices.ContainsFunc(c.keys, func(k string) bool { return k == "ctrl+i" || k == "ctrl+s" || k == "ctrl+q" || k == "ctrl+@" }) {
			t.Errorf("%s has a key that terminals keep to themselves", c.name)
		}
	}
}

func TestKeysAsAnInputMethodSendsThem(t *testing.T) {
	for sent, key := range map[string]string{
		"【": "[", "·": "[", "「": "[", "】": "]", "」": "]", "｛": "{", "『": "{", "｝": "}", "』": "}",
		"《": "<", "》": ">", "‘": "'", "’": "'", "；": ";", "：": ":", "？": "?", "、": "/", "／": "/",
		"＋": "+", "－": "-", "｜": "|", "＃": "#", "Ｊ": "J", "１": "1", "　": "space", "。": ".", "，": ",",
	} {
		if got := pressed(tea.KeyPressMsg{Code: []rune(sent)[0], Text: sent}); got != key {
			t.Errorf("%s is %q, want %q", sent, got, key)
		}
	}
}

func TestAPromptTakesWhateverIsSent(t *testing.T) {
	a := open(t, options(library()), 120, 36)
	press(a, "2", "/")
	a.Update(tea.KeyPressMsg{Code: '增', Text: "增长提速"})
	a.Update(tea.PasteMsg{Content: "【粘贴】"})
	press(a, "'】q")
	p := a.front().typing()
	if got := p.text(); got != "增长提速【粘贴】】q" {
		t.Errorf("typed %q", got)
	}
	_, x, y := a.frame()
	want := a.policy.Width(p.label + p.text())
	if x != want || y != 35 {
		t.Errorf("the caret is at %d,%d, want %d,35", x, y, want)
	}
	press(a, "left", "left")
	if _, x, _ := a.frame(); x != want-3 {
		t.Errorf("two to the left the caret is at %d, want %d", x, want-3)
	}
}

func TestCopyGivesTheSource(t *testing.T) {
	a := open(t, options(library()), 120, 36)
	press(a, "2", "]", "]")
	for keys, want := range map[string]string{"y": "（一）做强产业，增长提速", "Y": "（二）改善民生"} {
		press(a, "ctrl+l")
		_, cmd := a.Update(strokes(keys)[0])
		got := fmt.Sprint(cmd())
		if keys == "y" && got != want || keys == "Y" && (!strings.HasPrefix(got, "（一）做强产业") || strings.Contains(got, want)) {
			t.Errorf("%s copies %q", keys, got)
		}
	}
}

func TestStaleResultsAreDropped(t *testing.T) {
	a := open(t, options(library()), 120, 36)
	a.filter(model.ParseQuery("产业"), "a")
	stale := a.tend()()
	a.filter(model.ParseQuery("认得路"), "a")
	drain(a, a.tend())
	a.Update(stale)
	if a.reading.Listed().Len() != 1 {
		t.Errorf("a cancelled filter still counts: %s", state(a))
	}
	if a.filtering.Running() {
		t.Error("a filter that has ended still runs")
	}
}

func TestHitsAreLitInPlace(t *testing.T) {
	a := open(t, options(library()), 120, 36)
	press(a, "2", "/", "'小巨人企业", "enter") // the text has quotation marks between
	var lit strings.Builder
	rows, _, _ := a.frame()
	for _, r := range rows {
		for _, s := range r {
			if s.Ink.Over != 0 {
				lit.WriteString(s.Text)
			}
		}
	}
	got := lit.String()
	if n := strings.Count(got, "小巨人”企业"); n < 3 || strings.ReplaceAll(got, "小巨人”企业", "") != "" {
		t.Errorf("lit is %q", got)
	}
	if hit := a.reading.Hit(); hit != 0 {
		t.Errorf("at hit %d", hit)
	}
	press(a, "n", "n", "N")
	if hit := a.reading.Hit(); hit != 1 {
		t.Errorf("after n n N at hit %d", hit)
	}
}

func TestDownAndUpReturn(t *testing.T) {
	a := open(t, options(library()), 90, 24)
	press(a, "2", "]", "]")
	from := a.reading.At()
	for n := range 40 {
		press(a, slices.Repeat([]string{"j"}, n)...)
		press(a, slices.Repeat([]string{"k"}, n)...)
		if got := a.reading.At(); got != from {
			t.Fatalf("%d down and up from %v is %v", n, from, got)
		}
	}
}

func TestEveryHeadingCanStandOnTop(t *testing.T) {
	a := open(t, options(library()), 120, 36)
	press(a, "2")
	for i, s := range a.reading.Article().Outline {
		press(a, "]")
		if a.reading.At().Pos != s.Start {
			t.Fatalf("heading %d is at %v, the reader at %v", i, s.Start, a.reading.At().Pos)
		}
	}
}

func TestNothingToReadIsSaid(t *testing.T) {
	a := open(t, options(nil), 120, 36)
	for _, c := range commands() {
		if c.name != "quit" && c.name != "suspend" {
			press(a, c.keys[0])
			check(t, a, c.name)
			press(a, "esc", "esc")
		}
	}
	if a.reading.Article() != nil || !strings.Contains(text(a), "没有打开的文章") {
		t.Errorf("an empty library shows\n%s", text(a))
	}
}

// What changed on disk comes in; the reader stays with what the text says.
func TestReloadKeepsThePlace(t *testing.T) {
	articles := library()
	a := open(t, options(articles), 120, 36)
	press(a, "2", "]", "}", "j", "j", "j")
	before := page(a)
	old := articles[0]
	body := append([]model.Block{model.Paragraph{Prose: model.Plain("新加的一段。")}}, old.Body...)
	fresh := model.NewArticle(*old.Entry, body)
	from := a.reading.At()
	tell(a, model.News{Put: []*model.Entry{fresh.Entry}, Held: []*model.Article{fresh}, Gone: []string{"b"}})
	at := a.reading.At()
	if at.Pos.Block != from.Pos.Block+1 || at.Pos.Byte != from.Pos.Byte {
		t.Errorf("a paragraph put in before moves the reader from %v to %v", from, at)
	}
	if a.reading.Corpus.Len() != 2 || a.reading.Corpus.Entry("b") != nil {
		t.Errorf("%d articles, the one that is gone still there", a.reading.Corpus.Len())
	}
	if now := page(a); now != before {
		t.Errorf("the page changed:\n%s", now)
	}
}

// only is a job that has one result.
func only(n model.News) func(context.Context) iter.Seq[model.News] {
	return func(context.Context) iter.Seq[model.News] {
		return func(yield func(model.News) bool) { yield(n) }
	}
}

// tell hands the app news as if its library had sent them.
func tell(a *App, n model.News) {
	drain(a, a.loading.Start(only(n)))
}

// With look-alikes nothing ambiguous is on the screen: each row has the same
// width whether the terminal draws ambiguous characters narrow or wide.
func TestReplacedScreensFitEveryTerminal(t *testing.T) {
	opt := options(library())
	opt.Settings.Replace = true
	a := open(t, opt, 120, 36)
	wide := cell.Policy{WideAmbiguous: true}
	for _, keys := range []string{"", "2", "]", "J", "K", "3", "/", "'产业", "enter", "?", "esc", ":", "esc", "t", "esc", "F", "'民生"} {
		press(a, strings.Fields(keys)...)
		for _, row := range strings.Split(strings.TrimSuffix(text(a), "\n"), "\n") {
			if n := wide.Width(row); n != 120 {
				t.Fatalf("after %q a row takes %d cells in a wide terminal: %q", keys, n, row)
			}
		}
	}
}

// page returns what the text pane shows.
func page(a *App) string {
	var b strings.Builder
	for _, r := range a.text.draw(&a.reading, a.canvas(onText)) {
		for _, s := range r {
			b.WriteString(s.Text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
