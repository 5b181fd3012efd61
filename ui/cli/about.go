package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"juan/ui/notices"
)

// keys writes the key table.
func (inv *invocation) keys(*cobra.Command, []string) error {
	var rows [][]string
	for _, k := range inv.Keys(inv.words, inv.config.Keys).Rows {
		rows = append(rows, k[:])
	}
	policy, _ := inv.policy()
	return inv.table(policy, rows)
}

// versionCommand tells the version, or the licences of all that is in the program.
func (inv *invocation) versionCommand() *cobra.Command {
	c := inv.sub("version", noArgs, inv.version)
	c.Flags().BoolVar(&inv.flags.licenses, "licenses", false, inv.words.Say("cli.flag.licenses"))
	return c
}

// version writes the version in one line.
func (inv *invocation) version(*cobra.Command, []string) error {
	if inv.flags.licenses {
		return quiet(notices.Write(inv.out))
	}
	return inv.write("juan " + inv.Version() + "\n")
}

// completionCommand writes the script that completes arguments in a shell.
func (inv *invocation) completionCommand() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	one := func(cmd *cobra.Command, args []string) error {
		if len(args) != 1 {
			return &usage{what: cmd.Name(), why: "error.args.shell", args: []any{strings.Join(shells, ", ")}}
		}
		return nil
	}
	c := inv.sub("completion "+strings.Join(shells, "|"), one, func(cmd *cobra.Command, args []string) error {
		root := cmd.Root()
		switch args[0] {
		case "bash":
			return quiet(root.GenBashCompletionV2(inv.out, true))
		case "zsh":
			return quiet(root.GenZshCompletion(inv.out))
		case "fish":
			return quiet(root.GenFishCompletion(inv.out, true))
		case "powershell":
			return quiet(root.GenPowerShellCompletionWithDesc(inv.out))
		}
		return &usage{what: args[0], why: "error.args.shell", args: []any{strings.Join(shells, ", ")}}
	})
	c.ValidArgs = shells
	return c
}
