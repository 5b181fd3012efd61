package export

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"juan/data/format/dialect"
	"juan/model"
)

// A setting is where running text is written; it decides what is escaped.
type setting uint8

const (
	inText setting = iota
	inHeading
	inCell
)

// prose writes running text with its voices.
func (w *writer) prose(p model.Prose, in setting) string {
	var b strings.Builder
	text := p.Text()
	line, at := 0, 0 // the byte where the line of byte at begins
	for _, s := range joined(text, p.Spans()) {
		if i := strings.LastIndexByte(text[at:s.From], '\n'); i >= 0 {
			line = at + i + 1
		}
		at = s.From
		switch one := text[s.From:s.To]; {
		case s.Voice&model.NoteRef != 0:
			b.WriteString("[^" + s.Target + "]")
		case s.Voice&model.Picture != 0:
			alt := ""
			if !isNameless(text, s) {
				alt = escape(text, line, s.From, s.To, in)
			}
			b.WriteString("![" + alt + "](" + address(s.Target) + ")")
		case s.Voice&model.Link != 0 && s.Target == one && isAddress(one):
			b.WriteString("<" + one + ">")
		default:
			b.WriteString(w.span(text, line, s, in))
		}
	}
	return b.String()
}

// joined returns the spans with neighbours of one voice made one. Neighbours that are
// code are made one as well, in the voices that they share, for their backticks would
// run together. Pictures without a description stay two.
func joined(text string, spans []model.Span) []model.Span {
	var out []model.Span
	for _, s := range spans {
		if n := len(out) - 1; n >= 0 && out[n].Target == s.Target && !isNameless(text, out[n]) && (out[n].Voice == s.Voice || isCode(out[n]) && isCode(s)) {
			out[n].To, out[n].Voice = s.To, out[n].Voice&s.Voice
		} else {
			out = append(out, s)
		}
	}
	return out
}

// isNameless reports whether s is a picture for whose description the name of its file
// stands.
func isNameless(text string, s model.Span) bool {
	return s.Voice&model.Picture != 0 && s.Target != "" && text[s.From:s.To] == path.Base(s.Target)
}

func isCode(s model.Span) bool { return s.Voice&model.Verbatim != 0 && s.Voice&model.Link == 0 }

// isAddress reports whether s can stand between < and > as a link.
func isAddress(s string) bool {
	start, end := dialect.BareLink(s, 0)
	return start == 0 && end == len(s)
}

// span writes one span, whose line begins at byte line, in its voice.
func (w *writer) span(text string, line int, s model.Span, in setting) string {
	one := escape(text, line, s.From, s.To, in)
	if s.Voice&model.Verbatim != 0 {
		one = codeSpan(text[s.From:s.To], in)
	}
	if s.Voice&model.Link != 0 && s.Target != "" {
		one = "[" + one + "](" + address(s.Target) + ")"
	}
	if w.voices {
		one = emphasized(one, s, text)
	}
	return one
}

// emphasized puts the marks of a span's voices around it, where CommonMark
// would read them as such: never between Chinese text and its punctuation.
func emphasized(one string, s model.Span, text string) string {
	mark := ""
	if s.Voice&model.Strike != 0 {
		mark += "~~"
	}
	if s.Voice&model.Strong != 0 {
		mark += "**"
	}
	if s.Voice&model.Emphasis != 0 {
		mark += "*"
	}
	before, _ := utf8.DecodeLastRuneInString(text[:s.From])
	first, _ := utf8.DecodeRuneInString(text[s.From:s.To])
	last, _ := utf8.DecodeLastRuneInString(text[s.From:s.To])
	after, _ := utf8.DecodeRuneInString(text[s.To:])
	if mark == "" || !flanks(before, first) || !flanks(after, last) || strings.Contains(one, "\n") {
		return one
	}
	return mark + one + reversed(mark)
}

// flanks reports whether a mark between outer and inner belongs to inner
// (CommonMark 0.31, left- and right-flanking delimiter runs).
func flanks(outer, inner rune) bool {
	switch {
	case unicode.IsSpace(inner) || inner == utf8.RuneError:
		return false
	case !unicode.IsPunct(inner) && !unicode.IsSymbol(inner):
		return true
	}
	return outer == utf8.RuneError || unicode.IsSpace(outer) || unicode.IsPunct(outer) || unicode.IsSymbol(outer)
}

func reversed(s string) string {
	b := []byte(s)
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return string(b)
}

// escape returns text[from:to], whose line begins at byte line, escaped so that
// Markdown reads it literally. A line break becomes a hard one.
func escape(text string, line, from, to int, in setting) string {
	var b strings.Builder
	begins := strings.TrimLeft(text[line:from], " \t") == "" // nothing but blanks stands before
	for i := from; i < to; i++ {
		c := text[i]
		switch {
		case begins && strings.HasPrefix(text[i:to], "＃"): // it has no escape of its own
			b.WriteString("&#xff03;")
			i += len("＃") - 1
			begins = false
			continue
		case begins && c == 'i' && dialect.IsImport(lineAt(text, i)):
			b.WriteString("&#105;") // the i of import
			begins = false
			continue
		case begins && c == '[' && strings.TrimRight(lineAt(text, i), " \t\r") == "[":
			b.WriteString("&#91;") // with a backslash it would begin a formula
			begins = false
			continue
		case c == '\n' && in == inText && i > 0 && text[i-1] == '\\':
			line, begins = i+1, true
			b.WriteString("  \n") // three backslashes at the end of a line are no hard break to goldmark
			continue
		case c == '\n':
			line, begins = i+1, true
			b.WriteString([]string{"\\\n", " ", "<br>"}[in])
			continue
		case begins && (c == ' ' || c == '\t'):
			continue // would be dropped anyway, or make code of the line
		case strings.IndexByte("\\`*_[]<&~|${", c) >= 0,
			(c == '%' || c == '=') && i+1 < len(text) && text[i+1] == c,
			(c == '!' || c == '?') && begins && strings.HasPrefix(text[i+1:], string(c)+string(c)),
			c == '^',
			begins && strings.IndexByte("#>-+=:", c) >= 0,
			in == inHeading && c == '#',
			(c == '.' || c == ')') && dialect.IsNumber(text[line:i]):
			b.WriteByte('\\')
		}
		b.WriteByte(c)
		begins = false
	}
	return b.String()
}

// lineAt returns the rest of the line from byte i of text on.
func lineAt(text string, i int) string {
	line, _, _ := strings.Cut(text[i:], "\n")
	return line
}

// codeSpan writes s between back quotes, more than it has inside.
func codeSpan(s string, in setting) string {
	fence := dialect.Fence(s, 1)
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") {
		s = " " + s + " "
	}
	if in == inCell {
		s = strings.ReplaceAll(s, "|", "\\|")
	}
	return fence + strings.ReplaceAll(s, "\n", " ") + fence
}

// address writes where a link leads.
func address(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' {
			return -1
		}
		return r
	}, s)
	return "<" + strings.NewReplacer("\\", "\\\\", "<", "\\<", ">", "\\>", "&", "&amp;").Replace(s) + ">"
}
