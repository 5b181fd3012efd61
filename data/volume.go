package data

import (
	"slices"
	"strings"
	"time"

	"juan/model"
)

// A volume is what a library knows of one source. It is guarded by the
// library's lock.
type volume struct {
	source  *source
	seen    seen
	whole   bool           // it was read to its end, at the version that was seen
	unsure  bool           // it is to be compared with the disk
	untold  bool           // its notes were not reported yet
	more    bool           // the catalogue goes on with its entries
	entries []*model.Entry // in the order of the source
	names   []string       // the ID that each would have if no other had it
	only    only           // room for the first of both: most files have one article
	notes   []error        // what there is to say of the source
	places  map[string]int // of the entries, by key; made when it is first asked for

	// While it is read:
	reading *reading // the reading under way
	before  *volume  // what was known before, and before that
	namer   namer
	noted   *noted // what the catalogue has of a file of records so far, or nil
}

// An only is the entry of a source that has one, and its name.
type only struct {
	entry [1]*model.Entry
	name  [1]string
}

// path returns the absolute path of the source.
func (v *volume) path() string { return v.source.abs() }

// volume returns what is known of the source of the article with a key; the
// caller has the lock.
func (l *Library) volume(key string) *volume {
	for p := key; ; {
		if v := l.volumes[p]; v != nil {
			return v
		}
		i := strings.LastIndexByte(p, '#')
		if i < 0 {
			return nil
		}
		p = p[:i]
	}
}

// entry returns the entry with a key, or nil.
func (v *volume) entry(key string) *model.Entry {
	if v == nil || len(v.entries) == 0 {
		return nil
	}
	if len(v.entries) == 1 { // as most files have
		if v.entries[0].Key == key {
			return v.entries[0]
		}
		return nil
	}
	if len(v.places) != len(v.entries) {
		v.places = make(map[string]int, len(v.entries))
		for i, e := range v.entries {
			v.places[e.Key] = i
		}
	}
	if i, ok := v.places[key]; ok {
		return v.entries[i]
	}
	return nil
}

// take takes a result of reading a source and reports it. It returns the article with
// the key that is wanted, if it has it.
func (l *Library) take(p result, wanted string) (article *model.Article) {
	l.mu.Lock()
	defer l.mu.Unlock()
	v := l.begin(p)
	if v == nil {
		return nil
	}
	var news model.News
	for i := range p.found {
		f := &p.found[i]
		if f.err != nil {
			v.notes = append(v.notes, f.err)
			continue
		}
		e := l.enter(v, f, &news)
		if f.article != nil && e.Key == wanted {
			article = l.heed(f.article.As(e))
		}
		if f.article != nil && wanted == "" {
			news.Held = append(news.Held, l.heed(f.article.As(e)))
		}
	}
	if p.to.at > 0 {
		v.reached(p)
	}
	if p.last {
		v.seen = p.seen
		l.finish(v, p.head, &news)
	} else if v.noted != nil {
		l.stretch(v, p.to)
	}
	l.send(news)
	return article
}

// enter puts an article into a volume, after those that are in it.
func (l *Library) enter(v *volume, f *found, news *model.News) *model.Entry {
	e := v.namer.name(f)
	e.Text, e.Group = f.text, l.group(e.Group)
	at := claim{v.path(), len(v.entries)}
	name := e.ID
	if l.ids.add(name, at) {
		e.ID = l.ids.last(name) // for now, see settle
		l.contest(name)
	} else {
		e.ID = l.ids.name(name, at)
	}
	one := &e
	if old := v.before.entry(e.Key); old != nil && same(old, one) {
		one = old
	} else {
		news.Put = append(news.Put, one)
	}
	if v.entries == nil {
		v.entries, v.names = v.only.entry[:0], v.only.name[:0]
	}
	v.entries, v.names = append(v.entries, one), append(v.names, name)
	return one
}

// group returns the one string that all entries of a group share. The list
// compares them whenever it changes, and a string with itself takes no time.
func (l *Library) group(name string) string {
	one, ok := l.groups[name]
	if !ok {
		one = name
		l.groups[name] = name
	}
	return one
}

// contest notes that articles may get another ID because the claims on one have
// changed.
func (l *Library) contest(id string) {
	if l.contested == nil {
		l.contested = make(map[string]bool)
	}
	l.contested[id] = true
}

// settle gives articles that claim the same ID theirs, in the order of sources. It is
// called once after several sources were read: after each it would take time in the
// square of their number.
func (l *Library) settle() {
	l.mu.Lock()
	defer l.mu.Unlock()
	var news model.News
	for id := range l.contested {
		for _, c := range l.ids.claims(id) {
			v := l.volumes[c.path]
			if v == nil || c.number >= len(v.entries) {
				continue
			}
			e := *v.entries[c.number]
			if e.ID = l.ids.name(id, c); e.ID != v.entries[c.number].ID {
				v.entries[c.number] = &e
				news.Put = append(news.Put, &e)
			}
		}
	}
	l.contested = nil
	l.send(news)
}

// finish ends a volume: what the version before had and this has not is gone.
func (l *Library) finish(v *volume, head bool, news *model.News) {
	v.whole = !v.seen.gone && !head
	for old := v.before; old != nil; old = old.before {
		l.leave(v, old, news)
	}
	v.reading, v.before, v.namer = nil, nil, namer{}
	l.turn.Broadcast()
	if head {
		return
	}
	if v.seen.gone && len(v.entries) == 0 {
		delete(l.volumes, v.path())
		l.store.Forget(v.path())
		return
	}
	l.note(v)
	if v.noted != nil && v.noted.source.Reached > 0 {
		l.extend(v, mark{})
	} else {
		l.record(v)
	}
	v.noted = nil
}

// note reports the remarks about a source.
func (l *Library) note(v *volume) {
	for _, err := range v.notes {
		l.news.add(model.News{Err: err})
	}
}

// leave takes the articles of old that are not in v out of the library.
func (l *Library) leave(v, old *volume, news *model.News) {
	for i, e := range old.entries {
		if v.entry(e.Key) == nil {
			news.Gone = append(news.Gone, e.Key)
		}
		at := claim{old.path(), i}
		if (i >= len(v.names) || v.names[i] != old.names[i]) && l.ids.drop(old.names[i], at) {
			l.contest(old.names[i])
		}
	}
}

// send sends news, entries that leave separately from those that come.
func (l *Library) send(news model.News) {
	news.Found, news.Read = l.files, l.done
	if gone := news.Gone; len(gone) > 0 && len(news.Put) > 0 {
		news.Gone = nil
		l.news.add(model.News{Gone: gone, Found: l.files, Read: l.done})
	}
	l.news.add(news)
}

// same reports whether two entries say the same of the same text.
func same(a, b *model.Entry) bool {
	return a.Text.Len > 0 && a.Text.Len == b.Text.Len && a.Text.Sum == b.Text.Sum && a.Text.Marks == b.Text.Marks &&
		a.Key == b.Key && a.ID == b.ID && a.Title == b.Title && sameTime(a.Date, b.Date) && sameTime(a.Delivered, b.Delivered) &&
		a.Source == b.Source && a.Note == b.Note && slices.Equal(a.Tags, b.Tags) && a.Path == b.Path && a.Group == b.Group &&
		a.Encoding == b.Encoding && a.Partial == b.Partial && a.Chars == b.Chars && a.Sections == b.Sections &&
		a.At == b.At && a.Size == b.Size
}

func sameTime(a, b time.Time) bool { return a.Equal(b) }
