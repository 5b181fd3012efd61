package ui

import (
	"strings"
	"testing"

	"juan/model"
)

// Where a text has some of the words that are looked for, these are lit and gone to,
// and it says which it lacks, whether it is small or so large that it is searched aside.
func TestAPromptSaysWhichWordIsLacking(t *testing.T) {
	for _, paragraphs := range []int{3, 3000} {
		body := make([]model.Block, paragraphs)
		for i := range body {
			body[i] = model.Paragraph{Prose: model.Plain("船在渡口停靠，" + strings.Repeat("人来人往，", 20))}
		}
		art := model.NewArticle(model.Entry{ID: "a", Title: "甲"}, body)
		if large := art.Pieces() > 4; large != (paragraphs > 3) {
			t.Fatalf("%d paragraphs are %d pieces", paragraphs, art.Pieces())
		}
		for query, said := range map[string]string{
			"渡口 石桥": "处，缺“石桥”", "石桥 渡口 火车": "处，缺“石桥”，缺“火车”", "石桥 火车": "没有找到“石桥 火车”", "石桥": "没有找到“石桥”",
			"渡口 -人来": "没有找到“渡口 -人来”", "渡口 人来": "处",
		} {
			a := open(t, options([]*model.Article{art}), 140, 24)
			press(a, "2", "/", "'"+query)
			if got := a.hitTally(); !strings.Contains(got, said) || (said == "处") == strings.ContainsAny(got, "缺没") {
				t.Errorf("%d paragraphs, %s: %q, want %s", paragraphs, query, got, said)
			}
			press(a, "enter", "n")
			if got := a.reading.Hit(); strings.HasPrefix(said, "处") != (got == 1) {
				t.Errorf("%d paragraphs, %s: n leads to hit %d", paragraphs, query, got)
			}
			if lit := len(a.reading.HitsOn(1)) > 0; lit != strings.HasPrefix(said, "处") {
				t.Errorf("%d paragraphs, %s: words are lit: %v", paragraphs, query, lit)
			}
		}
	}
}
