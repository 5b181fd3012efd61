package cli

import (
	"bytes"
	"context"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"juan/model"
	"juan/ui/config"
)

// A Store is what is remembered between runs, in a folder.
type Store interface {
	model.Memory
	// Prepare begins to read what a run begins with.
	Prepare()
	// Last returns the sources that were read last, and whether there are any.
	Last(ctx context.Context) (sources []string, ok bool, err error)
	Export(ctx context.Context, to io.Writer) error
	Import(ctx context.Context, from io.Reader) error
	// Forget forgets a file, a folder or an article by its ID, and returns of how many
	// articles something was known.
	Forget(ctx context.Context, path string) (int, error)
	// MarksOf returns the marks in a file, a folder or an article by its ID, all of
	// them for "".
	MarksOf(ctx context.Context, path string) ([]model.Mark, error)
	// PutMarks keeps marks as they are, all or none; of those that are kept already the
	// younger stay.
	PutMarks(ctx context.Context, marks []model.Mark) error
	Close() error
}

// A State says what is remembered, as `state --json` has it.
type State struct {
	Path     string `json:"path"`
	Bytes    int64  `json:"bytes"`
	Articles int    `json:"articles"`
	Marks    int    `json:"marks"`
	State    string `json:"state"` // "off", "absent", "sound" or "unusable"
	Why      string `json:"why"`   // it is unusable, "" where it is not
}

// stateFlags are the flags of the sub-command.
type stateFlags struct {
	path, export bool
	load, forget string
}

func (inv *invocation) stateCommand() *cobra.Command {
	c := inv.listing("state", noArgs, inv.state)
	f, s, say := c.Flags(), &inv.flags.state, inv.words.Say
	f.BoolVar(&s.path, "path", false, say("cli.flag.state.path"))
	f.BoolVar(&s.export, "export", false, say("cli.flag.state.export"))
	f.StringVar(&s.load, "import", "", say("cli.flag.state.import"))
	f.StringVar(&s.forget, "forget", "", say("cli.flag.state.forget"))
	f.Lookup("import").Annotations = map[string][]string{placeholder: {"FILE"}}
	f.Lookup("forget").Annotations = map[string][]string{placeholder: {"PATH"}}
	return c
}

// stateDir returns the folder for what is remembered, "" where nothing is to be.
func (inv *invocation) stateDir() string {
	if inv.flags.nostate {
		return ""
	}
	return config.State(inv.getenv)
}

// stored says what is remembered.
func (inv *invocation) stored() State {
	if inv.State == nil {
		return State{State: "off"}
	}
	return inv.State(inv.stateDir())
}

// memory returns what is remembered of sources, nil where nothing is to be.
func (inv *invocation) memory(sources []string) Store {
	if inv.flags.nostate || inv.Remember == nil {
		return nil
	}
	return inv.Remember(inv.stateDir(), sources)
}

// last returns the sources of the run before; where none are known it says so, and
// the library is read.
func (inv *invocation) last(ctx context.Context) []string {
	m := inv.memory(nil)
	if m == nil {
		inv.note(inv.words.Say("state.nolast"))
		return nil
	}
	defer m.Close()
	sources, ok, err := m.Last(ctx)
	switch {
	case err != nil:
		inv.explain(err)
	case !ok:
		inv.note(inv.words.Say("state.nolast"))
	}
	return sources
}

// state says what is remembered, or does with it what the flags ask for.
func (inv *invocation) state(cmd *cobra.Command, _ []string) error {
	f, asked := inv.flags.state, 0
	for _, is := range []bool{f.path, f.export, f.load != "", f.forget != ""} {
		if is {
			asked++
		}
	}
	switch {
	case asked > 1:
		return &usage{what: "state", why: "error.state.one"}
	case f.path && inv.stateDir() == "":
		return &usage{what: "state", why: "error.state.off"}
	case f.path:
		return inv.write(oneLine(inv.stored().Path) + "\n")
	case asked == 0:
		return inv.showState()
	}
	m := inv.memory(nil)
	if m == nil {
		return &usage{what: "state", why: "error.state.off"}
	}
	defer m.Close()
	ctx := cmd.Context()
	switch {
	case f.export:
		return quiet(m.Export(ctx, inv.out))
	case f.load != "":
		return inv.loadState(ctx, m, f.load)
	}
	n, err := m.Forget(ctx, f.forget)
	if err != nil {
		return err
	}
	return inv.write(inv.words.Say("state.forgot", n) + "\n")
}

// loadState takes in what was exported to a file, "-" for standard input.
func (inv *invocation) loadState(ctx context.Context, m Store, name string) error {
	exported, err := inv.contents(name)
	if err != nil {
		return &usage{what: name, why: "error.state.file", args: []any{Said(inv.words, err)}}
	}
	if err := m.Import(ctx, bytes.NewReader(exported)); err != nil {
		if _, notice := inv.Explain(inv.words, err); notice {
			return err
		}
		return &usage{what: name, why: "error.state.import"}
	}
	return nil
}

// showState says what is remembered.
func (inv *invocation) showState() error {
	s := inv.stored()
	if inv.flags.json {
		return inv.writeJSON([]State{s})
	}
	pen, err := inv.pen()
	if err != nil {
		return err
	}
	w := inv.words
	row := func(key, value string) []string { return []string{w.Say("cli.state." + key), oneLine(value)} }
	return inv.table(pen.policy, [][]string{
		row("path", s.Path),
		row("state", inv.condition(s.State, s.Why)),
		row("bytes", amount(s.Bytes)),
		row("articles", strconv.Itoa(s.Articles)),
		row("marks", strconv.Itoa(s.Marks)),
	})
}
