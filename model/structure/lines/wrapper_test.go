package lines

import (
	"math/rand/v2"
	"strings"

	"juan/model/char"
)

// A manner is how a text was hard-wrapped.
type manner struct {
	name     string
	first    string // before the first line of a paragraph
	rest     string // before the others
	blank    bool   // blank lines part paragraphs
	ragged   int    // so many characters shorter a line may be than the measure
	marks    int    // where a mark would begin a line: 0 it does, 1 it hangs out, 2 the character before it comes along
	words    bool   // words and numbers of ASCII are not broken
	titles   bool   // titles of chapters stand between
	listed   bool   // lists of numbered items stand between
	headings bool   // headings 一、 stand between
	latin    bool   // the text is English
	foot     bool   // feet of pages stand between, and blank lines around them
}

// manners returns the manners met in practice: the program that wrapped the
// text, and how it sets paragraphs off.
func manners() []manner {
	var all []manner
	for _, par := range []struct {
		name, first, rest string
		blank             bool
	}{
		{"indented", "　　", "", false},
		{"indented by four blanks", "    ", "", false},
		{"indented by two blanks", "  ", "", false},
		{"indented, blank lines", "　　", "", true},
		{"blank lines", "", "", true},
		{"blank lines, all set in", "    ", "    ", true},
		{"flush", "", "", false},
	} {
		for _, how := range []struct {
			name   string
			marks  int
			ragged int
			words  bool
		}{
			{"marks begin lines", 0, 0, false},
			{"marks hang", 1, 0, true},
			{"marks pull", 2, 0, true},
			{"ragged", 2, 2, true},
			{"scanned", 0, 4, false},
		} {
			all = append(all, manner{name: par.name + ", " + how.name, first: par.first, rest: par.rest, blank: par.blank, marks: how.marks, ragged: how.ragged, words: how.words})
		}
	}
	return all
}

// A wrappedText is a text that was wrapped, and where its lines begin, each
// with whether it goes on with the paragraph before.
type wrappedText struct {
	text   string
	goesOn map[int]bool
}

// wrap sets the paragraphs to a measure of so many cells.
func (m manner) wrap(r *rand.Rand, paragraphs []string, measure int) wrappedText {
	w := wrappedText{goesOn: map[int]bool{}}
	var b strings.Builder
	put := func(before, line string, goesOn bool) {
		if line == "" {
			return
		}
		b.WriteString(before)
		w.goesOn[b.Len()] = goesOn
		b.WriteString(line + "\n")
	}
	page := 0
	for k, p := range paragraphs {
		if m.titles && k%14 == 0 {
			put(m.first, m.title(r, k/14), false)
			b.WriteString([]string{"", "\n"}[r.IntN(2)])
		}
		if m.headings && k%5 == 0 {
			put(m.first, units[k/5%len(units)]+"、"+topics[r.IntN(len(topics))], false)
		}
		if m.listed && k%9 == 4 {
			for i := range 3 + r.IntN(3) {
				m.paragraph(r, string(rune('1'+i))+"."+things[r.IntN(len(things))]+"；", measure, put)
			}
		}
		m.paragraph(r, p, measure, put)
		if m.blank {
			b.WriteByte('\n')
		}
		if m.foot && k%6 == 5 {
			page++
			b.WriteString("\n— " + string(rune('0'+page/10%10)) + string(rune('0'+page%10)) + " —\n\n")
		}
	}
	w.text = b.String()
	return w
}

// title makes the k'th title of a chapter, with its number or without.
func (m manner) title(r *rand.Rand, k int) string {
	switch {
	case m.latin && r.IntN(2) == 0:
		return strings.ToUpper(heads[r.IntN(len(heads))])
	case m.latin:
		return heads[r.IntN(len(heads))]
	case r.IntN(3) == 0:
		return names[r.IntN(len(names))]
	}
	return "第" + units[k%len(units)] + "章 " + names[r.IntN(len(names))]
}

// paragraph wraps one paragraph and puts its lines.
func (m manner) paragraph(r *rand.Rand, p string, measure int, put func(before, line string, goesOn bool)) {
	text := []rune(p)
	for k := 0; len(text) > 0; k++ {
		before := m.rest
		if k == 0 {
			before = m.first
		}
		n := m.fill(text, measure-2*r.IntN(m.ragged+1)-int(indentOf(before)))
		put(before, strings.TrimSpace(string(text[:n])), k > 0)
		text = text[n:]
	}
}

// fill returns how many characters of text stand in a line of so many cells.
func (m manner) fill(text []rune, cells int) int {
	n := 0
	for n < len(text) {
		w := 2
		if text[n] < 0x800 {
			w = 1
		}
		if cells -= w; cells < 0 {
			break
		}
		n++
	}
	if n == len(text) {
		return n
	}
	whole := n
	if m.words || m.latin {
		for n > 0 && isWordRune(text[n]) && isWordRune(text[n-1]) {
			n--
		}
	}
	switch {
	case char.Continues(text[n]) && m.marks == 1:
		for n < len(text) && char.Continues(text[n]) {
			n++
		}
	case m.marks == 2:
		for n > 1 && (char.Continues(text[n]) || char.Opens(text[n-1])) {
			n--
		}
	}
	if n == 0 {
		return max(whole, 1)
	}
	return n
}

func isWordRune(r rune) bool { return r > ' ' && r < 0x80 }
