package format

import (
	"cmp"
	"context"
	"iter"
	"math"
	"slices"

	"juan/data/fault"
	"juan/data/format/markdown"
	"juan/data/format/outline"
	"juan/model"
)

// markdown reads the text as one Markdown article.
func (f *Text) markdown() Draft { return last(f.grown(context.Background(), math.MaxInt)) }

// grown reads the text as one Markdown article and yields what there is of it
// when so many bytes are parsed, whenever these have doubled, and, unless ctx is
// done before, as a whole. Notes stand only in the whole.
func (f *Text) grown(ctx context.Context, size int) iter.Seq[Draft] {
	return func(yield func(Draft) bool) {
		e := f.entry()
		title := e.Title
		e.Title = ""
		start, headings := f.front(&e)
		article := func(body []model.Block) (d Draft, missed int, first string) {
			d.Entry = e
			d.Body, d.Entry.Title = outline.TakeTitle(body, e.Title)
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
