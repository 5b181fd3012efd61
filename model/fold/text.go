package fold

import "sort"

// A Text is a folded text. The zero Text is empty.
type Text struct {
	folded string
	marks  []mark
	jumps  []jump // where bytes of the folded text and of the source part ways
	end    int    // where the last character that was kept ends in the source
}

// A jump says that folded byte at stands for source byte src, and that the
// character before it ended at source byte end.
type jump struct{ at, src, end int32 }

// String returns the folded text.
func (t Text) String() string { return t.folded }

// Range returns the bytes of the source that bytes [from, to) of the folded
// text came from. A character that folds to several bytes is not cut
// by callers that round outwards to whole runes.
func (t Text) Range(from, to int) (int, int) {
	return t.start(from), t.stop(to)
}

func (t Text) start(i int) int {
	k := sort.Search(len(t.jumps), func(k int) bool { return int(t.jumps[k].at) > i })
	return t.linear(k, i)
}

func (t Text) stop(i int) int {
	if i == len(t.folded) {
		return t.end
	}
	k := sort.Search(len(t.jumps), func(k int) bool { return int(t.jumps[k].at) >= i })
	if k < len(t.jumps) && int(t.jumps[k].at) == i {
		return int(t.jumps[k].end)
	}
	return t.linear(k, i)
}

// linear maps i, which lies before jump k, by the jump before that; a
// character that folds to more bytes than it has ends where it ends.
func (t Text) linear(k, i int) int {
	last := t.end
	if k < len(t.jumps) {
		last = int(t.jumps[k].end)
	}
	if k > 0 {
		i += int(t.jumps[k-1].src) - int(t.jumps[k-1].at)
	}
	return min(i, last)
}
