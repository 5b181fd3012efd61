package data

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
func (f *file) markdown() draft { return last(f.grown(context.Background(), math.MaxInt)) }

// grown reads the text as one Markdown article and yields what there is of it
// when so many bytes are parsed, whenever these have doubled, and, unless ctx is
// done before, as a whole. Notes stand only in the whole.
func (f *file) grown(ctx context.Context, size int) iter.Seq[draft] {
	return func(yield func(draft) bool) {
		e := f.entry()
		title := e.Title
		e.Title = ""
		start, headings := f.front(&e)
		article := func(body []model.Block) (d draft, missed int, first string) {
			d.entry = e
			d.body, d.entry.Title = outline.TakeTitle(body, e.Title)
			if headings == nil {
				d.body = outline.Infer(d.body)
			} else {
				d.body, missed, first = outline.Correct(d.body, headings)
			}
			outline.Raise(d.body)
			d.entry.Title = cmp.Or(d.entry.Title, title)
			return d, missed, first
		}
		m := markdown.New(f.text, start)
		for at := range m.Read(ctx) {
			if at < size || start+at == len(f.text) {
				continue
			}
			size = 2 * at
			d, _, _ := article(slices.Clone(m.Body))
			d.entry.Partial = true
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
