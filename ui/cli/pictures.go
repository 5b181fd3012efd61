package cli

import (
	"image"
	"strings"

	"juan/ui/picture"
	"juan/ui/term"
)

// medium returns how pictures are drawn: as the terminal answered that it can,
// where the setting leaves that to it. iTerm2’s files have no question of their
// own; these name themselves and are known for them. Tmux answers for sixels
// whatever is around it, so it is not believed.
func (inv *invocation) medium(a term.Answer) picture.Medium {
	m := picture.Medium{Cell: image.Pt(a.CellW, a.CellH)}
	if !inv.auto() {
		return m
	}
	named := func(name string) bool { return strings.HasPrefix(a.Name, name) }
	switch {
	case a.Placeholders:
		m.Way = picture.Placeholders
	case named("iTerm2 ") || named("WezTerm ") || named("mintty "):
		m.Way = picture.Inline
	case a.Sixels && a.CellW > 0 && term.Multiplexer(inv.getenv) != "tmux":
		m.Way = picture.Sixels
	}
	return m
}

// auto reports whether the terminal is asked how it shows pictures.
func (inv *invocation) auto() bool {
	return inv.config.Pictures == "" || inv.config.Pictures == "auto"
}
