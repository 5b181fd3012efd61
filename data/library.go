package data

import (
	"context"
	"io"
	"iter"
	"runtime"
	"sync"
	"sync/atomic"
	"weak"

	"juan/data/catalogue"
	"juan/model"
)

// A Library is what a command line names, with its bodies where they lie: on
// disk. It implements [model.Library].
type Library struct {
	paths []string
	stdin io.Reader
	opt   Options
	store *catalogue.Store
	news  *newsroom
	held  map[string]*model.Article // those of opt.Held, by key
	rooms sync.Pool                 // of *foldingRoom
	large atomic.Pointer[weak.Pointer[model.Article]]
	read  atomic.Int64 // texts parsed
	each  int64        // bytes of a file of records that go to the catalogue at a time
	room  atomic.Int64 // bytes of articles that may still be reported with their text

	working sync.WaitGroup // goroutines of Follow

	mu        sync.Mutex
	turn      sync.Cond          // signalled when the reading of a source has ended
	volumes   map[string]*volume // by the absolute path of their source
	ids       ids
	groups    map[string]string // each group of entries to itself, see group
	contested map[string]bool   // IDs whose claims have changed, see settle
	files     int               // sources found
	done      int               // sources read
	checking  bool              // what the catalogue knows is about to be compared with the disk
}

// OpenLibrary returns the library of what paths name: files, folders, archives
// and "-" for stdin. Nothing is read before it is followed.
func OpenLibrary(paths []string, stdin io.Reader, opt Options) *Library {
	return newLibrary(paths, stdin, opt, catalogue.New(catalogue.Options{Dir: opt.Cache, Reader: readerVersion}))
}

func newLibrary(paths []string, stdin io.Reader, opt Options, store *catalogue.Store) *Library {
	if opt.Cores == 0 {
		opt.Cores = max(1, runtime.GOMAXPROCS(0)-1)
	}
	l := &Library{
		paths: paths, stdin: stdin, opt: opt, store: store, news: newNewsroom(),
		held: make(map[string]*model.Article), volumes: make(map[string]*volume), each: stretchSize,
		groups: make(map[string]string),
	}
	l.turn.L = &l.mu
	l.room.Store(heldBytes)
	store.OnTrouble(l.catalogueFailed)
	for _, a := range opt.Held {
		text, marks := a.Folded()
		e := *a.Entry
		e.Text = l.store.Add(text, marks)
		l.held[e.Key] = a.As(&e)
	}
	return l
}

// Follow reports what there is: first what the catalogue knows, then the heads of files
// where there are many, then all of it; and changes on disk where those are watched.
// All goroutines of the library end before it does.
func (l *Library) Follow(ctx context.Context) iter.Seq[model.News] {
	return func(yield func(model.News) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer l.working.Wait()
		defer cancel()
		l.working.Go(func() {
			defer l.news.close()
			defer l.news.rescue()
			l.load(ctx)
		})
		for n := range l.news.all(ctx) {
			if !yield(n) {
				return
			}
		}
	}
}

// load reads all there is.
func (l *Library) load(ctx context.Context) {
	l.mu.Lock()
	l.checking = true
	l.mu.Unlock()
	defer l.checked()
	if err := l.opt.check(); err != nil {
		l.news.add(model.News{Err: err})
		l.news.add(model.News{Whole: true})
		return
	}
	for _, a := range l.opt.Held {
		a = l.held[a.Key]
		l.news.add(model.News{Put: []*model.Entry{a.Entry}, Held: []*model.Article{a}})
	}
	w := l.watch(ctx)
	one := lister{stdin: l.stdin, opt: l.opt, stop: func() bool { return ctx.Err() != nil }, count: l.count}
	if w != nil {
		one.folder = w.add
	}
	one.name(l.paths)
	if w != nil {
		for _, r := range one.list.roots {
			if !r.piped() {
				w.seek(r)
			}
		}
	}
	if len(one.list.roots) == 1 { // IDs depend on what else there is
		l.known(ctx, one.list.roots)
	}
	one.walk()
	if len(one.list.roots) > 1 {
		l.known(ctx, one.list.roots)
	}
	sources := one.list.sources()
	byFolder(sources)
	l.settle()
	l.check(ctx, sources)
	l.checked()
	l.bodies(ctx, sources)
	l.settle()
	if ctx.Err() != nil {
		return
	}
	l.blame(one.list)
	l.whole()
	if w != nil {
		l.changes(ctx, w, one.list.roots)
	}
}

// checked says that nothing will be compared with the disk.
func (l *Library) checked() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.checking = false
	l.turn.Broadcast()
}

// watch returns a watcher that runs until ctx is done, nil where none is wanted or
// possible.
func (l *Library) watch(ctx context.Context) *watcher {
	if !l.opt.Watch {
		return nil
	}
	w, err := newWatcher(maxWatched, l.opt)
	if err != nil {
		return nil
	}
	l.working.Go(func() { w.run(ctx) })
	return w
}

// whole reports that the library is complete.
func (l *Library) whole() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.send(model.News{Whole: true})
	l.files, l.done = 0, 0
}

// count reports how many sources were found.
func (l *Library) count(n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.files += n; l.files%1000 == 0 {
		l.send(model.News{})
	}
}

// Close writes to the catalogue what is not written yet. It is called when
// nobody uses the library any more.
func (l *Library) Close() error { return l.store.Close() }

// catalogueFailed reports trouble with the catalogue.
func (l *Library) catalogueFailed(err error) {
	l.mu.Lock()
	news := model.News{Err: err, Found: l.files, Read: l.done}
	l.mu.Unlock()
	l.news.add(news)
}
