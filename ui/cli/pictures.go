package cli

import (
	"image"
	"strings"

	"juan/ui/picture"
	"juan/ui/term"
)

// medium returns how pictures are drawn: as the terminal answered that it can,
// where the setting leaves that to it. iTerm2’s files have no question of their
// own; these name themselves and are known for them.
func medium(a term.Answer, setting string) picture.Medium {
	m := picture.Medium{Cell: image.Pt(a.CellW, a.CellH)}
	if setting == "blocks" || setting == "off" {
		return m
	}
	named := func(name string) bool { return strings.HasPrefix(a.Name, name) }
	switch {
	case a.Placeholders:
		m.Way = picture.Placeholders
	case named("iTerm2 ") || named("WezTerm ") || named("mintty "):
		m.Way = picture.Inline
	case a.Sixels && a.CellW > 0:
		m.Way = picture.Sixels
	}
	return m
}
