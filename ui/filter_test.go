package ui

import (
	"fmt"
	"strings"
	"testing"

	"juan/model"
)

// What is typed before the first counts are there acts on the best that the filter
// then lets through.
func TestAFilterIsTakenBeforeItIsCounted(t *testing.T) {
	for keys, want := range map[string]string{
		"/ '产业 enter":             "list c lit:产业 shown:3",
		"/ '产业 enter enter":       "text c lit:产业 shown:3",
		"/ '产业 enter down":        "list d lit:产业 shown:3",
		"/ '产业 enter 2":           "text c lit:产业 shown:3",
		"/ '产业 enter esc":         "list a",
		"/ '没有的 enter enter":      "list a lit:没有的 shown:0",
		"/ '产业 enter down ctrl+o": "list c lit:产业 shown:3",
	} {
		s := newStepper(1)
		for _, one := range []struct{ key, title, text string }{
			{"a", "甲", "山水。"}, {"b", "乙", "产业兴旺。"}, {"c", "产业志", "山水。"}, {"d", "产业论", "产业。"},
		} {
			art := model.NewArticle(model.Entry{ID: one.key, Title: one.title}, []model.Block{model.Paragraph{Prose: model.Plain(one.text)}})
			s.desk.put(art)
			s.news(model.News{Put: []*model.Entry{art.Entry}})
			s.settle()
		}
		s.a.reading.Open("a")
		for _, k := range strings.Fields(keys) {
			for _, msg := range strokes(k) {
				s.send(msg)
			}
		}
		s.settle()
		if got := state(s.a); got != want {
			t.Errorf("%q before anything was counted: %s, want %s", keys, got, want)
		}
	}
}

// Until the first counts come the list is that of the filter before, and the prompt
// says that nothing was found yet.
func TestAFilterThatIsNotCountedFindsNothing(t *testing.T) {
	s := newStepper(1)
	for i := range 9 {
		s.news(model.News{Put: []*model.Entry{s.article(fmt.Sprint("n", i)).Entry}})
	}
	s.settle()
	for _, k := range []string{"/", "'产业 山水"} {
		for _, msg := range strokes(k) {
			s.send(msg)
		}
	}
	if got := s.a.filterTally(); got != "筛出0篇，已查0%" || s.a.reading.Listed().Len() != 9 {
		t.Errorf("before anything was counted the prompt says %q, %d articles are listed", got, s.a.reading.Listed().Len())
	}
	s.settle()
	if got := s.a.filterTally(); !strings.Contains(got, "处，“山水”") {
		t.Errorf("in the end the prompt says %q", got)
	}
}
