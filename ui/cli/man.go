package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// man writes the manual page, in the macros of man(7).
func (inv *invocation) man(cmd *cobra.Command, _ []string) error {
	say, root := inv.words.Say, cmd.Root()
	var p manual
	p.macro("TH", "JUAN", "1", "", "juan "+inv.Version())
	p.WriteString(".ad l\n") // Chinese has no blanks to widen
	p.section(say("man.name"), "juan - "+say("man.short"))
	p.macro("SH", say("man.synopsis"))
	for _, c := range append([]*cobra.Command{root}, root.Commands()...) {
		if !c.Hidden {
			p.macro("PP")
			p.bold(useLine(c))
		}
	}
	p.section(say("man.description"), say("man.about"))
	p.macro("PP")
	p.text(say("man.unseen"))
	p.macro("SH", say("man.commands"))
	for _, c := range root.Commands() {
		if !c.Hidden {
			p.tagged(useLine(c), c.Short)
			c.LocalNonPersistentFlags().VisitAll(p.nested)
		}
	}
	p.macro("SH", say("man.options"))
	root.Flags().VisitAll(p.flag)
	inv.manExamples(&p, root)
	inv.manJSON(&p)
	p.section(say("man.exit"), say("man.codes"))
	p.macro("SH", say("man.environment"))
	p.tagged("LANGUAGE, LC_ALL, LC_MESSAGES, LANG", say("man.env.language"))
	p.tagged("NO_COLOR, CLICOLOR_FORCE, CLICOLOR", say("man.env.color"))
	p.tagged("TERM, COLORTERM", say("man.env.term"))
	p.tagged("VISUAL, EDITOR", say("man.env.editor"))
	p.tagged("XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME", say("man.env.xdg"))
	config, state := say("man.config"), say("man.state")
	p.macro("SH", say("man.files"))
	p.tagged("$XDG_CONFIG_HOME/juan/config.toml", config)
	p.tagged("$XDG_CONFIG_HOME/juan/themes/*.json", say("man.themes"))
	p.tagged("$XDG_STATE_HOME/juan/", state)
	p.tagged("$XDG_CACHE_HOME/juan/", say("man.cache"))
	return inv.write(p.String())
}

// manExamples has an example of each command.
func (inv *invocation) manExamples(p *manual, root *cobra.Command) {
	p.macro("SH", inv.words.Say("man.examples"))
	for _, c := range append([]*cobra.Command{root}, root.Commands()...) {
		for command, what := range inv.examples(c) {
			if !c.Hidden {
				p.tagged(command, what)
			}
		}
	}
}

// manJSON describes each field that is written as JSON.
func (inv *invocation) manJSON(p *manual) {
	p.section(inv.words.Say("json.man.title"), inv.words.Say("json.man.about"))
	p.macro("PP")
	p.text(inv.words.Say("json.man.format"))
	for _, s := range shapes() {
		p.macro("SS", "juan "+s.command+" --json")
		for _, f := range fields(s.of) {
			p.tagged(f.name, inv.about(s.command, f))
		}
	}
}

// A manual is a page under way.
type manual struct{ strings.Builder }

func (p *manual) macro(name string, args ...string) {
	p.WriteString("." + name)
	for _, a := range args {
		p.WriteString(` "` + strings.ReplaceAll(escape(a), `"`, `\(dq`) + `"`)
	}
	p.WriteByte('\n')
}

func (p *manual) text(s string) { p.WriteString(escape(s) + "\n") }

func (p *manual) bold(s string) { p.WriteString(`\fB` + escape(s) + `\fR` + "\n") }

func (p *manual) section(title, text string) {
	p.macro("SH", title)
	p.text(text)
}

func (p *manual) tagged(tag, text string) {
	p.macro("TP")
	p.bold(tag)
	p.text(text)
}

func (p *manual) flag(f *pflag.Flag) { p.tagged(spelling(f), f.Usage) }

// nested is a flag of the command that was written last.
func (p *manual) nested(f *pflag.Flag) {
	p.macro("RS")
	p.flag(f)
	p.macro("RE")
}

// escape keeps text from being taken for requests, and what a shell reads from being
// turned into signs of print: hyphens, quotes, tildes.
func escape(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "~", `\(ti`, "^", `\(ha`).Replace(s)
	if strings.HasPrefix(s, ".") {
		s = `\&` + s
	}
	return s
}
