package ui

import (
	"strings"

	"juan/model"
	"juan/model/query"
)

// explain describes a query of several parts in one line; it is "" for a single word.
func (a *App) explain(q model.Query) string {
	parts := q.Parts()
	if len(parts) == 0 || len(parts) == 1 && parts[0].Kind == query.Word && !parts[0].Not {
		return ""
	}
	said := make([]string, len(parts))
	for i, p := range parts {
		said[i] = a.explainPart(p)
	}
	return strings.Join(said, a.opt.Words.Say("query.and"))
}

// explainPart says what one part of a query asks for.
func (a *App) explainPart(p query.Part) string {
	w := a.opt.Words
	key, text := "query.word", p.Text
	switch p.Kind {
	case query.Phrase:
		key = "query.exact"
	case query.Pattern:
		key = "query.pattern"
	case query.Title:
		key = "query.title"
	case query.Tag:
		key = "query.tag"
	case query.Path:
		key = "query.path"
	case query.Date:
		key, text = "query.date", p.Days.Prefix
		if text == "" {
			text = w.Signs(p.Days.From + "–" + p.Days.To)
		}
	}
	said := w.Say(key, text)
	if p.Not {
		said = w.Say("query.not", said)
	}
	if p.Open {
		said += w.Say("query.open")
	}
	return said
}
