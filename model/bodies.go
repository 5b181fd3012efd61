package model

import "slices"

// heldSize is how many bytes of text are held of articles that are not open,
// so that going back and forth between a few need not wait.
const heldSize = 8 << 20

// bodies are the articles that are held, the one looked at last in front.
type bodies struct {
	articles []*Article
	size     int
}

// find returns the article with a key, or nil.
func (b *bodies) find(key string) *Article {
	i := slices.IndexFunc(b.articles, func(a *Article) bool { return a.Key == key })
	if i < 0 {
		return nil
	}
	a := b.articles[i]
	copy(b.articles[1:i+1], b.articles[:i])
	b.articles[0] = a
	return a
}

// hold puts an article in front, in the place of the one with its key; those
// looked at least recently make room for it.
func (b *bodies) hold(a *Article) {
	b.drop(a.Key)
	b.articles = slices.Insert(b.articles, 0, a)
	b.size += a.size
	for len(b.articles) > 1 && b.size > heldSize {
		b.drop(b.articles[len(b.articles)-1].Key)
	}
}

// spare puts an article behind all others if there is room for it. The first is
// held however large it is: it is the one that is opened when there is no other,
// and would be read once more.
func (b *bodies) spare(a *Article) {
	b.drop(a.Key)
	if len(b.articles) == 0 || b.size+a.size <= heldSize {
		b.articles = append(b.articles, a)
		b.size += a.size
	}
}

func (b *bodies) drop(key string) {
	i := slices.IndexFunc(b.articles, func(a *Article) bool { return a.Key == key })
	if i >= 0 {
		b.size -= b.articles[i].size
		b.articles = slices.Delete(b.articles, i, i+1)
	}
}
