package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"juan/ui/theme"
)

// completions teaches the shell the values of flags, and the IDs of the
// library where a command takes them; where none fits it offers files.
func (inv *invocation) completions(root *cobra.Command) {
	values := map[string][]string{"encoding": inv.Encodings(), "style": theme.Names()}
	root.PersistentFlags().VisitAll(func(f *pflag.Flag) {
		if c, ok := f.Value.(*choice); ok {
			values[f.Name] = c.allowed
		}
	})
	for flag, names := range values {
		root.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(names, cobra.ShellCompDirectiveDefault))
	}
	root.ValidArgsFunction = cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault) // files, beside the commands
	for _, c := range root.Commands() {
		if strings.Contains(c.Use, "ID") {
			c.ValidArgsFunction = inv.completeID
		}
	}
}

func (inv *invocation) completeID(cmd *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var out []cobra.Completion
	for a := range inv.Library(cmd.Context()) {
		if a != nil && strings.HasPrefix(a.ID, typed) {
			out = append(out, cobra.CompletionWithDesc(a.ID, oneLine(a.Title)))
		}
	}
	return out, cobra.ShellCompDirectiveDefault
}
