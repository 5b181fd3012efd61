package model

// Counts are how often a query is in the text of each entry of a corpus, as
// far as that is known. A count belongs to the entry it was made for: for one
// that came since or has changed there is none, so a count is never stale.
type Counts struct {
	query Query
	by    []counted // by slot of the corpus
	apart []int32   // the counts apart of each slot, [Query.countsApart] of them
	asked []int32   // the slots of what [Counts.Unknown] returned last
	notes int       // how many tallies were taken

	listed  listed
	waiting int // entries without a count, as of listed
}

type counted struct {
	entry *Entry // whose count it is
	n     int32
	best  Rank
}

// listed is the entries that a query lets through, kept until the corpus or
// the counts are others: the best rank first, and of one rank in the order of the
// corpus.
type listed struct {
	slots          []int32
	ends           [ranks]int // where those of each rank end in slots
	sums           []int      // sums[i] is the hits in the entries before slots[i]
	texts          []int      // the places in slots of those whose text has hits, not only a title or a tag
	apart          []int      // the sums of the counts apart
	corpus, counts int        // the versions it was made of
	made           bool
	ranked         [ranks][]int32 // room for the slots of each rank
}

// NewCounts returns the counts of a query, all still unknown.
func NewCounts(q Query) Counts { return Counts{query: q} }

// Query returns what is counted.
func (t *Counts) Query() Query { return t.query }

// Begun reports whether something was counted, or there is nothing to count.
func (t *Counts) Begun() bool { return t.query.Empty() || t.notes > 0 }

// Take notes what was counted.
func (t *Counts) Take(c *Corpus, tallies ...Tally) {
	columns := t.query.countsApart()
	if more := len(c.entries) - len(t.by); more > 0 {
		t.by = append(t.by, make([]counted, more)...)
		t.apart = append(t.apart, make([]int32, more*columns)...)
	}
	for _, one := range tallies {
		slot, ok := t.slot(c, one)
		if !ok {
			continue
		}
		t.by[slot] = counted{one.Entry, int32(one.N), one.Best}
		if columns > 0 {
			apart := t.apart[int(slot)*columns:][:columns]
			clear(apart)
			copy(apart, one.Apart)
		}
	}
	t.notes++
}

// slot returns the slot of an entry that was counted; ok is false where it has
// left the corpus or has changed. Looking where it was asked for is quicker than
// looking for its key.
func (t *Counts) slot(c *Corpus, one Tally) (slot int32, ok bool) {
	if one.Nth < len(t.asked) {
		if slot = t.asked[one.Nth]; int(slot) < len(c.entries) && c.entries[slot] == one.Entry {
			return slot, true
		}
	}
	slot, ok = c.slots[one.Entry.Key]
	return slot, ok && c.entries[slot] == one.Entry
}

// of returns the count of a slot; known is false where it was not counted.
func (t *Counts) of(c *Corpus, slot int32) (n counted, known bool) {
	if int(slot) >= len(t.by) || t.by[slot].entry != c.entries[slot] {
		return counted{}, false
	}
	return t.by[slot], true
}

// Best returns the rank of the best that was found in an entry, zero where
// nothing is known to be.
func (t *Counts) Best(c *Corpus, e *Entry) Rank {
	if slot, ok := c.slots[e.Key]; ok {
		n, _ := t.of(c, slot)
		return n.best
	}
	return 0
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
		l.slots, l.sums, l.texts, l.apart = append(l.slots[:0], c.order...), l.sums[:0], l.texts[:0], nil
		return l
	}
	for i := range l.ranked {
		l.ranked[i] = l.ranked[i][:0]
	}
	for _, slot := range c.order {
		n, known := t.of(c, slot)
		if !known {
			t.waiting++
		}
		if n.best > 0 {
			l.ranked[n.best] = append(l.ranked[n.best], slot)
		}
	}
	l.slots, l.sums, l.texts, l.apart = l.slots[:0], l.sums[:0], l.texts[:0], make([]int, t.query.countsApart())
	sum := 0
	for i, slots := range l.ranked {
		for _, slot := range slots {
			n := int(t.by[slot].n)
			if n > 0 {
				l.texts = append(l.texts, len(l.slots))
			}
			l.slots, l.sums = append(l.slots, slot), append(l.sums, sum)
			sum += n
			for k := range l.apart {
				l.apart[k] += int(t.apart[int(slot)*len(l.apart)+k])
			}
		}
		l.ends[i] = len(l.slots)
	}
	l.sums = append(l.sums, sum)
	return l
}

// Unknown returns the entries whose text can be counted and was not, in the
// order of the list.
func (t *Counts) Unknown(c *Corpus) []*Entry {
	var all []*Entry
	t.asked = t.asked[:0]
	if t.query.Empty() {
		return nil
	}
	for _, slot := range c.order {
		if _, known := t.of(c, slot); !known && !c.entries[slot].Partial {
			all, t.asked = append(all, c.entries[slot]), append(t.asked, slot)
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

// Apart returns the hits of each of [Query.Terms] in all that was counted, and
// how many of them are numbers that are written otherwise; nil and 0 where there is
// only one term and no other way to write it.
func (t *Counts) Apart(c *Corpus) (terms []int, numbers int) {
	return apart(t.see(c).apart)
}
