package model

import (
	"cmp"
	"slices"
)

// An Order is what the list is sorted by.
type Order uint8

// The orders. In each, what is alike stands as given.
const (
	AsGiven  Order = iota // as [Listed] has it
	ByTitle               // by the names, see [CompareNames]
	ByDate                // the newest first, what has no day last
	ByLength              // the longest first
	Unread                // what was not begun first
)

// A Sorting is an order with what it goes by.
type Sorting struct {
	Order Order
	Begun map[string]bool // the keys of what was begun to be read, for Unread; it does not change
}

// compare compares two entries by their place in the list.
func (s Sorting) compare(a, b *Entry) int {
	n := 0
	switch s.Order {
	case ByTitle:
		n = CompareNames(a.Title, b.Title)
	case ByDate:
		n = b.Day().Compare(a.Day())
	case ByLength:
		n = cmp.Compare(b.Chars, a.Chars)
	case Unread:
		switch x, y := s.Begun[a.Key], s.Begun[b.Key]; {
		case x && !y:
			n = 1
		case y && !x:
			n = -1
		}
	}
	return cmp.Or(n, Listed(a, b))
}

// A Sorted is the entries of a corpus, some time ago, in an order.
type Sorted struct {
	by      Sorting
	first   string
	slots   []int32
	entries []*Entry // by slot
}

// Sort returns a job that sorts the entries that are there now. The job may run on
// another goroutine; [Corpus.Adopt] takes what it returns.
func (c *Corpus) Sort(by Sorting) func() Sorted {
	s := Sorted{by: by, first: c.first, slots: slices.Clone(c.order), entries: slices.Clone(c.entries)}
	return func() Sorted {
		then := Corpus{entries: s.entries, by: s.by, first: s.first}
		slices.SortFunc(s.slots, then.compare)
		return s
	}
}

// Adopt takes an order over. What came or changed while it was made is merged into
// it.
func (c *Corpus) Adopt(s Sorted) {
	c.by = s.by
	c.version++
	order, there := s.slots[:0], make([]bool, len(c.entries))
	for _, slot := range s.slots {
		if int(slot) < len(c.entries) && c.entries[slot] != nil && c.entries[slot] == s.entries[slot] {
			order, there[slot] = append(order, slot), true
		}
	}
	var missing []int32
	for _, slot := range c.order {
		if !there[slot] {
			missing = append(missing, slot)
		}
	}
	c.order = order
	if s.first != c.first {
		c.order = c.order[:0]
		for slot, e := range c.entries {
			if e != nil {
				c.order = append(c.order, int32(slot))
			}
		}
		slices.SortFunc(c.order, c.compare)
		return
	}
	c.merge(missing)
}

// Order returns what the list is sorted by.
func (c *Corpus) Order() Order { return c.by.Order }

// First returns the key of the entry that comes first whatever the order is, ""
// for none.
func (c *Corpus) First() string { return c.first }

// PutFirst lets the entry with a key come first, or none for "".
func (c *Corpus) PutFirst(key string) {
	var moved []int32
	for _, k := range []string{c.first, key} {
		if slot, ok := c.slots[k]; ok && k != "" && !slices.Contains(moved, slot) {
			moved = append(moved, slot)
		}
	}
	slices.Sort(moved)
	c.leave(moved)
	c.first = key
	c.version++
	c.merge(moved)
}

// listed compares two entries by their place in the list.
func (c *Corpus) listed(a, b *Entry) int {
	if c.first != "" && a.Key != b.Key {
		switch c.first {
		case a.Key:
			return -1
		case b.Key:
			return 1
		}
	}
	return c.by.compare(a, b)
}

// Begun returns the keys of the articles that were begun to be read.
func (r *Reading) Begun() map[string]bool {
	begun := make(map[string]bool, len(r.seen))
	for key, s := range r.seen {
		begun[key] = s.share > 0
	}
	return begun
}
