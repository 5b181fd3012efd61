package cli

import (
	"cmp"
	"context"

	"charm.land/glamour/v2/ansi"
	"github.com/charmbracelet/colorprofile"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/picture"
	"juan/ui/term"
	"juan/ui/theme"
	"juan/ui/typeset"
	"juan/ui/words"
)

// A Reading is what the reader on screen is started with.
type Reading struct {
	Library  model.Library
	Memory   Store // nil where nothing is kept
	Words    words.Words
	Policy   cell.Policy
	Settings typeset.Settings  // Width is the one asked for, 0 where none was
	Sheet    string            // a built-in style sheet's name, or theme.Auto
	Custom   *ansi.StyleConfig // a style sheet from a file, in its place
	Themes   []theme.Own       // of the reader's own
	Answer   term.Answer       // what the terminal said
	Pictures bool              // they are shown where the terminal can
	Medium   picture.Medium    // and how
	Auto     bool              // which is left to what the terminal says
	Voice    []string          // the command that reads its input aloud, nil for the default
	Alone    bool              // one text is read, not a library
	Keys     []Binding         // the reader's own
	Encoding string            // that files are read in, "" to detect it
	Panes    string            // beside the text: both, list, contents, none, "" for both
	NoMouse  bool              // the mouse is left to the terminal
	Notices  []string          // what is wrong with the settings
	Colours  colorprofile.Profile
	Styled   bool  // the style sheet is named on the command line
	Measured bool  // so is the width
	Start    Start // where in the first text one begins
	// Short is asked whether an article is to be printed, once all of it has come; nil is no.
	Short func(*model.Article) bool
}

// read starts the reader on screen. Sources of which none can be read are
// named on standard error instead.
func (inv *invocation) read(ctx context.Context, args []string) error {
	short := inv.endsAtOnce(args)
	var b *begun
	if short {
		b = begin(ctx, inv.library(ctx, args))
		if done, err := inv.oneScreen(ctx, b); done || err != nil {
			return err
		}
	}
	r, err := inv.newReading(args)
	if err != nil {
		return err
	}
	if r.Memory != nil {
		defer r.Memory.Close()
	}
	if b == nil {
		if r.Library = inv.library(ctx, args); len(args) == 0 && !inv.picks() {
			return inv.Read(r)
		}
		b = begin(ctx, r.Library)
	}
	if inv.ahead(b) {
		return nil
	}
	r.Library = b
	if short {
		if short, err = inv.readUnlessShort(ctx, r, b); short {
			return err
		}
	} else {
		err = inv.Read(r)
	}
	for _, line := range inv.unread(b, args) { // the screen that showed it is gone
		inv.complain(line)
	}
	return err
}

// newReading returns all that the reader on screen is started with but the library, and
// asks the terminal what it can do.
func (inv *invocation) newReading(args []string) (r Reading, err error) {
	inv.reading = true
	custom, err := inv.custom()
	if err != nil {
		return r, err
	}
	r = Reading{
		Words: inv.words, Sheet: inv.style(), Custom: custom, Themes: inv.themes(custom),
		Keys: inv.config.Keys, Encoding: inv.flags.encoding, Panes: inv.config.Panes, NoMouse: inv.config.NoMouse,
		Notices: inv.notices, Alone: inv.alone(args), Pictures: inv.config.Pictures != "off", Voice: inv.config.Voice,
		Memory: inv.memory(args), Styled: inv.flags.style != "", Measured: inv.flags.width != 0, Start: inv.start,
	}
	if r.Memory != nil {
		r.Memory.Prepare() // while the terminal is asked
	}
	if len(inv.notices) == 1 { // several do not fit in the status line: they are printed at the end
		inv.notices = nil
	}
	r.Colours = max(inv.profile(), colorprofile.ASCII) // without colours, what is selected is still reversed
	var replace bool
	r.Policy, replace = inv.policy()
	if inv.ambiguous() == "auto" {
		r.Answer = inv.ask()
	}
	r.Medium, r.Auto = inv.medium(r.Answer), inv.auto() && r.Answer.Asked
	r.Settings = inv.settings(cmp.Or(inv.flags.width, inv.config.Width), r.Policy, replace)
	return r, nil
}

// alone reports whether a single text is named: standard input, a file, or an article
// of the library by its ID.
func (inv *invocation) alone(args []string) bool {
	if inv.flags.id != "" {
		return true
	}
	if len(args) != 1 {
		return false
	}
	info, err := inv.Stat(args[0])
	return err != nil || !info.IsDir()
}
