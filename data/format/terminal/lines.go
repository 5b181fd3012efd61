package terminal

import (
	"context"
	"strings"
	"unicode/utf8"

	"juan/model"
)

const (
	// longest is how many bytes of a line are one block: all of a block is laid out.
	longest = 64 << 10
	// askedEvery is how many bytes are read before a context is asked again.
	askedEvery = 64 << 10
)

// Lines are those of a text that is made of lines, which may still be coming. The
// zero Lines have none.
type Lines struct {
	Body []model.Block

	painter Painter
	finder  finder
	at      int  // bytes that were read
	crlf    bool // the first line ends with "\r\n": then that is how lines end
}

// Start says that the text begins after so many bytes of its source.
func (l *Lines) Start(at int) { l.at = at }

// Read reads the lines of a text that stands after those that were read, or fewer
// where ctx is done before. The last one may lack its break.
func (l *Lines) Read(ctx context.Context, text string) {
	asked := 0
	for at := 0; at < len(text); {
		if at-asked > askedEvery {
			if asked = at; ctx.Err() != nil {
				return
			}
		}
		line, end := text[at:], len(text)
		if i := strings.IndexByte(line, '\n'); i >= 0 {
			line, end = line[:i], at+i+1
		}
		if len(l.Body) == 0 {
			l.crlf = strings.HasSuffix(line, "\r")
		}
		if l.crlf {
			line = strings.TrimSuffix(line, "\r")
		}
		l.add(line)
		l.at += end - at
		at = end
	}
}

// add adds a line, in parts where it is long.
func (l *Lines) add(s string) {
	at, first := l.at, true
	for first || s != "" {
		part := s
		if len(part) > longest {
			end := longest
			for end > longest-utf8.UTFMax && !utf8.RuneStart(s[end]) {
				end--
			}
			part = s[:end]
		}
		o := model.Output{Leaf: model.Leaf{Src: at}}
		if o.Line, o.Looks = l.painter.Line(part); first {
			o.Head = l.finder.head(o.Line, o.Looks)
		}
		l.Body = append(l.Body, o)
		s, at, first = s[len(part):], at+len(part), false
	}
}

// Title returns what the text is about, as far as its first line says: the page of the
// manual, the file or the commit that it names, else the line.
func (l *Lines) Title() string {
	for _, b := range l.Body {
		o, _ := b.(model.Output)
		switch words := strings.Join(strings.Fields(o.Line), " "); {
		case words == "":
		case l.finder.manual != "":
			return l.finder.manual
		case o.Head.Level > 0:
			return o.Line[o.Head.From:o.Head.To]
		default:
			return words
		}
	}
	return ""
}
