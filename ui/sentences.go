package ui

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"juan/model"
	"juan/model/clause"
)

// A sentence is a stretch of a block, and what of it is said.
type sentence struct {
	at   model.Hit
	text string
}

// longestSentence is how many bytes are read aloud at once where there is a mark to end
// at, and half of the most where there is none.
const longestSentence = 600

// sentences yields what of an article is read aloud from p on: neither code nor
// pictures, and no marks of notes.
func sentences(a *model.Article, p model.Pos) iter.Seq[sentence] {
	return func(yield func(sentence) bool) {
		for i := p.Block; i < len(a.Body); i++ {
			b, at := a.Body[i], 0
			if i == p.Block {
				at = p.Byte
			}
			text, marks := b.Text(), noteMarks(b)
			if _, picture := model.PictureOf(b); picture || !readable(b) {
				continue
			}
			for from, to := range clause.All(text, clause.Sentence) {
				for at = max(at, from); at < to; {
					end := at + breath(text[at:to])
					for len(marks) > 0 && marks[0].To <= at {
						marks = marks[1:]
					}
					said := speakable(unmarked(text, at, end, marks))
					s := sentence{model.Hit{Block: int32(i), Start: int32(at), Stop: int32(end)}, said}
					if said != "" && !yield(s) {
						return
					}
					at = end
				}
			}
		}
	}
}

// readable reports whether a block is read aloud.
func readable(b model.Block) bool {
	switch b.(type) {
	case model.Code, model.Output:
		return false
	}
	return true
}

// breath returns how many bytes of a sentence are read aloud at once: all of it, or of
// a long one as many clauses as fit.
func breath(s string) int {
	if len(s) <= longestSentence {
		return len(s)
	}
	end := len(s)
	for _, to := range clause.All(s, clause.Clause) {
		if to > longestSentence {
			end = min(to, 2*longestSentence)
			break
		}
	}
	for end < len(s) && !utf8.RuneStart(s[end]) {
		end++
	}
	return end
}

// noteMarks returns where in a block the marks of notes are.
func noteMarks(b model.Block) (marks []model.Span) {
	if prose, ok := b.(interface{ Spans() []model.Span }); ok {
		for _, s := range prose.Spans() {
			if s.Voice&model.NoteRef != 0 {
				marks = append(marks, s)
			}
		}
	}
	return marks
}

// unmarked returns the bytes of a text from one to another without the marks of notes,
// of which the first is not before them.
func unmarked(text string, from, to int, marks []model.Span) string {
	var out strings.Builder
	for _, s := range marks {
		if s.From >= to {
			break
		}
		out.WriteString(text[from:max(from, s.From)])
		from = min(s.To, to)
	}
	out.WriteString(text[from:to])
	return out.String()
}

// speakable returns a text as it is handed to a voice: in one line, without control and
// format characters, and without [[, which opens commands to some voices. It is empty
// where there is nothing to say: no letter and no digit.
func speakable(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
		return ""
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs), r == utf8.RuneError:
			return -1
		}
		return r
	}, s)
	for strings.Contains(s, "[[") {
		s = strings.ReplaceAll(s, "[[", "[ [")
	}
	return strings.Join(strings.Fields(s), " ")
}
