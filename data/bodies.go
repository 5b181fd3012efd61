package data

import (
	"context"
	"slices"
	"unsafe"

	"juan/data/fault"
	"juan/model"
	"juan/model/fold"
)

// A library of few files sends articles together with their entries, up to so many
// bytes.
const (
	fewFiles  = 256
	heldBytes = 8 << 20
)

// bodies reads all sources that were not read yet.
func (l *Library) bodies(ctx context.Context, sources []*source) {
	keep := l.keeper(len(sources))
	if len(sources) > fewFiles {
		sources = l.heads(ctx, sources)
	}
	r := reading{opt: l.opt, skip: l.isRead, keep: keep, resume: l.resume}
	if len(sources) == 1 {
		r.show = l.show
	}
	for p := range r.results(ctx, slices.Values(listedOf(sources))) {
		l.took(p)
	}
	if ctx.Err() != nil {
		l.abandon(&r)
	}
}

// show reports a text of which only a part has been read.
func (l *Library) show(p result) { l.take(p, "") }

// showOf reports the part read so far of a text whose entry is known. The article has
// an entry of its own, so that nobody takes it for the whole.
func (l *Library) showOf(p result, e *model.Entry) {
	for _, f := range p.found {
		if f.article != nil && !f.several {
			part := *f.article.Entry
			part.Key, part.ID = e.Key, e.ID
			l.news.add(model.News{Held: []*model.Article{f.article.As(&part)}, Found: l.files, Read: l.done})
		}
	}
}

func listedOf(sources []*source) []listed {
	steps := make([]listed, len(sources))
	for i, s := range sources {
		steps[i].source = s
	}
	return steps
}

// took takes a result of the initial loading.
func (l *Library) took(p result) {
	if p.last && !p.head {
		l.mu.Lock()
		l.done++
		l.mu.Unlock()
	}
	if !p.skipped {
		l.take(p, "")
	}
}

// blame says what could not be listed, and which folders have no articles.
func (l *Library) blame(all list) {
	for _, step := range all.steps {
		if step.err != nil {
			l.news.add(model.News{Err: step.err})
		}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	some := make(map[*root]bool)
	for _, v := range l.volumes {
		some[v.source.root] = some[v.source.root] || len(v.entries) > 0
	}
	for _, r := range all.roots {
		if r.folder && !some[r] && !r.shared && !r.ails {
			l.news.add(model.News{Err: &fault.Error{Path: r.name, Reason: fault.NoArticles}})
		}
	}
}

// isRead reports whether a source was read since it was listed.
func (l *Library) isRead(s *source) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	v := l.volumes[s.abs()]
	return v != nil && v.whole
}

// keeper returns what is done with the articles of so many sources: they are
// put into the store, and their bodies dropped unless they are few.
func (l *Library) keeper(sources int) func(*found) {
	return func(f *found) {
		alone := sources == 1 && !f.record
		if alone && f.article.Bytes() > countedHeld {
			l.read.Add(1)
			return // it is held whole, and counted in as it is
		}
		size := l.put(f)
		if !alone && (sources > fewFiles || l.room.Add(-size) < 0) {
			f.article = nil
		}
	}
}

// put puts the folded text of an article into the store and returns its bytes.
func (l *Library) put(f *found) int64 {
	l.read.Add(1)
	room, _ := l.rooms.Get().(*foldingRoom)
	if room == nil {
		room = new(foldingRoom)
	}
	defer l.rooms.Put(room)
	f.article.FoldInto(&room.folder)
	room.marks = room.folder.AppendMarks(room.marks[:0])
	text := room.folder.Bytes()
	f.text = l.store.Add(unsafe.String(unsafe.SliceData(text), len(text)), room.marks) // it is copied there
	return f.text.Len
}

// A foldingRoom is memory that one article after the other is folded in.
type foldingRoom struct {
	folder fold.Folder
	marks  []byte
}
