package cli

import (
	"cmp"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"juan/ui/config"
	"juan/ui/theme"
	"juan/ui/words"
)

// A Binding is an entry of the reader's own keys.
type Binding = config.Binding

// A KeyTable is the table of keys under the reader's own.
type KeyTable struct {
	Rows     [][2]string // each key and what it does
	Faults   []KeyFault  // entries that do not hold
	Commands []config.Command
}

// A KeyFault says what is wrong with an entry on a line of the settings.
type KeyFault struct {
	Line int
	Said string
}

func (inv *invocation) configCommand() *cobra.Command {
	f, say := &inv.flags, inv.words.Say
	c := inv.sub("config", noArgs, inv.showConfig)
	c.Flags().BoolVar(&f.defaults, "default", false, say("cli.flag.default"))
	c.Flags().BoolVar(&f.path, "path", false, say("cli.flag.path"))
	c.Flags().BoolVar(&f.check, "check", false, say("cli.flag.check"))
	return c
}

// showConfig writes the settings as they are by default, says where they are, or
// whether there is something wrong with them. What is wrong is said in any case.
func (inv *invocation) showConfig(*cobra.Command, []string) error {
	file := inv.configFile()
	switch {
	case inv.flags.defaults:
		say := func(key string, args ...any) string {
			if key == "config.theme" {
				args = []any{strings.Join(theme.Names(), ", ")}
			}
			return inv.words.Say(key, args...)
		}
		return inv.write(config.Default(say, inv.Keys(inv.words, nil).Commands))
	case file == "" && inv.flags.path:
		return &usage{what: "config", why: "config.nohome"}
	case file == "":
		return inv.write(inv.words.Say("config.nohome") + "\n")
	case inv.flags.path:
		return inv.write(oneLine(file) + "\n")
	}
	said := "config.sound"
	if _, err := os.Stat(file); err != nil {
		said = "config.absent"
	}
	if len(inv.notices) > 0 {
		inv.code = trouble
		said = "config.faults"
	}
	return inv.write(inv.words.Say(said, oneLine(file), len(inv.notices)) + "\n")
}

// configure reads the settings: those of the file that was named, which must
// be there, else those of the usual file, if it is.
func (inv *invocation) configure() {
	file, named := inv.configFile(), inv.early("--config") != ""
	if _, err := os.Stat(file); file == "" || err != nil && !named {
		return
	}
	var faults []config.Fault
	inv.config, faults = config.Read(file)
	if l := inv.language(); l != inv.words.Language {
		inv.words = words.In(l)
	}
	if f := inv.settleTheme(file); f != nil {
		faults = append(faults, *f)
	}
	if len(inv.config.Keys) > 0 {
		for _, f := range inv.Keys(inv.words, inv.config.Keys).Faults {
			faults = append(faults, config.Fault{File: file, Line: f.Line, Why: config.Said, Want: f.Said})
		}
	}
	for _, f := range config.Sorted(faults) {
		inv.notices = append(inv.notices, inv.fault(f))
		if f.Why == config.Unreadable && named {
			inv.code = trouble
		}
	}
}

// configFile returns the file of settings: the one that was named, else the user's, ""
// for a user without a home.
func (inv *invocation) configFile() string {
	return cmp.Or(inv.early("--config"), config.File(inv.getenv))
}

// fault words what is wrong with the settings.
func (inv *invocation) fault(f config.Fault) string {
	what, say := f.File, inv.words.Say
	if f.Line > 0 {
		what += ":" + strconv.Itoa(f.Line)
	}
	what += ": "
	switch f.Why {
	case config.NoSuchKey:
		if f.Near != "" {
			return what + say("error.config.near", f.Key, f.Near)
		}
		return what + say("error.config.key", f.Key)
	case config.WrongValue:
		if f.Key == "theme" {
			f.Want = inv.anyTheme()
		}
		return what + say("error.config.value", f.Key, f.Want) + inv.holds(f.Then)
	case config.Malformed:
		if f.Line > 0 {
			return what + say("error.config.line")
		}
		return what + say("error.config.toml")
	case config.TooMuch:
		return what + say("error.config.toomuch")
	case config.Said:
		return what + f.Want
	}
	return what + say("error.config.file", Said(inv.words, f.Err))
}

// holds says which default holds in the place of a wrong value.
func (inv *invocation) holds(value string) string {
	if strings.Trim(value, "\"{}") == "" {
		return inv.words.Say("error.config.default")
	}
	return inv.words.Say("error.config.holds", value)
}
