package format

import (
	"archive/zip"
	"bytes"
	"context"
	"math"
	"net/mail"
	"strings"

	"juan/data/fault"
	"juan/data/format/book"
)

// Read reads the bytes of a file that is no archive and returns its articles,
// corrected by the side file. encoding forces a charset. An error is about the
// whole of it.
func (f *Text) Read(ctx context.Context, raw []byte, encoding string) ([]Draft, error) {
	switch {
	case isRich(raw):
		return f.corrected(f.rich(raw))
	case isMail(raw, f.Name):
		if m, err := mail.ReadMessage(bytes.NewReader(raw)); err == nil { // else it only looks like one
			return f.corrected(f.mail(m))
		}
	}
	return f.ReadText(ctx, raw, encoding)
}

// ReadText reads the bytes of a file that is a text as it stands: neither a
// message nor rich text.
func (f *Text) ReadText(ctx context.Context, raw []byte, encoding string) ([]Draft, error) {
	if isLockedOffice(raw, f.Name) {
		return nil, &fault.Error{Path: f.Name, Reason: fault.Encrypted}
	}
	if format := foreignFormat(raw, f.Name); format != "" {
		return nil, &fault.Error{Path: f.Name, Reason: fault.Foreign, Err: format}
	}
	if err := f.decode(raw, encoding); err != nil {
		return nil, err
	}
	drafts, err := f.articles(ctx)
	if err == nil {
		f.correct(drafts)
	}
	return drafts, err
}

// articles returns the articles of the text in their order. ctx is asked once in a
// while; when it is done, its error is returned.
func (f *Text) articles(ctx context.Context) ([]Draft, error) {
	if f.written {
		d, err := f.readLines(ctx)
		f.locate(&d)
		return []Draft{d}, err
	}
	if d := f.listing(); d != nil {
		return d, ctx.Err()
	}
	if f.isNotebook() {
		d, err := f.notebook()
		return []Draft{d}, err
	}
	if f.isRecords() {
		return f.records(ctx)
	}
	if text, ok := f.lightMarkup(); ok {
		return []Draft{f.asMarkdown(text)}, nil
	}
	if f.isFlatDocument() {
		d, err := f.flatDocument()
		return []Draft{d}, err
	}
	if f.isFictionBook() {
		d, err := f.fictionBook()
		return []Draft{d}, err
	}
	if f.isOutline() {
		d, err := f.outlineOfXML()
		return []Draft{d}, err
	}
	d, err := f.asItStands(ctx)
	if err == nil {
		f.locate(&d)
	}
	return []Draft{d}, err
}

// asItStands reads the text as one article whose offsets count in it.
func (f *Text) asItStands(ctx context.Context) (Draft, error) {
	if d, ok := f.separated(); ok {
		return d, nil
	}
	switch {
	case f.isSubtitles():
		return f.subtitles(), nil
	case f.isSubStation():
		return f.subStation(), nil
	case f.isLyrics():
		return f.lyrics(), nil
	case f.isHTML():
		return f.html()
	case f.isMarkdown():
		d := last(f.grown(ctx, math.MaxInt))
		return d, ctx.Err()
	case f.looksLined():
		return f.readLines(ctx)
	}
	d := f.plainUntil(ctx)
	return d, ctx.Err()
}

// isWhole reports whether the text is of a kind that is yielded only once and whole: a
// listing, records or a page.
func (f *Text) isWhole() bool {
	if f.written {
		return false
	}
	rest := strings.TrimLeft(f.text[f.start:min(len(f.text), f.start+Sniffed)], " \t\r\n\u3000")
	return strings.HasPrefix(rest, "-\n") || strings.HasPrefix(rest, "-\r\n") || f.isRecords() || f.isHTML()
}

// ReadZip reads a zip that is a document, a book or a text of an office program;
// ok is false where it holds files that are read by themselves.
func (f *Text) ReadZip(ctx context.Context, z *zip.Reader) (drafts []Draft, ok bool, err error) {
	if book.IsEPUB(z) {
		drafts, err = f.corrected(f.book(ctx, z))
		return drafts, true, err
	}
	if read, c := packedDocument(z); read != nil {
		drafts, err = f.corrected(f.office(read, c))
		return drafts, true, err
	}
	if f.suffix() == ".epub" {
		return nil, true, &fault.Error{Path: f.Name, Reason: fault.BadEPUB}
	}
	if format := packedFormat(z); format != "" {
		return nil, true, &fault.Error{Path: f.Name, Reason: fault.Foreign, Err: format}
	}
	return nil, false, nil
}

// corrected returns one article corrected by the side file.
func (f *Text) corrected(d Draft, err error) ([]Draft, error) {
	if err != nil {
		return nil, err
	}
	drafts := []Draft{d}
	f.correct(drafts)
	return drafts, nil
}

// IsGrowing reports whether a file may be yielded in versions, by its first bytes: it
// is plain text or Markdown.
func IsGrowing(head []byte, name string) bool {
	packed := IsZip(head) || IsGzip(head)
	return !packed && !isRich(head) && !isMail(head, name) && !isLockedOffice(head, name) && foreignFormat(head, name) == ""
}

// IsZip reports whether a file begins as a zip does.
func IsZip(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}

// IsGzip reports whether a file begins as one packed with gzip does.
func IsGzip(head []byte) bool { return len(head) > 1 && head[0] == 0x1f && head[1] == 0x8b }
