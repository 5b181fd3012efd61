package model

import (
	"iter"
	"slices"
)

// A Corpus is articles in the order they came. It belongs to one goroutine;
// [Corpus.All] is a snapshot that others may read.
type Corpus struct {
	articles []*Article
	byID     map[string]int
	version  int // counts the changes
}

// Add appends articles. One whose ID is there already takes its place: that
// is how a file that changed on disk comes in.
func (c *Corpus) Add(articles ...*Article) {
	if c.byID == nil {
		c.byID = make(map[string]int)
	}
	c.version++
	for _, a := range articles {
		if i, ok := c.byID[a.ID]; ok {
			c.articles = slices.Clone(c.articles) // snapshots keep what they had
			c.articles[i] = a
			continue
		}
		c.byID[a.ID] = len(c.articles)
		c.articles = append(c.articles, a)
	}
}

// Retain leaves out the articles that keep does not want.
func (c *Corpus) Retain(keep func(*Article) bool) {
	var kept []*Article
	for _, a := range c.articles {
		if keep(a) {
			kept = append(kept, a)
		}
	}
	if len(kept) == len(c.articles) {
		return
	}
	version := c.version
	*c = Corpus{version: version}
	c.Add(kept...)
}

// Len returns the number of articles.
func (c *Corpus) Len() int { return len(c.articles) }

// Find returns the article with an ID, or nil.
func (c *Corpus) Find(id string) *Article {
	if i, ok := c.byID[id]; ok {
		return c.articles[i]
	}
	return nil
}

// All returns the articles there are now, in the order they came.
func (c *Corpus) All() iter.Seq[*Article] {
	return slices.Values(c.articles[:len(c.articles):len(c.articles)])
}
