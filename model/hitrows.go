package model

import (
	"slices"
	"sort"
)

// AllHits is the hit of a row that names an article over all of its hits.
const AllHits = -1

// Texts returns how many articles have hits in their text.
func (t *Counts) Texts(c *Corpus) int { return len(t.see(c).texts) }

// Text returns article j of those that have hits in their text, in the order of
// the list.
func (t *Counts) Text(c *Corpus, j int) *Entry {
	l := t.see(c)
	return c.entries[l.slots[l.texts[j]]]
}

// TextOf returns the index of an entry among the articles with hits in their text, and
// whether it is one; otherwise the index where it would be.
func (t *Counts) TextOf(c *Corpus, e *Entry) (j int, ok bool) {
	i, listed := t.Listed(c).Find(e)
	j, ok = slices.BinarySearch(t.see(c).texts, i)
	return j, ok && listed
}

// Rows returns how many rows all that was found takes: for each entry its title,
// and under it the hits in its text.
func (t *Counts) Rows(c *Corpus) int {
	if t.query.Empty() {
		return 0
	}
	return t.Total(c) + len(t.see(c).slots)
}

// Row returns the article that row i belongs to, and which of its hits stands
// there, or [AllHits].
func (t *Counts) Row(c *Corpus, i int) (e *Entry, nth int) {
	l := t.see(c)
	k := sort.Search(len(l.slots), func(k int) bool { return l.sums[k]+k > i }) - 1
	return c.entries[l.slots[k]], i - l.sums[k] - k - 1
}

// RowOf returns the row of hit nth of an entry, -1 where the entry is not among
// what was found.
func (t *Counts) RowOf(c *Corpus, e *Entry, nth int) int {
	k, ok := t.Listed(c).Find(e)
	if !ok || t.query.Empty() {
		return -1
	}
	return t.see(c).sums[k] + k + 1 + nth
}
