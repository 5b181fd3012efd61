package cli

import (
	"context"

	"juan/model"
)

// mostKept is how many characters of articles are held to see what would be found
// where nothing is: search takes articles one by one, and a search through more
// than a few books is not to need their memory.
const mostKept = 2 << 20

// kept is the articles that search has looked through in vain.
type kept struct {
	articles []*model.Article
	chars    int
	over     bool // something was found, or there was too much
}

func (k *kept) article(a *model.Article, found bool) {
	if k.chars += a.Chars; k.over || found || k.chars > mostKept {
		*k = kept{over: true}
		return
	}
	k.articles = append(k.articles, a)
}

// offer says on standard error what would be found where q was not.
func (inv *invocation) offer(ctx context.Context, q model.Query, k kept) {
	var among []*model.Entry
	for _, a := range k.articles {
		among = append(among, a.Entry)
	}
	var said []string
	for o := range model.Offers(ctx, model.ShelfOf(k.articles...), q, among) {
		said = append(said, inv.words.Found(o.Query.Bare(), o.Hits, o.Articles))
	}
	if line := inv.words.Instead(q.Bare(), said); line != "" {
		inv.note(line)
	}
}
