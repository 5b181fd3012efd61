package data

import (
	"archive/zip"
	"context"

	"juan/data/format/book"
)

// book reads a book as one article.
func (f *Text) book(ctx context.Context, z *zip.Reader) (draft, error) {
	e := f.entry()
	body, left, err := book.Read(ctx, z, f.name, &e)
	if left != nil {
		f.notices = append(f.notices, left)
	}
	return draft{entry: e, body: body}, err
}
