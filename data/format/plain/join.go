package plain

import (
	"strings"
	"unicode"

	"juan/data/format/compose"
	"juan/data/format/dialect"
	"juan/model"
	"juan/model/char"
)

// join puts the lines of src[from:to] together, their breaks closed. Of several
// lines, which were set to a measure, the blanks that filled them are closed
// too, and a word that was torn at the end of one is whole again.
func (t *reader) join(from, to int) *compose.Text {
	c := &compose.Text{Src: t.src, Base: t.base}
	several := strings.IndexByte(t.src[from:to], '\n') >= 0
	for line := range strings.Lines(t.src[from:to]) {
		l := compose.Trimmed(t.src, from, from+len(line))
		from += len(line)
		if !several {
			t.linkify(c, l.From, l.To)
			break
		}
		end := l.To
		if torn := t.torn(l.From, l.To, from, to); torn > 0 {
			end -= torn
		}
		t.unjustified(c, l.From, end)
		if !hyphened(t.src[l.From:l.To]) {
			c.SoftBreak()
		}
	}
	return c
}

// unjustified adds src[from:to] with each run of blanks as one, or none
// between characters that need none.
func (t *reader) unjustified(c *compose.Text, from, to int) {
	for from < to {
		gap := strings.Index(t.src[from:to], "  ")
		if gap <= 0 {
			break
		}
		end := from + gap + char.Spaces(t.src[from+gap:to])
		t.linkify(c, from, from+gap)
		if char.SpaceBetween(char.Last(t.src[from:from+gap]), char.First(t.src[end:])) {
			c.Add(" ", from+gap, 0, "")
		}
		from = end
	}
	t.linkify(c, from, to)
}

// torn returns the bytes of the hyphen at the end of the line src[from:end]
// that only tears a word: with the start of the next line, at next, it is a
// word that stands elsewhere in the text. The hyphen that manuals are set with,
// U+2010, tears a word unless the two stand elsewhere with a hyphen between:
// har‐ / bour is harbour, river‐ / side where river‐side stands as well is not torn.
func (t *reader) torn(from, end, next, to int) int {
	const near = 64 << 10 // how far around one looks for the word
	line := t.src[from:end]
	head := strings.TrimSuffix(strings.TrimSuffix(line, "-"), "\u2010")
	if len(head) == len(line) || next >= to {
		return 0
	}
	rest := strings.TrimLeftFunc(t.src[next:to], unicode.IsSpace)
	a := strings.LastIndexFunc(head, notLetter) + 1
	b := strings.IndexFunc(rest, notLetter)
	if b < 0 {
		b = len(rest)
	}
	if a == len(head) || b == 0 || !unicode.IsLower(rune(rest[0])) {
		return 0
	}
	around := t.src[max(0, from-near):min(len(t.src), to+near)]
	first, second := head[a:], rest[:b]
	set := strings.HasSuffix(line, "\u2010") && !strings.HasSuffix(head[:a], "\u2010") && !strings.HasSuffix(head[:a], "-")
	if set && !strings.Contains(around, first+"\u2010"+second) && !strings.Contains(around, first+"-"+second) || strings.Contains(around, first+second) {
		return len(line) - len(head)
	}
	return 0
}

// hyphened reports whether a line ends with a hyphen after a letter.
func hyphened(line string) bool {
	head := strings.TrimSuffix(strings.TrimSuffix(line, "-"), "\u2010")
	return len(head) < len(line) && char.IsLatin(char.Last(head))
}

func notLetter(r rune) bool { return !char.IsLatin(r) }

// linkify adds src[from:to] with its bare links.
func (t *reader) linkify(c *compose.Text, from, to int) {
	for t.links < mostLinks {
		start, end := dialect.BareLink(t.src[from:to], 0)
		if end == 0 {
			break
		}
		t.links++
		c.Verbatim(from, from+start, 0, "")
		c.Verbatim(from+start, from+end, model.Link, t.src[from+start:from+end])
		from += end
	}
	c.Verbatim(from, to, 0, "")
}
