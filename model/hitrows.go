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

// TextOf returns which of the articles with hits in their text an entry is, and
// whether it is one; else where it would stand among them.
func (t *Counts) TextOf(c *Corpus, e *Entry) (j int, ok bool) {
	i, listed := t.Listed(c).Find(e)
	j, ok = slices.BinarySearch(t.see(c).texts, i)
	return j, ok && listed
}

// Rows returns how many rows all hits take, each article's under its heading.
func (t *Counts) Rows(c *Corpus) int { return t.Total(c) + t.Texts(c) }

// Row returns the article that row i belongs to, and which of its hits stands
// there, or [AllHits].
func (t *Counts) Row(c *Corpus, i int) (e *Entry, nth int) {
	l := t.see(c)
	j := sort.Search(len(l.texts), func(j int) bool { return l.sums[l.texts[j]]+j > i }) - 1
	k := l.texts[j]
	return c.entries[l.slots[k]], i - l.sums[k] - j - 1
}

// RowOf returns the row of hit nth of an entry, -1 where the entry has none.
func (t *Counts) RowOf(c *Corpus, e *Entry, nth int) int {
	j, ok := t.TextOf(c, e)
	if !ok {
		return -1
	}
	l := t.see(c)
	return l.sums[l.texts[j]] + j + 1 + nth
}
