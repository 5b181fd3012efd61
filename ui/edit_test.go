package ui

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// A fake editor changes an article of the desk.
type fakeEditor struct{ run func() error }

func (f fakeEditor) Run() error        { return f.run() }
func (fakeEditor) SetStdin(io.Reader)  {}
func (fakeEditor) SetStdout(io.Writer) {}
func (fakeEditor) SetStderr(io.Writer) {}

// The editor is opened at the paragraph that is read, and the change is taken up,
// without a word of the library.
func TestEditTakesTheChangeUp(t *testing.T) {
	s := newStepper(1)
	art := model.NewArticle(model.Entry{ID: "x", Title: "渡口", Path: "x.md"}, []model.Block{
		model.Heading{Prose: model.Plain("上"), Level: 1}, model.Paragraph{Prose: model.Plain("第一段。")},
		model.Heading{Prose: model.Plain("下"), Level: 1}, model.Paragraph{Prose: model.Plain("第二段。")},
	})
	s.desk.put(art)
	s.news(model.News{Put: []*model.Entry{s.desk.find("x").Entry}, Whole: true})
	var at []model.Pos
	s.a.opt.Edit = func(_ context.Context, e *model.Entry, p model.Pos) (tea.ExecCommand, error) {
		at = append(at, p)
		return fakeEditor{}, nil
	}
	s.settle()
	for _, key := range []string{"2", "]", "]", "e"} {
		for _, msg := range strokes(key) {
			s.send(msg)
		}
	}
	s.settle()
	if len(at) != 1 || at[0].Block != 2 {
		t.Fatalf("the editor was opened at %v", at)
	}
	now := model.NewArticle(model.Entry{ID: "x", Title: "渡口", Path: "x.md"}, append([]model.Block{model.Paragraph{Prose: model.Plain("新的一段。")}}, art.Body...))
	s.desk.put(now)
	s.send(edited{of: art.Entry})
	s.settle()
	if body := s.a.reading.Article().Body; len(body) != 5 || s.a.reading.At().Pos.Block != 3 {
		t.Errorf("%d blocks, the reader stands at %v", len(body), s.a.reading.At())
	}
	s.send(edited{of: art.Entry, err: errors.New("exit status 1")})
	if got := s.a.notice.text; !strings.Contains(got, "exit status 1") || !s.a.notice.alert {
		t.Errorf("an editor that failed says %q", got)
	}
}

func TestWhatCannotBeEditedSaysWhy(t *testing.T) {
	opt := options(library())
	a := open(t, opt, 120, 36)
	press(a, "2", "e")
	if a.notice.text != "这篇不是磁盘上的文件" {
		t.Errorf("without an editor: %q", a.notice.text)
	}
	press(a, "!")
	if a.notice.text != "这里不能运行命令" {
		t.Errorf("without a shell: %q", a.notice.text)
	}
	opt = linked()
	opt.Edit = func(context.Context, *model.Entry, model.Pos) (tea.ExecCommand, error) {
		return nil, errors.New("没有编辑器")
	}
	a = open(t, opt, 120, 36)
	press(a, "2", "e")
	if a.notice.text != "没有编辑器" || !a.notice.alert {
		t.Errorf("an editor that is not there: %+v", a.notice)
	}
}

// A command is handed the article, or the section under the cursor of the contents;
// what it writes is shown in a popup as text that acts on nothing.
func TestPipe(t *testing.T) {
	opt, given := options(library()), []string{}
	opt.Pipe = func(_ context.Context, command, text string) (string, error) {
		given = append(given, command, text)
		switch command {
		case "fail":
			return "半", errors.New("fail: 3")
		case "nothing":
			return "", nil
		}
		return "\x1b[31m第一行\x1b[m\tx\x07\r\n\n" + strings.Repeat("长", 200) + "\n", nil
	}
	a := open(t, opt, 120, 36)
	press(a, "2", "!", "'wc -m", "enter")
	check(t, a, "what a command wrote")
	p, ok := a.front().(*popup)
	if !ok || p.title != "wc -m" || !strings.Contains(text(a), "第一行    x␇") || p.len() < 4 {
		t.Fatalf("the popup shows\n%s", text(a))
	}
	if len(given) != 2 || given[0] != "wc -m" || !strings.HasPrefix(given[1], "各位代表：现在报告工作，请予审议。\n\n一、全年工作回顾\n\n") {
		t.Errorf("the command was given %.200q", given)
	}
	press(a, "q", "3", "j", "j", "!", "'fail", "enter")
	if section := given[3]; !strings.HasPrefix(section, "（二）改善民生") || strings.Contains(section, "三、来年") {
		t.Errorf("in the contents it was given %q", section)
	}
	if !strings.Contains(text(a), "fail: 3") || !strings.Contains(text(a), "半") {
		t.Errorf("a command that failed shows\n%s", text(a))
	}
	press(a, "esc", "!", "'nothing", "enter")
	if !strings.Contains(text(a), "命令没有输出") {
		t.Errorf("a command that wrote nothing shows\n%s", text(a))
	}
	press(a, "esc", "!", "enter")
	if len(given) != 6 {
		t.Errorf("no command at all was run: %q", given)
	}
}
