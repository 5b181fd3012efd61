package format

import (
	"strings"

	"juan/model"
	"juan/model/char"
)

// ReadsBack reports whether the Markdown gives the characters and the outline
// of the article.
func ReadsBack(a *model.Article, text string) bool {
	f := Text{Name: "a.md", Title: a.Title}
	if f.decode([]byte(text), "utf-8") != nil {
		return false
	}
	d := f.markdown()
	b := model.NewArticle(d.Entry, d.Body)
	if letters(a.Body) != letters(b.Body) || len(a.Outline) != len(b.Outline) || len(f.Notices) > 0 {
		return false
	}
	for i, s := range a.Outline {
		t := b.Outline[i]
		if s.Level != t.Level || s.Kind != t.Kind || s.Certain != t.Certain || char.Squeezed(s.Text()) != char.Squeezed(t.Text()) {
			return false
		}
	}
	return true
}

// letters returns the text of a body without its white space.
func letters(body []model.Block) string {
	var b strings.Builder
	for _, k := range body {
		b.WriteString(char.Squeezed(k.Text()))
	}
	return b.String()
}
