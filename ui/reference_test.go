package ui

import (
	"strings"
	"testing"

	"juan/model"
)

// A section that the text names can be gone to, and ^o leads back.
func TestReferencesAreFollowed(t *testing.T) {
	filler := model.Paragraph{Prose: model.Plain(strings.Repeat("正文一句接着一句。", 60))}
	head := func(number, title string) model.Block {
		return model.Heading{Prose: model.Plain(number + title), Level: 1, Number: len(number)}
	}
	art := model.NewArticle(model.Entry{ID: "a", Title: "章程"}, []model.Block{
		head("第一条", "　宗旨"), model.Paragraph{Prose: model.Plain("违反的，依照本法第三条处理。")}, filler,
		head("第二条", "　范围"), filler, head("第三条", "　处理"), filler,
	})
	a := open(t, options([]*model.Article{art}), 100, 24)
	press(a, "2", "L")
	if got := text(a); !strings.Contains(got, "1  第三条") || !strings.Contains(got, "第三条　处理") {
		t.Fatalf("the reference is not listed:\n%s", got)
	}
	from := a.reading.At()
	press(a, "enter")
	if at := a.reading.Section(); at != 2 {
		t.Errorf("it leads to section %d:\n%s", at, text(a))
	}
	press(a, "ctrl+o")
	if a.reading.At() != from {
		t.Errorf("back at %v, not %v", a.reading.At(), from)
	}
}
