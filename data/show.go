package data

import (
	"io"

	"juan/data/limit"
)

// magic is how many bytes of a pipe are waited for to tell what comes.
const magic = 8

// isGrowing reports whether a source may be told in versions, by its first
// bytes: it is a text as it stands.
func isGrowing(head []byte, name string) bool {
	packed := isZip(head) || len(head) > 1 && head[0] == 0x1f && head[1] == 0x8b
	return !packed && !isRich(head) && !isMail(head, name) && !isLockedOffice(head, name) && foreignFormat(head, name) == ""
}

// versions reads a text and shows what has come of it until all has; it returns
// its bytes.
func (l *loader) versions(f file, r io.Reader, size int64) (raw []byte, err error) {
	for drafts, e := range f.versions(l.ctx, r, size, l.opt.Encoding) {
		switch {
		case e != nil:
			err = e
		case len(drafts) > 0 && drafts[0].entry.Partial:
			var some []found
			for _, d := range drafts {
				some = append(some, f.found(d, len(drafts)))
			}
			l.show(some)
		default:
			l.take(&f, drafts)
		}
	}
	return f.source, err
}

// pipe reads what comes out of a pipe. It is read once; what came of it before
// is read again from memory.
func (l *loader) pipe(s *source, at place) error {
	told := false
	raw, err := s.pipe.read(func(r io.Reader) ([]byte, error) {
		if l.show == nil {
			return limit.ReadAll(r, 0)
		}
		head, all := peek(r, magic)
		if !isGrowing(head, s.said()) {
			return limit.ReadAll(all, 0)
		}
		told = true
		return l.versions(s.file(), all, 0)
	})
	if err != nil || told {
		return err
	}
	return l.content(s.file(), memory(raw), raw, at)
}
