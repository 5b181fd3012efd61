// Juan (卷) is a library of Chinese articles in the terminal: it reads, prints,
// lists and searches what it carries and what is on disk.
package main

import (
	"context"
	"io"
	"io/fs"
	"iter"
	"os"
	"os/signal"
	"syscall"

	"github.com/charmbracelet/x/term"

	"juan/data"
	"juan/data/catalogue"
	"juan/data/charset"
	"juan/data/corpus"
	"juan/data/memory"
	"juan/model"
	"juan/ui"
	"juan/ui/cli"
	"juan/ui/config"
	"juan/ui/early"
	"juan/ui/launch"
	"juan/ui/repair"
	asking "juan/ui/term"
	"juan/ui/words"
)

// version is what the linker is told to call this build: -X main.version=1.2.3. Nothing
// else writes it.
var version string

func main() {
	early.Restore()
	bound()
	outTerminal := term.IsTerminal(os.Stdout.Fd())
	var hush *asking.Hush
	if outTerminal { // before anything takes time: keys typed meanwhile must not be echoed
		hush = asking.Silence()
		trim()
	}
	defer hush.End() // a panic passes here
	// A closed pipe is an error of the write that meets it, not a signal.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	stdin := &input{from: os.Stdin}
	code := cli.Run(context.Background(), cli.World{
		Args:        os.Args[1:],
		Stdin:       stdin,
		Some:        stdin.Some,
		Stdout:      os.Stdout,
		Stderr:      os.Stderr,
		Environ:     os.Environ(),
		InTerminal:  term.IsTerminal(os.Stdin.Fd()),
		Piped:       piped(os.Stdin),
		OutTerminal: outTerminal,
		Size:        size,
		Encodings:   charset.Names,
		Library: func(ctx context.Context) cli.Articles {
			grow(growthOfLittle)
			return data.Load(ctx, corpus.Files(), data.Options{Lines: true})
		},
		Open: func(ctx context.Context, paths []string, how cli.Opening) cli.Articles {
			return data.Open(ctx, paths, stdin, options(how))
		},
		Shelve:     func(s cli.Sources) model.Library { return shelve(s, stdin) },
		Cache:      cache,
		ClearCache: catalogue.Clear,
		Remember:   remember,
		State:      state,
		Stat:       os.Stat,
		Import:     importing,
		Empty:      empty,
		Explain:    explain,
		AskAll:     asking.AskAll,
		AskOuter:   func() asking.Outer { return asking.AskOuter(context.Background()) },
		Echo:       hush.End,
		Ask:        func(q asking.Question) asking.Answer { return launch.Ask(hush, q) },
		Read:       launch.World{Explain: explain, Taken: hush.End, Pictures: data.Picture, Spot: spot}.Read,
		Keys:       keys,
		Version:    func() string { return cli.Version(version) },
	})
	hush.End()
	os.Exit(code)
}

// shelve returns the library of what stands on disk, for the reader on screen.
func shelve(s cli.Sources, stdin io.Reader) model.Library {
	opt := options(s.Opening)
	opt.Cache, opt.Held, opt.Watch = s.Cache, s.Held, true
	return frugal{data.OpenLibrary(s.Paths, stdin, opt)}
}

// spot returns the file that a place of an article stands in, and the line.
func spot(ctx context.Context, e *model.Entry, at model.Pos, encoding string) (file string, line int, err error) {
	return data.Spot(ctx, e, at, data.Options{Encoding: encoding})
}

// options returns how files are read.
func options(how cli.Opening) data.Options {
	opt := data.Options{Encoding: how.Encoding, Lines: how.Lines}
	for _, o := range how.Openers {
		opt.Openers = append(opt.Openers, data.Opener{Pattern: o.Pattern, Command: o.Command})
	}
	return opt
}

// cache says what is kept in a folder.
func cache(dir string) cli.Cache {
	if dir == "" {
		return cli.Cache{State: "off"}
	}
	s, err := catalogue.Describe(context.Background(), dir)
	c := cli.Cache{Path: dir, State: "absent", Bytes: s.Size, Sources: s.Sources, Articles: s.Articles, Segments: s.Segments}
	if err == nil {
		err = s.Ails
	}
	switch {
	case err != nil:
		c.State, c.Why = "unusable", err.Error()
	case s.Exists:
		c.State = "sound"
	}
	return c
}

// remember returns what is kept of sources in a folder.
func remember(dir string, sources []string) cli.Store { return memory.New(dir, sources) }

// state says what is remembered in a folder.
func state(dir string) cli.State {
	if dir == "" {
		return cli.State{State: "off"}
	}
	d, err := memory.Describe(context.Background(), dir)
	s := cli.State{Path: memory.File(dir), State: "absent", Bytes: d.Bytes, Articles: d.Articles, Marks: d.Marks}
	switch {
	case err != nil:
		s.State, s.Why = "unusable", err.Error()
	case d.Exists:
		s.State = "sound"
	}
	return s
}

func importing(ctx context.Context, articles cli.Articles, how cli.Importing) iter.Seq2[string, error] {
	opt := data.ImportOptions{Force: how.Force}
	if how.Punctuation {
		opt.Repair = func(text string) string {
			shown, _ := repair.Punctuation(text)
			return shown
		}
	}
	return data.Import(ctx, articles, how.Dir, opt)
}

// piped reports whether f is a pipe or a file: something to read, not a
// terminal and not the null device.
func piped(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && (info.Mode().IsRegular() || info.Mode()&(fs.ModeNamedPipe|fs.ModeSocket) != 0)
}

func size() (columns, rows int) {
	w, h, err := term.GetSize(os.Stdout.Fd())
	if err != nil {
		return 0, 0
	}
	return w, h
}

// keys returns the table of keys under the reader's own.
func keys(w words.Words, own []cli.Binding) (t cli.KeyTable) {
	rows, faults := ui.KeyTable(w, launch.Keymap(own))
	for _, k := range rows {
		t.Rows = append(t.Rows, [2]string{k.Keys, k.What})
	}
	for _, f := range faults {
		t.Faults = append(t.Faults, cli.KeyFault{Line: f.Line, Said: f.Say(w)})
	}
	for _, c := range ui.Commands(w) {
		t.Commands = append(t.Commands, config.Command(c))
	}
	return t
}
