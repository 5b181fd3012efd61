package model

import (
	"context"
	"iter"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"juan/model/fold"
)

// Search yields what q finds in articles, in their order, until they end, the
// caller stops, or ctx does; ctx is asked once an article.
func Search(ctx context.Context, articles iter.Seq[*Article], q Query) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		for a := range articles {
			if ctx.Err() != nil {
				return
			}
			for m := range q.In(a) {
				if !yield(m) {
					return
				}
			}
		}
	}
}

// Count returns how often q is in the text of a.
func Count(a *Article, q Query) int {
	n := 0
	for range q.In(a) {
		n++
	}
	return n
}

// A folding is the text of all blocks, folded as one so that it is scanned as
// one. Between blocks stands a character no query can hold.
type folding struct {
	text   fold.Text
	starts []int // the byte each block begins at, in the text that was folded
}

// between keeps a match from running over the end of its block.
const between = "\x00"

// block returns the block that byte i of the joined text lies in.
func (f *folding) block(i int) int {
	return sort.Search(len(f.starts), func(k int) bool { return f.starts[k] > i }) - 1
}

// foldings are made when the first query asks for them.
type foldings [fold.Depths]struct {
	once sync.Once
	folding
}

// Prepare makes the first query quick: it folds the text. Other goroutines may
// search meanwhile.
func (a *Article) Prepare() { a.folded(fold.Loose) }

// folded returns the folded text of a; many goroutines may ask at once.
func (a *Article) folded(d fold.Depth) *folding {
	f := &a.foldings[d]
	f.once.Do(func() {
		var b strings.Builder
		f.starts = make([]int, len(a.Body))
		for i, block := range a.Body {
			f.starts[i] = b.Len()
			b.WriteString(block.Text())
			b.WriteString(between)
		}
		f.text = fold.New(b.String(), d)
	})
	return &f.folding
}

// Around returns up to so many characters of the block before and after the
// match, line breaks as spaces.
func (m Match) Around(before, after int) (string, string) {
	text := m.Article.Body[m.From.Block].Text()
	from, to := m.From.Byte, m.To.Byte
	for ; before > 0 && from > 0; before-- {
		_, n := utf8.DecodeLastRuneInString(text[:from])
		from -= n
	}
	for ; after > 0 && to < len(text); after-- {
		_, n := utf8.DecodeRuneInString(text[to:])
		to += n
	}
	line := strings.NewReplacer("\n", " ", "\t", " ")
	return line.Replace(text[from:m.From.Byte]), line.Replace(text[m.To.Byte:to])
}
