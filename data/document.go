package data

import (
	"archive/zip"
	"bytes"
	"cmp"
	"io"
	"strings"

	"juan/data/charset"
	"juan/data/fault"
	"juan/data/format/date"
	"juan/data/format/outline"
	"juan/data/format/page"
	"juan/data/office"
)

// Documents of office programs are read as the pages that data/office makes of
// them: offsets count in these.

// packedDocument yields the document that a zip is; ok is false where it is
// none.
func (l *loader) packedDocument(f file, z *zip.Reader) (ok bool, err error) {
	b := newBook(z)
	read := office.DOCX
	switch {
	case b.files["word/document.xml"] != nil:
	case b.files["content.xml"] != nil && b.isODT():
		read = office.ODT
	default:
		return false, nil
	}
	doc, err := read(b.part)
	if err != nil {
		return true, &fault.Error{Path: f.name, Reason: fault.BadDocument, Err: err}
	}
	return true, l.document(f, doc)
}

// isODT reports whether a package is a text of OpenDocument.
func (b *book) isODT() bool {
	kind := b.part("mimetype")
	return kind == "" || strings.Contains(kind, "opendocument.text")
}

// part returns the text of a file of a package, "" where it cannot be read.
func (b *book) part(name string) string {
	raw, err := b.unpack(name)
	if err != nil {
		return ""
	}
	c, _ := charset.Detect(raw, charset.Declared(raw))
	text, _ := c.Decode(raw)
	return text
}

// rich yields a document of Rich Text.
func (l *loader) rich(f file, raw []byte) error {
	doc, err := office.RTF(raw)
	if err != nil {
		return &fault.Error{Path: f.name, Reason: fault.BadDocument, Err: err}
	}
	return l.document(f, doc)
}

// document yields a document by the page that it is written as.
func (l *loader) document(f file, doc office.Document) error {
	d, err := f.document(doc)
	if err != nil {
		return err
	}
	l.drafts(&f, []draft{d})
	return nil
}

// document reads the page that a document is written as.
func (f *file) document(doc office.Document) (draft, error) {
	p := page.New(charset.OneLineBreak(doc.Page), 0, nil)
	p.All, p.XML = true, true
	if !p.Read() {
		return draft{}, &fault.Error{Path: f.name, Reason: fault.TooBig}
	}
	e := f.entry()
	e.Source = doc.Author
	e.Date, _ = date.Parse(doc.Date)
	body, title := outline.TakeTitle(p.Body, strings.Join(strings.Fields(doc.Title), " "))
	if doc.Title == "" && len(body) == len(p.Body) { // the first of several headings is no title
		title = ""
	}
	e.Title = cmp.Or(title, f.title)
	body = outline.Infer(body)
	outline.Raise(body)
	return draft{entry: e, body: append(body[:len(body):len(body)], p.Notes.Body...)}, nil
}

// isFictionBook tells a book of FictionBook by how it begins.
func (f *file) isFictionBook() bool {
	return strings.Contains(f.text[f.start:min(len(f.text), f.start+1024)], "<FictionBook")
}

// fictionBook reads a book of FictionBook.
func (f *file) fictionBook() (draft, error) {
	doc, err := office.FB2(f.text)
	if err != nil {
		return draft{}, &fault.Error{Path: f.name, Reason: fault.BadDocument, Err: err}
	}
	return f.document(doc)
}

// isRich tells Rich Text by how it begins.
func isRich(raw []byte) bool { return bytes.HasPrefix(raw, []byte(`{\rtf`)) }

// unpackFile returns the first bytes of a file of a zip.
func unpackFile(f *zip.File, most int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(io.LimitReader(r, most))
}
