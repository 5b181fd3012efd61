package model

import "container/list"

// heldSize is how many bytes are held of articles that are not open, so that going back
// and forth between a few need not wait; an article takes leastHeld however short it is.
const (
	heldSize  = 8 << 20
	leastHeld = 1 << 10
)

// bodies are the articles whose text is held, the one used last in front. There may be
// thousands, and each change in the library looks its article up here.
type bodies struct {
	articles list.List // of *Article
	named    map[string]*list.Element
	size     int
}

// weight returns what an article counts for.
func (a *Article) weight() int { return a.size + leastHeld }

// find returns the article with a key, or nil.
func (b *bodies) find(key string) *Article {
	e := b.named[key]
	if e == nil {
		return nil
	}
	b.articles.MoveToFront(e)
	return e.Value.(*Article)
}

// hold puts an article in front, in the place of the one with its key; those
// looked at least recently make room for it.
func (b *bodies) hold(a *Article) {
	b.drop(a.Key)
	b.put(a, b.articles.PushFront)
	for b.articles.Len() > 1 && b.size > heldSize {
		b.drop(b.articles.Back().Value.(*Article).Key)
	}
}

// spare puts an article behind all others if there is room for it. The first is held
// however large it is: it is the one that opens at the start, and would be read twice
// otherwise.
func (b *bodies) spare(a *Article) {
	b.drop(a.Key)
	if b.articles.Len() == 0 || b.size+a.weight() <= heldSize {
		b.put(a, b.articles.PushBack)
	}
}

func (b *bodies) put(a *Article, push func(any) *list.Element) {
	if b.named == nil {
		b.named = make(map[string]*list.Element)
	}
	b.named[a.Key] = push(a)
	b.size += a.weight()
}

func (b *bodies) drop(key string) {
	if e := b.named[key]; e != nil {
		b.size -= b.articles.Remove(e).(*Article).weight()
		delete(b.named, key)
	}
}
