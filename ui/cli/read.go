package cli

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

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
	Voice    []string          // the command that reads aloud what it is given, nil for none asked for
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
	var b *begun
	if inv.endsAtOnce(args) {
		b = begin(ctx, inv.library(ctx, args))
		if done, err := inv.oneScreen(ctx, b); done || err != nil {
			return err
		}
	}
	inv.reading = true
	custom, err := inv.custom()
	if err != nil {
		return err
	}
	r := Reading{
		Words: inv.words, Sheet: inv.style(), Custom: custom, Themes: inv.themes(custom),
		Keys: inv.config.Keys, Encoding: inv.flags.encoding, Panes: inv.config.Panes, NoMouse: inv.config.NoMouse,
		Notices: inv.notices, Alone: inv.alone(args), Pictures: inv.config.Pictures != "off", Voice: inv.config.Voice,
		Memory: inv.memory(args), Styled: inv.flags.style != "", Measured: inv.flags.width != 0, Start: inv.start,
	}
	if r.Memory != nil {
		r.Memory.Prepare() // while the terminal is asked
		defer r.Memory.Close()
	}
	if len(inv.notices) == 1 { // several do not fit in the status line: they are told when it is left
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
	if inv.endsAtOnce(args) {
		var short bool
		if short, err = inv.readUnlessShort(ctx, r, b); short {
			return err
		}
	} else {
		err = inv.Read(r)
	}
	for _, line := range inv.unread(b, args) { // the screen on which it was told is gone
		inv.complain(line)
	}
	return err
}

// unread words what kept sources from being read that were named, or that nothing was
// chosen of them. What could not be read in a folder was told on screen.
func (inv *invocation) unread(b *begun, args []string) (lines []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, err := range b.failed {
		line, notice := inv.Explain(inv.words, err)
		named := func(arg string) bool { return strings.HasPrefix(line, filepath.ToSlash(arg)+": ") }
		if !notice && (inv.picks() || slices.ContainsFunc(args, named)) && !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines
}

// alone reports whether what is named is one text: standard input, a file, or an
// article of the library by its ID.
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

// glance is how long the first article is waited for before the screen is
// taken over: long enough for a file of ordinary size to say that it cannot be
// read.
const glance = 80 * time.Millisecond

// A begun library has been followed before the screen was taken over.
type begun struct {
	model.Library
	news   chan model.News
	cancel context.CancelFunc
	told   []model.News // taken from news already
	broken error        // what the library panicked with; set before news is closed

	mu     sync.Mutex
	failed []error // the first that were told before all was
}

// mostFailed is how many errors are held: more sources than that are not named.
const mostFailed = 10_000

// begin begins to follow a library.
func begin(ctx context.Context, l model.Library) *begun {
	ctx, cancel := context.WithCancel(ctx)
	b := &begun{Library: l, news: make(chan model.News), cancel: cancel}
	go b.follow(ctx)
	return b
}

// ahead waits a little for the first article of a library. Where all is told by then
// and there is none, it says why and lost is set.
func (inv *invocation) ahead(b *begun) (lost bool) {
	wait := time.NewTimer(glance)
	defer wait.Stop()
	for told := 0; ; {
		var n model.News
		ok := true
		if told < len(b.told) {
			n = b.told[told]
		} else {
			select {
			case n, ok = <-b.news:
			case <-wait.C:
				return false
			}
			if ok {
				b.told = append(b.told, n)
			}
		}
		told++
		switch {
		case len(n.Put) > 0:
			return false
		case ok && !n.Whole:
			continue
		}
		b.end()
		for _, n := range b.told {
			if n.Err != nil {
				inv.explain(n.Err)
			}
		}
		return true
	}
}

func (b *begun) follow(ctx context.Context) {
	defer close(b.news)
	defer func() {
		if p := recover(); p != nil {
			b.broken = fmt.Errorf("%v\n\n%s", p, debug.Stack())
		}
	}()
	whole := false
	for n := range b.Library.Follow(ctx) {
		if n.Err != nil && !whole {
			b.mu.Lock()
			if len(b.failed) < mostFailed {
				b.failed = append(b.failed, n.Err)
			}
			b.mu.Unlock()
		}
		whole = whole || n.Whole
		select {
		case b.news <- n:
		case <-ctx.Done():
			return
		}
	}
}

// Follow tells what was told already and then what comes; when the caller has
// had enough or ctx is done, the library is left.
func (b *begun) Follow(ctx context.Context) iter.Seq[model.News] {
	return func(yield func(model.News) bool) {
		defer b.cancel()
		for _, n := range b.told {
			if !yield(n) {
				return
			}
		}
		for {
			select {
			case n, ok := <-b.news:
				if !ok {
					b.end()
					return
				}
				if !yield(n) {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}

// end passes a panic of the library on to where it is seen to.
func (b *begun) end() {
	b.cancel()
	if b.broken != nil {
		panic(b.broken)
	}
}
