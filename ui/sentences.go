package ui

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"juan/model"
)

// A sentence is a stretch of a block, and what of it is said.
type sentence struct {
	at   model.Hit
	text string
}

// longestSentence is how many bytes are said in one breath, where there is a mark to
// end at; twice as many where there is none.
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
			if _, picture := model.PictureOf(b); picture || !told(b) {
				continue
			}
			for at < len(text) {
				end := at + sentenceEnd(text[at:])
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

// told reports whether a block is text to be read aloud.
func told(b model.Block) bool {
	_, code := b.(model.Code)
	return !code
}

// sentenceEnd returns the bytes of the first sentence of s, what closes behind its mark
// and blanks included. A full stop of Latin text ends one only before a blank: 3.5%.
func sentenceEnd(s string) int {
	for i, n := 0, 0; i < len(s); i = n {
		r, size := utf8.DecodeRuneInString(s[i:])
		n = i + size
		switch {
		case r == '.' && (n == len(s) || s[n] == ' '), strings.ContainsRune("。！？!?…\n", r):
			return n + closing(s[n:])
		case i > longestSentence && strings.ContainsRune("；;：:，,、 \t", r), i > 2*longestSentence:
			return n
		}
	}
	return len(s)
}

// closing returns the bytes at the start of s that belong to the sentence before: more
// marks, what they close, and blanks.
func closing(s string) int {
	return len(s) - len(strings.TrimLeft(s, "。！？!?….”’\"'」』）)】》〕］] \t\u3000\n"))
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
