package data

import (
	"slices"

	"juan/data/catalogue"
)

// stretchSize is how many bytes of a file of records, up to the end of a chunk, go to
// the catalogue at a time: at most so many are read again after a reading was broken
// off.
const stretchSize = 4 << 20

// noted is the part of a file of records that is in the catalogue while the file is
// still being read, and where the next stretch begins.
type noted struct {
	source  catalogue.Source // as recorded last; its Reached is 0 before
	entries int              // of the volume that were recorded
	notes   int              // and of its notes
	own     int              // notes of the volume that are not about the whole of the file
	said    notices          // about that, not recorded yet
	lines   int              // of the file, up to Reached
}

// stretch has the catalogue remember what was read of a volume up to a mark, if
// that is worth it.
func (l *Library) stretch(v *volume, to mark) {
	if to.at-v.noted.source.Reached >= l.each && len(v.entries) > v.noted.entries {
		l.extend(v, to)
	}
}

// reached takes in what a part says of the whole of a file of records.
func (v *volume) reached(p result) {
	if v.noted == nil {
		v.noted = new(noted)
	}
	v.noted.said.add(p.said...)
	if !p.last {
		v.noted.own = len(v.notes)
	}
}

// extend records in the catalogue what was read of a volume since the last stretch, up
// to a mark; the zero mark means its end. After an error that may pass, nothing more is
// recorded, so that the next start reads on from the last good stretch.
func (l *Library) extend(v *volume, to mark) {
	if l.opt.Cache == "" || v.source.piped() {
		return
	}
	said := slices.Concat(v.notes[v.noted.notes:v.noted.own], v.noted.said.list)
	note, ok := note{Encoding: l.opt.Encoding, Sides: v.seen.sides, Lines: to.line}.bytes(v.source, said)
	if !ok {
		return
	}
	src := catalogue.Source{Path: v.path(), Stamp: v.seen.stamp, Read: v.seen.at, Sum: to.sum, Reached: to.at, Note: note}
	if to.at == 0 {
		src.Sum = v.seen.sum
	}
	before, entries := v.noted.source, v.kept(v.noted.entries)
	if before.Reached == 0 {
		l.store.Record(src, entries)
	} else {
		l.store.Extend(before, src, entries)
	}
	src.Note = nil
	v.noted = &noted{source: src, entries: len(v.entries), notes: v.noted.own, own: v.noted.own}
}

// remembered records the last stretch of a volume, whose source was read to its end or
// as far as possible.
func (v *volume) remembered(src catalogue.Source) {
	if v.whole = src.Reached == 0; v.whole {
		var all notices
		all.add(v.takeAbout()...)
		v.notes = append(v.notes, all.list...)
		v.namer, v.noted = namer{}, nil
		return
	}
	v.namer.recount(v)
	if v.noted == nil { // it is one line as far as it goes
		v.noted = new(noted)
	}
	v.seen.reached = &mark{src.Reached, v.noted.lines, src.Sum}
	v.noted.source, v.noted.entries = src, len(v.entries)
}

// A progress is what was read of a file of records by a reading that was broken
// off.
type progress struct {
	seen     seen
	articles int
	said     []error // of the whole of it
}

// resume returns how far a file of records was read before and has the reading go
// on with its volume; ok is false where it is not as it was then.
func (l *Library) resume(r *reading, s *source, now catalogue.Stamp) (p progress, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	v := l.volumes[s.abs()]
	if v == nil || v.whole || v.unsure || v.reading != nil || v.seen.reached == nil || v.seen.stamp != now {
		return p, false
	}
	v.reading, v.untold = r, false // its notes are reported at the end
	p.seen, p.articles = v.seen, len(v.entries)
	p.said = v.takeAbout()
	v.noted.notes, v.noted.own = len(v.notes), len(v.notes)
	return p, true
}

// takeAbout removes the remarks about the whole source from the notes.
func (v *volume) takeAbout() (about []error) {
	v.notes = slices.DeleteFunc(v.notes, func(err error) bool {
		if !isAbout(v.source.said(), err) {
			return false
		}
		about = append(about, err)
		return true
	})
	return about
}
