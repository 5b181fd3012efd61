package cli

import (
	"context"
	"fmt"
	"iter"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"juan/model"
)

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
	failed []error // the first that were reported before everything was
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

// ahead waits a little for the first article of a library. Where everything is reported
// by then and there is none, it says why and sets lost.
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

// Follow repeats the news so far and then passes on what comes; when the caller stops
// or ctx is done, the library is left.
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

// unread says why sources that were named could not be read, or, where one article or
// section was asked for, that there is none. Unreadable files of a folder were reported
// on screen.
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
