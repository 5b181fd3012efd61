// Package format recognises what the bytes of a file are and reads them as drafts of
// articles: text, Markdown, pages, books, documents, mail, records, subtitles. It knows
// names of files, for what they say of a format, and neither the disk, nor archives of
// several texts, nor the keys and IDs of articles.
package format

import (
	"strings"

	"juan/data/charset"
	"juan/data/fault"
	"juan/data/format/terminal"
	"juan/data/limit"
	"juan/model"
)

// Sniffed is how many bytes of a text are examined to recognise its format.
const Sniffed = 64 << 10

// A Text is one text that is read: first its bytes are given, to one of [Text.Read],
// [Text.ReadText], [Text.ReadZip], [Text.Head], [Text.Versions], [Text.Record] and
// [Records.Read]; Notices has what is worth a word of them, each a [fault.Notice].
type Text struct {
	Name     string // what messages call it; its extension says what it may be
	Title    string // the title of its article where the text names none
	Side     string // the name of its side file
	SideText string // what the side file says
	Notices  []error
	Source   []byte // the bytes that Versions has read, where they are Kept
	Kept     bool   // its bytes are wanted again, for nobody can read them twice: those of a pipe
	Piped    bool   // it comes out of a pipe, so that a program wrote it
	AsText   bool   // it is a text whatever its name says: a command has made it
	Lines    bool   // its articles are to know the lines of the file

	titled   string // the title that what holds the text has given it, "" for none
	alone    bool   // nobody else holds the bytes that are decoded: the text may take their place
	exact    bool   // the text has the very bytes of the file, except for line breaks
	charset  string // "" for UTF-8
	text     string // the UTF-8 source
	original string // where Lines are wanted: the text with the line breaks of the file
	start    int    // bytes of a byte order mark before the text
	written  bool   // a program wrote it line by line: terminal.Painted, terminal.Marked
}

// A Draft is an article before it has an ID.
type Draft struct {
	Entry  model.Entry // without a key and a place on disk; its ID where the text names one
	Body   []model.Block
	Record bool          // of a file that may hold several
	Origin *model.Origin // nil where it is not wanted, or not known: of a book, an office document, JSON that is one value
}

// decode sets the text from raw, which it keeps where that is UTF-8; otherwise the
// caller should not hold raw any longer, since both together are most of the memory of
// a large text. name forces a charset.
func (f *Text) decode(raw []byte, name string) error {
	raw, zeros := charset.TrimZeros(raw)
	size := len(raw)
	c, ok := charset.Named(name)
	if !ok {
		if c, ok = charset.Detect(raw, charset.Declared(raw)); !ok {
			if format := namedFormat(f.Name); format != "" {
				return &fault.Error{Path: f.Name, Reason: fault.Foreign, Err: format}
			}
			return &fault.Error{Path: f.Name, Reason: fault.Binary}
		}
	}
	if c != charset.UTF8 {
		f.charset = c.String()
	}
	limit.Spare(size)
	text, bad := f.textOf(c, raw)
	head := text[:min(len(text), Sniffed)]
	f.written = f.mayBeLines() && (terminal.Marked(head) || !f.isNamedText() && terminal.Manual(head) || terminal.Painted(text))
	f.exact = c == charset.UTF8 && bad == 0 && len(text) == size
	if f.Lines {
		f.original = text
	}
	if f.text = text; !f.written && !f.isJSON() { // where a line break is written \n, and U+2028 is a character
		f.text = charset.OneLineBreak(text)
	}
	f.start = len(f.text) - len(strings.TrimPrefix(f.text, "\ufeff"))
	if strings.TrimSpace(f.text[f.start:]) == "" {
		return &fault.Error{Path: f.Name, Reason: fault.Empty}
	}
	if strings.Count(f.text, "\n") > limit.Lines {
		return &fault.Error{Path: f.Name, Reason: fault.TooBig}
	}
	if bad > 0 {
		f.notice(fault.Undecodable, bad, "")
	}
	if zeros > 0 {
		f.notice(fault.Zeros, zeros, "")
	}
	return nil
}

// textOf returns the text of raw, written in c.
func (f *Text) textOf(c charset.Charset, raw []byte) (text string, bad int) {
	if f.alone {
		return c.DecodeOver(raw)
	}
	text, bad = c.Decode(raw)
	if c != charset.UTF8 {
		limit.GiveBack(len(raw))
	}
	return text, bad
}

// entry returns what is known of an article of the file without reading it.
func (f *Text) entry() model.Entry {
	return model.Entry{Title: f.Title, Encoding: f.charset}
}

// suffix returns the extension of the file, unpacked.
func (f *Text) suffix() string {
	if f.AsText {
		return ".txt"
	}
	return Suffix(strings.TrimSuffix(f.Name, ".gz"))
}

func (f *Text) notice(r fault.Remark, n int, detail string) {
	f.Notices = append(f.Notices, &fault.Notice{Path: f.Name, Remark: r, N: n, Detail: detail})
}
