// Package launch begins the reader on screen: it brings the renderer into line
// with how wide the terminal draws, which takes a new start of the program,
// hands on what was typed meanwhile, and ends on signals with the terminal
// restored. It knows no files.
package launch

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"juan/ui"
	"juan/ui/cell"
	"juan/ui/cli"
	"juan/ui/picture"
	"juan/ui/term"
	"juan/ui/words"
)

// The renderer under bubbletea measures with a switch of its own, which only
// this variable sets and only before the program starts. To change it juan
// starts itself again and carries over, in a variable of its own, what the
// terminal has said by then.
const (
	eastAsian = "RUNEWIDTH_EASTASIAN"
	carried   = "JUAN_TERMINAL"
	hushed    = "JUAN_HUSH"
)

// A Past is what this process began with.
type Past struct {
	answer  term.Answer
	again   bool // juan started itself again
	wide    bool // the renderer takes ambiguous characters for two cells
	foreign bool // and not because juan said so
	hush    *term.Hush
}

// Remembered returns the past and takes its traces out of the environment that
// children get.
func Remembered() *Past {
	p := new(Past)
	p.answer, p.again = term.Decode(os.Getenv(carried))
	p.wide, _ = strconv.ParseBool(os.Getenv(eastAsian))
	p.foreign = p.wide && !p.again
	p.hush = term.Resume(os.Getenv(hushed))
	os.Unsetenv(carried)
	os.Unsetenv(hushed)
	if p.again {
		os.Unsetenv(eastAsian)
	}
	return p
}

// Hush keeps the terminal from showing what is typed until the reader is on
// screen or End is called.
func (p *Past) Hush() {
	if p.hush == nil {
		p.hush = term.Silence()
	}
}

// End makes the terminal as it was.
func (p *Past) End() { p.hush.End() }

// Ask returns what the terminal says; one that does not say how wide it draws
// is taken at the word of the environment.
func (p *Past) Ask(q term.Question) term.Answer {
	if p.again {
		return p.answer
	}
	a := term.Ask(q)
	if a.Cells == 0 && p.foreign {
		a.Cells = 2
	}
	return a
}

// A World is what the reader is told in words.
type World struct {
	// Explain words an error of loading and says whether it is only a notice.
	Explain func(words.Words, error) (line string, notice bool)
	// Taken is called when the screen is about to be taken over.
	Taken func()
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
	links, _ := r.Answer.Capable(os.Getenv)
	pictures := w.Pictures
	if !r.Pictures {
		pictures = nil
	}
	inside := term.Multiplexer(os.Getenv) == "tmux" && r.Auto
	out, beside := output(r.Policy, r.Medium.Way != picture.Blocks || inside, inside)
	r.Medium.ID = uint32(os.Getpid()&0xffff) << 8 // others may show pictures in the same terminal
	app := ui.New(ui.Options{
		Library:  r.Library,
		Pictures: pictures,
		Medium:   r.Medium,
		Beside:   beside,
		Copy:     clipboard(os.Getenv),
		Pass:     passage(os.Getenv),
		Explain:  func(err error) (string, bool) { return w.Explain(r.Words, err) },
		Words:    r.Words,
		Policy:   r.Policy,
		Sheet:    r.Sheet,
		Custom:   r.Custom,
		Settings: r.Settings,
		Ground:   cli.Ground(r.Answer, os.Getenv),
		Notice:   strings.Join(r.Notices, "  "),
		Alone:    r.Alone,
		Links:    links,
		Typed:    keys(r.Answer.Typed),
	})
	heard := hearing{late: late{waiting: r.Answer.Asked && !r.Answer.Answered, from: r.Answer.Place}}
	program := tea.NewProgram(app, tea.WithFilter(heard.filter), tea.WithOutput(out))
	hup := make(chan os.Signal, 1)
	signal.Notify(hup, syscall.SIGHUP)
	defer signal.Stop(hup)
	go func() {
		<-hup
		program.Quit()
	}()
	if inside {
		ctx, stop := context.WithCancel(context.Background())
		defer stop()
		go lookOut(ctx, r.Answer, program.Send)
	}
	os.Stdout.WriteString(pushTitle)
	defer os.Stdout.WriteString(popTitle)
	w.Taken()
	_, err := program.Run()
	switch {
	case errors.Is(err, tea.ErrInterrupted):
		return nil
	case errors.Is(err, tea.ErrProgramPanic):
		return errors.New("panic: " + r.Words.Say("error.panic"))
	case err != nil:
		return errors.New("tty: " + r.Words.Say("error.terminal", err))
	}
	return nil
}

// Align brings the renderer into line with a policy: where its switch is
// another, juan starts itself again. It returns where there is nothing to do or
// that cannot be done.
func (p *Past) Align(policy cell.Policy, answer term.Answer) {
	if policy.WideAmbiguous == p.wide || p.again {
		return
	}
	os.Setenv(carried, answer.Encode())
	os.Setenv(hushed, p.hush.Encode())
	os.Setenv(eastAsian, "0")
	if policy.WideAmbiguous {
		os.Setenv(eastAsian, "1")
	}
	execute()
	os.Unsetenv(carried)
	os.Unsetenv(hushed)
	os.Unsetenv(eastAsian)
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
