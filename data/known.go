package data

import (
	"context"
	"path"
	"path/filepath"
	"strings"

	"juan/data/catalogue"
	"juan/data/format"
	"juan/model"
)

// The catalogue keeps entries independent of the path and arguments that the file is
// opened by: Path is the member of an archive, ID the one that the article names, and
// Group is left out.

// known reports what the catalogue knows of roots: rows at once, to be checked later.
func (l *Library) known(ctx context.Context, roots []*root) {
	for _, r := range roots {
		if r.piped() || !r.folder && path.Base(r.name) != filepath.Base(r.path) { // its title would be another
			continue
		}
		for k, err := range l.store.Known(ctx, r.path) {
			if err != nil {
				break // it is read again
			}
			if s, ok := r.source(k.Path); ok {
				l.remember(s, k)
			}
		}
	}
}

// source returns the source of a root with an absolute path; ok is false where the path
// does not belong to the root.
func (r *root) source(abs string) (s *source, ok bool) {
	if !r.folder {
		return &source{root: r}, abs == r.path
	}
	rel, ok := strings.CutPrefix(abs, strings.TrimSuffix(r.path, string(filepath.Separator))+string(filepath.Separator))
	return &source{root: r, rel: filepath.ToSlash(rel), whole: abs}, ok
}

// remember takes a source from the catalogue, which may deliver its articles in several
// steps.
func (l *Library) remember(s *source, k catalogue.Known) {
	l.mu.Lock()
	defer l.mu.Unlock()
	v := l.volumes[k.Path]
	note, ok := readNote(k.Note)
	switch {
	case v == nil:
		if !ok || note.Encoding != l.opt.Encoding {
			return
		}
		v = &volume{source: s, unsure: true, untold: true}
		v.seen.sides = note.Sides
		l.volumes[k.Path] = v
	case !v.more:
		return
	}
	if k.Note != nil { // a stretch of it begins
		v.notes = append(v.notes, note.errors(s)...)
		if note.Lines > 0 {
			v.noted = &noted{lines: note.Lines}
		}
	}
	v.seen.stamp, v.seen.at, v.seen.sum = k.Stamp, k.Read, k.Sum // zero where the rest was damaged
	many := k.More || len(v.entries) > 0
	count := make(map[string]int)
	for _, e := range k.Entries {
		count[e.Path]++
	}
	var news model.News
	for _, e := range k.Entries {
		l.enter(v, s.kept(e, many || severalOf(e, count, k.Stamp)), &news)
	}
	if v.more = k.More; !v.more {
		v.remembered(k.Source)
	}
	l.send(news)
}

// kept returns an article from the catalogue in the form in which reading would find
// it.
func (s *source) kept(kept *model.Entry, several bool) *found {
	f := s.keptFile(kept.Path)
	e := *kept
	e.Path, e.Group, e.Root = f.path, f.group, int32(f.root)
	return &found{
		entry: &e, text: e.Text, key: f.key, id: f.id, several: several,
		record: strings.HasPrefix(e.Key, f.key+"#"), kept: true,
	}
}

// keptFile returns the file of an article that was kept, a member of the source
// where that is an archive.
func (s *source) keptFile(member string) file {
	f := s.file()
	if member != "" {
		f = s.inArchive().file(member)
	}
	if format.Suffix(f.Name) == ".gz" {
		f.id = format.Stem(f.id)
	}
	return f
}

// severalOf reports whether the file of an article that was kept has others.
func severalOf(e *model.Entry, count map[string]int, stamp catalogue.Stamp) bool {
	return count[e.Path] > 1 || e.Size > 0 && stamp.Size > streamed
}

// inArchive returns the place of what the source holds, an archive.
func (s *source) inArchive() place {
	f := s.file()
	at := f.opened(s.place())
	if format.Suffix(s.abs()) != ".zip" {
		at = at.untarred()
	}
	return at
}

// record has the catalogue remember a volume.
func (l *Library) record(v *volume) {
	if l.opt.Cache == "" || v.source.piped() {
		return
	}
	note, ok := note{Encoding: l.opt.Encoding, Sides: v.seen.sides}.bytes(v.source, v.notes)
	if !ok {
		l.store.Forget(v.path())
		return
	}
	l.store.Record(catalogue.Source{
		Path: v.path(), Stamp: v.seen.stamp, Read: v.seen.at, Sum: v.seen.sum, Note: note,
	}, v.kept(0))
}

// kept returns the entries of a volume, from one of them on, as the catalogue keeps
// them. Only a file of records is kept in stretches; its entries have one path.
func (v *volume) kept(from int) []*model.Entry {
	said := v.source.said()
	all := make([]*model.Entry, len(v.entries)-from)
	var count, nth map[string]int
	if len(v.entries) > 1 { // most files have one
		count, nth = make(map[string]int), map[string]int{"": from}
	}
	for i, e := range v.entries[from:] {
		kept := *e
		kept.ID, kept.Path, kept.Group, kept.Root = v.names[from+i], "", "", 0
		if member, ok := strings.CutPrefix(e.Path, said); ok && member != "" && member[0] == '/' {
			kept.Path = member[1:]
		}
		if all[i] = &kept; count != nil {
			count[kept.Path]++
		}
	}
	for _, e := range all {
		n := 1
		if nth != nil {
			nth[e.Path]++
			n = nth[e.Path]
		}
		if f := v.source.keptFile(e.Path); e.ID == derived(f.id, severalOf(e, count, v.seen.stamp), n) {
			e.ID = ""
		}
	}
	return all
}
