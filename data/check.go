package data

import (
	"context"
	"io"
	"os"
	"slices"
	"time"

	"juan/data/catalogue"
	"juan/data/parallel"
	"juan/model"
)

// racy is how near to each other a change and a reading must be for the next
// change to leave the stamp as it is: file systems count in steps.
const racy = 2 * time.Second

// check compares known sources with the disk. Changed ones are read again, those not
// among sources are gone.
func (l *Library) check(ctx context.Context, sources []*source) {
	l.mu.Lock()
	known := l.unsure(sources)
	if len(known) < len(l.volumes) {
		l.removeOthers(sources)
	}
	l.mu.Unlock()
	l.compare(ctx, known, true)
}

// compare compares known sources with the disk; mark says whether changed ones are
// reported as unknown until they have been read.
func (l *Library) compare(ctx context.Context, all []known, mark bool) {
	type compared struct {
		volumes []*volume
		seen    []seen
	}
	work := func(some []known, _ func(int64)) (c compared) {
		for _, k := range some {
			c.volumes, c.seen = append(c.volumes, k.volume), append(c.seen, k.source.compare(k.seen))
		}
		return c
	}
	for c := range parallel.InOrder(ctx, l.opt.Cores, slices.Chunk(all, 64), work) {
		l.compared(c.volumes, c.seen, mark)
	}
}

// A known is a source and what was seen of it.
type known struct {
	volume *volume
	source *source
	seen   seen
}

// unsure gives what is known of sources the sources as they were found now, and
// returns it; the caller has the lock. The paths of sources are made here, once.
func (l *Library) unsure(sources []*source) (all []known) {
	for _, s := range sources {
		s.whole = s.abs()
		if v := l.volumes[s.whole]; v != nil {
			s.whole = v.path() // which is there already
			v.source, v.unsure = s, true
			all = append(all, known{v, s, v.seen})
		}
	}
	return all
}

// removeOthers takes out what is not among sources; the caller has the lock.
func (l *Library) removeOthers(sources []*source) {
	there := make(map[string]bool, len(sources))
	for _, s := range sources {
		there[s.abs()] = true
	}
	var gone []string
	for p := range l.volumes {
		if !there[p] {
			gone = append(gone, p)
		}
	}
	l.remove(gone)
}

// remove takes the sources with these paths out; the caller has the lock.
func (l *Library) remove(paths []string) {
	if len(paths) == 0 {
		return
	}
	slices.SortFunc(paths, walked)
	var news model.News
	for _, p := range paths {
		v := l.volumes[p]
		delete(l.volumes, p)
		for ; v != nil; v = v.before {
			l.leave(&volume{}, v, &news)
		}
	}
	l.store.Forget(paths...)
	l.turn.Broadcast()
	l.send(news)
}

// compare compares the file with the version seen. Where its stamp, or else its bytes
// as far as they were read, are the same it returns that version with the present
// stamp; otherwise one with gone set.
func (s *source) compare(was seen) seen {
	changed := was
	changed.gone, changed.reached = true, nil
	info, err := os.Stat(s.abs())
	if err != nil || !info.Mode().IsRegular() || was.sides != s.sideStamps() {
		return changed
	}
	stamp := catalogue.StampOf(info)
	since := time.Duration(was.at - max(stamp.Modified, stamp.Changed))
	switch {
	case stamp == was.stamp && since > racy:
		return was
	case was.reached == nil && stamp.Size != was.stamp.Size || was.sum == 0:
		return changed
	}
	size := stamp.Size
	if was.reached != nil {
		size = was.reached.at
	}
	now := time.Now().UnixNano()
	if sum, err := s.sum(size); err != nil || sum != was.sum {
		return changed
	}
	was.stamp, was.at = stamp, now
	return was
}

// sum returns the checksum of the first n bytes of the file, which has no fewer.
func (s *source) sum(n int64) (uint64, error) {
	f, err := os.Open(s.abs())
	if err != nil {
		return 0, err
	}
	defer f.Close()
	var c checksum
	read, err := io.CopyBuffer(&c, struct{ io.Reader }{io.LimitReader(f, n)}, make([]byte, 64<<10))
	if err == nil && read < n {
		err = io.ErrUnexpectedEOF
	}
	return c.sum(), err
}

// compared takes in which sources are as they were.
func (l *Library) compared(all []*volume, now []seen, mark bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	var news model.News
	for i, v := range all {
		if l.volumes[v.path()] != v || !v.unsure {
			continue // it was read since
		}
		v.unsure = false
		if now[i].gone {
			if v.whole, v.seen.reached = false, now[i].reached; mark {
				l.mark(v, &news)
			}
			continue
		}
		if !v.whole { // the rest is still to be read
			v.seen = now[i]
			continue
		}
		l.done++
		if v.untold {
			v.untold = false
			l.note(v)
		}
		if now[i] != v.seen {
			v.seen = now[i]
			l.record(v)
		}
	}
	l.send(news)
}

// mark reports that the articles of a source have changed and that their text is not
// known yet.
func (l *Library) mark(v *volume, news *model.News) {
	for i, e := range v.entries {
		changed := *e
		changed.Partial, changed.Text, changed.Print = true, model.Stored{}, 0
		v.entries[i] = &changed
		news.Put = append(news.Put, &changed)
	}
}
