package cli

import (
	"fmt"
	"iter"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/typeset"
)

// help writes what a command does, how it is typed, its flags and examples. That of
// juan itself fits a screen of 80 × 24: it describes the main commands, and names the
// others and the flags.
func (inv *invocation) help(cmd *cobra.Command, _ []string) {
	say := inv.words.Say
	inv.write(cmd.Short + "\n" + say("cli.usage") + useLine(cmd))
	if !cmd.HasParent() {
		inv.write("  " + say("cli.usage.path"))
	}
	inv.write("\n")
	if cmd.HasParent() {
		inv.flagBlock(say("cli.flags"), cmd.LocalNonPersistentFlags())
		inv.flagBlock(say("cli.flags.all"), cmd.InheritedFlags())
	} else {
		inv.commandBlock(cmd)
		inv.write("\n" + say("cli.flags.named") + "\n")
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, spelling(f)) })
		inv.names(names)
	}
	inv.write("\n" + say("cli.examples") + "\n")
	var rows [][]string
	for command, what := range inv.examples(cmd) {
		rows = append(rows, []string{"", command, what})
	}
	inv.columned(rows)
	if !cmd.HasParent() {
		inv.write(say("cli.more") + "\n")
	}
}

// mainCommands are those whose help is a line in that of juan.
const mainCommands = " print list outline search import notes "

// commandBlock writes what the main commands do and what the others are called.
func (inv *invocation) commandBlock(root *cobra.Command) {
	var rows [][]string
	var names []string
	for _, c := range root.Commands() {
		switch {
		case c.Hidden:
		case strings.Contains(mainCommands, " "+c.Name()+" "):
			rows = append(rows, []string{"", c.Name(), c.Short})
		default:
			names = append(names, c.Name())
		}
	}
	inv.write("\n" + inv.words.Say("cli.commands") + "\n")
	inv.columned(rows)
	inv.names(names)
}

// flagBlock writes what flags do.
func (inv *invocation) flagBlock(title string, set *pflag.FlagSet) {
	var rows [][]string
	set.VisitAll(func(f *pflag.Flag) { rows = append(rows, []string{"", spelling(f), f.Usage}) })
	if len(rows) > 0 {
		inv.write("\n" + title + "\n")
		inv.columned(rows)
	}
}

// examples yields how a command is typed, and what that does.
func (inv *invocation) examples(cmd *cobra.Command) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for line := range strings.SplitSeq(inv.words.Say("example."+cmd.Name()), `\n`) {
			command, what, _ := strings.Cut(line, "  # ")
			if !yield(command, what) {
				return
			}
		}
	}
}

// least is how many cells the last column of a table has in any case.
const least = 24

// columned writes rows in columns, the last one wrapped.
func (inv *invocation) columned(rows [][]string) {
	var p cell.Policy
	wide := 0 // the first columns
	for _, row := range rows {
		if w := p.Width(row[1]); 2+w+2+least <= inv.columns() {
			wide = max(wide, w)
		}
	}
	for _, row := range rows {
		lines := inv.wrapped(row[2], inv.columns()-wide-4)
		left := p.Pad(row[1], wide)
		if p.Width(row[1]) > wide { // one that is long has a line of its own
			inv.write("  " + row[1] + "\n")
			left = strings.Repeat(" ", wide)
		}
		for _, line := range lines {
			inv.write(strings.TrimRight("  "+left+"  "+line, " ") + "\n")
			left = strings.Repeat(" ", wide)
		}
	}
}

// names writes names in lines.
func (inv *invocation) names(all []string) {
	line := ""
	for _, name := range all {
		if line != "" && len(line)+2+len(name) > inv.columns() {
			inv.write(line + "\n")
			line = ""
		}
		line += "  " + name
	}
	inv.write(line + "\n")
}

// wrapped returns text in lines of so many cells.
func (inv *invocation) wrapped(text string, width int) (lines []string) {
	a := model.NewArticle(model.Entry{}, []model.Block{model.Paragraph{Prose: model.Plain(text)}})
	var doc *typeset.Doc
	doc = doc.For(a, typeset.Settings{Width: max(width, least), Policy: cell.Policy{}, Spaced: true})
	for _, l := range doc.Block(0) {
		var line strings.Builder
		for _, r := range l.Runs {
			line.WriteString(r.Text)
		}
		lines = append(lines, strings.TrimRight(line.String(), " "))
	}
	return lines
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

// helpCommand is `juan help COMMAND`, and `juan help options` for what every flag
// of juan does.
func (inv *invocation) helpCommand(root *cobra.Command) *cobra.Command {
	c := inv.sub("help [COMMAND|options]", oneArg, func(_ *cobra.Command, args []string) error {
		if len(args) == 1 && args[0] == "options" {
			inv.flagBlock(inv.words.Say("cli.flags"), root.Flags())
			return nil
		}
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
