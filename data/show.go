package data

import (
	"io"

	"juan/data/format"
	"juan/data/limit"
)

// magic is how many bytes of a pipe are waited for to recognise its format.
const magic = 8

// versions reads a text and shows the part that has come until all has.
func (l *loader) versions(f *file, r io.Reader, size int64) (err error) {
	f.Lines = l.opt.Lines
	for drafts, e := range f.Versions(l.ctx, r, size, l.opt.Encoding) {
		switch {
		case e != nil:
			err = e
		case len(drafts) > 0 && drafts[0].Entry.Partial:
			var some []found
			for _, d := range drafts {
				some = append(some, f.found(d, len(drafts)))
			}
			l.show(some)
		default:
			l.take(f, drafts, nil)
		}
	}
	return err
}

// pipe reads a pipe. A pipe can be read only once; reading it again gives the bytes
// kept in memory.
func (l *loader) pipe(s *source, at place) error {
	told := false
	raw, err := s.pipe.read(func(r io.Reader) ([]byte, error) {
		if l.show == nil {
			return limit.ReadAll(r, 0)
		}
		head, all := format.Peek(r, magic)
		if !format.IsGrowing(head, s.said()) {
			return limit.ReadAll(all, 0)
		}
		told = true
		f := s.file()
		f.Kept, f.Piped = true, true
		err := l.versions(&f, all, 0)
		return f.Source, err
	})
	if err != nil || told {
		return err
	}
	f := s.file()
	f.Piped = true
	return l.content(f, memory(raw), raw, at)
}
