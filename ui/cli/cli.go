// Package cli is the command line: what may be typed, what goes to standard
// output and standard error, and with which code the program ends. What it
// needs of the world (files, the terminal, the reader on screen) it is handed
// as functions; it knows neither how articles are loaded nor bubbletea.
package cli

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"strings"
	"syscall"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/config"
	"juan/ui/term"
	"juan/ui/words"
)

// Exit codes.
const (
	done    = 0
	nothing = 1 // search found nothing
	trouble = 2 // wrong usage, or a source that cannot be read
)

// Articles are yielded one by one, errors between them.
type Articles = iter.Seq2[*model.Article, error]

// Sources are what the reader on screen was given on the command line.
type Sources struct {
	Paths []string
	Held  []*model.Article // of the library that is embedded
	Opening
	Cache string // the folder for what is kept between runs, "" for none
}

// A World is what the command line acts on.
type World struct {
	Args           []string // without the program's name
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Environ        []string

	InTerminal  bool                       // keys can be read from standard input
	Piped       bool                       // standard input is a pipe or a file
	Some        func() bool                // waits until a byte of it comes, or its end, and reports whether one came; nil for yes
	OutTerminal bool                       // standard output is a terminal
	Size        func() (columns, rows int) // of that terminal, 0 where unknown

	Encodings func() []string                // that files may be in, by the names that --encoding takes
	Library   func(context.Context) Articles // what is embedded
	Open      func(ctx context.Context, paths []string, how Opening) Articles
	// Shelve returns what the reader on screen reads from.
	Shelve     func(Sources) model.Library
	Stat       func(path string) (fs.FileInfo, error)
	Import     func(context.Context, Articles, Importing) iter.Seq2[string, error] // yields the files written
	Cache      func(dir string) Cache                                              // what is kept in a folder, "" for none
	ClearCache func(dir string) error
	// Remember returns what is remembered of some sources in a folder; State describes
	// that. Without a folder nothing is remembered, which is reported once.
	Remember func(dir string, sources []string) Store
	State    func(dir string) State
	// Empty says whether an error is only that there is nothing in a source.
	Empty func(error) bool
	// Explain words an error of a source as "what: why" and says whether it is
	// only a notice.
	Explain func(words.Words, error) (line string, notice bool)

	// Echo lets the terminal show again what is typed, which it does not from the
	// start of the program until the reader is on screen.
	Echo func()
	// Ask asks the terminal, or returns an earlier answer; keys typed ahead are left
	// alone unless the reader on screen asks.
	Ask    func(term.Question) term.Answer
	AskAll func(term.Question) term.Answer // asks it everything
	// AskOuter asks tmux what is around it, and that through tmux.
	AskOuter func() term.Outer
	Read     func(Reading) error
	// Keys returns the table of keys under the reader's own.
	Keys    func(words.Words, []Binding) KeyTable
	Version func() string
}

// An invocation is one run of the command line.
type invocation struct {
	World
	words   words.Words
	config  config.Config
	flags   flags
	notices []string     // what is wrong with the settings, not yet said
	reading bool         // on screen
	start   Start        // where in the first text one begins
	lines   bool         // articles are to know the lines of their files
	answer  *term.Answer // the terminal's, once asked
	out     *bufio.Writer
	code    int
}

// errClosed says that nobody reads the output any more.
var errClosed = errors.New("output closed")

// Run does what the arguments ask for and returns the exit code.
func Run(ctx context.Context, w World) int {
	inv := &invocation{World: w, out: bufio.NewWriterSize(w.Stdout, 1<<16)}
	inv.words = words.In(inv.language())
	inv.configure()
	if inv.ascii() {
		inv.words = inv.words.ASCII()
	}
	err := inv.command().ExecuteContext(ctx)
	for _, n := range inv.notices {
		inv.note(n)
	}
	if e := inv.flush(); err == nil {
		err = e
	}
	if err != nil && !errors.Is(err, errClosed) {
		inv.complain(inv.wording(err))
	}
	return inv.code
}

// complain writes one line on standard error and remembers that something
// went wrong.
func (inv *invocation) complain(line string) {
	inv.note(line)
	inv.code = trouble
}

// note writes one line on standard error.
func (inv *invocation) note(line string) {
	line = strings.ReplaceAll(cell.Visible(line), "\n", " ")
	io.WriteString(inv.Stderr, "juan: "+line+"\n")
}

// write puts text on standard output.
func (inv *invocation) write(text string) error {
	_, err := inv.out.WriteString(text)
	return quiet(err)
}

// flush sends what was written on its way.
func (inv *invocation) flush() error { return quiet(inv.out.Flush()) }

// quiet returns errClosed for an error that only says that nobody reads the
// output any more.
func quiet(err error) error {
	if errors.Is(err, syscall.EPIPE) {
		return errClosed
	}
	return err
}

// language returns the language to speak: that of --lang, of the settings, of
// the environment. It must be known before the flags are parsed, for their own
// words.
func (inv *invocation) language() words.Language {
	if l, ok := words.Parse(cmp.Or(inv.early("--lang"), inv.config.Language)); ok {
		return l
	}
	return words.FromEnvironment(inv.getenv)
}

// early returns the value of a flag that is needed before flags are parsed.
func (inv *invocation) early(flag string) string {
	value := ""
	for i, a := range inv.Args {
		switch v, ok := strings.CutPrefix(a, flag+"="); {
		case a == "--":
			return value
		case ok:
			value = v
		case a == flag && i+1 < len(inv.Args):
			value = inv.Args[i+1]
		}
	}
	return value
}

// ascii reports whether the flag or the settings ask for signs of ASCII alone. It
// must be known before the flags are parsed, for their own words.
func (inv *invocation) ascii() bool {
	for _, a := range inv.Args {
		if a == "--" {
			break
		}
		if value, ok := strings.CutPrefix(a, "--ascii"); ok && (value == "" || value[0] == '=') {
			return value != "=false"
		}
	}
	return inv.config.ASCII
}

// columns returns how wide a line of output may be: as asked for, else what
// the terminal has, else 80 cells.
func (inv *invocation) columns() int {
	terminal := 0
	if inv.OutTerminal {
		terminal, _ = inv.Size()
	}
	return cmp.Or(inv.flags.width, terminal, 80)
}
