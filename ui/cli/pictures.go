package cli

import (
	"image"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"juan/ui/picture"
	"juan/ui/term"
)

// medium returns how pictures are drawn: as the terminal answered that it can, where
// the setting leaves that to it. There is no query for iTerm2’s files; terminals known
// to have them are recognised by name. tmux claims sixels whatever terminal is around
// it, so it is not believed.
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
	case a.Draws() && term.Multiplexer(inv.getenv) != "tmux":
		m.Way = picture.Sixels
	}
	return m
}

// auto reports whether the terminal is asked how it shows pictures.
func (inv *invocation) auto() bool {
	return inv.config.Pictures == "" || inv.config.Pictures == "auto"
}

// shows returns the name of how pictures are shown on screen to a terminal that
// answered so: placeholders, iterm2, sixel, blocks, off, or none where they cannot
// be.
func (inv *invocation) shows(a term.Answer) string {
	policy, replace := inv.policy()
	switch {
	case inv.config.Pictures == "off":
		return "off"
	case inv.profile() <= colorprofile.ASCII || policy.PlainSigns() || replace:
		return "none"
	case inv.ambiguous() != "auto" || !inv.auto(): // the reader does not ask
		return "blocks"
	}
	m := inv.medium(a)
	if inv.terminal() && term.Multiplexer(inv.getenv) == "tmux" {
		m.Way = throughTmux(inv.AskOuter(), a)
	}
	switch {
	case m.Way == picture.Placeholders && inv.profile() == colorprofile.TrueColor:
		return "placeholders"
	case m.Way == picture.Inline:
		return "iterm2"
	case m.Way == picture.Sixels:
		return "sixel"
	}
	return "blocks"
}

// throughTmux returns how pictures are drawn in tmux, which answered a itself.
func throughTmux(o term.Outer, a term.Answer) picture.Way {
	switch {
	case o.Answered:
		return picture.Placeholders
	case o.Sixels && a.Draws():
		return picture.Sixels
	}
	return picture.Blocks
}
