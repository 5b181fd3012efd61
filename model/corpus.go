package model

import (
	"slices"
	"sort"
)

// A Corpus is the entries of all articles there are, in the order of the list.
// It belongs to one goroutine; [Corpus.Entries] is a snapshot that others may
// read.
type Corpus struct {
	entries []*Entry // by slot, in the order in which they came; nil where one has left
	slots   map[string]int32
	order   []int32 // the slots of those that are there, in the order of the list
	by      Sorting
	first   string // the key of the entry that comes first whatever the order is, "" for none
	version int    // counts the changes
}

// Put takes entries in. One whose key is there already takes its place.
func (c *Corpus) Put(entries ...*Entry) {
	if c.slots == nil {
		c.slots = make(map[string]int32)
	}
	var fresh, moved []int32
	for _, e := range entries {
		e = e.Sealed()
		slot, ok := c.slots[e.Key]
		if ok && c.entries[slot] == e {
			continue
		}
		c.version++
		if !ok {
			slot = int32(len(c.entries))
			c.slots[e.Key] = slot
			c.entries = append(c.entries, e)
			fresh = append(fresh, slot)
			continue
		}
		if c.listed(c.entries[slot], e) != 0 && int(slot) < len(c.entries)-len(fresh) {
			moved = append(moved, slot)
		}
		c.entries[slot] = e
	}
	if len(moved) > 0 {
		slices.Sort(moved)
		moved = slices.Compact(moved)
		c.leave(moved)
	}
	c.merge(append(fresh, moved...))
}

// Remove takes the entries with these keys out.
func (c *Corpus) Remove(keys ...string) {
	var gone []int32
	for _, k := range keys {
		if slot, ok := c.slots[k]; ok {
			gone = append(gone, slot)
			delete(c.slots, k)
		}
	}
	if len(gone) == 0 {
		return
	}
	c.version++
	slices.Sort(gone)
	c.leave(gone)
	for _, slot := range gone {
		c.entries[slot] = nil
	}
	if holes := len(c.entries) - len(c.order); holes > 64 && holes > len(c.order) {
		c.compact()
	}
}

// leave takes slots, which are sorted, out of the order.
func (c *Corpus) leave(gone []int32) {
	c.order = slices.DeleteFunc(c.order, func(slot int32) bool {
		_, ok := slices.BinarySearch(gone, slot)
		return ok
	})
}

// merge puts slots into the order: few into many without looking at all.
func (c *Corpus) merge(in []int32) {
	if len(in) == 0 {
		return
	}
	slices.SortFunc(in, c.compare)
	old := c.order
	c.order = slices.Grow(old, len(in))[:len(old)+len(in)]
	to := len(c.order)
	for i := len(in) - 1; i >= 0; i-- { // from the end, so that nothing is overwritten
		at := c.after(old, in[i])
		to -= len(old) - at
		copy(c.order[to:], old[at:])
		old = old[:at]
		to--
		c.order[to] = in[i]
	}
}

// after returns where a slot goes in an order. It looks from the end, in
// steps that double: what is read in the order of the list comes last.
func (c *Corpus) after(order []int32, slot int32) int {
	from, step := len(order), 1
	for from > 0 && c.compare(order[from-1], slot) > 0 {
		from = max(0, from-step)
		step *= 2
	}
	to := min(len(order), from+step)
	return from + sort.Search(to-from, func(k int) bool { return c.compare(order[from+k], slot) > 0 })
}

// compare compares two slots by their place in the list; no two are alike.
func (c *Corpus) compare(a, b int32) int {
	if n := c.listed(c.entries[a], c.entries[b]); n != 0 {
		return n
	}
	return int(a - b)
}

// compact closes the gaps of removed entries. Counts are indexed by slots, so they are
// rebuilt.
func (c *Corpus) compact() {
	old := c.entries
	c.entries, c.slots = make([]*Entry, 0, len(c.order)), make(map[string]int32, len(c.order))
	for _, e := range old {
		if e != nil {
			c.slots[e.Key] = int32(len(c.entries))
			c.entries = append(c.entries, e)
		}
	}
	c.order = c.order[:0]
	for slot := range c.entries {
		c.order = append(c.order, int32(slot))
	}
	slices.SortFunc(c.order, c.compare)
}

// Version counts the changes, so that values derived from a corpus can be cached until
// it changes.
func (c *Corpus) Version() int { return c.version }

// Len returns the number of entries.
func (c *Corpus) Len() int { return len(c.order) }

// Entry returns the entry with a key, or nil.
func (c *Corpus) Entry(key string) *Entry {
	if slot, ok := c.slots[key]; ok {
		return c.entries[slot]
	}
	return nil
}

// Entries returns the entries there are now, in the order of the list.
func (c *Corpus) Entries() []*Entry {
	all := make([]*Entry, len(c.order))
	for i, slot := range c.order {
		all[i] = c.entries[slot]
	}
	return all
}

// place returns where an entry stands in list, slots in the order of the list,
// or where it would.
func (c *Corpus) place(list []int32, e *Entry) int {
	slot, there := c.slots[e.Key]
	return sort.Search(len(list), func(k int) bool {
		other := c.entries[list[k]]
		n := c.listed(other, e)
		return n > 0 || n == 0 && (!there || list[k] >= slot)
	})
}
