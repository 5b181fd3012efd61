package cli

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"juan/model"
	"juan/model/query"
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

// An asking is a query and what it asks for in titles and in tags alone.
type asking struct {
	model.Query
	title, tags []model.Query
	within      bool // a section: hits in the title or in a tag do not count
}

func newAsking(q model.Query) asking {
	a := asking{Query: q}
	for _, p := range q.Parts() {
		switch {
		case p.Not:
		case p.Kind == query.Title:
			a.title = append(a.title, model.NewQuery(p.Text))
		case p.Kind == query.Tag:
			a.tags = append(a.tags, model.NewQuery(p.Text))
		}
	}
	return a
}

// hits yields the hits of an article: in its title, in its tags, in its body. One
// that is let through and has none, by its date or for a word that it lacks, has
// an empty hit before its title.
func (q asking) hits(a *model.Article) iter.Seq[hit] {
	return func(yield func(hit) bool) {
		if !q.Lets(a) {
			return
		}
		some := false
		for h := range q.inArticle(a) {
			if some = true; !yield(h) {
				return
			}
		}
		if !some && !q.within {
			yield(hit{in: inTitle, text: a.Title})
		}
	}
}

// inArticle yields the hits of an article that is let through.
func (q asking) inArticle(a *model.Article) iter.Seq[hit] {
	return func(yield func(hit) bool) {
		if !q.within && !repeats(a) && !q.inName(hit{in: inTitle, text: a.Title}, q.title, yield) {
			return
		}
		for _, tag := range a.Tags {
			if !q.within && !q.inName(hit{in: inTag, text: tag}, q.tags, yield) {
				return
			}
		}
		for m := range q.In(a) {
			h := hit{in: inBody, text: a.Body[m.From.Block].Text(), from: m.From.Byte, to: m.To.Byte, at: m.From}
			if m.Rank.Where() == model.InHeading {
				h.in = inHeading
			}
			if !yield(h) {
				return
			}
		}
	}
}

// inName yields the hits in the title or the tag of h: those of the query and of
// what is asked for there alone. It returns false where yield did.
func (q asking) inName(h hit, fields []model.Query, yield func(hit) bool) bool {
	all := q.InName(h.text)
	for _, f := range fields {
		all = append(all, f.InName(h.text)...)
	}
	slices.SortStableFunc(all, func(a, b model.Stretch) int { return cmp.Compare(a.From, b.From) })
	end := 0
	for _, s := range all {
		if s.From < end {
			continue // what two parts of the query find is one hit
		}
		h.from, h.to, end = s.From, s.To, s.To
		if !yield(h) {
			return false
		}
	}
	return true
}

// repeats reports whether the body of an article begins with its title: hits there
// count once.
func repeats(a *model.Article) bool {
	return a.Origin != nil && a.Origin.Title >= a.Body[0].Offset(0)
}

// count returns how many of the hits are of something, and whether there are any
// hits at all.
func count(all iter.Seq[hit]) (n int, found bool) {
	for h := range all {
		if found = true; h.from < h.to {
			n++
		}
	}
	return n, found
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
	f.Line = lineNumber(h.line(a))
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

// An objectReport is the hits as objects.
type objectReport struct {
	q   asking
	out *records
}

func (o *objectReport) article(a *model.Article) (some bool, err error) {
	for h := range o.q.hits(a) {
		if err := o.out.add(newFound(a, h)); err != nil {
			return true, err
		}
		some = true
	}
	return some, nil
}

func (o *objectReport) end() error { return o.out.end() }

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
