package cli

import (
	"cmp"
	"context"
	"time"

	"charm.land/glamour/v2/ansi"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/term"
	"juan/ui/typeset"
	"juan/ui/words"
)

// A Reading is what the reader on screen is started with.
type Reading struct {
	// Load yields the articles. Each call after the first reads the sources
	// again, but for standard input, which can be read only once.
	Load     func(context.Context) Articles
	Paths    []string // the files and folders that are read, none for the library
	Words    words.Words
	Policy   cell.Policy
	Settings typeset.Settings  // Width is the one asked for, 0 where none was
	Sheet    string            // a built-in style sheet's name, or theme.Auto
	Custom   *ansi.StyleConfig // a style sheet from a file, in its place
	Answer   term.Answer       // what the terminal said
	Alone    bool              // one text is read, not a library
	Notices  []string          // what is wrong with the settings
}

// read starts the reader on screen. Sources of which none can be read are
// named on standard error instead.
func (inv *invocation) read(ctx context.Context, args []string) error {
	inv.reading = true
	custom, err := inv.custom()
	if err != nil {
		return err
	}
	r := Reading{
		Words: inv.words, Sheet: inv.style(), Custom: custom,
		Notices: inv.notices, Alone: inv.alone(args), Paths: args,
	}
	inv.notices = nil
	var replace bool
	r.Policy, replace = inv.policy()
	if inv.ambiguous() == "auto" {
		r.Answer = inv.ask()
	}
	inv.Align(r.Policy, r.Answer)
	r.Settings = inv.settings(cmp.Or(inv.flags.width, inv.config.Width), r.Policy, replace)
	r.Load = func(ctx context.Context) Articles { return inv.articles(ctx, args) }
	if len(args) > 0 {
		first, lost := inv.ahead(ctx, args)
		if lost {
			return nil
		}
		again := r.Load
		r.Load = func(ctx context.Context) Articles {
			if first == nil {
				return again(ctx)
			}
			defer func() { first = nil }()
			return first
		}
	}
	return inv.Read(r)
}

func (inv *invocation) alone(args []string) bool {
	if len(args) != 1 {
		return false
	}
	info, err := inv.Stat(args[0])
	return args[0] == "-" || err == nil && !info.IsDir()
}

// glance is how long the first article is waited for before the screen is
// taken over: long enough for a file of ordinary size to say that it cannot be
// read.
const glance = 80 * time.Millisecond

// A stream is articles on their way from the goroutine that loads them.
type stream struct {
	ch     chan loaded
	cancel context.CancelFunc
	held   []loaded // taken from ch already
	broken any      // what the loading panicked with; set before ch is closed
}

// A loaded is what a sequence of articles yields.
type loaded struct {
	article *model.Article
	err     error
}

// ahead begins to load and waits a little for the first article. Where all is
// read by then and there is none, it says why and lost is set; else it returns
// what comes, to be taken once.
func (inv *invocation) ahead(ctx context.Context, args []string) (rest Articles, lost bool) {
	ctx, cancel := context.WithCancel(ctx)
	s := &stream{ch: make(chan loaded), cancel: cancel}
	go s.fill(ctx, inv.articles(ctx, args))
	wait := time.NewTimer(glance)
	defer wait.Stop()
	for {
		select {
		case l, ok := <-s.ch:
			if !ok {
				s.end()
				for _, l := range s.held {
					inv.explain(l.err)
				}
				return nil, true
			}
			if s.held = append(s.held, l); l.article == nil {
				continue
			}
		case <-wait.C:
		}
		return s.take, false
	}
}

func (s *stream) fill(ctx context.Context, articles Articles) {
	defer close(s.ch)
	defer func() { s.broken = recover() }()
	for a, err := range articles {
		select {
		case s.ch <- loaded{a, err}:
		case <-ctx.Done():
			return
		}
	}
}

// take yields what is held and then what comes; when the caller has had enough
// the loading ends.
func (s *stream) take(yield func(*model.Article, error) bool) {
	defer s.cancel()
	for _, l := range s.held {
		if !yield(l.article, l.err) {
			return
		}
	}
	for l := range s.ch {
		if !yield(l.article, l.err) {
			return
		}
	}
	s.end()
}

// end passes a panic of the loading on to where it is seen to.
func (s *stream) end() {
	s.cancel()
	if s.broken != nil {
		panic(s.broken)
	}
}
