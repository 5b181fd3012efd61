package model

// trail is how many jumps are remembered.
const trail = 100

// A Reading is a corpus and the one place in it the reader is at; another may stand
// beside it ([Reading.Split]). Every pane looks at the same Reading; none keeps a copy.
type Reading struct {
	Corpus Corpus
	filter Counts
	before Counts // the filter before it, listed until something was counted

	view         // the place that all methods are about
	beside *view // the other place, nil where there is but one

	held    bodies
	last    map[string]spot   // where each article was left
	seen    map[string]seen   // how far each was read
	altered map[string]bool   // the articles whose text has changed since the run before
	marked  map[string]marked // by article
	query   Query
}

// A view is a place and what goes with it.
type view struct {
	at            Place
	toward        *spot    // where at is to go once its article is held, or all of it is; nil where it has gone there
	sunk          int      // rows of the screen that are to stand above at when it is shown next
	open          *Article // what at is in, of this or of an older version; nil while it is fetched
	back, forward []spot
	found         found
	selection     Selection // meaningful only where selected is set
	selected      bool
}

// A seen place is as far as an article was read.
type seen struct {
	pos   Pos
	share float64
	kept  bool // in a run before: pos is not known
}

// At returns where the reader is.
func (r *Reading) At() Place { return r.at }

// Article returns the open article, or nil where none is or its text is still
// to be fetched.
func (r *Reading) Article() *Article { return r.open }

// Entry returns the entry of the open article, or nil where none is.
func (r *Reading) Entry() *Entry {
	if e := r.Corpus.Entry(r.at.Key); e != nil || r.open == nil {
		return e
	}
	return r.open.Entry // it has left the corpus while it is read
}

// Wanted returns the entry whose article is to be fetched: that of the open
// one where it is not held, or not as it is now. Else it is nil.
func (r *Reading) Wanted() *Entry { return r.view.wanted(&r.Corpus) }

func (v *view) wanted(c *Corpus) *Entry {
	e := c.Entry(v.at.Key)
	if e != nil && v.open != nil && v.open.Entry == e {
		return nil
	}
	return e
}

// Held returns the article with a key if its text is at hand, else nil.
func (r *Reading) Held(key string) *Article {
	for v := range r.views {
		if v.open != nil && v.open.Key == key {
			return v.open
		}
	}
	return r.held.find(key)
}

// Take puts an article into the corpus and holds it.
func (r *Reading) Take(a *Article) {
	r.Corpus.Put(a.Entry)
	r.Hold(a)
}

// Hold takes the text of an article. Places in an older version are carried over by the
// words around them.
func (r *Reading) Hold(a *Article) {
	old, opened := r.held.find(a.Key), false
	for v := range r.views {
		if v.at.Key == a.Key {
			if v.open != nil {
				old = v.open
			}
			v.open, opened = a, true
		}
	}
	if opened {
		r.held.hold(a)
	} else {
		r.held.spare(a)
	}
	if old != nil && old != a {
		r.carry(old, a)
	}
	for v := range r.views {
		if v.open == a {
			v.at.Pos = a.Clamp(v.at.Pos)
			if v.toward != nil {
				v.arrive(*v.toward)
			}
		}
	}
}

// Section returns the index of the section being read, or -1: that of the hit just gone
// to, else that of the text at the reader's place; where the place is after the last
// character of a block, that of the next block.
func (r *Reading) Section() int {
	if r.open == nil {
		return -1
	}
	if hit, ok := r.Chosen(); ok && r.found.at == r.at.Pos {
		return r.open.Outline.At(hit)
	}
	return r.open.Outline.At(r.open.after(r.at.Pos))
}

// after returns p, or the start of the next block if p is the blank line between the
// two. A blank line has a place after the start of the block's last character, or after
// its end where a heading has a rule of its own.
func (a *Article) after(p Pos) Pos {
	p = a.Clamp(p)
	b := a.Body[p.Block]
	n := ending(b)
	if _, ok := b.(Heading); ok {
		n = 1
	}
	if p.Byte > 0 && p.Byte > size(b)-n && p.Block+1 < len(a.Body) {
		return Pos{Block: p.Block + 1}
	}
	return p
}

// Open goes to the article with a key, where it was left. It does nothing
// where there is none.
func (r *Reading) Open(key string) {
	if key == r.at.Key || r.Corpus.Entry(key) == nil {
		return
	}
	p, ok := r.last[key]
	if !ok {
		p.Key = key
	}
	r.move(p)
}

// Scroll moves within the article.
func (r *Reading) Scroll(p Pos) {
	if r.open == nil {
		return
	}
	if p = r.open.Clamp(p); p != r.at.Pos {
		r.toward, r.sunk = nil, 0
	}
	r.at.Pos = p
}

// Jump goes to p and remembers where it came from.
func (r *Reading) Jump(p Place) {
	switch {
	case p.Key == r.at.Key && r.open != nil:
		p.Pos = r.open.Clamp(p.Pos)
	case r.Corpus.Entry(p.Key) == nil:
		return
	}
	if p == r.at {
		return
	}
	r.Mark()
	r.move(spot{Place: p})
}

// Mark remembers the place as one to come back to.
func (r *Reading) Mark() {
	if r.at.Key != "" && (len(r.back) == 0 || r.back[len(r.back)-1].Place != r.at) {
		r.back = append(r.back[max(0, len(r.back)+1-trail):], r.here())
	}
	r.forward = nil
}

// Back returns to where the last jump began, and reports whether there was one.
func (r *Reading) Back() bool { return r.retrace(&r.back, &r.forward) }

// Forward undoes a Back, and reports whether there was one.
func (r *Reading) Forward() bool { return r.retrace(&r.forward, &r.back) }

func (r *Reading) retrace(from, to *[]spot) bool {
	for n := len(*from); n > 0; n-- {
		p := (*from)[n-1]
		*from = (*from)[:n-1]
		if r.Corpus.Entry(p.Key) == nil {
			continue
		}
		if p.Key == r.at.Key && r.open != nil && p.lost {
			p.Pos, _ = r.open.Locate(p.anchor)
			p.lost = false
		}
		if p.Place == r.at && !p.lost {
			continue
		}
		*to = append(*to, r.here())
		r.move(p)
		return true
	}
	return false
}

// See notes that the text of the open article was read up to p.
func (r *Reading) See(p Pos) {
	if r.seen == nil {
		r.seen = make(map[string]seen)
	}
	if r.open == nil {
		return
	}
	if share := r.open.Share(p); share > r.seen[r.at.Key].share {
		r.seen[r.at.Key] = seen{pos: p, share: share}
	}
}

// Progress returns how much of an article was read, in percent.
func (r *Reading) Progress(e *Entry) int { return int(r.seen[e.Key].share * 100) }

// ReadShare returns how much of an article was read, from 0 to 1.
func (r *Reading) ReadShare(e *Entry) float64 { return r.seen[e.Key].share }

// Filter narrows the list to what q lets through, as it is counted. Until the
// first counts come the list stays what it was, so that it does not flicker.
func (r *Reading) Filter(q Query) {
	if r.filter.Begun() {
		r.before = r.filter
	}
	r.filter = NewCounts(q)
}

// Counts returns the counts of the list's filter.
func (r *Reading) Counts() *Counts { return &r.filter }

// Filtered returns what the list is filtered by, the empty query for nothing.
func (r *Reading) Filtered() Query { return r.filter.query }

// Listed returns the entries in the list.
func (r *Reading) Listed() List {
	if !r.filter.Begun() {
		return r.before.Listed(&r.Corpus)
	}
	return r.filter.Listed(&r.Corpus)
}

// Cursor returns where the open article is in the list, or where it would be,
// and whether it is in it.
func (r *Reading) Cursor() (i int, ok bool) {
	list := r.Listed()
	i, ok = list.Find(r.Entry())
	return max(0, min(i, list.Len()-1)), ok
}
