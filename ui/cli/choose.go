package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"juan/model"
)

// choosing adds the flags that take one article, or one section, of what is opened.
func (inv *invocation) choosing(c *cobra.Command) *cobra.Command {
	f, say := c.Flags(), inv.words.Say
	f.StringVar(&inv.flags.id, "id", "", say("cli.flag.id"))
	f.StringVar(&inv.flags.section, "section", "", say("cli.flag.section"))
	f.Lookup("id").Annotations = map[string][]string{placeholder: {"ID"}}
	f.Lookup("section").Annotations = map[string][]string{placeholder: {"WORD"}}
	return c
}

// picks reports whether one article or one section is asked for.
func (inv *invocation) picks() bool { return inv.flags.id != "" || inv.flags.section != "" }

// chosen yields what the flags leave of articles: the one with an ID, the section of
// each that has it. Where that is nothing, this is an error.
func (inv *invocation) chosen(all Articles) Articles {
	if !inv.picks() {
		return all
	}
	id, word := inv.flags.id, inv.flags.section
	return func(yield func(*model.Article, error) bool) {
		known, found := false, false
		for a, err := range all { // to the end: errors are reported in any case
			if err == nil {
				if id != "" && a.ID != id {
					continue
				}
				known = true
				if word != "" {
					a = excerpt(a, word)
				}
				if a == nil {
					continue
				}
				found = true
			}
			if !yield(a, err) {
				return
			}
		}
		switch {
		case id != "" && !known:
			yield(nil, errors.New(inv.wording(&usage{what: id, why: "error.id"})))
		case !found:
			yield(nil, errors.New(inv.wording(&usage{what: word, why: "error.section"})))
		}
	}
}

// excerpt returns the section of an article that word names, as an article with its
// ID and its offsets; nil where it has none.
func excerpt(a *model.Article, word string) *model.Article {
	i := sectionNamed(a, word)
	if i < 0 {
		return nil
	}
	from, to := a.Outline[i].Start.Block, len(a.Body)
	if next := a.Outline.Next(i); next < len(a.Outline) {
		to = a.Outline[next].Start.Block
	}
	e := *a.Entry
	e.Key += "#" + a.Outline[i].Text() // what is remembered of the whole does not apply to its part
	part := model.NewArticle(e, a.Body[from:to])
	part.Origin = a.Origin
	return part
}

// sectionNamed returns the index of the first section whose number, title or heading
// is word, else of the first that has it in its heading; -1 for none.
func sectionNamed(a *model.Article, word string) int {
	q, like := model.NewQuery(word), -1
	for i, s := range a.Outline {
		if word == s.Title || word == s.Text() || word == strings.Trim(s.Number, "、.．（）() ") {
			return i
		}
		if like < 0 && q.Matches(s.Text()) {
			like = i
		}
	}
	return like
}
