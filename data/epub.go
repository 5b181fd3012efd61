package data

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"net/url"
	"path"
	"strings"

	"juan/data/charset"
	"juan/data/fault"
	"juan/data/format/date"
	"juan/data/format/outline"
	"juan/data/format/page"
	"juan/data/limit"
	"juan/model"
)

// maxDocuments is how many documents of a book are read.
const maxDocuments = 20_000

// isEPUB reports whether a zip is a book (EPUB Open Container Format).
func isEPUB(z *zip.Reader) bool {
	for _, f := range z.File {
		if f.Name == containerPath {
			return true
		}
	}
	return false
}

const containerPath = "META-INF/container.xml"

// A book is an EPUB that is read as one article.
type book struct {
	files  map[string]*zip.File
	alike  map[string]string // names, by what is alike for them
	left   int64             // bytes that may still be unpacked
	dir    string            // of the package document
	pkg    bookPackage
	notes  page.Notes
	body   []model.Block
	firsts []int // the first block of each document
	docs   []page.Document
	pairs  *page.Links
	text   int // bytes of the documents so far: where the next begins in the source
	nest   int
	level  int // of the entry of the contents that is open
}

// A bookPackage is a package document (EPUB 2 and 3).
type bookPackage struct {
	Titles    []string `xml:"metadata>title"`
	Creators  []string `xml:"metadata>creator"`
	Dates     []string `xml:"metadata>date"`
	Subjects  []string `xml:"metadata>subject"`
	Documents []struct {
		ID         string `xml:"id,attr"`
		Href       string `xml:"href,attr"`
		Type       string `xml:"media-type,attr"`
		Properties string `xml:"properties,attr"`
	} `xml:"manifest>item"`
	Spine struct {
		Contents string `xml:"toc,attr"`
		Items    []struct {
			ID string `xml:"idref,attr"`
		} `xml:"itemref"`
	} `xml:"spine"`
}

// book yields a book as one article. Offsets count in its documents, one
// after the other in reading order.
func (l *loader) book(f file, z *zip.Reader) error {
	b := newBook(z)
	if err := b.open(); err != nil {
		return &fault.Error{Path: f.name, Reason: fault.BadEPUB, Err: err}
	}
	if b.isEncrypted() {
		return &fault.Error{Path: f.name, Reason: fault.Encrypted}
	}
	skipped, first := b.read(l)
	more, one := b.outlined()
	if skipped += more; first == "" {
		first = one
	}
	if len(b.body) == 0 {
		return &fault.Error{Path: f.name, Reason: fault.BadEPUB}
	}
	if skipped > 0 {
		f.notice(fault.Skipped, skipped, first)
	}
	e := f.entry()
	b.describe(&e)
	body, title := outline.TakeTitle(b.body, e.Title)
	e.Title = title
	outline.Raise(body)
	l.drafts(&f, []draft{{entry: e, body: append(body, b.notes.Sorted()...)}})
	return nil
}

// open finds and reads the package document.
func (b *book) open() error {
	var container struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := b.xml(containerPath, &container); err != nil {
		return err
	}
	if len(container.Roots) == 0 {
		return io.ErrUnexpectedEOF
	}
	name := path.Clean(container.Roots[0].Path)
	b.dir = path.Dir(name)
	return b.xml(name, &b.pkg)
}

// describe puts what the package says of the book into e.
func (b *book) describe(e *model.Entry) {
	if len(b.pkg.Titles) > 0 {
		if t := strings.Join(strings.Fields(b.pkg.Titles[0]), " "); t != "" {
			e.Title = t
		}
	}
	for _, d := range b.pkg.Dates {
		if day, ok := date.Parse(d); ok {
			e.Date = day
			break
		}
	}
	e.Source, e.Tags = strings.Join(b.pkg.Creators, "、"), b.pkg.Subjects
}

// read reads the documents of the spine in their order; it returns how many
// could not be, and the first of them.
func (b *book) read(l *loader) (skipped int, first string) {
	docs := map[string]int{}
	for i, d := range b.pkg.Documents {
		docs[d.ID] = i
	}
	for n, item := range b.pkg.Spine.Items {
		i, ok := docs[item.ID]
		if l.stopped() || n >= maxDocuments {
			break
		}
		if ok && strings.Contains(" "+b.pkg.Documents[i].Properties+" ", " nav ") {
			continue // the contents are the outline
		}
		name := item.ID
		if ok {
			name = b.path(b.pkg.Documents[i].Href)
		}
		if !ok || b.document(name) != nil {
			if skipped++; skipped == 1 {
				first = name
			}
		}
	}
	b.pairs = page.FindNotes(b.docs)
	return skipped, first
}

// document reads one document of the book.
func (b *book) document(name string) error {
	raw, err := b.unpack(name)
	if err != nil {
		return err
	}
	raw, _ = charset.TrimZeros(raw)
	c, ok := charset.Detect(raw, charset.Declared(raw))
	if !ok {
		return &fault.Error{Path: name, Reason: fault.Binary}
	}
	text, _ := c.Decode(raw)
	text = charset.OneLineBreak(strings.TrimPrefix(text, "\ufeff"))
	b.docs = append(b.docs, page.Document{Name: name, Text: text})
	return nil
}

// set makes the body of the documents and the contents; it returns how many of
// the documents are too big, and the first of them.
func (b *book) set(contents []chapter) (skipped int, first string) {
	b.body, b.notes, b.text, b.nest, b.level, b.firsts = nil, page.Notes{}, 0, 0, 0, nil
	for _, d := range b.docs {
		p := page.New(d.Text, b.text, nil)
		p.Notes, p.Doc, p.Nested, p.All, p.XML, p.Pairs = &b.notes, d.Name, b.nest, true, true, b.pairs
		p.Marks = map[string]int{}
		var here []chapter
		for _, c := range contents {
			if c.file == d.Name {
				here = append(here, c)
				p.Marks[c.id] = -1
			}
		}
		if !p.Read() {
			if skipped++; skipped == 1 {
				first = d.Name
			}
			continue
		}
		b.nest = p.Nested
		b.text += len(d.Text)
		b.firsts = append(b.firsts, len(b.body))
		b.body = append(b.body, b.headed(p, here)...)
	}
	return skipped, first
}

// newBook returns a book of the files of a zip.
func newBook(z *zip.Reader) *book {
	b := &book{files: map[string]*zip.File{}, alike: map[string]string{}, left: limit.Total}
	for _, f := range z.File {
		name := path.Clean(strings.ReplaceAll(f.Name, "\\", "/"))
		b.files[name] = f
		b.alike[alike(name)] = name
	}
	return b
}

// alike returns a name so that those are the same that programs take for the
// same: whatever their case, their slashes, and whether %20 stands for a blank.
func alike(name string) string {
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	return strings.ToLower(strings.TrimPrefix(path.Clean(strings.ReplaceAll(name, "\\", "/")), "/"))
}

// named returns the name by which the book has a file.
func (b *book) named(name string) string {
	if b.files[name] != nil {
		return name
	}
	if real, ok := b.alike[alike(name)]; ok {
		return real
	}
	return name
}

// unpack returns the bytes of a file of the book.
func (b *book) unpack(name string) ([]byte, error) {
	f := b.files[b.named(name)]
	if f == nil {
		return nil, &fault.Error{Path: name, Reason: fault.NotFound}
	}
	if f.UncompressedSize64 > limit.File || int64(f.UncompressedSize64) > b.left ||
		f.UncompressedSize64 > limit.Free && f.UncompressedSize64/limit.Ratio > f.CompressedSize64 {
		return nil, &fault.Error{Path: name, Reason: fault.TooBig}
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	raw, err := limit.ReadAll(r, int64(f.UncompressedSize64))
	b.left -= int64(len(raw))
	return raw, err
}

// xml reads a file of the book into v, as forgiving as XML allows. Entities
// that a document defines itself are not expanded.
func (b *book) xml(name string, v any) error {
	raw, err := b.unpack(name)
	if err != nil {
		return err
	}
	c, _ := charset.Detect(raw, charset.Declared(raw))
	text, _ := c.Decode(raw)
	d := xml.NewDecoder(bytes.NewReader([]byte(strings.TrimPrefix(text, "\ufeff"))))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it is UTF-8 by now
	return d.Decode(v)
}

// path returns the file an address in the package document leads to.
func (b *book) path(href string) string {
	href, _, _ = strings.Cut(href, "#")
	return b.named(path.Join(b.dir, strings.ReplaceAll(href, "\\", "/")))
}
