package catalogue

import (
	"bytes"
	"context"
	"hash/crc32"

	"juan/model"
	"juan/model/fold"
)

// step is how much text is counted before the context is asked.
const step = 64 << 10

// A count goes through one text from its beginning and counts a query in it. The
// text comes in windows of whole parts, so that no match is cut.
type count struct {
	*model.Counter
	marks marks
}

func newCount(q model.Query) count { return count{Counter: model.NewCounter(q)} }

// all counts in a text in memory; it reports false where the context has ended.
func (c *count) all(ctx context.Context, text []byte) bool {
	return c.part(ctx, text, 0, true, func([]byte) {})
}

// summed counts as [count.all] does and returns the checksum of the text, which
// is taken while the processor still has the bytes near.
func (c *count) summed(ctx context.Context, text []byte) (sum uint32, ok bool) {
	ok = c.part(ctx, text, 0, true, func(b []byte) { sum = crc32.Update(sum, castagnoli(), b) })
	return sum, ok
}

// part counts in the bytes of a text from base on, which are whole parts, window
// by window; each is shown before. All says that they are all of the text.
func (c *count) part(ctx context.Context, text []byte, base int64, all bool, show func([]byte)) bool {
	size := step
	if all && len(text) <= 2*step {
		size = len(text)
	}
	for n := 0; n < len(text); {
		if ctx.Err() != nil {
			return false
		}
		window := text[n : n+window(text[n:], size)]
		at := int(base) + n
		show(window)
		c.Window(stringOf(window), func(from, to int) []fold.Mark { return c.marks.between(at, at+from, at+to) }, all && len(window) == len(text))
		n += len(window)
	}
	return true
}

// window returns how many bytes of text are whole parts and about size bytes;
// all of it where it is not more.
func window(text []byte, size int) int {
	if len(text) <= size {
		return len(text)
	}
	if n := lastBreak(text[:size]); n > 0 {
		return n
	}
	if n := bytes.IndexAny(text[size:], breaks); n >= 0 {
		return size + n + 1
	}
	return len(text)
}

// lastBreak returns the byte after the last part that ends in text, 0 for none.
func lastBreak(text []byte) int {
	for n := len(text); n > 0; n-- {
		if b := text[n-1]; b == fold.Break[0] || b == fold.HeadingBreak[0] {
			return n
		}
	}
	return 0
}

const breaks = fold.Break + fold.HeadingBreak
