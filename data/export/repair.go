package export

import (
	"unicode/utf8"

	"juan/model"
	"juan/model/char"
	"juan/model/structure"
)

// Repaired returns the article with the punctuation of its running text
// repaired. A block whose letters repair would change is left as it is; so
// are code, links and verse.
func Repaired(a *model.Article, repair func(string) string) *model.Article {
	body := make([]model.Block, len(a.Body))
	for i, b := range a.Body {
		switch b := b.(type) {
		case model.Heading:
			b.Prose, _ = mend(b.Prose, repair, 0)
			b.Number = structure.Number(b.Text())
			body[i] = b
		case model.Paragraph:
			b.Prose, b.Lead.End = mend(b.Prose, repair, b.Lead.End)
			if b.Lead.End > 0 {
				b.Lead.Number = min(structure.Number(b.Text()), b.Lead.End)
			}
			body[i] = b
		case model.Table:
			rows := make([][]model.Prose, len(b.Rows))
			for r, row := range b.Rows {
				for _, cell := range row {
					cell, _ = mend(cell, repair, 0)
					rows[r] = append(rows[r], cell)
				}
			}
			b.Rows = rows
			body[i] = b
		default:
			body[i] = b
		}
	}
	return model.NewArticle(*a.Entry, body)
}

// mend repairs prose character by character, which keeps its spans, and
// returns where the byte end of it has gone.
func mend(p model.Prose, repair func(string) string, end int) (model.Prose, int) {
	old := p.Text()
	text := repair(old)
	if text == old || !sameLetters(old, text) {
		return p, end
	}
	out := make([]byte, 0, len(text))
	var spans []model.Span
	newEnd := end
	for _, s := range p.Spans() {
		from := len(out)
		for i := s.From; i < s.To; {
			if i == end {
				newEnd = len(out)
			}
			_, was := utf8.DecodeRuneInString(old[i:])
			_, is := utf8.DecodeRuneInString(text)
			if s.Voice&(model.Verbatim|model.Link|model.Picture|model.NoteRef) != 0 {
				out = append(out, old[i:i+was]...)
			} else {
				out = append(out, text[:is]...)
			}
			i, text = i+was, text[is:]
		}
		s.From, s.To = from, len(out)
		spans = append(spans, s)
	}
	if end == len(old) {
		newEnd = len(out)
	}
	return model.NewProse(string(out), spans), newEnd
}

// sameLetters reports whether a and b have as many characters and differ in
// punctuation only.
func sameLetters(a, b string) bool {
	if utf8.RuneCountInString(a) != utf8.RuneCountInString(b) {
		return false
	}
	for _, r := range a {
		s, size := utf8.DecodeRuneInString(b)
		b = b[size:]
		if r != s && (char.IsWord(r) || char.IsWord(s)) {
			return false
		}
	}
	return true
}
