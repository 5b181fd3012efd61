package format

import (
	"archive/zip"
	"bytes"
	"cmp"
	"io"
	"strings"

	"juan/data/charset"
	"juan/data/fault"
	"juan/data/format/book"
	"juan/data/format/date"
	"juan/data/format/office"
	"juan/data/format/outline"
	"juan/data/format/page"
)

// Documents of office programs are read as the pages that data/office makes of
// them: offsets count in these.

// packedDocument returns what reads the document that a zip is, nil where it is
// none.
func packedDocument(z *zip.Reader) (read func(office.Files) (office.Document, error), c *book.Container) {
	switch c = book.NewContainer(z); {
	case c.Has("word/document.xml"):
		return office.DOCX, c
	case c.Has("content.xml") && isODT(c):
		return office.ODT, c
	}
	return nil, nil
}

// office reads a document of an office program by the page that it is written as.
func (f *Text) office(read func(office.Files) (office.Document, error), c *book.Container) (Draft, error) {
	doc, err := read(c.Part)
	if err != nil {
		return Draft{}, &fault.Error{Path: f.Name, Reason: fault.BadDocument, Err: err}
	}
	return f.document(doc)
}

// isODT reports whether a package is a text of OpenDocument.
func isODT(c *book.Container) bool {
	kind := c.Part("mimetype")
	return kind == "" || strings.Contains(kind, "opendocument.text")
}

// rich reads a document of Rich Text.
func (f *Text) rich(raw []byte) (Draft, error) {
	doc, err := office.RTF(raw)
	if err != nil {
		return Draft{}, &fault.Error{Path: f.Name, Reason: fault.BadDocument, Err: err}
	}
	return f.document(doc)
}

// document reads the page that a document is written as.
func (f *Text) document(doc office.Document) (Draft, error) {
	p := page.New(charset.OneLineBreak(doc.Page), 0, nil)
	p.All, p.XML = true, true
	if !p.Read() {
		return Draft{}, &fault.Error{Path: f.Name, Reason: fault.TooBig}
	}
	e := f.entry()
	e.Source = doc.Author
	e.Date, _ = date.Parse(doc.Date)
	body, title := outline.TakeTitle(p.Body, strings.Join(strings.Fields(doc.Title), " "))
	if doc.Title == "" && len(body) == len(p.Body) { // the first of several headings is no title
		title = ""
	}
	e.Title = cmp.Or(title, f.Title)
	body = outline.Infer(body)
	outline.Raise(body)
	return Draft{Entry: e, Body: append(body[:len(body):len(body)], p.Notes.Body...)}, nil
}

// isFlatDocument recognises an OpenDocument text in a single XML file.
func (f *Text) isFlatDocument() bool {
	return strings.Contains(f.text[f.start:min(len(f.text), f.start+1024)], "<office:document ")
}

// flatDocument reads a text of OpenDocument that is one file of XML, which is all
// the files of a packed one together.
func (f *Text) flatDocument() (Draft, error) {
	doc, err := office.ODT(func(string) string { return f.text })
	if err != nil {
		return Draft{}, &fault.Error{Path: f.Name, Reason: fault.BadDocument, Err: err}
	}
	return f.document(doc)
}

// isFictionBook recognises FictionBook by how it begins.
func (f *Text) isFictionBook() bool {
	return strings.Contains(f.text[f.start:min(len(f.text), f.start+1024)], "<FictionBook")
}

// fictionBook reads a book of FictionBook.
func (f *Text) fictionBook() (Draft, error) {
	doc, err := office.FB2(f.text)
	if err != nil {
		return Draft{}, &fault.Error{Path: f.Name, Reason: fault.BadDocument, Err: err}
	}
	return f.document(doc)
}

// isOutline recognises an OPML outline by how it begins.
func (f *Text) isOutline() bool {
	return strings.Contains(f.text[f.start:min(len(f.text), f.start+1024)], "<opml")
}

// outlineOfXML reads an outline of OPML.
func (f *Text) outlineOfXML() (Draft, error) {
	doc, err := office.OPML(f.text)
	if err != nil {
		return Draft{}, &fault.Error{Path: f.Name, Reason: fault.BadDocument, Err: err}
	}
	return f.document(doc)
}

// isRich recognises Rich Text by how it begins.
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
