package ui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/role"
)

// A keeper keeps marks as a memory does, and nothing else.
type keeper struct {
	marks []model.Mark
	fails error
}

func (*keeper) Begin(context.Context) (b model.Begun, err error) { return }

func (*keeper) Recall(context.Context, []*model.Entry) ([]model.Remembered, error) { return nil, nil }

func (*keeper) Place(context.Context, *model.Entry) (r model.Remembered, ok bool, err error) { return }

func (*keeper) Keep(context.Context, model.Keeping) error { return nil }

func (d *keeper) Marks(_ context.Context, e *model.Entry) (of []model.Mark, err error) {
	for _, m := range d.marks {
		if m.Key == e.Key {
			of = append(of, m)
		}
	}
	return of, d.fails
}

func (d *keeper) PutMark(ctx context.Context, m model.Mark) (model.Mark, error) {
	if d.fails == nil {
		d.DropMark(ctx, m.ID)
		d.marks = append(d.marks, m)
	}
	return m, d.fails
}

func (d *keeper) DropMark(_ context.Context, id string) error {
	d.marks = slices.DeleteFunc(d.marks, func(m model.Mark) bool { return m.ID == id })
	return d.fails
}

func (d *keeper) AllMarks(context.Context) ([]model.Mark, error) { return d.marks, d.fails }

func keeperOptions(d *keeper) Options {
	opt := options(reports())
	opt.Memory = d
	return opt
}

// openKept is open, without the clock by which places are kept.
func openKept(t testing.TB, opt Options, w, h int) *App {
	t.Helper()
	a := open(t, opt, w, h)
	a.memory.keeping.ticking = true
	return a
}

// told returns what is kept, in the order in which it was made.
func (d *keeper) told() string {
	var s []string
	for _, m := range d.marks {
		kind, _ := m.Kind.MarshalText()
		s = append(s, strings.Join([]string{m.Key, string(kind), strings.Join(m.From.Headings(), ">"), m.Quote, m.Note}, " "))
	}
	return strings.Join(s, "|")
}

// Marks, notes and highlights, in windows of five sizes: what is saved, and what the
// screen shows.
func TestMarksInWindowsOfFiveSizes(t *testing.T) {
	opening := "各位代表：现在报告工作，请予审议。"
	heading := "a bookmark 全年工作回顾 一、全年工作回顾 "
	for _, s := range []struct{ before, keys, kept, shows, lacks string }{
		{"2", "m", "a bookmark  " + opening + " ", "◆", ""},
		{"2", ";", "a bookmark  " + opening + " ", "已标记“各位代表：”", ""},
		{"2", "；", "a bookmark  " + opening + " ", "◆", ""},
		{"2 m", "m", "", "已去掉书签", "◆"},
		{"2 m m", "m", "a bookmark  " + opening + " ", "◆", ""},
		{"2 ]", "m", heading, "◆", ""},
		{"2 ] m", "G", heading, "", ""},
		{"2 ] m G", "‘ enter", heading, "一、全年工作回顾", ""},
		{"2 ] m g", "‘", heading, "本文的书签和笔记 · 1|书签和笔记", ""},
		{"3 down", "m", "a bookmark 全年工作回顾>做强产业，增长提速 （一）做强产业，增长提速 ", "", ""},
		{"2 ] m", "‘ d", "", "已删去", ""},
		{"2 ] m", "‘ d d", heading, "已恢复", ""},
		{"2 ] m ‘ d esc", "‘", "", "还没有书签", ""},
		{"2 ] m", "‘ d esc m", heading, "◆", ""},
		{"2 ]", "‘", "", "Tab看所有", ""},
		{"2 ] m J", "‘ tab", heading, "所有的书签", ""},
		{"2 ] m J", "‘ tab down enter", heading, "一、全年工作回顾", ""},
		{"2", "M '想一想 enter", "a note  " + opening + " 想一想", "✎", ""},
		{"2", "M '想一想 esc", "", "现在报告工作", "✎"},
		{"2 M '想 enter", "M '一想 enter", "a note  " + opening + " 想一想", "✎", ""},
		{"2 M '想 enter", "M backspace enter", "", "笔记已删去", "✎"},
		{"2", "M enter", "", "没有写什么", "✎"},
		{"2 M '想一想 enter m", "‘", "a note  " + opening + " 想一想|a bookmark  " + opening + " ", "想一想", ""},
		{"2", "H", "a highlight  " + opening + " ", "▎", ""},
		{"2 H", "H", "", "已去掉划线", "▎"},
		{"2 v", "H", "a highlight  各位代表： ", "已划线5字", ""},
		{"2 v j", "H", "a highlight  各位代表：现在报告工作， ", "▎", ""},
		{"2 v", "M '谁 enter", "a note  各位代表： 谁", "✎", ""},
		{"2 v j o j M '想 enter", "v j o j M", "a note  现在报告工作， 想", "笔记：想", ""},
		{"2 v", "m", "a bookmark  " + opening + " ", "◆", ""},
	} {
		for _, size := range sizes() {
			d := &keeper{}
			a := openKept(t, keeperOptions(d), size[0], size[1])
			take(t, a, s.before)
			take(t, a, s.keys)
			when, on := fmt.Sprintf("%v, %q then %q", size, s.before, s.keys), text(a)
			if got := d.told(); got != s.kept {
				t.Errorf("%s: kept is %q, want %q", when, got, s.kept)
			}
			if !oneOf(s.shows, func(w string) bool { return strings.Contains(on, w) }) {
				t.Errorf("%s: %q is not on screen\n%s", when, s.shows, on)
			}
			if s.lacks != "" && strings.Contains(on, s.lacks) {
				t.Errorf("%s: %q is on screen\n%s", when, s.lacks, on)
			}
			if n := looksFocused(a); n != 1 {
				t.Errorf("%s: %d look focused", when, n)
			}
			check(t, a, when)
		}
	}
}

// The sign stands beside the line where the mark begins, and takes no cell from the
// text: every line is where it was.
func TestSignsTakeNothingFromTheText(t *testing.T) {
	for _, size := range append(sizes(), [2]int{20, 6}, [2]int{40, 12}) {
		for _, wide := range []bool{false, true} {
			opt := keeperOptions(&keeper{})
			opt.Policy = cell.Policy{WideAmbiguous: wide}
			a := openKept(t, opt, size[0], size[1])
			press(a, "2", "]", "]")
			before := page(a)
			g := a.screen().Glyphs
			for _, key := range []string{"m", "H", "M"} {
				press(a, key)
				if key == "M" {
					press(a, "'记", "enter")
				}
			}
			after := page(a)
			for _, sign := range []string{g.Mark, g.Note, g.Lit} {
				if a.policy.Width(sign) != 1 {
					t.Errorf("%q is %d cells wide", sign, a.policy.Width(sign))
				}
			}
			if strings.NewReplacer(g.Note, " ", g.Lit, " ").Replace(after) != strings.ReplaceAll(before, g.Lit, " ") {
				t.Errorf("%v: the page was\n%s\nand is\n%s", size, before, after)
			}
			check(t, a, fmt.Sprint(size))
		}
	}
}

// A section shows the marks in it: where it is folded with all that it holds.
func TestTheContentsShowMarks(t *testing.T) {
	for _, tc := range []struct{ keys, row string }{
		{"2 ] ] m 3", "（一）做强产业"},
		{"2 ] ] m 3 up up up left", "一、全年"},
		{"2 ] ] H 3", "（一）做强产业"},
	} {
		a := openKept(t, keeperOptions(&keeper{}), 160, 45)
		take(t, a, tc.keys)
		g := a.screen().Glyphs
		marked := ""
		for _, row := range a.outline.draw(&a.reading, a.canvas(onOutline)) {
			if s := row.Text(); strings.Contains(s, g.Mark) || strings.Contains(s, g.Lit) {
				marked += s
			}
		}
		if !strings.Contains(marked, tc.row) || strings.Count(marked, g.Mark)+strings.Count(marked, g.Lit) != 1 {
			t.Errorf("%q: marked in the contents is %q", tc.keys, marked)
		}
	}
}

// Marks are found again in the next run, in a changed text too; those whose words are
// gone are listed with what they quote, and can be deleted.
func TestMarksOfTheRunBefore(t *testing.T) {
	for _, size := range sizes() {
		d := &keeper{}
		a := openKept(t, keeperOptions(d), size[0], size[1])
		take(t, a, "2 ] ] H M '记一笔 enter G m")
		if len(d.marks) != 3 {
			t.Fatalf("%v: kept is %s", size, d.told())
		}
		d.marks = append(d.marks, model.Mark{ID: "x", Key: "a", Title: "别", Quote: "原先有的一句话", From: model.Anchor{After: "原先有的一句话，后来删了", Share: 0.5}})
		opt := keeperOptions(d)
		all := reports()
		old := all[0]
		var body []model.Block
		for range 20 {
			body = append(body, model.Paragraph{Prose: model.Plain("新加的一段，说别的事。")})
		}
		all[0] = model.NewArticle(*old.Entry, append(body, old.Body...))
		opt.Library = options(all).Library
		b := openKept(t, opt, size[0], size[1])
		take(t, b, "2")
		marks := b.reading.Marks()
		if len(marks) != 4 || !marks[3].Lost || marks[0].Lost || marks[0].Start.Block != 22 {
			t.Fatalf("%v: in the changed text %+v", size, marks)
		}
		for _, m := range d.marks { // they are kept by what the text says now
			if now := b.reading.Article(); (m.Print == now.Print) == (m.ID == "x") {
				t.Errorf("%v: %q is kept for the print %d of %d", size, m.Quote, m.Print, now.Print)
			}
		}
		press(b, "‘")
		if on := text(b); !strings.Contains(on, "原先有的一句话") || !strings.Contains(on, "原处已改") {
			t.Errorf("%v: a lost mark is not listed\n%s", size, on)
		}
		press(b, "end", "d", "esc")
		if len(d.marks) != 3 {
			t.Errorf("%v: kept is %s", size, d.told())
		}
		press(b, "‘", "home", "enter")
		if got := b.reading.At().Pos.Block; got != 22 {
			t.Errorf("%v: Enter leads to block %d", size, got)
		}
		lit := ""
		for _, row := range b.text.draw(&b.reading, b.canvas(onText)) {
			for _, s := range row {
				if s.Ink.Over == role.Highlighted {
					lit += s.Text
				}
			}
		}
		if lit != "（一）做强产业，增长提速" {
			t.Errorf("%v: highlighted is %q", size, lit)
		}
	}
}

// Without a memory marks last as long as the program; one that fails says so once and
// loses none of this run.
func TestMarksWithoutAMemory(t *testing.T) {
	for _, memory := range []model.Memory{nil, &keeper{fails: errors.New("磁盘已满")}} {
		opt := options(reports())
		opt.Memory = memory
		a := openKept(t, opt, 120, 36)
		take(t, a, "2 ] m J m K")
		if got := len(a.reading.Marks()); got != 1 {
			t.Errorf("%d marks", got)
		}
		if memory != nil {
			continue
		}
		press(a, "‘", "tab")
		if !strings.Contains(text(a), "书签和笔记 · 2") {
			t.Errorf("all marks are\n%s", text(a))
		}
	}
}

// What was marked last is kept when the program ends at once.
func TestMarksAreKeptWhenOneQuits(t *testing.T) {
	d := &keeper{}
	a := openKept(t, keeperOptions(d), 120, 36)
	press(a, "2")
	a.Update(strokes("m")[0]) // what it begins is not carried out
	if len(d.marks) > 0 && a.marking.finish() == nil {
		return // it was quick
	}
	if rest := a.marking.finish(); rest != nil {
		rest()
	}
	if len(d.marks) != 1 {
		t.Errorf("kept is %q", d.told())
	}
}

// A note goes on in the editor, and comes back with its lines.
func TestNotesInTheEditor(t *testing.T) {
	d := &keeper{}
	opt := keeperOptions(d)
	var given string
	opt.EditNote = func(text string) (tea.ExecCommand, func() (string, error), error) {
		given = text
		return nil, func() (string, error) { return "一行\n二行\n", nil }, nil
	}
	a := openKept(t, opt, 120, 36)
	press(a, "2", "M", "'先写", "ctrl+o")
	p, ok := a.front().(*asking)
	if !ok || given != "先写" {
		t.Fatalf("the editor was given %q", given)
	}
	_, cmd := a.Update(noteEdited{prompt: p, text: "一行\n二行\n"})
	drain(a, cmd)
	if len(d.marks) != 1 || d.marks[0].Note != "一行\n二行" {
		t.Fatalf("kept is %q", d.told())
	}
	press(a, "M", "'！", "enter")
	if got := d.marks[0].Note; got != "一行\n二行！" {
		t.Errorf("changed in the prompt it is %q", got)
	}
	press(a, "M")
	p = a.front().(*asking)
	a.Update(noteEdited{prompt: p, err: errors.New("编辑器退出了")})
	if a.front() != surface(p) || !strings.Contains(text(a), "编辑器退出了") && a.notice.text == "" {
		t.Errorf("an editor that fails takes the prompt away\n%s", text(a))
	}
}

// The cost of thousands of marks grows with their number, not with its square.
func BenchmarkMarks(b *testing.B) {
	for _, n := range []int{1000, 4000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			art := reports()[0]
			var marks []model.Mark
			for i := range n {
				p := model.Pos{Block: i % len(art.Body)}
				m := art.NewMark(model.Bookmark, p, p, time.UnixMilli(int64(i)))
				m.ID = fmt.Sprint(i)
				marks = append(marks, m)
			}
			a := openKept(b, keeperOptions(&keeper{marks: marks}), 160, 45)
			press(a, "2")
			for b.Loop() {
				a.frame()
			}
		})
	}
}
