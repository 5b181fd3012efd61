package data

import (
	"context"
	"slices"
	"sync"
	"testing"
)

// Where two goroutines read one source at once the second waits for the first: nothing
// that either reads is lost, even if the first is broken off.
func TestTwoReadOneSource(t *testing.T) {
	for _, brokenOff := range []bool{false, true} {
		path := write(t, t.TempDir(), "a.jsonl", string(jsonl(6*recordChunk)))
		all := len(open(t, "", path).articles)
		l := OpenLibrary([]string{path}, nil, Options{})
		one := lister{opt: l.opt, stop: func() bool { return false }}
		sources := one.all(l.paths)
		key := open(t, "", path).articles[0].Key
		ctx, cancel := context.WithCancel(t.Context())
		first := reading{opt: l.opt, keep: l.keeper(1)}
		var second sync.WaitGroup
		parts := 0
		for p := range first.results(ctx, slices.Values(listedOf(sources.sources()))) {
			l.took(p)
			if parts++; parts == 2 {
				second.Go(func() {
					if a, err := l.renew(t.Context(), sources.sources()[0], key); brokenOff && (a == nil || err != nil) {
						t.Errorf("the second read %v, %v", a, err)
					}
				})
			}
			if parts == 4 && brokenOff {
				cancel()
			}
		}
		if brokenOff {
			l.abandon(&first)
		}
		second.Wait()
		cancel()
		if v := l.volumes[path]; !v.whole || len(v.entries) != all {
			t.Errorf("broken off %v: %d articles of %d, whole %v", brokenOff, len(v.entries), all, v.whole)
		}
		if a, err := l.Fetch(t.Context(), l.volumes[path].entries[all-1]); a == nil || err != nil {
			t.Error(a, err)
		}
	}
}
