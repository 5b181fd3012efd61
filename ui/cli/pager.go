package cli

import (
	"context"
	"strings"
	"time"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/typeset"
)

// firstScreen is how long a pipe is waited for to end, where what fits on one screen
// is to be printed, before the screen is taken over for what there is.
const firstScreen = time.Second

// endsAtOnce reports whether what fits on one screen is only printed: one pipe is read,
// and the flag, the options of less or man ask for that. git sets LESS=FRX where it is
// not set, man sets MAN_PN.
func (inv *invocation) endsAtOnce(args []string) bool {
	if len(args) != 1 || args[0] != "-" || !inv.Piped || !inv.OutTerminal {
		return false
	}
	return inv.flags.oneScreen || inv.getenv("MAN_PN") != "" || lessQuits(inv.getenv("LESS"))
}

// oneScreen follows a library until it is complete, exceeds one screen, or has taken
// long. Where it is complete and fits, it is printed, and done is set; otherwise the
// reader on screen continues with the news so far.
func (inv *invocation) oneScreen(ctx context.Context, b *begun) (done bool, err error) {
	columns, rows := inv.Size()
	var art *model.Article
	var patience <-chan time.Time // runs out only once there is something to show
	for {
		var n model.News
		ok := true
		select {
		case n, ok = <-b.news:
		case <-patience:
			return false, nil
		case <-ctx.Done():
			return false, ctx.Err()
		}
		if ok {
			b.told = append(b.told, n)
		}
		for _, a := range n.Held {
			if art != nil && art.Key != a.Key {
				return false, nil // there are several
			}
			if art = a; patience == nil {
				patience = time.After(firstScreen)
			}
		}
		switch {
		case art == nil && n.Err != nil && inv.Empty(n.Err):
			b.cancel()
			return true, nil
		case art != nil && !inv.fits(art, columns, rows-1):
			return false, nil
		case art != nil && (!ok || n.Whole):
			b.cancel()
			return true, inv.printOnce(ctx, b, art)
		case !ok || n.Whole:
			return false, nil
		}
	}
}

// readUnlessShort starts the reader on screen for what comes slowly. Where it turns out
// to fit on one screen before anything was done with it, it is printed after all.
func (inv *invocation) readUnlessShort(ctx context.Context, r Reading, b *begun) (printed bool, err error) {
	var short *model.Article
	r.Short = func(a *model.Article) bool {
		columns, rows := inv.Size()
		if inv.fits(a, columns, rows-1) {
			short = a
		}
		return short != nil
	}
	if err = inv.Read(r); err != nil || short == nil {
		return false, err
	}
	return true, inv.printOnce(ctx, b, short)
}

// printOnce prints what fits on one screen, and what there is to say of it.
func (inv *invocation) printOnce(ctx context.Context, b *begun, art *model.Article) error {
	inv.Echo()
	if err := inv.printAll(func(yield func(*model.Article, error) bool) { yield(art, nil) }, true); err != nil {
		return err
	}
	for _, n := range b.told {
		if n.Err != nil {
			inv.explain(n.Err)
		}
	}
	return ctx.Err()
}

// fits reports whether an article takes at most so many rows of a terminal, the row
// that a shell asks in not among them.
func (inv *invocation) fits(art *model.Article, columns, rows int) bool {
	if rows < 1 || columns < 1 || len(art.Body) > rows {
		return false
	}
	taken := 0
	if art.Written() {
		for _, b := range art.Body {
			taken += max(1, (cell.Policy{}.Width(tabbed(b.Text()))+columns-1)/columns)
		}
		return taken <= rows
	}
	var doc *typeset.Doc
	doc = doc.For(art, inv.paper(art, cell.Policy{}, false))
	for i := range art.Body {
		taken += len(doc.Block(i))
	}
	return taken <= rows
}

// tabbed returns a line with its tabs as blanks, as a terminal draws it.
func tabbed(line string) string {
	var b strings.Builder
	for i, part := range strings.Split(line, "\t") {
		if i > 0 {
			b.WriteString(strings.Repeat(" ", typeset.TerminalTab-cell.Policy{}.Width(b.String())%typeset.TerminalTab))
		}
		b.WriteString(cell.Visible(part))
	}
	return b.String()
}
