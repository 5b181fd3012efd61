package config

import "strings"

// A Command is one of those that keys stand for, as the default settings show
// it.
type Command struct {
	Name string
	Keys []string
	What string // it does
}

// Default returns a file of settings that says nothing: every setting that there
// is, with its default, after a #. say words it, with the keys of the catalogue.
func Default(say func(key string, args ...any) string, commands []Command) string {
	var b strings.Builder
	comment := func(text string) {
		for line := range strings.SplitSeq(text, `\n`) {
			b.WriteString("# " + line + "\n")
		}
	}
	comment(say("config.about"))
	for _, s := range settings() {
		b.WriteString("\n")
		comment(say("config." + s.key))
		if s.key != "theme" { // whose names are those that there are
			comment(say("config.want", s.want))
		}
		b.WriteString("#" + s.key + " = " + s.value + "\n")
	}
	b.WriteString("\n")
	comment(say("config.open"))
	b.WriteString("#[open]\n#" + openForm + "\n\n")
	comment(say("config.keys"))
	b.WriteString("#[keys]\n")
	for _, c := range commands {
		line := "#" + c.Name + " = " + quoted(c.Keys)
		b.WriteString(line + strings.Repeat(" ", max(1, 40-len(line))) + "# " + c.What + "\n")
	}
	return b.String()
}
