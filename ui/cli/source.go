package cli

import (
	"context"

	"juan/model"
	"juan/ui/config"
)

// An Opening says how files are read.
type Opening struct {
	Encoding string          // the charset they are in, "" to detect it
	Openers  []config.Opener // what reads those that juan cannot
}

// articles yields what the arguments name, in their order: paths, "-", and IDs
// of the library for names that no path has. Without arguments it is the
// library.
func (inv *invocation) articles(ctx context.Context, args []string) Articles {
	if len(args) == 0 {
		return inv.Library(ctx)
	}
	var library model.Corpus
	isID := make([]bool, len(args))
	for i, a := range args {
		if a == "-" {
			continue
		}
		if _, err := inv.Stat(a); err != nil {
			if library.Len() == 0 {
				inv.fill(ctx, &library)
			}
			isID[i] = library.Find(a) != nil
		}
	}
	return func(yield func(*model.Article, error) bool) {
		for i := 0; i < len(args); {
			if isID[i] {
				if !yield(library.Find(args[i]), nil) {
					return
				}
				i++
				continue
			}
			end := i
			for end < len(args) && !isID[end] { // one call, so that IDs stay apart
				end++
			}
			for a, err := range inv.Open(ctx, args[i:end], Opening{inv.flags.encoding, inv.config.Open}) {
				if !yield(a, err) {
					return
				}
			}
			i = end
		}
	}
}

func (inv *invocation) fill(ctx context.Context, c *model.Corpus) {
	for a := range inv.Library(ctx) {
		if a != nil {
			c.Add(a)
		}
	}
}

// each does something with every article that can be read; of the others it
// says why not.
func (inv *invocation) each(ctx context.Context, args []string, do func(*model.Article) error) error {
	for a, err := range inv.articles(ctx, args) {
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
	return ctx.Err()
}

// explain says what became of a source.
func (inv *invocation) explain(err error) {
	line, notice := inv.Explain(inv.words, err)
	inv.note(line)
	if !notice {
		inv.code = trouble
	}
}
