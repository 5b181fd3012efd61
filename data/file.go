package data

import (
	"strings"
	"unicode/utf8"
	"unsafe"

	"juan/model"
)

// sniffed is how many bytes of a text are looked at to tell its format.
const sniffed = 64 << 10

// A file is one text that is read.
type file struct {
	id      string // the ID of its article where the text names none
	title   string // the title of its article where the text names none
	name    string // what messages call it where it has no path
	path    string // Entry.Path
	group   string
	charset string // "" for UTF-8
	text    string // the UTF-8 source
	start   int    // bytes of a byte order mark before the text
	notices []error
}

// A draft is an article before it has an ID.
type draft struct {
	entry model.Entry
	body  []model.Block
}

// decode sets the text from raw, which it keeps.
func (f *file) decode(raw []byte, charset string) error {
	f.text = unsafe.String(unsafe.SliceData(raw), len(raw)) // raw is not written to again
	f.start = len(f.text) - len(strings.TrimPrefix(f.text, "\ufeff"))
	switch {
	case strings.IndexByte(f.text, 0) >= 0:
		return &Error{Path: f.named(), Reason: Binary}
	case strings.TrimSpace(f.text[f.start:]) == "":
		return &Error{Path: f.named(), Reason: Empty}
	case !utf8.ValidString(f.text):
		f.text = strings.ToValidUTF8(f.text, "\ufffd")
		f.notice(Undecodable, strings.Count(f.text, "\ufffd"), "")
	}
	return nil
}

// read returns the articles of the text in their order.
func (f *file) read() []draft {
	if d := f.listing(); d != nil {
		return d
	}
	if f.isMarkdown() {
		return []draft{f.markdown()}
	}
	return []draft{f.plain()}
}

// isMarkdown tells Markdown by its name, and without one by its front matter
// or a heading marked as Markdown marks it.
func (f *file) isMarkdown() bool {
	switch suffix(f.named()) {
	case ".md", ".markdown", ".mkd", ".mdown":
		return true
	}
	head := f.text[f.start:min(len(f.text), f.start+sniffed)]
	if meta, _, fence := frontMatter(head, 0); fence != "" && looksLikeMeta(meta) {
		return true
	}
	if strings.HasPrefix(head, "#!") {
		return false
	}
	blank := true
	for line := range strings.Lines(head) {
		title := strings.TrimLeft(line, "#")
		if n := len(line) - len(title); blank && n >= 1 && n <= 6 && len(title) > 2 && title[0] == ' ' && title[1] != ' ' {
			return true
		}
		blank = strings.TrimSpace(line) == ""
	}
	return false
}

// entry returns what is known of an article of the file without reading it.
func (f *file) entry() model.Entry {
	return model.Entry{Title: f.title, Path: f.path, Group: f.group, Encoding: f.charset}
}

func (f *file) notice(r Remark, n int, detail string) {
	f.notices = append(f.notices, &Notice{f.named(), r, n, detail})
}

// named returns what messages call the file.
func (f *file) named() string {
	if f.path == "" {
		return f.name
	}
	return f.path
}
