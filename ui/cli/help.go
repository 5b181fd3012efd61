package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"juan/ui/cell"
)

// help writes what a command does, its sub-commands and its flags.
func (inv *invocation) help(cmd *cobra.Command, _ []string) {
	say := inv.words.Say
	inv.write(cmd.Short + "\n\n" + say("cli.usage") + "\n  " + useLine(cmd) + "\n")
	var rows [][]string
	for _, c := range cmd.Commands() {
		if !c.Hidden {
			rows = append(rows, []string{"", c.Name(), c.Short})
		}
	}
	inv.block(say("cli.commands"), rows)
	rows = nil
	for _, set := range []*pflag.FlagSet{cmd.LocalNonPersistentFlags(), cmd.InheritedFlags(), cmd.PersistentFlags()} {
		set.VisitAll(func(f *pflag.Flag) { rows = append(rows, []string{"", spelling(f), f.Usage}) })
	}
	inv.block(say("cli.flags"), rows)
	if !cmd.HasParent() {
		inv.write("\n" + say("cli.more") + "\n")
	}
}

func (inv *invocation) block(title string, rows [][]string) {
	if len(rows) > 0 {
		inv.write("\n" + title + "\n")
		inv.table(cell.Policy{}, rows)
	}
}

// useLine returns how a command is typed.
func useLine(cmd *cobra.Command) string {
	if cmd.HasParent() {
		return cmd.Parent().Name() + " " + cmd.Use
	}
	return cmd.Use
}

// spelling returns how a flag is typed: -h, --help; --width N.
func spelling(f *pflag.Flag) string {
	var b strings.Builder
	if f.Shorthand != "" {
		fmt.Fprintf(&b, "-%s, ", f.Shorthand)
	}
	b.WriteString("--" + f.Name)
	if v := value(f); v != "" {
		b.WriteString(" " + v)
	}
	return b.String()
}

// value returns the name of a flag's value, "" where it takes none.
func value(f *pflag.Flag) string {
	if names := f.Annotations[placeholder]; len(names) > 0 {
		return names[0]
	}
	if f.Value.Type() == "bool" {
		return ""
	}
	return f.Value.Type()
}

// helpCommand is `juan help COMMAND`.
func (inv *invocation) helpCommand(root *cobra.Command) *cobra.Command {
	c := inv.sub("help [COMMAND]", cobra.MaximumNArgs(1), func(_ *cobra.Command, args []string) error {
		about, rest, err := root.Find(args)
		if err != nil || len(rest) > 0 {
			return &usage{what: args[0], why: "error.args.command"}
		}
		inv.help(about, nil)
		return nil
	})
	c.Hidden = true
	return c
}
