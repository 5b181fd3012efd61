// Package launch begins the reader on screen: it hands on what was typed and
// what the terminal says meanwhile, turns back what stands for characters that
// the renderer counts otherwise than the terminal draws them, and ends on signals
// with the terminal restored. It knows no files.
package launch

import (
	"context"
	"errors"
	"os"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"juan/model"
	"juan/ui"
	"juan/ui/cli"
	"juan/ui/picture"
	"juan/ui/script"
	"juan/ui/term"
	"juan/ui/words"
)

// Ask returns what the terminal says; one that does not say how wide it draws
// is taken at the word of the environment, in the variable that libraries of
// its kind read. What was typed before h began is taken off the screen.
func Ask(h *term.Hush, q term.Question) term.Answer {
	if !q.Leave {
		q.Shown = h.Shown()
	}
	a := term.Ask(q)
	if wide, _ := strconv.ParseBool(os.Getenv("RUNEWIDTH_EASTASIAN")); wide && a.Cells == 0 {
		a.Cells = 2
	}
	return a
}

// A World is the functions that connect the reader to the outside.
type World struct {
	// Explain words an error of loading and says whether it is only a notice.
	Explain func(words.Words, error) (line string, notice bool)
	// Taken is called when the screen is about to be taken over.
	Taken func()
	// Spot returns the file that a place of an article stands in, and the line.
	Spot func(ctx context.Context, e *model.Entry, at model.Pos, encoding string) (file string, line int, err error)
	// Pictures returns what pictures show.
	Pictures ui.Gallery
}

// The terminal keeps its title while juan shows its own (XTWINOPS 22 and 23).
const (
	pushTitle = "\x1b[22;0t"
	popTitle  = "\x1b[23;0t"
)

// Read runs the reader on screen until it ends. Its errors are worded.
func (w World) Read(r cli.Reading) error {
	heard := hearing{late: late{answer: r.Answer}, pictures: r.Auto}
	inside := r.Auto && term.Multiplexer(os.Getenv) == "tmux"
	graphics := r.Medium.Way != picture.Blocks || inside || r.Auto && heard.waiting()
	through := &gate{file: os.Stdout}
	out, beside := output(through, r.Policy, heard.waiting(), graphics, inside)
	frames := pacing(r.Answer, out)
	if frames != nil {
		out = terminal{os.Stdout, frames}
	}
	var g *guard
	broken := &interrupt{end: func() { g.abandon() }}
	in, err := openInput(broken)
	if err != nil {
		return ended(err, r.Words)
	}
	through.hung.in = in
	aloud := newSpeaker(r.Voice)
	defer aloud.close()
	opt := w.options(r, beside, aloud.say)
	lend := func(run func() error) error { return g.lend(run) } // there is no guard yet
	opt.Edit = w.editing(r, os.Getenv, lend)
	opt.EditNote = noteEditor(r.Words, os.Getenv, lend)
	app := ui.New(opt)
	reader := putAside(app, broken)
	program := tea.NewProgram(pacedBy(frames, reader), tea.WithInput(in), tea.WithOutput(out), tea.WithoutSignalHandler(),
		tea.WithColorProfile(r.Colours), tea.WithFilter(filter(frames, &heard, broken, func() tea.Msg { return g.suspend() })))
	if inside {
		ctx, stop := context.WithCancel(context.Background())
		defer stop()
		go lookOut(ctx, r.Answer, program.Send)
	}
	w.Taken()
	g = watch(program, through)
	through.WriteString(pushTitle)
	defer g.restored()
	defer through.WriteString(popTitle)
	defer g.end()
	frames.begin(program.Send)
	reader.begin(program.Send)
	_, err = program.Run()
	broken.given()
	if reader.end() {
		keep(app, r.Memory)
	}
	return ended(err, r.Words)
}

// filter returns what a message becomes before the program takes it in, nil for nothing.
// suspend stops the program and returns once it goes on.
func filter(frames *pace, heard *hearing, broken *interrupt, suspend func() tea.Msg) func(tea.Model, tea.Msg) tea.Msg {
	return func(m tea.Model, msg tea.Msg) tea.Msg {
		if frames.putOff(msg) {
			broken.answer() // ^C was heard
			return nil
		}
		switch msg.(type) {
		case tea.SuspendMsg:
			msg = suspend()
			frames.putOff(msg)
			return msg
		case endNow:
			return tea.QuitMsg{}
		}
		if msg = frames.filter(msg); msg == status { // requested so that typed keys are read
			return nil
		}
		return heard.filter(m, msg)
	}
}

// lastKept is how long it is waited at the end until what the reader did last is kept.
const lastKept = time.Second

// keep saves what is not saved yet, also after a panic of the reader, as far as that is
// possible.
func keep(app *ui.App, memory model.Memory) {
	if memory == nil {
		return
	}
	defer func() { _ = recover() }() // the earlier panic is the one reported
	what, some := app.Keeping()
	if !some {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), lastKept)
	defer cancel()
	_ = memory.Keep(ctx, what) // there is no screen any more to say it on
}

// options returns what the reader is made of; beside takes pictures that are more
// than cells, nil for none; voice reads aloud.
func (w World) options(r cli.Reading, beside *picture.Writer, voice ui.Voice) ui.Options {
	pictures := w.Pictures
	if !r.Pictures {
		pictures = nil
	}
	var memory model.Memory // not one that holds a nil
	if r.Memory != nil {
		memory = r.Memory
	}
	links, _ := r.Answer.Capable(os.Getenv)
	r.Medium.ID = uint32(os.Getpid()&0xffff) << 8 // others may show pictures in the same terminal
	return ui.Options{
		Library:   r.Library,
		Pictures:  pictures,
		Medium:    r.Medium,
		Beside:    beside,
		Copy:      clipboard(os.Getenv),
		Pipe:      pipe(r.Words),
		Voice:     voice,
		Pass:      passage(os.Getenv),
		Explain:   func(err error) (string, bool) { return w.Explain(r.Words, err) },
		Words:     r.Words,
		Policy:    r.Policy,
		Sheet:     r.Sheet,
		Custom:    r.Custom,
		Themes:    r.Themes,
		Settings:  r.Settings,
		Keymap:    Keymap(r.Keys),
		NoList:    r.Panes == "contents" || r.Panes == "none",
		NoOutline: r.Panes == "list" || r.Panes == "none",
		NoMouse:   r.NoMouse,
		Ground:    cli.Ground(r.Answer, os.Getenv),
		Notice:    notice(r.Words, r.Notices),
		Memory:    memory,
		Fixed:     ui.Fixed{Theme: r.Styled, Measure: r.Measured},
		Alone:     r.Alone,
		Start:     ui.Start(r.Start),
		Short:     r.Short,

		Traditional: script.ForLocale(os.Getenv),
		Links:       links,
		Typed:       keys(r.Answer.Typed),
	}
}

// notice returns the first fault of the settings and their number; all of them are
// printed when the reader ends.
func notice(w words.Words, all []string) string {
	switch len(all) {
	case 0:
		return ""
	case 1:
		return all[0]
	}
	return w.Say("config.more", len(all)) + all[0]
}

// Keymap returns the reader's own keys, as the settings have them.
func Keymap(own []cli.Binding) ui.Keymap {
	var m ui.Keymap
	for _, b := range own {
		m = append(m, ui.Binding(b))
	}
	return m
}

// ended words how the program on screen ended; nil where that is as it should be.
func ended(err error, w words.Words) error {
	switch {
	case err == nil, errors.Is(err, tea.ErrInterrupted):
		return nil
	case errors.Is(err, tea.ErrProgramPanic):
		return errors.New("panic: " + w.Say("error.panic"))
	}
	return errors.New("tty: " + w.Say("error.terminal", cli.Said(w, err)))
}

// keys returns the keys that were typed while the terminal was asked.
func keys(typed []byte) []tea.KeyPressMsg {
	var d uv.EventDecoder
	var out []tea.KeyPressMsg
	for len(typed) > 0 {
		n, event := d.Decode(typed)
		if n <= 0 {
			break
		}
		if k, ok := event.(uv.KeyPressEvent); ok {
			out = append(out, tea.KeyPressMsg(k))
		}
		typed = typed[n:]
	}
	return out
}
