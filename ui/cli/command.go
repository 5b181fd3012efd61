package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flags are what was typed with dashes.
type flags struct {
	width     int
	ambiguous string
	plain     bool
	color     string
	version   bool
	licenses  bool
	style     string
	lang      string
	config    string
	encoding  string
	id        string // of the article that is wanted, "" for all
	section   string // a word of the heading of the wanted section, "" for all
	nocache   bool
	nostate   bool
	last      bool
	oneScreen bool
	clear     bool
	defaults  bool
	path      bool
	check     bool
	state     stateFlags
	markdown  bool
	load      string // a file of notes

	json   bool
	format string // a template, "" for none
	regexp bool
	exact  bool

	count   bool
	files   bool
	numbers bool
	context int // lines around a hit, -1 for none: a stretch of its line

	csv       bool
	indicator string // whose figures are wanted, "" for all

	output      string
	punctuation bool
	force       bool
}

// command returns the tree of commands, worded in the interface's language.
func (inv *invocation) command() *cobra.Command {
	cobra.EnableCommandSorting = false
	cobra.MousetrapHelpText = "" // a double click on Windows opens the library
	root := &cobra.Command{
		Use:               "juan [PATH...]",
		Short:             inv.words.Say("cli.juan"),
		Args:              cobra.ArbitraryArgs,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		RunE:              inv.juan,
		PersistentPreRunE: func(cmd *cobra.Command, args []string) error {
			if cmd.HasParent() || !inv.onScreen() {
				inv.Echo()
			}
			return inv.piped(cmd, args)
		},
	}
	root.SetArgs(inv.Args)
	root.SetIn(inv.Stdin)
	root.SetOut(inv.out)
	root.SetErr(inv.Stderr)
	root.SetHelpFunc(inv.help)
	root.SetFlagErrorFunc(flagError)
	root.SetHelpCommand(inv.helpCommand(root))
	inv.persistent(root.PersistentFlags())
	root.Flags().BoolVarP(&inv.flags.oneScreen, quitting, "F", false, inv.words.Say("cli.flag.onescreen"))
	root.Flags().BoolVar(&inv.flags.last, "last", false, inv.words.Say("cli.flag.last"))
	root.Flags().BoolVarP(&inv.flags.version, "version", "V", false, inv.words.Say("cli.version"))
	inv.choosing(root)
	root.AddCommand(
		inv.choosing(inv.sub("print [PATH|ID...]", cobra.ArbitraryArgs, inv.print)),
		inv.choosing(inv.formatting(inv.listing("list [PATH...]", cobra.ArbitraryArgs, inv.list))),
		inv.choosing(inv.formatting(inv.listing("outline [PATH|ID...]", cobra.ArbitraryArgs, inv.outline))),
		inv.searchCommand(),
		inv.figuresCommand(),
		inv.importCommand(),
		inv.listing("doctor", noArgs, inv.doctor),
		inv.cacheCommand(),
		inv.configCommand(),
		inv.stateCommand(),
		inv.notesCommand(),
		inv.sub("keys", noArgs, inv.keys),
		inv.completionCommand(),
		inv.sub("man", noArgs, inv.man),
		inv.versionCommand(),
	)
	inv.completions(root)
	return root
}

// sub returns a command whose words are in the catalogue under its name.
func (inv *invocation) sub(use string, args cobra.PositionalArgs, run func(*cobra.Command, []string) error) *cobra.Command {
	c := &cobra.Command{Use: use, Args: args, RunE: run, DisableFlagsInUseLine: true}
	c.Short = inv.words.Say("cli." + c.Name())
	return c
}

// listing returns a sub-command that can write JSON.
func (inv *invocation) listing(use string, args cobra.PositionalArgs, run func(*cobra.Command, []string) error) *cobra.Command {
	c := inv.sub(use, args, run)
	c.Flags().BoolVar(&inv.flags.json, "json", false, inv.words.Say("cli.flag.json"))
	return c
}

func (inv *invocation) searchCommand() *cobra.Command {
	c := inv.choosing(inv.formatting(inv.listing("search QUERY [PATH...]", someQuery, inv.search)))
	c.Flags().BoolVar(&inv.flags.regexp, "regexp", false, inv.words.Say("cli.flag.regexp"))
	f, say := &inv.flags, inv.words.Say
	f.context = -1
	c.Flags().BoolVar(&f.exact, "case", false, say("cli.flag.case"))
	c.Flags().BoolVarP(&f.count, "count", "c", false, say("cli.flag.count"))
	c.Flags().BoolVarP(&f.files, "files", "l", false, say("cli.flag.files"))
	c.Flags().BoolVarP(&f.numbers, "line-number", "n", false, say("cli.flag.numbers"))
	c.Flags().VarP(&lineCount{&f.context}, "context", "C", say("cli.flag.context"))
	return c
}

// persistent declares the flags that every command takes.
func (inv *invocation) persistent(fs *pflag.FlagSet) {
	f, say := &inv.flags, inv.words.Say
	fs.Var(&cells{&f.width}, "width", say("cli.flag.width"))
	fs.Var(&choice{&f.ambiguous, []string{"auto", "1", "2", "replace"}}, "ambiguous", say("cli.flag.ambiguous"))
	fs.Var(&choice{&f.color, []string{"auto", "always", "never"}}, "color", say("cli.flag.color"))
	fs.BoolVar(&f.plain, "plain", false, say("cli.flag.plain"))
	fs.Bool("ascii", false, say("cli.flag.ascii"))
	fs.StringVar(&f.style, "style", "", say("cli.flag.style"))
	fs.Var(&choice{&f.lang, []string{"zh", "zh-Hant", "en"}}, "lang", say("cli.flag.lang"))
	fs.StringVar(&f.config, "config", "", say("cli.flag.config"))
	fs.StringVar(&f.encoding, "encoding", "", say("cli.flag.encoding", strings.Join(inv.Encodings(), ", ")))
	fs.BoolVar(&f.nocache, "no-cache", false, say("cli.flag.nocache"))
	fs.BoolVar(&f.nostate, "no-state", false, say("cli.flag.nostate"))
	fs.BoolP("help", "h", false, say("cli.flag.help"))
	for flag, value := range map[string]string{"style": "S", "config": "FILE", "encoding": "gbk|big5|..."} {
		fs.Lookup(flag).Annotations = map[string][]string{placeholder: {value}}
	}
}

// placeholder is the annotation of a flag that names its value in help.
const placeholder = "juan_placeholder"

// juan reads on screen; where standard output is none it prints what it was
// given, or lists the library.
func (inv *invocation) juan(cmd *cobra.Command, args []string) error {
	args, inv.start = starts(args)
	inv.lines = inv.start.Line > 0
	switch {
	case inv.flags.version:
		return inv.version(cmd, nil)
	case inv.flags.last && len(args) > 0:
		return &usage{what: args[0], why: "error.args.last"}
	case inv.flags.last:
		args = inv.last(cmd.Context())
	case inv.onScreen():
		args = inv.sources(args)
	default:
		args = inv.listedSources(args)
	}
	switch {
	case inv.onScreen():
		return inv.read(cmd.Context(), args)
	case len(args) == 0:
		return inv.list(cmd, args)
	}
	return inv.print(cmd, args)
}

// onScreen reports whether an invocation without a subcommand opens the reader on
// screen.
func (inv *invocation) onScreen() bool { return inv.OutTerminal && !inv.dumb() }
