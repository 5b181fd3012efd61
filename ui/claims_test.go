package ui

import (
	"context"
	"iter"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// A key that comes before the first article does not keep it from opening.
func TestAKeyBeforeTheFirstArticle(t *testing.T) {
	a := New(options(library()))
	a.Update(tea.WindowSizeMsg{Width: 120, Height: 36})
	cmd := a.Init()
	press(a, "j")
	if !strings.Contains(text(a), "正在载入") {
		t.Errorf("while nothing has come the screen says\n%s", text(a))
	}
	drain(a, cmd)
	if a.reading.Article() == nil {
		t.Error("nothing is open")
	}
}

// linked is a library whose articles lead to each other.
func linked() Options {
	link := func(text, to string) model.Block {
		return model.Paragraph{Prose: model.NewProse(text, []model.Span{{To: len(text), Voice: model.Link, Target: to}})}
	}
	page := func(id, path string, body ...model.Block) *model.Article {
		return model.NewArticle(model.Entry{ID: id, Title: id, Path: path}, body)
	}
	return options([]*model.Article{
		page("a", "docs/a.md", link("下层", "sub/README.md"), link("外面", "https://x.cn/2024"), link("乙节", "b.md#%E4%B9%99"), link("没有", "b.md#x")),
		page("b", "docs/b.md", model.Heading{Prose: model.Plain("甲"), Level: 1}, model.Heading{Prose: model.Plain("乙"), Level: 1}, model.Heading{Prose: model.Plain("乙"), Level: 1}),
		page("top", "docs/README.md", link("x", "x")),
		page("sub", "docs/sub/README.md", link("x", "x")),
	})
}

func TestLinksLeadWhereTheySay(t *testing.T) {
	for _, tc := range []struct{ number, after string }{
		{"'1", "text sub"},
		{"'2", "text a"}, // leads out: onto the clipboard
		{"'3", "text b 乙"},
		{"'4", "text a"},
	} {
		a := open(t, linked(), 120, 36)
		press(a, "2", "L", tc.number, "enter")
		if got := state(a); got != tc.after {
			t.Errorf("link %s: %s, want %s", tc.number, got, tc.after)
		}
		if tc.number == "'3" && a.reading.At().Pos.Block != 1 {
			t.Errorf("of two equal headings the reader stands at block %d", a.reading.At().Pos.Block)
		}
	}
}

// Articles of the library have no file: a link names them by their ID.
func TestLinksLeadWithinTheLibrary(t *testing.T) {
	opt := options([]*model.Article{
		model.NewArticle(model.Entry{ID: "guide", Title: "guide"}, []model.Block{model.Paragraph{
			Prose: model.NewProse("节", []model.Span{{To: len("节"), Voice: model.Link, Target: "year-2020.md#二表"}})}}),
		model.NewArticle(model.Entry{ID: "year-2020", Title: "year"}, []model.Block{
			model.Heading{Prose: model.Plain("一、文"), Level: 1}, model.Heading{Prose: model.Plain("二、表"), Level: 1}}),
	})
	a := open(t, opt, 120, 36)
	press(a, "2", "L", "enter")
	if got, want := state(a), "text year-2020 二、表"; got != want {
		t.Errorf("the link leads to %s, want %s", got, want)
	}
}

func TestKeysSentAsOneTextAreAllHeard(t *testing.T) {
	a := open(t, options(library()), 120, 36)
	a.Update(tea.KeyPressMsg{Code: '/', Text: "/abc"})
	if p := a.front().typing(); p == nil || p.text() != "abc" {
		t.Errorf("/abc gives %s", state(a))
	}
}

func TestWhatIsTypedDoesNothingToTheTerminal(t *testing.T) {
	a := open(t, options(library()), 120, 36)
	press(a, "2", "/")
	a.Update(tea.PasteMsg{Content: "a\u202eb\u2066c\x1b[2J"})
	check(t, a, "bidi controls pasted")
}

func TestWideLinesSlideOnlyAsFarAsTheyGo(t *testing.T) {
	a := open(t, options(library()), 60, 20)
	press(a, "2", "J", "J")
	press(a, slices.Repeat([]string{"right"}, 60)...)
	far := a.text.sideways
	press(a, "right")
	if a.text.sideways != far || far == 0 {
		t.Errorf("a wide line slides to %d and on to %d", far, a.text.sideways)
	}
	press(a, slices.Repeat([]string{"left"}, far/slideStep+1)...)
	if a.text.sideways != 0 {
		t.Errorf("%d cells from its start after as many keys back", a.text.sideways)
	}
	press(a, "right", "K")
	text(a)
	if a.text.sideways != 0 {
		t.Error("the next article is moved sideways too")
	}
}

func TestTheOutlineMarksOnlyWhereOneIs(t *testing.T) {
	a := open(t, options(library()), 140, 40)
	marks := func() int { return strings.Count(text(a), a.screen().Glyphs.Here) }
	if n := marks(); n != 0 {
		t.Errorf("before the first heading %d rows are marked", n)
	}
	press(a, "2", "]", "3", "/", "'民生")
	if n := marks(); n != 0 {
		t.Errorf("with the section filtered out %d rows are marked", n)
	}
	press(a, "esc", "2", "]", "]")
	if n := marks(); n != 1 {
		t.Errorf("in a folded run-in %d rows are marked", n)
	}
}

// Only what went over the screen counts as read.
func TestJumpingIsNotReading(t *testing.T) {
	a := open(t, options(library()), 120, 36)
	press(a, "2", "G", "g", "]", "]", "g")
	if n := a.reading.Progress(a.reading.Entry()); n != 0 {
		t.Errorf("after jumps %d%% is read", n)
	}
	press(a, "space")
	bottom := a.text.bottom(&a.reading, a.canvas(onText))
	if n, want := a.reading.Progress(a.reading.Entry()), a.reading.Article().Percent(bottom); n != want || n == 0 {
		t.Errorf("a page down %d%% is read, the status says %d%%", n, want)
	}
}

func TestPopupsCloseBeforeTheProgram(t *testing.T) {
	a := open(t, options(library()), 120, 36)
	press(a, "2", "?")
	if _, cmd := a.Update(strokes("?")[0]); cmd != nil || a.front() != (base{}) {
		t.Error("? in the help does more than close it")
	}
	if _, cmd := a.Update(strokes("q")[0]); cmd == nil {
		t.Error("q does not end the program")
	}
	press(a, "?")
	if _, cmd := a.Update(strokes("ctrl+c")[0]); cmd == nil {
		t.Error("^c in the help does not end the program")
	}
}

func TestPopupsTakeClicks(t *testing.T) {
	a := open(t, options(library()), 120, 36)
	press(a, "2", "t")
	x, y := -1, -1
	for i, l := range strings.Split(text(a), "\n") {
		if k := strings.Index(l, "二、来年总体要求"); k >= 0 && strings.Contains(l, "643 │") {
			x, y = 60, i
		}
	}
	_, cmd := a.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	drain(a, cmd)
	if got := state(a); got != "text a 二、来年总体要求" {
		t.Errorf("a click on a heading at %d,%d: %s", x, y, got)
	}
	press(a, "t")
	a.Update(tea.MouseClickMsg{X: 0, Y: 0, Button: tea.MouseLeft})
	if a.front() != (base{}) {
		t.Error("a click beside a popup leaves it open")
	}
}

// One text alone has the whole width: there is nothing to choose from.
func TestOneTextNeedsNoList(t *testing.T) {
	opt := options(library()[:1])
	opt.Alone = true
	a := open(t, opt, 140, 40)
	if arr := a.arrangement(); arr.pane[onList].w != 0 || arr.pane[onText].w == 0 || arr.pane[onOutline].w == 0 {
		t.Errorf("panes are %v", arr.pane)
	}
	for _, key := range []string{"1", "h", "tab", "tab", "tab", "shift+tab", "esc"} {
		press(a, key)
		if a.focus == onList {
			t.Errorf("%s goes to a list of one", key)
		}
	}
}

func TestThemesAreTriedBeforeTheyAreChosen(t *testing.T) {
	a := open(t, options(library()), 120, 36)
	before := a.View().Content
	press(a, "T", "down", "down")
	if a.opt.Sheet == "" {
		t.Error("the sheet under the cursor is not worn")
	}
	press(a, "esc")
	if a.View().Content != before {
		t.Error("Esc does not bring the old looks back")
	}
}

// What is said of one article's punctuation says nothing of another's.
func TestRepairIsForOneArticle(t *testing.T) {
	flat := strings.Repeat("全市经济平稳运行,增速加快;项目建设推进(含续建),成效明显。", 8)
	a := open(t, options([]*model.Article{
		model.NewArticle(model.Entry{ID: "a", Title: "甲"}, []model.Block{model.Paragraph{Prose: model.Plain(flat)}}),
		model.NewArticle(model.Entry{ID: "b", Title: "乙"}, []model.Block{model.Paragraph{Prose: model.Plain(flat)}}),
	}), 120, 36)
	press(a, "2")
	repaired := func() bool { return strings.Contains(page(a), "运行，增速") }
	if !repaired() {
		t.Error("plainly normalised punctuation is not repaired by itself")
	}
	press(a, "p")
	if repaired() {
		t.Error("p does not show it as it was written")
	}
	press(a, "J")
	if !repaired() {
		t.Error("the next article is as written too")
	}
}

func TestCopiedNotesKeepTheirMarks(t *testing.T) {
	text := "注1。“引号”,不改"
	at := strings.Index(text, "1")
	p := model.Paragraph{Prose: model.NewProse(text, []model.Span{{To: at}, {From: at, To: at + 1, Voice: model.NoteRef, Target: "1"}, {From: at + 1, To: len(text)}})}
	if got := source(p); got != "注[1]。“引号”,不改" {
		t.Errorf("copied %q", got)
	}
}

// A slow library tells nothing until its context ends.
type slow struct{ model.Library }

func (slow) Follow(ctx context.Context) iter.Seq[model.News] {
	return func(func(model.News) bool) { <-ctx.Done() }
}

func TestQuittingEndsWhatIsUnderWay(t *testing.T) {
	opt := options(nil)
	opt.Library = slow{}
	a := New(opt)
	cmds := a.Init()().(tea.BatchMsg)
	ended := make(chan struct{})
	go func() { cmds[0](); close(ended) }()
	a.quit()
	<-ended
}

// At the end nothing is left of the section.
func TestAtTheEndNothingIsLeft(t *testing.T) {
	a := open(t, options(library()), 120, 36)
	press(a, "2", "]")
	if !strings.Contains(text(a), "本节约剩") {
		t.Errorf("in a section the status does not say what is left\n%s", text(a))
	}
	press(a, "G")
	if s := text(a); strings.Contains(s, "本节约剩") || !strings.Contains(s, "100%") {
		t.Error("at the end the status still says what is left")
	}
}

// An article that is gone when it is opened is said to be, and is not asked
// for again and again.
func TestAnArticleThatCannotBeRead(t *testing.T) {
	s := newStepper(3)
	s.news(model.News{Put: []*model.Entry{s.article("x").Entry}})
	s.settle()
	e := s.article("y").Entry
	s.desk.remove("y")
	s.news(model.News{Put: []*model.Entry{e}})
	s.settle()
	s.a.reading.Open("y")
	s.send(tea.WindowSizeMsg{Width: 120, Height: 36})
	s.settle()
	if !strings.Contains(text(s.a), "这篇现在读不出来") || !strings.Contains(text(s.a), "y is gone") {
		t.Errorf("the screen says\n%s", text(s.a))
	}
}

// A link into an article that is not at hand waits for it.
func TestALinkIntoAnArticleThatIsFetched(t *testing.T) {
	s := newStepper(4)
	s.news(model.News{Put: []*model.Entry{s.article("x").Entry}})
	s.settle()
	far := model.NewArticle(model.Entry{ID: "far", Title: "远", Path: "far.md"}, []model.Block{
		model.Paragraph{Prose: model.Plain("开头。")}, model.Heading{Prose: model.Plain("后面"), Level: 1}})
	s.desk.put(far)
	s.news(model.News{Put: []*model.Entry{far.Entry}})
	s.settle()
	s.a.goTo("far.md#后面")
	s.send(tea.WindowSizeMsg{Width: 120, Height: 36})
	if s.a.reading.Article() != nil {
		t.Fatal("the article is there before it was fetched")
	}
	s.settle()
	if got := state(s.a); got != "text far 后面" {
		t.Errorf("the link leads to %s", got)
	}
}

// One file that holds many texts is a library: the list has the focus, unless
// the reader has begun to read.
func TestOneFileOfManyTexts(t *testing.T) {
	opt := options(library())
	opt.Alone = true
	if a := open(t, opt, 120, 36); a.focus != onList || a.arrangement().pane[onList].w == 0 {
		t.Errorf("the focus is on pane %d", a.focus)
	}
	opt = options(library())
	opt.Alone = true
	a := New(opt)
	a.Update(tea.WindowSizeMsg{Width: 120, Height: 36})
	cmd := a.Init()
	press(a, "j")
	if drain(a, cmd); a.focus != onText {
		t.Error("a reader who has begun loses the text")
	}
}

// The status counts hits while one is on screen, and goes back to telling the
// place when the reader has moved elsewhere.
func TestTheHitCounterLeaves(t *testing.T) {
	a := open(t, options(library()), 120, 30)
	press(a, "2", "/", "'民生", "enter")
	status := func() string {
		rows := strings.Split(strings.TrimSpace(text(a)), "\n")
		return rows[len(rows)-1]
	}
	if !strings.Contains(status(), "第1处") {
		t.Errorf("at a hit the status says %q", status())
	}
	press(a, "G")
	if strings.Contains(status(), "处") {
		t.Errorf("elsewhere the status still counts hits: %q", status())
	}
	press(a, "ctrl+o", "n", "j")
	if !strings.Contains(status(), "第2处") {
		t.Errorf("a line on the status says %q", status())
	}
}
