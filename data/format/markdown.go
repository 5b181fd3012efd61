package format

import (
	"cmp"
	"context"
	"iter"
	"math"
	"slices"
	"strings"

	"juan/data/fault"
	"juan/data/format/front"
	"juan/data/format/markdown"
	"juan/data/format/outline"
	"juan/data/format/plain"
	"juan/model"
)

// isMarkdown recognises Markdown by the file name, and without one by its front matter
// or a heading marked with #.
func (f *Text) isMarkdown() bool {
	if f.isNamedMarkdown() {
		return true
	}
	head := f.text[f.start:min(len(f.text), f.start+Sniffed)]
	head = strings.ToValidUTF8(head, "") // a character may be cut at its end
	if front.Opens(head) {
		return true
	}
	if strings.HasPrefix(head, "#!") {
		return false
	}
	blank, at := true, 0
	var marked []int // the bytes at which lines begin that may be headings
	for line := range strings.Lines(head) {
		title := strings.TrimLeft(line, "#")
		if n := len(line) - len(title); blank && n >= 1 && n <= 6 && len(title) > 2 && title[0] == ' ' && title[1] != ' ' {
			marked = append(marked, at)
		}
		at += len(line)
		blank = strings.TrimSpace(line) == ""
	}
	return !plain.AllStand(head, marked) // the comments of programs and settings begin so as well
}

// isNamedMarkdown recognises Markdown by the file name.
func (f *Text) isNamedMarkdown() bool {
	switch f.suffix() {
	case ".md", ".markdown", ".mkd", ".mdown", ".mdx", ".qmd", ".rmd":
		return true
	}
	return false
}

// markdown reads the text as one Markdown article.
func (f *Text) markdown() Draft { return last(f.grown(context.Background(), math.MaxInt)) }

// grown reads the text as one Markdown article and yields what there is of it
// when so many bytes are parsed, whenever these have doubled, and, unless ctx is
// done before, as a whole. Notes stand only in the whole.
func (f *Text) grown(ctx context.Context, size int) iter.Seq[Draft] {
	return func(yield func(Draft) bool) {
		e := f.entry()
		title := e.Title
		e.Title = f.titled
		start, headings := f.front(&e)
		article := func(body []model.Block) (d Draft, missed int, first string) {
			d.Entry = e
			d.Body, d.Entry.Title = outline.TakeTitle(f.outputOf(body), e.Title)
			if headings == nil {
				d.Body = outline.Infer(d.Body)
			} else {
				d.Body, missed, first = outline.Correct(d.Body, headings)
			}
			outline.Raise(d.Body)
			d.Entry.Title = cmp.Or(d.Entry.Title, title)
			return d, missed, first
		}
		m := markdown.New(f.text, start)
		for at := range m.Read(ctx) {
			if at < size || start+at == len(f.text) {
				continue
			}
			size = 2 * at
			d, _, _ := article(slices.Clone(m.Body))
			d.Entry.Partial = true
			if !yield(d) {
				return
			}
		}
		if ctx.Err() != nil {
			return
		}
		if m.Failed {
			f.notice(fault.Unparsed, 0, "")
		}
		d, missed, first := article(m.Whole())
		if missed > 0 {
			f.notice(fault.BadMeta, missed, "headings: "+first)
		}
		yield(d)
	}
}

// last returns the last of several.
func last[T any](all iter.Seq[T]) (one T) {
	for one = range all {
	}
	return one
}

// front reads the front matter of the text into e and returns where the body
// begins; headings corrects the outline, nil says that there is no word on it.
// Wrong values give a notice.
func (f *Text) front(e *model.Entry) (body int, headings []outline.Correction) {
	body, headings, wrong := front.Read(f.text, f.start, f.isNamedMarkdown(), e)
	for _, w := range wrong {
		f.notice(fault.BadMeta, 0, w)
	}
	return body, headings
}
