package data

import (
	"context"
	"math"
	"strings"

	"juan/data/charset"
	"juan/data/fault"
	"juan/data/limit"
	"juan/model"
)

// sniffed is how many bytes of a text are looked at to tell its format.
const sniffed = 64 << 10

// A file is one text that is read.
type file struct {
	key     string // what the keys of its articles begin with, see [namer]
	id      string // the ID of its article where the text names none
	title   string // the title of its article where the text names none
	name    string // what messages call it
	path    string // Entry.Path
	group   string
	charset string // "" for UTF-8
	text    string // the UTF-8 source
	start   int    // bytes of a byte order mark before the text
	exact   bool   // the text has the very bytes of the file, but for line breaks
	side    string // the name of its side file
	// sideText is what the side file says.
	sideText string
	isText   bool // whatever its name says: a command has made it
	notices  []error
	source   []byte // the bytes that [file.versions] has read
}

// A draft is an article before it has an ID.
type draft struct {
	entry  model.Entry
	body   []model.Block
	record bool // of a file that may hold several
}

// decode sets the text from raw, which it keeps. name forces a charset.
func (f *file) decode(raw []byte, name string) error {
	raw, zeros := charset.TrimZeros(raw)
	c, ok := charset.Named(name)
	if !ok {
		if c, ok = charset.Detect(raw, charset.Declared(raw)); !ok {
			if format := namedFormat(f.name); format != "" {
				return &fault.Error{Path: f.name, Reason: fault.Foreign, Err: format}
			}
			return &fault.Error{Path: f.name, Reason: fault.Binary}
		}
	}
	if c != charset.UTF8 {
		f.charset = c.String()
	}
	limit.Spare(len(raw))
	text, bad := c.Decode(raw)
	if c != charset.UTF8 {
		limit.GiveBack(len(raw))
	}
	if s := f.suffix(); s == ".txt" || s == ".text" || !isText(f.name) {
		text = unpainted(text)
	}
	f.exact = c == charset.UTF8 && bad == 0 && len(text) == len(raw)
	if f.text = text; !f.isJSON() { // where a line break is written \n, and U+2028 is a character
		f.text = charset.OneLineBreak(text)
	}
	f.start = len(f.text) - len(strings.TrimPrefix(f.text, "\ufeff"))
	if strings.TrimSpace(f.text[f.start:]) == "" {
		return &fault.Error{Path: f.name, Reason: fault.Empty}
	}
	if strings.Count(f.text, "\n") > limit.Lines {
		return &fault.Error{Path: f.name, Reason: fault.TooBig}
	}
	if bad > 0 {
		f.notice(fault.Undecodable, bad, "")
	}
	if zeros > 0 {
		f.notice(fault.Zeros, zeros, "")
	}
	return nil
}

// read returns the articles of the text in their order. ctx is asked once in a
// while; when it is done, its error is returned.
func (f *file) read(ctx context.Context) ([]draft, error) {
	if d := f.listing(); d != nil {
		return d, ctx.Err()
	}
	if f.isNotebook() {
		d, err := f.notebook()
		return []draft{d}, err
	}
	if f.isRecords() {
		return f.records(ctx)
	}
	if f.isSubtitles() {
		return []draft{f.subtitles()}, nil
	}
	if text, ok := f.lightMarkup(); ok {
		return []draft{f.asMarkdown(text)}, nil
	}
	if f.isFictionBook() {
		d, err := f.fictionBook()
		return []draft{d}, err
	}
	if f.isHTML() {
		d, err := f.html()
		return []draft{d}, err
	}
	if f.isMarkdown() {
		d := last(f.grown(ctx, math.MaxInt))
		return []draft{d}, ctx.Err()
	}
	d := f.plainUntil(ctx)
	return []draft{d}, ctx.Err()
}

// inParts reports whether the text is of a kind that is read whole: a listing,
// records or a page.
func (f *file) inParts() bool {
	rest := strings.TrimLeft(f.text[f.start:min(len(f.text), f.start+sniffed)], " \t\r\n\u3000")
	return strings.HasPrefix(rest, "-\n") || strings.HasPrefix(rest, "-\r\n") || f.isRecords() || f.isHTML()
}

// isHTML tells a page by how it begins.
func (f *file) isHTML() bool {
	head := strings.TrimSpace(f.text[f.start:min(len(f.text), f.start+1024)])
	if !strings.HasPrefix(head, "<") {
		return false
	}
	head = strings.ToLower(head)
	for strings.HasPrefix(head, "<?xml") || strings.HasPrefix(head, "<!--") {
		_, rest, ok := strings.Cut(head, ">")
		if !ok {
			return false
		}
		head = strings.TrimSpace(rest)
	}
	if strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") {
		return true
	}
	switch f.suffix() {
	case ".html", ".htm", ".xhtml", ".shtml", ".xht":
		return strings.HasPrefix(head, "<")
	}
	return false
}

// isMarkdown tells Markdown by its name, and without one by its front matter
// or a heading marked as Markdown marks it.
func (f *file) isMarkdown() bool {
	if f.isNamedMarkdown() {
		return true
	}
	head := f.text[f.start:min(len(f.text), f.start+sniffed)]
	if meta, _, fence := frontMatter(head, 0, false); fence != "" && looksLikeMeta(meta) {
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

// isNamedMarkdown tells Markdown by the name of its file.
func (f *file) isNamedMarkdown() bool {
	switch f.suffix() {
	case ".md", ".markdown", ".mkd", ".mdown", ".mdx", ".qmd", ".rmd":
		return true
	}
	return false
}

// isJSON tells JSON by the name of its file.
func (f *file) isJSON() bool {
	switch f.suffix() {
	case ".json", ".jsonl", ".ndjson", ".ipynb":
		return true
	}
	return false
}

// entry returns what is known of an article of the file without reading it.
func (f *file) entry() model.Entry {
	return model.Entry{Title: f.title, Path: f.path, Group: f.group, Encoding: f.charset}
}

// suffix returns the extension of the file, unpacked.
func (f *file) suffix() string {
	if f.isText {
		return ".txt"
	}
	return suffix(strings.TrimSuffix(f.name, ".gz"))
}

func (f *file) notice(r fault.Remark, n int, detail string) {
	f.notices = append(f.notices, &fault.Notice{Path: f.name, Remark: r, N: n, Detail: detail})
}
