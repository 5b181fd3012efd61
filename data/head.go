package data

import (
	"context"
	"io"
	"os"
	"slices"

	"juan/data/format"
	"juan/model"
)

// headSize is how many bytes of a file are read for its title and its dates. A file of
// no more than smallFile bytes is read whole at once: opening it again would cost more.
const (
	headSize  = 2 << 10
	smallFile = 8 << 10
)

// head reads the beginning of an open file that is longer; it finds nothing where the
// beginning does not show which articles the file has.
func (l *loader) head(s *source, from *os.File) error {
	raw := make([]byte, headSize)
	if n, err := io.ReadFull(from, raw); err != nil {
		raw = raw[:n] // it has become shorter
	}
	f := s.file()
	switch packed := format.IsZip(raw) || format.IsGzip(raw); {
	case packed && format.Suffix(s.abs()) != ".epub":
		return nil
	case packed:
		l.partial(&f, model.Entry{Title: f.Title})
		return nil
	}
	if e, ok := f.Head(raw, l.opt.Encoding); ok {
		l.partial(&f, e)
	}
	return nil
}

// partial finds an article whose head was read.
func (l *loader) partial(f *file, e model.Entry) {
	e = f.placed(e)
	e.Partial = true
	l.found = append(l.found, found{entry: e.Sealed(), key: f.key, id: f.id})
}

// heads reads the heads of sources, and those whole that are not longer. It
// returns the others in the order of the list, as far as it is known.
func (l *Library) heads(ctx context.Context, sources []*source) []*source {
	r := reading{opt: l.opt, heads: true, skip: l.isRead, keep: l.keeper(len(sources))}
	for p := range r.results(ctx, slices.Values(listedOf(sources))) {
		l.took(p)
	}
	if ctx.Err() != nil {
		l.abandon(&r)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	rows := make(map[*source]*model.Entry, len(sources))
	sources = slices.DeleteFunc(sources, func(s *source) bool {
		v := l.volumes[s.abs()]
		if v != nil && v.whole {
			return true
		}
		if v != nil && len(v.entries) > 0 {
			rows[s] = v.entries[0]
		} else {
			rows[s] = &model.Entry{Group: s.group()}
		}
		return false
	})
	slices.SortStableFunc(sources, func(a, b *source) int { return model.ListedByDay(rows[a], rows[b]) })
	return sources
}
