package model

// A List is the entries that are listed, in order.
type List struct {
	corpus  *Corpus
	counts  *Counts
	slots   []int32
	version ListVersion
}

// A ListVersion identifies a state of the list: two lists of the same version have the
// same entries.
type ListVersion struct {
	query          string
	corpus, counts int
}

// Version returns the version of the list.
func (l List) Version() ListVersion { return l.version }

// Listed returns the entries that the query lets through, as far as that is
// known: those with the best hits first, see [Rank], and of one rank in the order of
// the corpus. It holds until the corpus or the counts change.
func (t *Counts) Listed(c *Corpus) List {
	return List{c, t, t.see(c).slots, ListVersion{t.query.key, c.version, t.notes}}
}

// of returns where the entries of a rank stand; for the zero Rank, where those of
// the best do.
func (l *listed) of(r Rank) (from, to int) {
	if r == 0 {
		for r = 1; l.ends[r] == 0 && int(r) < ranks-1; r++ {
		}
	}
	return l.ends[r-1], l.ends[r]
}

// Order returns what the entries are sorted by.
func (l List) Order() Order { return l.corpus.Order() }

// Len returns the number of entries.
func (l List) Len() int { return len(l.slots) }

// At returns entry i.
func (l List) At(i int) *Entry { return l.corpus.entries[l.slots[i]] }

// Find returns the index of an entry in the list, and whether it is in it; otherwise
// the index where it would be with the best rank.
func (l List) Find(e *Entry) (i int, ok bool) {
	if e == nil {
		return 0, false
	}
	from, to := 0, len(l.slots)
	if !l.counts.query.Empty() {
		from, to = l.counts.see(l.corpus).of(l.counts.Best(l.corpus, e))
	}
	i = from + l.corpus.place(l.slots[from:to], e)
	return i, i < to && l.At(i).Key == e.Key
}
