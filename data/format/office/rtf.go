package office

import (
	"strconv"
	"strings"

	"juan/data/charset"
)

// RTF writes a document of Rich Text Format (1.9) as a page.
func RTF(raw []byte) (Document, error) {
	r := &rtf{src: raw, text: new(strings.Builder), fonts: map[int]charset.Charset{}, headings: map[int]int{}}
	r.state.skipped = 1
	r.read()
	r.endTable()
	for i, note := range r.notes {
		r.page.WriteString("<aside epub:type=\"footnote\" " + attribute("id", noteID(i+1)) + ">" + element("p", note) + "</aside>\n")
	}
	r.doc.Title, r.doc.Author, r.doc.Page = r.title.String(), r.author.String(), r.page.String()
	if strings.TrimSpace(plain(r.doc.Page)) == "" {
		return r.doc, errNoText
	}
	return r.doc, nil
}

// An rtfState is what holds in a group.
type rtfState struct {
	destination string // what the text of the group is for, "" for the page
	bold        bool
	italic      bool
	up, down    bool
	hidden      bool
	font        int
	skipped     int // characters that stand for a \u where that is not known
}

// An rtf is a document that is being read.
type rtf struct {
	src           []byte
	at            int
	state         rtfState
	stack         []rtfState
	doc           Document
	page          strings.Builder
	title, author strings.Builder

	text     *strings.Builder // the paragraph, as mark-up
	bytes    []byte           // text that is not decoded yet
	skip     int              // characters to be left out after a \u
	half     rune             // the first of two surrogates
	charset  charset.Charset
	fonts    map[int]charset.Charset
	headings map[int]int // levels, by style
	level    int         // of the heading that the paragraph is
	style    int         // that is being defined
	inTable  bool
	cells    []string
	table    bool // one is open
	notes    []string
	outer    *strings.Builder // the paragraph around a note
}

// maxGroups is how many groups may lie in each other.
const maxGroups = 1000

func (r *rtf) read() {
	for r.at < len(r.src) {
		c := r.src[r.at]
		r.at++
		switch c {
		case '{':
			r.decode()
			if len(r.stack) < maxGroups {
				r.stack = append(r.stack, r.state)
			}
		case '}':
			r.shut()
		case '\\':
			r.control()
		case '\r', '\n':
		default:
			r.put(c)
		}
	}
	r.decode()
	r.paragraph()
}

// put adds a byte of text.
func (r *rtf) put(c byte) {
	if r.skip > 0 {
		r.skip--
		return
	}
	r.bytes = append(r.bytes, c)
}

// shut ends a group.
func (r *rtf) shut() {
	r.decode()
	n := len(r.stack) - 1
	if n < 0 {
		return
	}
	was := r.state.destination
	r.state = r.stack[n]
	r.stack = r.stack[:n]
	if was == "footnote" && r.state.destination != "footnote" {
		r.notes = append(r.notes, r.text.String())
		r.text = r.outer
		number := strconv.Itoa(len(r.notes))
		r.text.WriteString("<a epub:type=\"noteref\" " + attribute("href", "#"+noteID(len(r.notes))) + ">" + number + "</a>")
	}
}

// decode turns the bytes that are waiting into text.
func (r *rtf) decode() {
	if len(r.bytes) == 0 {
		return
	}
	c := r.charset
	if f, ok := r.fonts[r.state.font]; ok && f != charset.UTF8 {
		c = f
	}
	if c == charset.UTF8 {
		c = charset.Windows1252
	}
	text, bad := c.Decode(append([]byte(nil), r.bytes...))
	if bad > 0 { // a Latin letter among Chinese ones
		text, _ = charset.Windows1252.Decode(append([]byte(nil), r.bytes...))
	}
	r.bytes = r.bytes[:0]
	r.words(text)
}

// words adds text to what it is for.
func (r *rtf) words(s string) {
	switch r.state.destination {
	case "", "footnote":
		if r.state.hidden {
			return
		}
		open, shut := "", ""
		for _, v := range [...]struct {
			on  bool
			tag string
		}{{r.state.bold, "b"}, {r.state.italic, "i"}, {r.state.up, "sup"}, {r.state.down, "sub"}} {
			if v.on && strings.TrimSpace(s) != "" {
				open, shut = open+"<"+v.tag+">", "</"+v.tag+">"+shut
			}
		}
		r.text.WriteString(open + escaped(s) + shut)
	case "title":
		r.title.WriteString(s)
	case "author":
		r.author.WriteString(s)
	case "stylesheet":
		if n := headingLevel(strings.ToLower(strings.Trim(s, "; "))); n > 0 {
			r.headings[r.style] = n
		}
	}
}

// control reads a control word or symbol.
func (r *rtf) control() {
	if r.at >= len(r.src) {
		return
	}
	from := r.at
	for r.at < len(r.src) && r.src[r.at]|0x20 >= 'a' && r.src[r.at]|0x20 <= 'z' {
		r.at++
	}
	if r.at == from {
		r.symbol()
		return
	}
	word := string(r.src[from:r.at])
	from = r.at
	if r.at < len(r.src) && r.src[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.src) && r.src[r.at] >= '0' && r.src[r.at] <= '9' {
		r.at++
	}
	value, err := strconv.Atoi(string(r.src[from:r.at]))
	if err != nil {
		value = -1
	}
	if r.at < len(r.src) && r.src[r.at] == ' ' {
		r.at++
	}
	r.word(word, value)
}

// symbol reads a control of one character.
func (r *rtf) symbol() {
	c := r.src[r.at]
	r.at++
	switch c {
	case '\'':
		if r.at+2 <= len(r.src) {
			if n, err := strconv.ParseUint(string(r.src[r.at:r.at+2]), 16, 8); err == nil {
				r.put(byte(n))
			}
			r.at += 2
		}
	case '\\', '{', '}':
		r.put(c)
	case '~':
		r.put(' ')
	case '_':
		r.put('-')
	case '\r', '\n':
		r.decode()
		r.paragraph()
	case '*':
		r.decode()
		r.state.destination = "unknown"
	}
}
