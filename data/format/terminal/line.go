// Package terminal reads what programs write for a terminal: lines whose letters are
// struck over or followed by control sequences become lines of text and their looks. It
// distinguishes texts made of lines from prose, and finds the lines that open a
// section: files and hunks of a diff, commits, the heads of a page of the manual. It
// knows no files.
package terminal

import (
	"strings"
	"unicode/utf8"

	"juan/model"
)

// A Painter reads one line after the other; a style holds until it is ended, also in
// the lines that follow. The zero Painter begins plain.
type Painter struct {
	style model.Style
	out   []byte
	looks []model.Look
}

// Line returns a line, which has no break, as text and its looks. Select graphic
// rendition (ECMA-48 SGR) and letters struck over themselves or an underscore
// become looks; erasing in a line (EL), the choice of a character set and hyperlinks
// (OSC 8) have none and are left out. What else acts on a terminal stays in the text.
func (p *Painter) Line(s string) (line string, looks []model.Look) {
	if strings.IndexByte(s, '\x1b') < 0 && strings.IndexByte(s, '\b') < 0 {
		if p.style != (model.Style{}) && s != "" {
			looks = []model.Look{{To: int32(len(s)), Style: p.style}}
		}
		return s, looks
	}
	p.out, p.looks = p.out[:0], p.looks[:0]
	for i := 0; i < len(s); {
		n := 0
		switch s[i] {
		case '\x1b':
			n = p.sequence(s[i:])
		case '\b':
			n = p.struck(s[i:])
		}
		if n == 0 {
			n = plainBytes(s[i:])
			p.put(s[i:i+n], p.style)
		}
		i += n
	}
	if len(p.looks) > 0 {
		looks = append(looks, p.looks...)
	}
	return string(p.out), looks
}

// plainBytes returns how many bytes s begins with that are read as they are, at
// least one.
func plainBytes(s string) int {
	for i := 1; i < len(s); i++ {
		if s[i] == '\x1b' || s[i] == '\b' {
			return i
		}
	}
	return len(s)
}

// put adds text in a style.
func (p *Painter) put(text string, style model.Style) {
	from := int32(len(p.out))
	p.out = append(p.out, text...)
	p.look(from, int32(len(p.out)), style)
}

// look notes the style of the bytes [from, to) of the line, its last.
func (p *Painter) look(from, to int32, style model.Style) {
	if style == (model.Style{}) || from == to {
		return
	}
	if n := len(p.looks); n > 0 && p.looks[n-1].To == from && p.looks[n-1].Style == style {
		p.looks[n-1].To = to
		return
	}
	p.looks = append(p.looks, model.Look{From: from, To: to, Style: style})
}

// struck puts the letter after the backspaces at the start of s, one or, over a
// wide letter, two, in the place of the last of the line, and returns how many bytes
// of s that took: 0 where the two letters are not one. Struck over itself a letter is
// bold, over an underscore underlined.
func (p *Painter) struck(s string) int {
	under, size := utf8.DecodeLastRune(p.out)
	n := 1
	if strings.HasPrefix(s, "\b\b") {
		n = 2
	}
	over, width := utf8.DecodeRuneInString(s[n:])
	if size == 0 || width == 0 || under != over && under != '_' && over != '_' {
		return 0
	}
	style := p.take(size)
	letter := string(under)
	switch {
	case under == over && under == '_' && p.underlined(): // bold or underlined: only the letter before shows which
		style.Attr |= model.Underlined
	case under == over:
		style.Attr |= model.Bold
	case over == '_':
		style.Attr |= model.Underlined
	default:
		style.Attr |= model.Underlined
		letter = string(over)
	}
	p.put(letter, style)
	return n + width
}

// underlined reports whether the last letter of the line is underlined and not bold.
func (p *Painter) underlined() bool {
	n := len(p.looks)
	return n > 0 && int(p.looks[n-1].To) == len(p.out) && p.looks[n-1].Style.Attr&(model.Underlined|model.Bold) == model.Underlined
}

// take takes the last size bytes, one letter, off the line and returns their style.
func (p *Painter) take(size int) (style model.Style) {
	p.out = p.out[:len(p.out)-size]
	n, end := len(p.looks), int32(len(p.out))
	if n == 0 || p.looks[n-1].To <= end {
		return style
	}
	style = p.looks[n-1].Style
	if p.looks[n-1].To = end; p.looks[n-1].From >= end {
		p.looks = p.looks[:n-1]
	}
	return style
}

// sequence reads the control sequence at the start of s and returns how many bytes
// it takes, 0 where it is none that is read.
func (p *Painter) sequence(s string) int {
	switch {
	case strings.HasPrefix(s, "\x1b["):
		return p.csi(s)
	case strings.HasPrefix(s, "\x1b]8;"):
		return hyperlink(s)
	case strings.HasPrefix(s, "\x1b(B"):
		return len("\x1b(B")
	}
	return 0
}

// csi reads SGR and EL.
func (p *Painter) csi(s string) int {
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			p.style = styled(p.style, s[2:i])
			return i + 1
		case c == 'K':
			return i + 1
		case c != ';' && c != ':' && (c < '0' || c > '9'):
			return 0
		}
	}
	return 0
}

// hyperlink returns how many bytes the opening or the closing of a hyperlink takes.
func hyperlink(s string) int {
	for i := 4; i < len(s); i++ {
		switch {
		case s[i] == '\a':
			return i + 1
		case strings.HasPrefix(s[i:], "\x1b\\"):
			return i + 2
		case s[i] < ' ':
			return 0
		}
	}
	return 0
}

// Plain returns a text without the looks that were written into it.
func Plain(text string) string {
	if strings.IndexByte(text, '\x1b') < 0 && strings.IndexByte(text, '\b') < 0 {
		return text
	}
	var p Painter
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i], _ = p.Line(line)
	}
	return strings.Join(lines, "\n")
}
