package main

import (
	"context"
	"fmt"
	"math"
	"reflect"
	"strings"
	"sync"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"juan/data"
	"juan/data/corpus"
	"juan/model"
	"juan/ui"
	"juan/ui/theme"
	"juan/ui/words"
)

// A projector is the program’s renderer, which is handed one view after the other and
// writes for a terminal that nobody looks at.
type projector struct {
	t       *testing.T
	program *tea.Program
	ended   chan error
	shown   tea.View
	n       int // views so far

	mu      sync.Mutex
	written []byte
	more    sync.Cond
}

// An aperture is the model of a projector: it shows what it was sent last.
type aperture struct{ view, next tea.View }

// A sized is the view for a window whose new size is about to come.
type sized tea.View

func (a aperture) Init() tea.Cmd { return nil }

func (a aperture) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.View:
		a.view = msg
	case sized:
		a.next = tea.View(msg)
	case tea.WindowSizeMsg:
		if a.next.Content != "" { // else it is the first size
			a.view, a.next = a.next, tea.View{}
		}
	}
	return a, nil
}

func (a aperture) View() tea.View { return a.view }

func newProjector(t *testing.T, w, h int) *projector {
	p := &projector{t: t, ended: make(chan error, 1)}
	p.more.L = &p.mu
	p.program = tea.NewProgram(aperture{}, tea.WithInput(nil), tea.WithOutput(p), tea.WithoutSignalHandler(), tea.WithWindowSize(w, h),
		tea.WithColorProfile(colorprofile.TrueColor), tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	go func() {
		_, err := p.program.Run()
		p.ended <- err
	}()
	t.Cleanup(func() {
		p.program.Quit()
		if err := <-p.ended; err != nil {
			t.Error(err)
		}
	})
	return p
}

func (p *projector) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.written = append(p.written, b...)
	p.more.Broadcast()
	return len(b), nil
}

// show returns how many bytes the renderer sends to show v; a view that is the one shown
// is not sent at all.
func (p *projector) show(v tea.View) int {
	v.WindowTitle = p.shown.WindowTitle
	if reflect.DeepEqual(v, p.shown) {
		return 0
	}
	return p.sent(v, func(v tea.View) { p.program.Send(v) })
}

// resize returns how many bytes are sent to show v in a window of another size. The
// renderer may draw between hearing of the size and of the view, so it is measured
// three times.
func (p *projector) resize(v tea.View, w, h int) int {
	least := math.MaxInt
	for range 3 {
		least = min(least, p.sent(v, func(v tea.View) {
			p.program.Send(sized(v))
			p.program.Send(tea.WindowSizeMsg{Width: w, Height: h})
		}))
	}
	return least
}

// sent returns how many bytes are sent for v, which send sends to the program. A title
// that counts the views says when that was, and is not counted.
func (p *projector) sent(v tea.View, send func(tea.View)) int {
	p.n++
	v.WindowTitle = fmt.Sprintf("%06d", p.n)
	title := "\x1b]2;" + v.WindowTitle + "\a"
	p.clear()
	send(v)
	p.mu.Lock()
	defer p.mu.Unlock()
	for !strings.Contains(string(p.written), title) {
		p.more.Wait()
	}
	p.shown = v
	return len(p.written) - len(title)
}

func (p *projector) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.written = p.written[:0]
}

// A session is a reader without a terminal and what the renderer makes of it.
type session struct {
	*projector
	app *ui.App
}

func newSession(t *testing.T, opt ui.Options, w, h int) *session {
	s := &session{newProjector(t, w, h), ui.New(opt)}
	s.app.Update(tea.WindowSizeMsg{Width: w, Height: h})
	s.drain(s.app.Init())
	s.show(s.app.View())
	return s
}

// drain carries out a command and all that follow from it.
func (s *session) drain(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil, tea.QuitMsg:
	case tea.BatchMsg:
		for _, c := range msg {
			s.drain(c)
		}
	default:
		_, next := s.app.Update(msg)
		s.drain(next)
	}
}

// give returns how many bytes the renderer sends for a message and all that follows.
func (s *session) give(msg tea.Msg) int {
	_, cmd := s.app.Update(msg)
	s.drain(cmd)
	return s.show(s.app.View())
}

// pressed returns the key that a name means, else what is typed.
func pressed(name string) tea.KeyPressMsg {
	switch name {
	case "tab":
		return tea.KeyPressMsg{Code: tea.KeyTab}
	case "enter":
		return tea.KeyPressMsg{Code: tea.KeyEnter}
	case "esc":
		return tea.KeyPressMsg{Code: tea.KeyEscape}
	case "space":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

// carried is the library that juan carries.
func carried() ui.Options {
	return ui.Options{
		Words:   words.In(words.Chinese),
		Ground:  theme.Dark,
		Library: model.NewShelf(data.Load(context.Background(), corpus.Files(), data.Options{})),
		Explain: func(err error) (string, bool) { return err.Error(), false },
	}
}

// inEnglish is one text of ASCII.
func inEnglish() ui.Options {
	text := strings.Repeat("A sentence of a text that is long enough to fill some lines of a window. ", 8)
	var body []model.Block
	for range 60 {
		body = append(body, model.Paragraph{Prose: model.Plain(text)})
	}
	opt := carried()
	opt.Words, opt.Alone = words.In(words.English), true
	opt.Library = model.NewShelf(func(yield func(*model.Article, error) bool) {
		yield(model.NewArticle(model.Entry{ID: "english", Title: "A long text"}, body), nil)
	})
	return opt
}

// A step is a key, or a window of another size where that is named, and how many bytes
// it took at 120 × 36 and at 80 × 24 when that was measured, rounded up, so that a word that
// is said otherwise does not break it.
type step struct {
	key          string
	large, small int
}

// What a key costs on a line is never more than it was. Rows with Han are sent whole with
// each frame (ARCHITECTURE.md, The bytes of a frame), so nearly every key costs a screen. In a
// text without any only what changes is sent.
func TestBytesOfAKey(t *testing.T) {
	for _, c := range []struct {
		name  string
		opt   func() ui.Options
		steps []step
	}{
		{"carried", carried, []step{
			{"1", 0, 0}, {"j", 7400, 3300}, {"enter", 7400, 3200}, {"j", 7900, 2600}, {"j", 8000, 1900}, {"space", 7900, 2500},
			{"G", 8100, 2800}, {"/", 7900, 2600}, {"产", 8500, 3100}, {"业", 8600, 3600}, {"enter", 8600, 3500}, {"n", 8600, 3500},
			{"esc", 8100, 3100}, {"tab", 8100, 3900}, {"tab", 8100, 3500}, {"/", 8100, 3600}, {"产", 7500, 3700},
			{"esc", 8100, 3600}, {"2", 8100, 3500}, {"t", 8000, 4000}, {"esc", 8100, 3500}, {":", 7900, 3900}, {"t", 7900, 3900},
			{"esc", 8100, 3500}, {"?", 8100, 4000}, {"esc", 8100, 3500}, {"z", 5600, 3100}, {"j", 5500, 3000}, {"/", 5400, 2900},
			{"esc", 5500, 3000}, {"resize", 4800, 2300},
		}},
		{"in English", inEnglish, []step{
			{"j", 160, 140}, {"space", 2500, 700}, {"/", 40, 40}, {"s", 6200, 4200}, {"esc", 2300, 1500}, {":", 2900, 1900},
			{"esc", 2000, 1100}, {"resize", 2400, 1400},
		}},
	} {
		for _, size := range [][2]int{{120, 36}, {80, 24}} {
			s := newSession(t, c.opt(), size[0], size[1])
			for i, step := range c.steps {
				most := step.large
				if size[0] == 80 {
					most = step.small
				}
				n := 0
				if step.key == "resize" {
					w, h := size[0]-6, size[1]-4
					s.app.Update(tea.WindowSizeMsg{Width: w, Height: h})
					n = s.resize(s.app.View(), w, h)
				} else {
					n = s.give(pressed(step.key))
				}
				if n > most {
					t.Errorf("%s, %d × %d: %d bytes for %q, key %d, and once it was %d", c.name, size[0], size[1], n, step.key, i+1, most)
				}
			}
		}
	}
}

// A view that is the one on screen is not sent.
func TestTheSameViewIsNotSent(t *testing.T) {
	s := newSession(t, carried(), 80, 24)
	s.clear()
	s.program.Send(s.shown)
	if got := s.looked(); got != "" {
		t.Errorf("%q", got)
	}
}

// looked waits until the renderer has looked at the view that it has, and returns what was
// written. What is written past the renderer goes out each time behind what it has to say:
// so it has looked between the first of two such marks and the second.
func (p *projector) looked() string {
	marks := []string{"\x1b]2;first\a", "\x1b]2;second\a"}
	for _, mark := range marks {
		p.program.Send(tea.RawMsg{Msg: mark})
		p.mu.Lock()
		for !strings.Contains(string(p.written), mark) {
			p.more.Wait()
		}
		p.mu.Unlock()
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return strings.NewReplacer(marks[0], "", marks[1], "").Replace(string(p.written))
}
