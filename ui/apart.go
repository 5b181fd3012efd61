package ui

import (
	"strings"

	"juan/model"
	"juan/ui/words"
)

// apart says how many hits each word of a query has, all of them together in one
// phrase, and numbers that are written otherwise; "" where there is only one way to
// be found.
func (a *App) apart(q model.Query, counts []int, numbers int) string {
	if len(counts) == 0 || len(counts) == 1 && numbers == 0 {
		return ""
	}
	w := a.opt.Words
	var said []string
	for i, text := range q.Terms() {
		switch {
		case i == 0 && q.Joined():
			if counts[0] > 0 {
				said = append(said, w.Say("status.together", counts[0]))
			}
		case len(counts) > 1 && counts[i] > 0:
			said = append(said, w.Say("status.ofword", text, counts[i]))
		}
	}
	if numbers > 0 {
		said = append(said, w.Say("status.numbers", numbers))
	}
	if said == nil { // nothing was found yet
		return ""
	}
	return w.Say("status.apart", strings.Join(said, w.Say("query.and")))
}

// foundIn says where an entry has what is counted, if not only in its text, and
// how often its text does; "" where nothing was found.
func foundIn(w words.Words, counts *model.Counts, c *model.Corpus, e *model.Entry) string {
	best, where, hits := counts.Best(c, e), "", ""
	if best == 0 {
		return "" // the list is still that of the query before
	}
	switch best.Where() {
	case model.InTitle:
		where = w.Say("list.titled")
	case model.InTag:
		where = w.Say("list.tagged")
	case model.InHeading:
		where = w.Say("list.headed")
	}
	if n := counts.Hits(c, e); n > 0 {
		hits = w.Say("list.hits", n)
	}
	switch {
	case where == "" || hits == "":
		return where + hits
	case best.Where() == model.InHeading:
		return w.Say("list.among", where, hits) // those in headings are among the hits of the text
	}
	return w.Say("list.besides", where, hits)
}
