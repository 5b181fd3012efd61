package cli

import (
	"iter"
	"strings"
	"unicode/utf8"

	"juan/model"
)

// The parts of an article that a hit may be in, as JSON names them.
const (
	inTitle   = "title"
	inTag     = "tag"
	inHeading = "heading"
	inBody    = "body"
)

// A hit is where an article has what is looked for.
type hit struct {
	in       string
	text     string    // that it is in: the title, a tag, a block
	from, to int       // bytes of text
	at       model.Pos // of the body; nothing for a title or a tag
}

// named reports whether the hit is in the title or in a tag.
func (h hit) named() bool { return h.in == inTitle || h.in == inTag }

// hitsOf yields the hits of an article: in its title, in its tags, in its body.
func hitsOf(a *model.Article, q model.Query) iter.Seq[hit] {
	return func(yield func(hit) bool) {
		names := a.Tags
		if !repeats(a) {
			names = append([]string{a.Title}, names...)
		}
		for i, name := range names {
			in := inTag
			if i == 0 && len(names) > len(a.Tags) {
				in = inTitle
			}
			for from, to := range stretches(q, name) {
				if !yield(hit{in: in, text: name, from: from, to: to}) {
					return
				}
			}
		}
		for m := range q.In(a) {
			b := a.Body[m.From.Block]
			h := hit{in: inBody, text: b.Text(), from: m.From.Byte, to: m.To.Byte, at: m.From}
			if isHeading(b, h.text) {
				h.in = inHeading
			}
			if !yield(h) {
				return
			}
		}
	}
}

// repeats reports whether the title of an article is how its body begins: what
// is found there is found once.
func repeats(a *model.Article) bool {
	return a.Origin != nil && a.Origin.Title >= a.Body[0].Offset(0)
}

// stretches yields where a title or a tag has what is looked for.
func stretches(q model.Query, name string) iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		alone := model.NewArticle(model.Entry{}, []model.Block{model.Paragraph{Prose: model.Plain(name)}})
		for m := range q.In(alone) {
			if !yield(m.From.Byte, m.To.Byte) {
				return
			}
		}
	}
}

// isHeading reports whether a block is a heading of the article and nothing else.
func isHeading(b model.Block, text string) bool {
	if len(b.In()) > 0 {
		return false
	}
	switch b := b.(type) {
	case model.Heading:
		return true
	case model.Paragraph:
		return len(text) > 0 && b.Lead.End == len(text)
	}
	return false
}

// found is a hit as `search --json` has it.
type found struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Path    string `json:"path"`
	Section string `json:"section"` // the heading over it, "" before the first
	In      string `json:"in"`
	Line    *int   `json:"line"`   // of the file; null where the title or the tag is not in it, or it has none
	Offset  *int   `json:"offset"` // bytes into the UTF-8 source; null where the title or the tag is not in it
	Match   string `json:"match"`
	Before  string `json:"before"`
	After   string `json:"after"`
}

func newFound(a *model.Article, h hit) found {
	f := found{ID: a.ID, Title: a.Title, Path: a.Path, In: h.in, Match: h.text[h.from:h.to], Section: h.section(a)}
	f.Before, f.After = tail(h.text[:h.from], around), head(h.text[h.to:], around)
	if at, ok := h.offset(a); ok {
		f.Offset = &at
	}
	if n := h.line(a); n > 0 {
		f.Line = &n
	}
	return f
}

// offset returns the byte of the source that the hit begins with; ok is false
// where it is not in the source.
func (h hit) offset(a *model.Article) (at int, ok bool) {
	switch {
	case !h.named():
		return a.Offset(h.at), true
	case h.in == inTitle && a.Origin != nil && a.Origin.Title >= 0:
		return a.Origin.Title + h.from, true
	}
	return 0, false
}

// line returns the line of the file that the hit begins on, 0 where it is on
// none or that is not known.
func (h hit) line(a *model.Article) int {
	if at, ok := h.offset(a); ok && a.Origin != nil {
		return a.Origin.Line(at)
	}
	return 0
}

// section returns the heading that the hit stands under, "" before the first.
func (h hit) section(a *model.Article) string {
	if i := a.Outline.At(h.at); i >= 0 && !h.named() {
		return heading(a, a.Outline[i])
	}
	return ""
}

// A jsonReport is the hits as JSON.
type jsonReport struct {
	inv *invocation
	q   model.Query
	all []found
}

func (j *jsonReport) article(a *model.Article) (bool, error) {
	before := len(j.all)
	for h := range hitsOf(a, j.q) {
		j.all = append(j.all, newFound(a, h))
	}
	return len(j.all) > before, nil
}

func (j *jsonReport) end() error { return j.inv.writeJSON(j.all) }

// head returns the first n characters of s, to the end of its line.
func head(s string, n int) string {
	s, _, _ = strings.Cut(s, "\n")
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

// tail returns the last n characters of s, from the start of its line.
func tail(s string, n int) string {
	s = s[strings.LastIndexByte(s, '\n')+1:]
	for i := len(s); i > 0; {
		if n--; n < 0 {
			return s[i:]
		}
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s
}
