package format

import (
	"archive/zip"
	"context"

	"juan/data/format/book"
)

// book reads a book as one article.
func (f *Text) book(ctx context.Context, z *zip.Reader) (Draft, error) {
	e := f.entry()
	body, left, err := book.Read(ctx, z, f.Name, &e)
	if left != nil {
		f.Notices = append(f.Notices, left)
	}
	return Draft{Entry: e, Body: body}, err
}
