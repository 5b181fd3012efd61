// Package query parses queries: words, phrases, fields, patterns and exclusions. Every
// input has a meaning: there are no errors, and something that only looks like an
// operator is a word. It does not know how words are found.
package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Kind says what a part of a query asks for.
type Kind uint8

// The kinds.
const (
	Word    Kind = iota // text in any form
	Phrase              // the very characters
	Pattern             // a regular expression of package regexp
	Title               // text of the title
	Tag                 // text of a tag
	Date                // a day or a range of days, see [Days]
	Path                // text of the path of the file
)

// A Part is one of the things that an article must have, or must not have.
type Part struct {
	Kind Kind
	Not  bool   // it must not be there
	Text string // what is looked for; never empty
	Days Days   // of a Date
	// Open says that the mark that closes it was not typed yet.
	Open bool
	// From and To are the bytes of the query that it was typed in, its
	// operators included.
	From, To int
}

// Parse takes a query apart. Parts that ask for nothing yet, such as a field
// without a value, are left out.
//
// Blanks part words. -x leaves out what has x. "x", ＂x＂ and “x” are the very
// characters; title: tag: date: path: say where to look; /x/ is a regular
// expression. Each holds only where it takes a whole word, so 注意：, “十四五”时期
// and /usr/ are words. － ： ／ count as - : and /.
func Parse(text string) []Part {
	var parts []Part
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		if unicode.IsSpace(r) {
			at += n
			continue
		}
		p := parse(text[at:])
		p.From, p.To = at, at+p.To
		if p.Text != "" {
			parts = append(parts, p)
		}
		at = p.To
	}
	return parts
}

// parse takes the part that s begins with; To is its bytes.
func parse(s string) Part {
	if rest, ok := cutAny(s, "-", "－"); ok && !isDash(rest) {
		p := positive(rest)
		p.Not = true
		p.To += len(s) - len(rest)
		return p
	}
	return positive(s)
}

// isDash reports whether s begins with another dash: --help and -- are words.
func isDash(s string) bool {
	_, ok := cutAny(s, "-", "－", "—")
	return ok
}

// positive takes the part that s begins with, a - before it left out.
func positive(s string) Part {
	if kind, rest, ok := field(s); ok {
		p, quoted := quotation(rest)
		if !quoted {
			p = word(rest)
		}
		p.Kind = kind
		p.To += len(s) - len(rest)
		if kind == Date {
			if p.Days = days(p.Text); p.Days == (Days{}) {
				p.Text = "" // no date yet
			}
		}
		return p
	}
	if p, ok := quotation(s); ok {
		return p
	}
	if p, ok := pattern(s); ok {
		return p
	}
	return word(s)
}

// word takes what stands before the next blank.
func word(s string) Part {
	n := strings.IndexFunc(s, unicode.IsSpace)
	if n < 0 {
		n = len(s)
	}
	return Part{Kind: Word, Text: s[:n], To: n}
}

// field takes the name of a field and its colon off s.
func field(s string) (k Kind, rest string, ok bool) {
	for _, f := range [...]struct {
		name string
		kind Kind
	}{{"title", Title}, {"tag", Tag}, {"date", Date}, {"path", Path}} {
		if rest, ok := strings.CutPrefix(s, f.name); ok {
			if rest, ok = cutAny(rest, ":", "："); ok {
				return f.kind, rest, true
			}
		}
	}
	return Word, s, false
}

// quotation takes a phrase in quotation marks that close a whole word. A
// straight mark that is not closed yet holds all that follows.
func quotation(s string) (p Part, ok bool) {
	straight := true
	rest, ok := cutAny(s, `"`, "＂")
	if !ok {
		straight = false
		if rest, ok = strings.CutPrefix(s, "“"); !ok {
			return Part{}, false
		}
	}
	closing := `"＂`
	if !straight {
		closing = "”"
	}
	n := strings.IndexAny(rest, closing)
	if n < 0 {
		return Part{Kind: Phrase, Text: strings.TrimSpace(rest), To: len(s), Open: true}, straight
	}
	_, size := utf8.DecodeRuneInString(rest[n:])
	behind := rest[n+size:]
	return Part{Kind: Phrase, Text: strings.TrimSpace(rest[:n]), To: len(s) - len(behind)}, ends(behind)
}

// pattern takes a regular expression between slashes: one that compiles, has no
// slash of its own and something that a word has not.
func pattern(s string) (p Part, ok bool) {
	rest, ok := cutAny(s, "/", "／")
	if !ok {
		return Part{}, false
	}
	n := slash(rest)
	if n < 0 {
		return Part{}, false
	}
	_, size := utf8.DecodeRuneInString(rest[n:])
	text, behind := rest[:n], rest[n+size:]
	if !ends(behind) || !strings.ContainsAny(text, `\.+*?()|[]{}^$`) {
		return Part{}, false
	}
	if _, err := Compile("(?i)" + text); err != nil {
		return Part{}, false
	}
	return Part{Kind: Pattern, Text: text, To: len(s) - len(behind)}, true
}

// slash returns the byte of the first slash in s that no \ stands before, -1
// for none.
func slash(s string) int {
	escaped := false
	for i, r := range s {
		switch {
		case escaped:
			escaped = false
		case r == '\\':
			escaped = true
		case r == '/' || r == '／':
			return i
		}
	}
	return -1
}

// ends reports whether a word ends before s.
func ends(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s == "" || unicode.IsSpace(r)
}

// cutAny takes the first of prefixes that s begins with off it.
func cutAny(s string, prefixes ...string) (rest string, ok bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return rest, true
		}
	}
	return s, false
}
