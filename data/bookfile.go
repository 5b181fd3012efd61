package data

import (
	"archive/zip"

	"juan/data/format/book"
)

// book yields a book as one article.
func (l *loader) book(f file, z *zip.Reader) error {
	e := f.entry()
	body, left, err := book.Read(l.ctx, z, f.name, &e)
	if err != nil {
		return err
	}
	if left != nil {
		f.notices = append(f.notices, left)
	}
	l.drafts(&f, []draft{{entry: e, body: body}})
	return nil
}
