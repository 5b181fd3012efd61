package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"juan/model"
	"juan/ui/config"
)

// An Opening says how files are read.
type Opening struct {
	Encoding string          // the charset they are in, "" to detect it
	Openers  []config.Opener // what reads those that juan cannot
	Lines    bool            // articles are to know the lines of their files
}

// opening returns how files are to be read.
func (inv *invocation) opening() Opening {
	return Opening{inv.flags.encoding, inv.config.Open, inv.lines}
}

// named takes the arguments apart that no path has and that name an article of
// the library: their articles, by the place of the argument.
func (inv *invocation) named(ctx context.Context, args []string) map[int]*model.Article {
	var library map[string]*model.Article
	found := make(map[int]*model.Article)
	for i, a := range args {
		if a == "-" {
			continue
		}
		if _, err := inv.Stat(a); err == nil {
			continue
		}
		if library == nil {
			library = inv.byID(ctx)
		}
		if art := library[a]; art != nil {
			found[i] = art
		}
	}
	return found
}

func (inv *invocation) byID(ctx context.Context) map[string]*model.Article {
	all := make(map[string]*model.Article)
	for a := range inv.Library(ctx) {
		if a != nil {
			all[a.ID] = a
		}
	}
	return all
}

// piped refuses "-" where standard input is the terminal: nothing would come but what
// is typed.
func (inv *invocation) piped(cmd *cobra.Command, args []string) error {
	if cmd.Name() == "search" { // whose first argument is no source
		args = args[min(1, len(args)):]
	}
	if inv.InTerminal && !inv.Piped && slices.Contains(args, "-") {
		return &usage{what: "-", why: "error.args.nopipe"}
	}
	return nil
}

// sources returns what the arguments name; where they name nothing it is what comes
// through a pipe, which nobody sends to have it ignored.
func (inv *invocation) sources(args []string) []string {
	if len(args) == 0 && inv.Piped {
		return []string{"-"}
	}
	return args
}

// listedSources is sources for a list. Where nothing comes through the pipe, it is the
// library that is listed, and from then on there is no pipe. Commands that write texts
// report an empty pipe instead: in its place the library would pass for what was sent.
func (inv *invocation) listedSources(args []string) []string {
	if len(args) == 0 && inv.Piped && inv.Some != nil && !inv.Some() {
		inv.Piped = false
	}
	return inv.sources(args)
}

// articles yields what the arguments name, in their order: paths, "-", and IDs
// of the library for names that no path has. Without arguments it is the
// library. All paths are opened at once: so they stay apart by their IDs, whatever
// stands between them.
func (inv *invocation) articles(ctx context.Context, args []string) Articles {
	if len(args) == 0 {
		return inv.Library(ctx)
	}
	named := inv.named(ctx, args)
	var paths []string
	var before []int // how many arguments stand before each root
	for i, a := range args {
		if named[i] != nil {
			continue
		}
		paths = append(paths, a)
		if _, err := inv.Stat(a); err == nil || a == "-" {
			before = append(before, i)
		}
	}
	return func(yield func(*model.Article, error) bool) {
		next := 0
		held := func(end int) bool { // those of the library before an argument
			for ; next < end; next++ {
				if art := named[next]; art != nil && !yield(art, nil) {
					return false
				}
			}
			return true
		}
		if len(paths) > 0 {
			for a, err := range inv.Open(ctx, paths, inv.opening()) {
				if a != nil && int(a.Root) < len(before) && !held(before[a.Root]) || !yield(a, err) {
					return
				}
			}
		}
		held(len(args))
	}
}

// library returns what the reader on screen reads from.
func (inv *invocation) library(ctx context.Context, args []string) model.Library {
	if inv.picks() {
		return model.NewShelf(inv.chosen(inv.articles(ctx, args)))
	}
	named := inv.named(ctx, args)
	s := Sources{Opening: inv.opening(), Cache: inv.cache()}
	for i, a := range args {
		if art := named[i]; art != nil {
			s.Held = append(s.Held, art)
		} else {
			s.Paths = append(s.Paths, a)
		}
	}
	if len(s.Paths) > 0 {
		return inv.Shelve(s)
	}
	return model.NewShelf(func(yield func(*model.Article, error) bool) {
		if len(args) == 0 {
			inv.Library(ctx)(yield)
			return
		}
		for _, a := range s.Held {
			if !yield(a, nil) {
				return
			}
		}
	})
}

// cache returns the folder for what is kept between runs, "" where nothing is
// to be kept.
func (inv *invocation) cache() string {
	if inv.flags.nocache {
		return ""
	}
	return config.Cache(inv.getenv)
}

// each does something with every article that can be read; of the others it
// says why not.
func (inv *invocation) each(ctx context.Context, args []string, do func(*model.Article) error) error {
	if err := inv.eachOf(inv.chosen(inv.articles(ctx, inv.sources(args))), do); err != nil {
		return err
	}
	return ctx.Err()
}

// eachOf is each for articles that are at hand.
func (inv *invocation) eachOf(all Articles, do func(*model.Article) error) error {
	for a, err := range all {
		if err != nil {
			if e := inv.flush(); e != nil {
				return e
			}
			inv.explain(err)
			continue
		}
		if err := do(a); err != nil {
			return err
		}
	}
	return nil
}

// explain says what became of a source.
func (inv *invocation) explain(err error) {
	line, notice := inv.Explain(inv.words, err)
	inv.note(line)
	if !notice {
		inv.code = trouble
	}
}
