package cli

import (
	"github.com/spf13/cobra"
)

// An Importing says how articles are written as files.
type Importing struct {
	Dir         string
	Punctuation bool // repaired to full width
	Force       bool // files that are there are replaced
}

func (inv *invocation) importCommand() *cobra.Command {
	say := inv.words.Say
	c := inv.sub("import SRC... -o DIR", nil, inv.importSources)
	f := c.Flags()
	f.StringVarP(&inv.flags.output, "output", "o", "", say("cli.flag.output"))
	f.BoolVar(&inv.flags.punctuation, "punctuation", false, say("cli.flag.punctuation"))
	f.BoolVar(&inv.flags.force, "force", false, say("cli.flag.force"))
	f.Lookup("output").Annotations = map[string][]string{placeholder: {"DIR"}}
	return c
}

// importSources writes one Markdown file an article and names each file that
// it wrote.
func (inv *invocation) importSources(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return &usage{what: cmd.Name(), why: "error.args.source"}
	case inv.flags.output == "":
		return &usage{what: cmd.Name(), why: "error.args.output"}
	}
	ctx := cmd.Context()
	how := Importing{inv.flags.output, inv.flags.punctuation, inv.flags.force}
	for file, err := range inv.Import(ctx, inv.articles(ctx, args), how) {
		if err != nil {
			inv.explain(err)
			continue
		}
		if err := inv.write(oneLine(file) + "\n"); err != nil {
			return err
		}
	}
	return nil
}
