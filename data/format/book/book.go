// Package book reads a book, an EPUB, as the body of one article: its documents
// in their order, and the contents as its outline. It knows no files but those in
// the zip that it is given.
package book

import (
	"archive/zip"
	"cmp"
	"context"
	"io"
	"path"
	"strings"

	"juan/data/charset"
	"juan/data/fault"
	"juan/data/format/date"
	"juan/data/format/outline"
	"juan/data/format/page"
	"juan/model"
)

// maxDocuments is how many documents of a book are read.
const maxDocuments = 20_000

// IsEPUB reports whether a zip is a book (EPUB Open Container Format), or was
// one before it lost the file that says where its package document is.
func IsEPUB(z *zip.Reader) bool {
	root := commonFolder(z.File)
	kind, document := false, false
	for _, f := range z.File {
		switch name := strings.TrimPrefix(f.Name, root); {
		case name == containerPath:
			return true
		case name == "mimetype":
			kind = true
		case strings.HasSuffix(name, ".opf"):
			document = true
		}
	}
	return kind && document
}

const containerPath = "META-INF/container.xml"

// A book is an EPUB that is read as one article.
type book struct {
	*Container
	dir    string // of the package document
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
		Contents string      `xml:"toc,attr"`
		Items    []spineItem `xml:"itemref"`
	} `xml:"spine"`
}

type spineItem struct {
	ID string `xml:"idref,attr"`
}

// Read reads a book that is called name as the body of one article and puts
// what it says of itself into e. Offsets count in its documents, one after the
// other in reading order. The notice, nil where there is none, says what was left
// out; an error is an [fault.Error]. ctx is asked once a document.
func Read(ctx context.Context, z *zip.Reader, name string, e *model.Entry) (body []model.Block, left *fault.Notice, err error) {
	b := &book{Container: NewContainer(z)}
	if err := b.open(); err != nil {
		return nil, nil, &fault.Error{Path: name, Reason: fault.BadEPUB, Err: err}
	}
	if b.isEncrypted() {
		return nil, nil, &fault.Error{Path: name, Reason: fault.Encrypted}
	}
	skipped, first := b.read(ctx)
	more, one := b.outlined()
	if skipped += more; first == "" {
		first = one
	}
	if len(b.body) == 0 {
		return nil, nil, &fault.Error{Path: name, Reason: fault.BadEPUB}
	}
	if skipped > 0 {
		left = &fault.Notice{Path: name, Remark: fault.Skipped, N: skipped, Detail: first}
	}
	b.describe(e)
	b.body = untitled(b.body, e.Title)
	body, e.Title = outline.TakeTitle(b.body, e.Title)
	outline.Raise(body)
	return append(body, b.notes.Sorted()...), left, nil
}

// open finds and reads the package document: the one that the container names, else the
// only one in the book.
func (b *book) open() error {
	var container struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	err := b.xml(containerPath, &container)
	name := ""
	if len(container.Roots) > 0 {
		name = path.Clean(container.Roots[0].Path)
	}
	if !b.Has(b.named(name)) {
		if name = b.only(".opf"); name == "" {
			return cmp.Or(err, error(io.ErrUnexpectedEOF))
		}
	}
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

// read reads the documents of the spine in their order, each once (EPUB 3.3,
// 5.7.1: no item is referred to twice); it returns how many could not be, and the
// first of them.
func (b *book) read(ctx context.Context) (skipped int, first string) {
	docs := map[string]int{}
	for i, d := range b.pkg.Documents {
		docs[d.ID] = i
	}
	read := map[string]bool{}
	for n, item := range b.pkg.Spine.Items {
		i, ok := docs[item.ID]
		if ctx.Err() != nil || n >= maxDocuments {
			break
		}
		if ok && strings.Contains(" "+b.pkg.Documents[i].Properties+" ", " nav ") {
			continue // the contents are the outline
		}
		name := item.ID
		if ok {
			name = b.path(b.pkg.Documents[i].Href)
		}
		if read[name] {
			continue
		}
		read[name] = true
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
	entries := map[string][]chapter{}
	for _, c := range contents {
		entries[c.file] = append(entries[c.file], c)
	}
	for _, d := range b.docs {
		p := page.New(d.Text, b.text, nil)
		p.Notes, p.Doc, p.Nested, p.All, p.XML, p.Pairs = &b.notes, d.Name, b.nest, true, true, b.pairs
		p.Marks = map[string]int{}
		here := entries[d.Name]
		for _, c := range here {
			p.Marks[c.id] = -1
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

// path returns the file an address in the package document leads to.
func (b *book) path(href string) string {
	href, _, _ = strings.Cut(href, "#")
	return b.named(path.Join(b.dir, strings.ReplaceAll(href, "\\", "/")))
}
