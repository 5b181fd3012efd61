package ui

import "slices"

// recentMost is how many queries are remembered.
const recentMost = 50

// A recent is the list of earlier queries of all prompts, the latest last.
type recent struct{ queries []string }

// add puts a query behind the others.
func (r *recent) add(query string) {
	r.queries = slices.DeleteFunc(r.queries, func(s string) bool { return s == query })
	r.queries = append(r.queries[max(0, len(r.queries)+1-recentMost):], query)
}

// before puts what was looked for in the run before in front.
func (r *recent) before(queries []string) {
	since := r.queries
	r.queries = slices.Clone(queries)
	for _, q := range since {
		r.add(q)
	}
}

// remember keeps what was typed for ↑.
func (p *prompt) remember() {
	p.shown = 0
	if text := p.text(); text != "" && p.recent != nil {
		p.recent.add(text)
	}
}

// recall puts an earlier query into the prompt, the one before the last that it put
// there, or the one after it where way is 1. It reports whether it did; a prompt with
// other text is left alone.
func (p *prompt) recall(way int) bool {
	n := p.shown - way
	if p.recent == nil || p.text() != "" && p.shown == 0 || n < 0 {
		return false
	}
	queries := slices.DeleteFunc(slices.Clone(p.recent.queries), func(s string) bool { return s == p.was })
	if n > len(queries) {
		return false
	}
	p.shown, p.replace = n, false
	text := ""
	if n > 0 {
		text = queries[len(queries)-n]
	}
	p.input.SetValue(text)
	p.input.CursorEnd()
	p.change(text)
	return true
}

// recalls treats a motion of one line as a step through earlier queries, where it is
// one, and reports whether it was.
func (p *prompt) recalls(m motion) bool {
	return m.unit == lines && (m.n == -1 || m.n == 1) && p.recall(m.n)
}
