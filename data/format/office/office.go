// Package office writes the documents of office programs as pages of XHTML, so
// that one reader of pages reads them all: Word (docx), OpenDocument (odt),
// FictionBook (fb2), Rich Text (rtf) and outlines (opml). It knows no articles and no layout.
package office

import (
	"errors"
	"html"
	"strings"
)

// A Document is what a file says.
type Document struct {
	Title  string
	Author string
	Date   string // as the file has it
	Page   string // the body of a page of XHTML
}

// Files are the parts of a document that is packed; a part that is not there
// is "".
type Files func(name string) string

// Limits against documents that are made to fill the memory.
const (
	maxNodes = 2_000_000 // elements and texts
	maxDepth = 200       // elements in each other; those deeper are passed over
)

// errNoText says that a document has no text where its kind has it.
var errNoText = errors.New("no text in it")

// A writer puts a page together. What is open is closed in its order, so that
// a page is well formed whatever a document does.
type writer struct {
	b    strings.Builder
	open []string
}

// escaped returns text as mark-up.
func escaped(s string) string { return html.EscapeString(strings.Map(visible, s)) }

// visible leaves out what XML cannot hold.
func visible(r rune) rune {
	if r < ' ' && r != '\n' && r != '\t' {
		return -1
	}
	return r
}

// raw writes mark-up.
func (w *writer) raw(s string) { w.b.WriteString(s) }

// start opens an element; attr is its attributes, written out.
func (w *writer) start(name, attr string) {
	w.open = append(w.open, name)
	w.b.WriteByte('<')
	w.b.WriteString(name)
	if attr != "" {
		w.b.WriteByte(' ')
		w.b.WriteString(attr)
	}
	w.b.WriteByte('>')
}

// end closes what was opened last.
func (w *writer) end() {
	if n := len(w.open) - 1; n >= 0 {
		w.b.WriteString("</" + w.open[n] + ">")
		w.open = w.open[:n]
	}
}

// endTo closes all but the first n that are open.
func (w *writer) endTo(n int) {
	for len(w.open) > n {
		w.end()
	}
}

// attribute writes an attribute.
func attribute(name, value string) string { return name + `="` + html.EscapeString(value) + `"` }

// page returns all that was written.
func (w *writer) page() string {
	w.endTo(0)
	return w.b.String()
}
