package format

import (
	"cmp"
	"context"
	"io"
	"iter"
	"math"
	"strings"
	"time"

	"juan/data/fault"
	"juan/data/format/compose"
)

// A text that is large, or comes slowly, is yielded in versions: first its head, last
// the whole.
const (
	PreviewSize = 256 << 10              // bytes of a text that are yielded at once
	firstPause  = 200 * time.Millisecond // after which less is enough from a slow one
	nextPause   = time.Second            // between two versions of a slow one
	linesPause  = 200 * time.Millisecond // between two of a text made of lines, at least
	linesShare  = 8                      // and at least so many times as long as telling the last one took
	surely      = 40                     // lines of a slow text that decide whether it is made of lines, where no mark does
	// spareSize is how many bytes the versions of a text have together before
	// the next waits until it is as large as all of them: so all take time with
	// the length of the text, and of a short one every line is told.
	spareSize = 8 << 20
)

// Versions reads a text from r, which has about size bytes, 0 where that is not
// known, and yields the articles in it each time with all that has come; the
// last time they are whole. An error comes last. encoding forces a charset.
//
// Entries of a version that is not the last are Partial: their title and what
// is found in them may change. Only plain text and Markdown have such
// versions, and only where they are larger than previewSize or come slowly; of
// large Markdown, parsed in time with its length, more follow as it doubles.
// The outlines are corrected by the side file, and notices are those of the
// last version. A page, a listing, JSON lines come once and whole; an archive
// is none of the business of versions, so look at the first bytes before:
//
//	head, r := peek(r, 4)
//	if !packed(head) {
//		for drafts, err := range f.versions(ctx, r, size, encoding) {
//			… // keys and IDs, model.NewArticle, tell it
//		}
//	}
//
// Every byte is read once, in order: a checksum can be taken on the way. Where
// r is a pipe that can be waited for and is handed in as it is, or as peek
// returns it, its deadline is set when ctx is done or the sequence left, and
// the goroutine that reads it ends at once; else with the next byte.
func (f *Text) Versions(ctx context.Context, r io.Reader, size int64, encoding string) iter.Seq2[[]Draft, error] {
	return func(yield func([]Draft, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		in := arrive(ctx, r, size, PreviewSize)
		told, sum := 0, 0 // bytes of the last version, and of all
		var live *growing // nil where the text is not known to be made of lines
		took := time.Duration(0)
		for begun := time.Now(); ; {
			raw, over, err := in.come()
			switch {
			case err != nil || ctx.Err() != nil:
				yield(nil, cmp.Or(err, ctx.Err()))
				return
			case over:
				if f.Kept {
					f.Source = raw
				}
				if live != nil {
					if drafts, ok := f.grownUp(ctx, live, raw, encoding); ok {
						yield(drafts, nil)
						return
					}
				}
				f.whole(ctx, raw, encoding, yield)
				return
			case live != nil && live.tooMany():
				yield(nil, &fault.Error{Path: f.Name, Reason: fault.TooBig})
				return
			}
			pause := nextPause
			switch {
			case told == 0:
				pause = firstPause
			case live != nil:
				pause = max(linesPause, linesShare*took)
			}
			due := time.Since(begun) >= pause || told == 0 && len(raw) >= PreviewSize
			if due && len(raw) > told && (live != nil || sum <= spareSize+len(raw)) {
				start := time.Now()
				drafts := f.preview(ctx, raw, encoding, &live)
				if drafts != nil && !yield(drafts, nil) {
					return
				}
				begun = time.Now()
				told, sum, took = len(raw), sum+len(raw), begun.Sub(start)
				in.want()
			}
			if len(raw) == told {
				pause = math.MaxInt64 // nothing to yield until more comes
			}
			in.wait(ctx, pause)
		}
	}
}

// preview returns the articles of the first bytes of a source, nil where these do not
// show yet what it is, or where it is of a kind that is read whole. Where they are
// lines in UTF-8, live continues with the following ones.
func (f *Text) preview(ctx context.Context, raw []byte, encoding string, live **growing) []Draft {
	if *live != nil {
		return f.grow(ctx, *live, raw)
	}
	part := *f
	part.Notices = nil
	if part.decode(raw, encoding) != nil || part.isWhole() {
		return nil
	}
	sure := part.written || strings.Count(part.text, "\n") >= surely
	if part.charset == "" && sure && part.isOfLines() {
		*live = new(growing)
		return f.grow(ctx, *live, raw)
	}
	part.text = part.text[:part.start] + firstParagraphs(part.text[part.start:])
	drafts, err := part.articles(ctx)
	if err != nil {
		return nil
	}
	part.correct(drafts)
	for i := range drafts {
		drafts[i].Entry.Partial = true
	}
	return drafts
}

// firstParagraphs returns s up to the end of a paragraph in its second half,
// or else of a line or a sentence.
func firstParagraphs(s string) string {
	for _, end := range []string{"\n\n", "\n\r\n", "\n"} {
		if i := strings.LastIndex(s, end); i >= len(s)/2 {
			return s[:i+1]
		}
	}
	return s[:compose.SentenceEnd(s, max(0, len(s)-1))]
}

// whole yields the articles of a source; before them, where it is large
// Markdown, what has been parsed of it.
func (f *Text) whole(ctx context.Context, raw []byte, encoding string, yield func([]Draft, error) bool) {
	f.alone = !f.Kept // an earlier version shares them only where they are UTF-8
	if err := f.decode(raw, encoding); err != nil {
		yield(nil, err)
		return
	}
	if f.isWhole() || !f.isMarkdown() {
		drafts, err := f.articles(ctx)
		if err == nil {
			f.correct(drafts)
		}
		yield(drafts, err)
		return
	}
	for d := range f.grown(ctx, 4*PreviewSize) {
		one := []Draft{d}
		told := f
		if d.Entry.Partial {
			told = &Text{Name: f.Name, Side: f.Side, SideText: f.SideText} // keeps its notices to itself
		}
		told.correct(one)
		if !yield(one, nil) {
			return
		}
	}
	if ctx.Err() != nil {
		yield(nil, ctx.Err())
	}
}
