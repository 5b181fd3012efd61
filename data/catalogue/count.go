package catalogue

import (
	"context"
	"hash/crc32"
	"sort"

	"juan/model/fold"
)

// step is how much text is counted before the context is asked.
const step = 64 << 10

// A count goes through one text from its beginning and counts a needle in it.
// The text comes in windows, which overlap so far that no match is cut.
type count struct {
	needle fold.Needle
	kept   []byte      // the marks of the text as they are kept
	marks  []fold.Mark // the same, read when the first match asks for them
	read   bool
	bad    bool        // the marks are none
	near   []fold.Mark // room for those of a window
	n      int
	at     int64 // where the next match may begin
}

// begin makes ready for another text with these marks. A needle that is
// nothing but marks is counted at once.
func (c *count) begin(marks []byte) {
	c.kept, c.marks, c.read, c.bad, c.n, c.at = marks, c.marks[:0], false, false, 0, 0
	if c.needle.Len() == 0 {
		c.n = c.needle.Count("", c.nearby(0, 0))
	}
}

// window counts in s, the text from byte base on, which is not behind c.at. The
// next window is to begin at c.at or before it.
func (c *count) window(s string, base int64) {
	if c.needle.Len() == 0 {
		return
	}
	end := base + int64(len(s))
	s, base = s[c.at-base:], c.at
	if !c.needle.Strict() {
		found, behind := c.needle.Matches(s)
		c.n += found
		c.at += int64(behind)
	} else if c.needle.Index(s, 0) >= 0 {
		for f := range c.needle.All(s, c.nearby(base, end)) {
			c.n++
			c.at = base + int64(f.At+c.needle.Len())
		}
	}
	c.at = max(c.at, end-int64(c.needle.Len())+1)
}

// nearby returns the marks of the text from base up to end, counted from base;
// from the beginning of the text on, all of them.
func (c *count) nearby(base, end int64) []fold.Mark {
	if !c.read {
		c.read = true
		var ok bool
		c.marks, ok = fold.ReadMarks(c.marks, c.kept)
		c.bad = !ok
	}
	if base == 0 {
		return c.marks
	}
	i := sort.Search(len(c.marks), func(i int) bool { return int64(c.marks[i].At) >= base })
	c.near = c.near[:0]
	for _, m := range c.marks[i:] {
		if int64(m.At) > end {
			break
		}
		c.near = append(c.near, fold.Mark{At: m.At - int(base), Kind: m.Kind})
	}
	return c.near
}

// all counts in a text that is at hand; it reports false where the context has
// ended.
func (c *count) all(ctx context.Context, text []byte) bool {
	for from := 0; from < len(text); from += step {
		if ctx.Err() != nil {
			return false
		}
		c.until(text, min(from+step, len(text)))
	}
	return true
}

// summed counts as [count.all] does and returns the checksum of the text, which
// is taken while the processor still has the bytes near.
func (c *count) summed(ctx context.Context, text []byte) (sum uint32, ok bool) {
	for from := 0; from < len(text); from += step {
		if ctx.Err() != nil {
			return 0, false
		}
		to := min(from+step, len(text))
		sum = crc32.Update(sum, castagnoli(), text[from:to])
		c.until(text, to)
	}
	return sum, true
}

// until counts in a text from where it has come up to a byte.
func (c *count) until(text []byte, to int) {
	from := min(int(c.at), to)
	c.window(stringOf(text[from:to]), int64(from))
}
