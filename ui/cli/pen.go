package cli

import (
	"strings"

	"github.com/charmbracelet/colorprofile"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/repair"
	"juan/ui/role"
	"juan/ui/theme"
	"juan/ui/typeset"
)

// A pen writes lines on standard output: measured by one policy, and in
// colour where that is wanted.
type pen struct {
	inv     *invocation
	policy  cell.Policy
	replace bool // ambiguous characters are shown as look-alikes
	links   bool // OSC 8

	theme   *theme.Theme // nil: without any escape byte
	profile colorprofile.Writer
}

// pen returns the pen that flags, settings and terminal ask for.
func (inv *invocation) pen() (*pen, error) {
	p := &pen{inv: inv, links: inv.OutTerminal}
	p.policy, p.replace = inv.policy()
	profile := inv.profile()
	if profile == colorprofile.NoTTY {
		return p, nil
	}
	custom, err := inv.custom()
	if err != nil {
		return nil, err
	}
	p.theme = theme.Of(inv.style(), custom, inv.ground(), profile)
	p.profile = colorprofile.Writer{Forward: inv.out, Profile: profile}
	return p, nil
}

// line writes runs and ends the line.
func (p *pen) line(runs ...typeset.Run) error {
	var b strings.Builder
	for _, r := range runs {
		if p.inv.OutTerminal {
			r.Text = cell.Printed(r.Text)
		}
		if p.theme == nil || r.From < 0 && r.Role == role.Body {
			b.WriteString(r.Text) // an indent needs no colour
		} else {
			p.paint(&b, r)
		}
	}
	b.WriteByte('\n')
	if p.theme == nil {
		return p.inv.write(b.String())
	}
	_, err := p.profile.Write([]byte(b.String()))
	return quiet(err)
}

func (p *pen) paint(b *strings.Builder, r typeset.Run) {
	link := ""
	if p.links && r.Voice&model.Link != 0 {
		link = r.Target
	}
	p.theme.PaintLink(b, theme.Ink{Role: r.Role, Voice: r.Voice, Style: r.Style}, link, r.Text)
}

// ours returns a run of words that are in no text.
func ours(r role.Role, text string) typeset.Run {
	return typeset.Run{Text: text, From: -1, Role: r}
}

// shown returns s so that it can stand on a line of ours: in one line, without
// a character that acts on the terminal, and with look-alikes where they are
// asked for.
func (p *pen) shown(s string) string { return p.kept(strings.Join(strings.Fields(s), " ")) }

// kept is shown for a part of a line, whose blanks at the ends matter.
func (p *pen) kept(s string) string {
	s, _ = repair.Steps{Replace: p.replace, Compose: p.inv.OutTerminal}.Show(s)
	return cell.Visible(s)
}

// asWritten is kept for a part of a line that has tabs, which the terminal draws.
func (p *pen) asWritten(s string) string {
	parts := strings.Split(s, "\t")
	for i, part := range parts {
		parts[i] = cell.Visible(part)
		if p.replace {
			parts[i] = p.kept(part)
		}
	}
	return strings.Join(parts, "\t")
}

// fit returns s, which is shown, in at most n cells: cut, and ended with an
// ellipsis, where it is wider.
func (p *pen) fit(s string, n int) string {
	if p.policy.Width(s) <= n {
		return s
	}
	policy := p.policy
	policy.WideAmbiguous = policy.WideAmbiguous || p.replace // the ellipsis is two dots then
	return strings.TrimRight(policy.Fit(s, n), " ")
}

// oneLine returns s in one line that is only seen.
func oneLine(s string) string {
	return cell.Visible(strings.Join(strings.Fields(s), " "))
}
