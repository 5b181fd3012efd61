package typeset

import (
	"context"
	"sync"

	"juan/model"
	"juan/ui/role"
)

// smallCode is how much code, in bytes, is coloured while it is laid out where that may
// be done later: on a page there is little of it, and it takes a few milliseconds.
const smallCode = 2 << 10

// later is code that was laid out without its colours.
type later struct {
	plain map[int]bool // blocks

	mu   sync.Mutex // held by who lexes
	code highlighting
}

// awaits reports whether code is to be coloured later, and notes that it is.
func (d *Doc) awaits(block int, c model.Code) bool {
	if !d.settings.Later || len(c.Source) <= smallCode || len(c.Source) > coloured || language(c.Language) == "" {
		return false
	}
	if d.later.plain == nil {
		d.later.plain = make(map[int]bool)
	}
	d.later.plain[block] = true
	return true
}

// Uncoloured returns the blocks of code, of those that lines belong to, that have no
// colours yet.
func (d *Doc) Uncoloured(on []Line) (blocks []int) {
	for i, l := range on {
		if (i == 0 || on[i-1].Block != l.Block) && d.later.plain[l.Block] {
			blocks = append(blocks, l.Block)
		}
	}
	return blocks
}

// Colours are what the parts of a block of code are for.
type Colours struct{ tokens }

// Lex finds the colours of a block of code. Unlike all else of a Doc it may be done
// by any goroutine, and takes a while; it stops when ctx is done.
func (d *Doc) Lex(ctx context.Context, block int) Colours {
	c, ok := d.article.Body[block].(model.Code)
	if !ok {
		return Colours{}
	}
	d.later.mu.Lock()
	defer d.later.mu.Unlock()
	d.later.code.steps = 0 // it is only done for what is on screen
	return Colours{d.later.code.highlight(ctx, c)}
}

// Colour gives a block of code its colours. Its lines stand where they stood, but those
// that were handed out before are as they were.
func (d *Doc) Colour(block int, c Colours) {
	if !d.later.plain[block] {
		return
	}
	delete(d.later.plain, block)
	if len(c.ends) == 0 {
		return
	}
	lines := d.blocks[block]
	for i := range lines {
		var runs []Run
		for _, r := range lines[i].Runs {
			runs = c.parts(runs, r)
		}
		lines[i].Runs = runs
	}
}

// parts appends the parts of a run of code, each in its colour.
func (t *tokens) parts(out []Run, r Run) []Run {
	if r.From < 0 || r.Role != role.CodeText {
		return append(out, r)
	}
	if len(r.Text) != r.To-r.From { // it stands for its bytes as a whole
		r.Role, _ = t.at(r.From)
		return append(out, r)
	}
	for r.Text != "" {
		part := r
		is, n := t.at(r.From)
		n = ceil(r.Text, min(n, len(r.Text)))
		part.Text, part.To, part.Role = r.Text[:n], r.From+n, is
		out = append(out, part)
		r.Text, r.From = r.Text[n:], r.From+n
	}
	return out
}
