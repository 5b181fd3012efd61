package ui

import (
	"context"
	"errors"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/role"
	"juan/ui/task"
)

// A fakeVoice says one sentence each time it is let; what it says comes out of said.
type fakeVoice struct {
	said  chan string
	on    chan error
	ended chan struct{}
}

func newFakeVoice() *fakeVoice {
	return &fakeVoice{make(chan string), make(chan error), make(chan struct{}, 1)}
}

func (v *fakeVoice) say(ctx context.Context, s string) error {
	select {
	case v.said <- s:
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-v.on:
		return err
	case <-ctx.Done():
		v.ended <- struct{}{}
		return ctx.Err()
	}
}

// An aloud is an app that reads aloud, and the command that waits for its next news.
type aloud struct {
	*App
	voice *fakeVoice
	next  tea.Cmd
}

func openAloud(t *testing.T, articles []*model.Article, w, h int, keys ...string) *aloud {
	opt := options(articles)
	v := newFakeVoice()
	opt.Voice = v.say
	a := &aloud{App: open(t, opt, w, h), voice: v}
	press(a.App, keys...)
	return a
}

// begin presses A and returns the first sentence that is said.
func (a *aloud) begin() string {
	_, cmd := a.Update(strokes("A")[0])
	a.take(cmd)
	return <-a.voice.said
}

// take hands the app the news of reading aloud that a command leads to.
func (a *aloud) take(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			a.take(c)
		}
	case task.Batch[spoken]:
		_, a.next = a.Update(msg)
	}
}

// goOn lets the sentence end and returns the next one, "" where the reading ended.
func (a *aloud) goOn() string {
	a.voice.on <- nil
	next := make(chan string, 1)
	go func() { next <- <-a.voice.said }()
	for a.next != nil {
		a.take(a.next)
		if !a.speaking.Running() {
			return ""
		}
		if s := <-next; s != "" {
			return s
		}
	}
	return ""
}

// litAloud returns what of the screen is lit as spoken.
func litAloud(a *App) string {
	var b strings.Builder
	rows, _, _ := a.frame()
	for _, r := range rows {
		for _, s := range r {
			if s.Ink.Over == role.Spoken {
				b.WriteString(s.Text)
			}
		}
	}
	return b.String()
}

// Read aloud to the end: each sentence once, in its order, lit and on screen while it is
// said; then nothing is lit.
func TestReadingAloud(t *testing.T) {
	for _, size := range sizes() {
		art := library()[0]
		var want []string
		for s := range sentences(art, model.Pos{}) {
			want = append(want, s.text)
		}
		a := openAloud(t, []*model.Article{art}, size[0], size[1], "2")
		for i, said := 0, a.begin(); said != ""; i++ {
			if i >= len(want) || said != want[i] {
				t.Fatalf("%v: sentence %d is %q, want %q", size, i, said, want[i])
			}
			if lit := litAloud(a.App); squeezed(lit) != squeezed(said) {
				t.Fatalf("%v: %q is said and %q is lit\n%s", size, said, lit, text(a.App))
			}
			check(t, a.App, said)
			if i == len(want)-1 {
				a.voice.on <- nil
				a.take(a.next)
				break
			}
			said = a.goOn()
		}
		for a.next != nil && a.speaking.Running() {
			a.take(a.next)
		}
		if a.speaking.Running() || litAloud(a.App) != "" || !strings.Contains(text(a.App), "朗读完了") || len(a.layers) > 0 {
			t.Errorf("%v: at the end %q is lit\n%s", size, litAloud(a.App), text(a.App))
		}
	}
}

// squeezed is a text without blanks.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// It begins on screen. Esc, A and the end of the program stop it, and the voice with
// it.
func TestReadingAloudStops(t *testing.T) {
	for _, stop := range []string{"esc", "A", "q", "ctrl+c"} {
		a := openAloud(t, library(), 120, 36, "2", "]", "]")
		if said := a.begin(); said != "（一）做强产业，增长提速" {
			t.Errorf("it begins with %q", said)
		}
		press(a.App, stop)
		<-a.voice.ended
		if litAloud(a.App) != "" || a.speaking.Running() {
			t.Errorf("%s: %q is still lit", stop, litAloud(a.App))
		}
		if got := state(a.App); (stop == "esc" || stop == "A") && (got != "text a （一）做强产业，增长提速" || !strings.Contains(text(a.App), "朗读已停")) {
			t.Errorf("%s: %s\n%s", stop, got, text(a.App))
		}
	}
}

// Who scrolls away is not taken back, and followed again once the sentence is on screen.
func TestReadingAloudDoesNotChase(t *testing.T) {
	a := openAloud(t, library(), 80, 16, "2", "]")
	a.begin()
	press(a.App, "G")
	at := a.reading.At()
	a.goOn()
	if a.reading.At() != at {
		t.Errorf("the reader was taken from %v to %v", at, a.reading.At())
	}
	press(a.App, "ctrl+o")
	at = a.reading.At()
	for range 12 {
		a.goOn()
	}
	if a.reading.At() == at || litAloud(a.App) == "" {
		t.Errorf("back at %v the text does not follow", at)
	}
	a.quit()
}

// Where two texts are on screen, the one that is read aloud scrolls along, active or
// not.
func TestReadingAloudBesideAnotherText(t *testing.T) {
	a := openAloud(t, library(), 160, 24, "2", "]", "|", "J", "h")
	a.begin()
	press(a.App, "l")
	mine, beside := a.reading.At(), besideAt(a.App)
	for range 16 {
		a.goOn()
	}
	if a.reading.At() != mine || besideAt(a.App) == beside || litAloud(a.App) == "" {
		t.Errorf("from %v and %v to %v and %v, lit %q", mine, beside, a.reading.At(), besideAt(a.App), litAloud(a.App))
	}
	a.quit()
}

// What cannot be read aloud says why.
func TestReadingAloudWithoutAVoice(t *testing.T) {
	for _, tc := range []struct {
		err  error
		said string
	}{{ErrMute, "没有能朗读的程序"}, {errors.New("broken pipe"), "broken pipe"}} {
		a := openAloud(t, library(), 120, 36, "2")
		a.begin()
		a.voice.on <- tc.err
		for a.next != nil && a.speaking.Running() {
			a.take(a.next)
		}
		if !strings.Contains(text(a.App), tc.said) || litAloud(a.App) != "" {
			t.Errorf("%v: the screen says\n%s", tc.err, text(a.App))
		}
	}
	a := open(t, options(library()), 120, 36)
	press(a, "2", "A")
	if !strings.Contains(text(a), "没有能朗读的程序") {
		t.Errorf("with no voice at all the screen says\n%s", text(a))
	}
}

// Where sentences end, and what is left of them to be said.
func TestSentences(t *testing.T) {
	note := model.NewProse("见注1。再说。", []model.Span{{To: len("见注")}, {From: len("见注"), To: len("见注1"), Voice: model.NoteRef, Target: "1"}, {From: len("见注1"), To: len("见注1。再说。")}})
	art := model.NewArticle(model.Entry{ID: "a"}, []model.Block{
		model.Heading{Prose: model.Plain("一、渡口"), Level: 1},
		model.Paragraph{Prose: model.Plain("“走吧。”他说……好！增长3.5%，到v2.0为止。It works. So it does.")},
		model.Code{Source: "rm -rf"},
		model.Paragraph{Prose: note},
		model.Paragraph{Prose: model.Plain("——")},
		model.Paragraph{Prose: model.Plain("-x\x1b]0;a\x07\u202e里\n外。[[[slnc 9]]]")},
		model.Table{Rows: [][]model.Prose{{model.Plain("年"), model.Plain("数")}, {model.Plain("2020"), model.Plain("3")}}},
	})
	var got []string
	for s := range sentences(art, model.Pos{}) {
		got = append(got, s.text)
	}
	want := "一、渡口|“走吧。”|他说……好！|增长3.5%，到v2.0为止。|It works.|So it does.|见注。|再说。|-x]0;a里|外。|[ [ [slnc 9]]]|年 数|2020 3"
	if strings.Join(got, "|") != want {
		t.Errorf("%s\nwant\n%s", strings.Join(got, "|"), want)
	}
}

// Whatever stands in a text, its sentences follow each other and leave out nothing that
// has a letter; what is said has no control character, one line, and something in it.
func FuzzSentences(f *testing.F) {
	for _, s := range []string{"", "山里。水", "。。。", "a.b. c", "\xff\xfe。", "……？”", strings.Repeat("山", 700), "[[x\x00\u200b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		art := model.NewArticle(model.Entry{ID: "a"}, []model.Block{model.Paragraph{Prose: model.Plain(s)}})
		at := 0
		check := func(skipped string) {
			if strings.ContainsFunc(skipped, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
				t.Fatalf("%q is left out of %q", skipped, s)
			}
		}
		text := art.Body[0].Text()
		for x := range sentences(art, model.Pos{}) {
			if int(x.at.Start) < at || x.at.Stop <= x.at.Start || int(x.at.Stop) > len(text) {
				t.Fatalf("%+v behind %d of %q", x.at, at, text)
			}
			check(text[at:x.at.Start])
			at = int(x.at.Stop)
			if x.text == "" || strings.ContainsFunc(x.text, func(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf) }) || strings.Contains(x.text, "[[") {
				t.Fatalf("%q is said", x.text)
			}
		}
		check(text[at:])
	})
}
