package model_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"juan/model"
)

// offersOf returns what is offered for a query on a shelf of three articles.
func offersOf(t *testing.T, typed string) []model.Offer {
	t.Helper()
	lib, among := offerShelf()
	var all []model.Offer
	for o := range model.Offers(t.Context(), lib, model.ParseQuery(typed), among) {
		all = append(all, o)
	}
	return all
}

func offerShelf() (lib *model.Shelf, among []*model.Entry) {
	article := func(id, title string, texts ...string) *model.Article {
		var body []model.Block
		for _, s := range texts {
			if h, ok := strings.CutPrefix(s, "# "); ok {
				body = append(body, model.Heading{Level: 1, Prose: model.Plain(h)})
				continue
			}
			body = append(body, model.Paragraph{Prose: model.Plain(s)})
		}
		return model.NewArticle(model.Entry{ID: id, Title: title, Tags: []string{"游记"}}, body)
	}
	lib = model.NewShelf(func(yield func(*model.Article, error) bool) {
		for _, a := range []*model.Article{
			article("a", "许昌见闻", "许昌多桥。", "到许昌看荷花。"),
			article("b", "山路", "# 含章台", "长葛在北，许昌在南。"),
			article("c", "长葛记", "外贸与产业。", "又是二〇二〇年。"),
		} {
			if !yield(a, nil) {
				return
			}
		}
	})
	for n := range lib.Follow(context.Background()) {
		among = append(among, n.Put...)
	}
	return lib, among
}

func TestOffers(t *testing.T) {
	for _, tc := range []struct{ typed, offers string }{
		{"徐昌", "许昌 3/2"},                 // the same sound as in a title
		{`"許昌"`, "许昌 3/2"},               // the very characters: as they are spelt
		{`"許昌" 荷花`, "許昌 荷花 3/1, 荷花 1/1"}, // several words stay as typed
		{"title:徐昌", "title:许昌 0/1"},     // a field keeps its name
		{"title:荷花", "荷花 1/1"},           // or is left
		{"常葛", "长葛 1/2"},                 // any reading
		{"掌葛", "长葛 1/2"},
		{"汉章", "含章 1/1"},                          // in a heading
		{"哈章", ""},                                // half a syllable is no sound
		{"徐昌 荷花", "许昌 荷花 3/1, 荷花 1/1"},            // one of several
		{"产业 -外贸", "产业 1/1"},                      // what was to be left out
		{"产业 荷花", "荷花 1/1, 产业 1/1"},               // one of two words
		{"产业 荷花 飞船", "产业 1/1, 荷花 1/1"},            // each alone
		{"tag:游记 飞船", "tag:游记 0/3"},               // a word too many
		{"date:2020 荷花", "荷花 1/1"},                // a field
		{"/许.桥/ 荷花", "荷花 1/1"},                    // a pattern
		{"飞船", ""}, {"-飞船 火箭", ""}, {"/飞.船/", ""}, // nothing is near
		{"-游记", "游记 0/3"}, // all have it
		{"", ""}, {"xuchangshi", ""},
	} {
		var got []string
		for _, o := range offersOf(t, tc.typed) {
			got = append(got, fmt.Sprintf("%s %d/%d", o.Query, o.Hits, o.Articles))
		}
		if strings.Join(got, ", ") != tc.offers {
			t.Errorf("%s: %s, want %s", tc.typed, strings.Join(got, ", "), tc.offers)
		}
	}
}

// What is offered for anything that finds nothing is what a search for it finds;
// it is never what found nothing, and there are few.
func TestOffersAreTrue(t *testing.T) {
	lib, among := offerShelf()
	words := []string{"徐昌", "许昌", `"許昌"`, "-荷花", "荷花", "title:山路", "title:长歌", "/许./", "2020", "飞船", "“长葛”", "－外贸", "tag:油记", "date:2020..", "掌", "\xff", "“"}
	for i := range words {
		for _, b := range words {
			for _, c := range append(words[:i:i], "") {
				typed := words[i] + " " + b + "　" + c
				q := model.ParseQuery(typed)
				n := 0
				for o := range model.Offers(t.Context(), lib, q, among) {
					n++
					hits, articles := 0, 0
					for one := range lib.Tally(t.Context(), o.Query, among) {
						if one.Best > 0 {
							hits, articles = hits+one.N, articles+1
						}
					}
					if o.Query.Same(q) || o.Articles == 0 || hits != o.Hits || articles != o.Articles {
						t.Fatalf("%q: %q is said to have %d in %d, and has %d in %d", typed, o.Query, o.Hits, o.Articles, hits, articles)
					}
				}
				if n > 6 {
					t.Fatalf("%q: %d offers", typed, n)
				}
			}
		}
	}
}

// Nobody is offered anything once nobody waits for it.
func TestOffersEnd(t *testing.T) {
	lib, among := offerShelf()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if all := slices.Collect(model.Offers(ctx, lib, model.ParseQuery("产业 荷花"), among)); len(all) > 0 {
		t.Errorf("%v", all)
	}
}
