package model

// A Tally is how often a query is in the text of an entry, and whether its
// title or its tags have it.
type Tally struct {
	Entry *Entry
	N     int
	Named bool
}

// Counts are how often a query is in the text of each entry of a corpus, as
// far as that is known. A count belongs to the entry it was made for: for one
// that came since or has changed there is none, so a count is never stale.
type Counts struct {
	query Query
	by    []counted // by slot of the corpus
	notes int       // how many tallies were taken

	listed  listed
	waiting int // entries without a count, as of listed
}

type counted struct {
	entry *Entry // whose count it is
	n     int32
	named bool
}

// listed is the entries that a query lets through, kept until the corpus or
// the counts are others.
type listed struct {
	slots          []int32
	sums           []int // sums[i] is the hits in the entries before slots[i]
	texts          []int // the places in slots of those whose text has hits, not only a title or a tag
	corpus, counts int   // the versions it was made of
	made           bool
}

// NewCounts returns the counts of a query, none of them known.
func NewCounts(q Query) Counts { return Counts{query: q} }

// Query returns what is counted.
func (t *Counts) Query() Query { return t.query }

// Begun reports whether something was counted, or there is nothing to count.
func (t *Counts) Begun() bool { return t.query.Empty() || t.notes > 0 }

// Take notes what was counted.
func (t *Counts) Take(c *Corpus, tallies ...Tally) {
	for len(t.by) < len(c.entries) {
		t.by = append(t.by, make([]counted, len(c.entries)-len(t.by))...)
	}
	for _, one := range tallies {
		if slot, ok := c.slots[one.Entry.Key]; ok && c.entries[slot] == one.Entry {
			t.by[slot] = counted{one.Entry, int32(one.N), one.Named}
		}
	}
	t.notes++
}

// of returns the count of a slot; known is false where it was not counted.
func (t *Counts) of(c *Corpus, slot int32) (n counted, known bool) {
	if int(slot) >= len(t.by) || t.by[slot].entry != c.entries[slot] {
		return counted{}, false
	}
	return t.by[slot], true
}

// Hits returns how often the query is in the text of an entry, 0 where that is
// not known.
func (t *Counts) Hits(c *Corpus, e *Entry) int {
	if slot, ok := c.slots[e.Key]; ok {
		n, _ := t.of(c, slot)
		return int(n.n)
	}
	return 0
}

// see brings what is listed up to date.
func (t *Counts) see(c *Corpus) *listed {
	l := &t.listed
	if l.made && l.corpus == c.version && l.counts == t.notes {
		return l
	}
	l.made, l.corpus, l.counts = true, c.version, t.notes
	t.waiting = 0
	if t.query.Empty() {
		l.slots = append(l.slots[:0], c.order...)
		return l
	}
	l.slots, l.sums, l.texts = l.slots[:0], l.sums[:0], l.texts[:0]
	sum := 0
	for _, slot := range c.order {
		n, known := t.of(c, slot)
		if !known {
			t.waiting++
		}
		if n.n > 0 {
			l.texts = append(l.texts, len(l.slots))
		}
		if n.n > 0 || n.named {
			l.slots, l.sums = append(l.slots, slot), append(l.sums, sum)
			sum += int(n.n)
		}
	}
	l.sums = append(l.sums, sum)
	return l
}

// Unknown returns the entries whose text can be counted and was not, in the
// order of the list.
func (t *Counts) Unknown(c *Corpus) []*Entry {
	var all []*Entry
	if t.query.Empty() {
		return nil
	}
	for _, slot := range c.order {
		if _, known := t.of(c, slot); !known && !c.entries[slot].Partial {
			all = append(all, c.entries[slot])
		}
	}
	return all
}

// Share returns how much of the corpus was counted in percent, rounded down:
// 100 means all of it.
func (t *Counts) Share(c *Corpus) int {
	t.see(c)
	if t.waiting == 0 {
		return 100
	}
	return 100 * (c.Len() - t.waiting) / c.Len()
}

// Total returns the hits in all that was counted.
func (t *Counts) Total(c *Corpus) int {
	if l := t.see(c); len(l.sums) > 0 {
		return l.sums[len(l.sums)-1]
	}
	return 0
}

// A List is the entries that are listed, in order.
type List struct {
	corpus  *Corpus
	slots   []int32
	version ListVersion
}

// A ListVersion tells lists apart: two of the same version have the same
// entries.
type ListVersion struct {
	query          string
	corpus, counts int
}

// Version returns what tells the list from others.
func (l List) Version() ListVersion { return l.version }

// Listed returns the entries that the query lets through: those that have it
// in text, title or tags, as far as that is known. It holds until the corpus or
// the counts change.
func (t *Counts) Listed(c *Corpus) List {
	return List{c, t.see(c).slots, ListVersion{t.query.String(), c.version, t.notes}}
}

// Order returns what the entries are sorted by.
func (l List) Order() Order { return l.corpus.Order() }

// Len returns the number of entries.
func (l List) Len() int { return len(l.slots) }

// At returns entry i.
func (l List) At(i int) *Entry { return l.corpus.entries[l.slots[i]] }

// Find returns the place of an entry in the list, and whether it is in it;
// else where it would stand.
func (l List) Find(e *Entry) (i int, ok bool) {
	if e == nil {
		return 0, false
	}
	i = l.corpus.place(l.slots, e)
	return i, i < len(l.slots) && l.At(i).Key == e.Key
}
