package ui

import (
	"fmt"
	"strings"
	"testing"

	"juan/model"
	"juan/ui/cell"
)

// sizes are the windows that every step is taken in: three panes, two, and one.
func sizes() [][2]int { return [][2]int{{160, 45}, {120, 36}, {100, 30}, {80, 24}, {60, 20}} }

// reports is a library of five: reports, a note without headings among them, and
// one that fits on any screen.
func reports() []*model.Article {
	all := library()
	return []*model.Article{
		all[0], all[1], report("c3", "2019年许州市政府工作报告（征求意见稿）", "2019-03-01"), all[2],
		model.NewArticle(model.Entry{ID: "short", Title: "一句话"}, []model.Block{model.Paragraph{Prose: model.Plain("渡口修好了。")}}),
	}
}

// A step is keys, and what the screen then shows and lacks at every size; bars separate
// alternatives. Keys that begin with @ are a click on the first place with that text, _
// being a blank.
type step struct{ before, keys, after, shows, lacks string }

// What one does and what the screen then shows, in windows of five sizes.
func TestStepsInWindowsOfFiveSizes(t *testing.T) {
	for _, s := range []step{
		// Arrows, Enter and Esc alone: to a heading in the text of the third article,
		// back to the list, and into the next.
		{"", "down down", "list c3", "2019年许州", ""},
		{"down down", "enter", "text c3", "现在报告工作", ""},
		{"down down enter", "right", "outline c3", "一、全年工作回顾", ""},
		{"down down enter right", "down down down enter", "text c3 二、来年总体要求", "二、来年总体要求", "各位代表"},
		{"down down enter right down down down enter", "esc", "list c3 二、来年总体要求", "2019年许州", ""},
		{"down down enter right down down down enter", "left", "list c3 二、来年总体要求", "2019年许州", ""},
		{"down down enter right down down down enter esc", "down enter", "text c", "水从山里来", ""},

		// Focus is on a pane that shows, and what was hidden comes back.
		{"1 o", "", "", "", ""},
		{"1 o", "1", "list a", "2020年许州", ""},
		{"3 o", "2", "text a", "现在报告工作", ""},
		{"2", "esc esc esc", "list a", "2020年许州", ""},
		{"2", "enter", "text a", "屏幕上没有脚注", ""},

		// Every leap is undone.
		{"2 ]", "G", "", "100%", ""},
		{"2 ] G", "ctrl+o", "text a 一、全年工作回顾", "一、全年工作回顾", ""},
		{"2 ]", "g ctrl+o", "text a 一、全年工作回顾", "一、全年工作回顾", ""},
		{"2 ]", "J ctrl+o", "text a 一、全年工作回顾", "一、全年工作回顾", ""},
		{"2 ]", "/ '小巨人 enter n n n n n n n n n n n n G", "", "100%", "第1"},
		{"2 ] 3", "down enter ctrl+o", "text a 一、全年工作回顾", "一、全年工作回顾", ""},

		// What is found, and what is not.
		{"", "/ '认得路", "list c prompt:认得路 lit:认得路 shown:1", "河边杂记", "2020年许州"},
		{"", "/ '没有的词", "", "2021年|没有", ""},
		{"", "/ '没有的词 enter enter", "", "没有符合的文章", ""},
		{"3", "/ '没有的词 enter", "", "没有符合的标题", "未识别到"},
		{"2", "t '没有的词", "", "没有符合的", "未识别到"},
		{"2 J J J", "]", "text c", "未识别到标题", ""},
		{"", "/ '一句话", "list short prompt:一句话 lit:一句话 shown:1", "标题", "0处"},
		{"2", "/ '没有的词 enter", "text a lit:没有的词", "没有", ""},
		{"2", "/ '民生 enter", "text a （二）改善民生 lit:民生", "第1处", ""},
		{"2 / '民生 enter", "G", "", "100%", "第1处"},
		{"2 / '民生 enter", "esc", "", "", "第1处"},

		// Reading on.
		{"2", "t '50% enter", "", "50%|100%", ""},
		{"", "space space", "list a 培育新兴产业|list a （一）做强产业，增长提速|list a 稳住就业|list b|list c3|list c|list short", "", ""},
		{"2", "+ + + + + + + + +", "text a", "版心已占满窗格", ""},

		// Find everywhere: grouped, with the section first, and it stays.
		{"2", "F '认得路", "text a popup:查找结果 prompt:认得路", "河边杂记", ""},
		{"2", "F '小巨人", "text a popup:查找结果 prompt:小巨人", "培育新兴产业", ""},
		{"2 F '民生 enter", "F", "text a （一）做强产业，增长提速 popup:查找结果 prompt:民生 lit:民生|text a （二）改善民生 popup:查找结果 prompt:民生 lit:民生", "民生", ""},
		{"2 F '民生 enter", "n n n", "text b （二）改善民生 lit:民生", "第2篇", ""},
		{"2 F '民生 esc F", "backspace up", "text a popup:查找结果 prompt:民生", "民生", ""},

		// Help, palette, list.
		{"2", "f1", "text a popup:帮助 prompt:", "Esc", ""},
		{"2", "? '书签", "text a popup:帮助 prompt:书签", "", ""},
		{"2", ": '主题", "", "T", ""},
		{"2", ": 'theme", "", "T", ""},
		{"2", ": 'dark", "", "T", ""},
		{"2", ": '没有的命令", "", "没有符合", ""},
		{"2 J J J", ": '下一节", "", "未识别到标题", ""},
		{"", "S", "", "长短|篇幅|字数", ""},
		{"", "", "", "征求意见稿|意见稿）", ""},

		{"2 ?", "esc", "text a", "", "Esc返回"},

		// The mouse.
		{"", "@2020年许州", "list b", "2020年许州", ""},
		{"", "@2020年许州 @2020年许州", "text b", "现在报告工作", ""},
		{"3", "@▾", "outline a", "▸", ""},
		{"3", "@▾ @▸", "outline a", "▾", ""},
		{"3", "@二、来年", "outline a 二、来年总体要求|text a 二、来年总体要求", "二、来年总体要求", ""}, // where no text shows the one click opens
		{"2", "@现在报告 @现在报告", "text a lit:现在", "第1处", ""},
		{"2", "@?", "text a popup:帮助 prompt:", "帮助", ""},
		{"2 ?", "@Esc_返回", "text a", "现在报告工作", ""},

		// Two texts: the same at the same place; the list, the contents and what moves are
		// about the active one, and closing leaves that.
		{"2 ]", "|", "text a 一、全年工作回顾", "一、全年工作回顾", ""},
		{"2 ] |", "J", "text b", "2020年许州", ""},
		{"2 ] | J", "h", "text a 一、全年工作回顾", "一、全年工作回顾", ""},
		{"2 ] | J", "h |", "text a 一、全年工作回顾", "只看这一篇", "2020-03-01 · 1"},
		{"2 ] | J", "|", "text b", "2020-03-01 · 1", "一、全年工作回顾 ›"},
		{"2 ] | J h", "tab", "text b", "2020-03-01 · 1", ""},
		{"2 ] | 1", "down down enter", "text c3", "2019年许州", ""},
		{"2 ] | 1 down enter", "3 down down down enter", "text b （二）改善民生|text b 二、来年总体要求", "2020年许州", ""},
		{"2 ] | J", "ctrl+o", "text a 一、全年工作回顾", "一、全年工作回顾", ""},
		{"2 | J", "/ '民生 enter", "text b （二）改善民生 lit:民生", "第1处", ""},
		{"2 | J & }", "h", "text a 一、全年工作回顾", "联动", ""},
		{"2 | J & } }", "h", "text a 二、来年总体要求", "联动", ""},
		{"2 } } & |", "", "text a 二、来年总体要求", "", ""},
		{"2 &", "", "text a", "按|并排", ""},
		{"2 } |", "esc esc esc", "list a 一、全年工作回顾", "2020年许州", ""},

		// Moving by pages and sideways.
		{"", "pgdown", "list short", "一句话", ""},
		{"2 space", "left", "list a 一、全年工作回顾|list a （一）做强产业，增长提速|list a 培育新兴产业|list a （二）改善民生|list a 二、来年总体要求|list a 稳住就业|list a 三、来年重点任务", "2020年许州", ""},
		{"2 right", "left", "outline a", "▸ 一、全年", ""},
		{"2 right left", "left", "text a", "现在报告工作", ""},
	} {
		for _, size := range sizes() {
			a := open(t, options(reports()), size[0], size[1])
			take(t, a, s.before)
			take(t, a, s.keys)
			when, on := fmt.Sprintf("%v, %q then %q", size, s.before, s.keys), text(a)
			if got := state(a); !oneOf(s.after, func(w string) bool { return got == w }) {
				t.Errorf("%s: %s, want %s", when, got, s.after)
			}
			if !oneOf(s.shows, func(w string) bool { return strings.Contains(on, w) }) {
				t.Errorf("%s: %q is not on screen\n%s", when, s.shows, on)
			}
			if s.lacks != "" && oneOf(s.lacks, func(w string) bool { return strings.Contains(on, w) }) {
				t.Errorf("%s: %q is on screen\n%s", when, s.lacks, on)
			}
			if n := looksFocused(a); n != 1 {
				t.Errorf("%s: %d look focused", when, n)
			}
			check(t, a, when)
		}
	}
}

// take presses keys and clicks on what begins with @.
func take(t *testing.T, a *App, keys string) {
	t.Helper()
	for _, k := range strings.Fields(keys) {
		if what, ok := strings.CutPrefix(k, "@"); ok {
			x, y := find(t, a, strings.ReplaceAll(what, "_", " "), 1)
			clickAt(a, x, y)
		} else {
			press(a, k)
		}
	}
}

// Reading by pages from the start to the end no page ends in a heading.
func TestPagesOfFiveSizesEndInNoHeading(t *testing.T) {
	for _, size := range sizes() {
		a := open(t, options(reports()), size[0], size[1])
		press(a, "2")
		pages := 0
		for at := (model.Place{}); a.reading.At() != at; pages++ {
			at = a.reading.At()
			on := a.text.page(&a.reading, a.canvas(onText))
			for len(on) > 0 && len(on[len(on)-1].Runs) == 0 {
				on = on[:len(on)-1]
			}
			body := a.reading.Article().Body
			if last := on[len(on)-1]; last.Block+1 < len(body) {
				if h, ok := body[last.Block].(model.Heading); ok {
					t.Errorf("%v: page %d ends in the heading %s\n%s", size, pages, h.Text(), text(a))
				}
			}
			press(a, "space")
		}
		if pages < 3 {
			t.Errorf("%v: only %d pages", size, pages)
		}
	}
}

// oneOf reports whether one of several parted by bars is so; of none it is.
func oneOf(several string, so func(string) bool) bool {
	for one := range strings.SplitSeq(several, "|") {
		if one == "" || so(one) {
			return true
		}
	}
	return false
}

// The same windows in a terminal that draws ambiguous characters wide, and in
// look-alikes: nothing is torn, whatever is open.
func TestLooksInWindowsOfFiveSizes(t *testing.T) {
	for _, wide := range []bool{false, true} {
		for _, size := range sizes() {
			opt := options(reports())
			opt.Policy = cell.Policy{WideAmbiguous: wide}
			a := open(t, opt, size[0], size[1])
			for _, keys := range []string{"", "2", "3", "?", "esc", ":", "esc", "t", "esc", "F '民生", "esc", "S", "esc", "/ '民生", "enter", "z", "esc", "G"} {
				press(a, strings.Fields(keys)...)
				check(t, a, fmt.Sprint(size, wide, keys))
			}
		}
	}
}
