package typeset

import (
	"strings"
	"testing"

	"juan/model"
	"juan/ui/cell"
)

// A character with any number of marks is shown with so many as a writing may have;
// what a writing has is shown as it is.
func TestMarksWithoutEndAreShortened(t *testing.T) {
	many := strings.Repeat("\u0301", 100_000)
	shown := func(b model.Block) string {
		var all strings.Builder
		lines := (*Doc)(nil).For(model.NewArticle(model.Entry{}, []model.Block{b}), Settings{Width: 40, Policy: cell.Policy{Clusters: true}}).Block(0)
		for _, l := range lines {
			for _, r := range l.Runs {
				all.WriteString(r.Text)
			}
		}
		return all.String()
	}
	for name, text := range map[string]string{"one": "文e" + many + "字", "two": "e" + many + "文o" + many, "alone": many, "selectors": "字" + strings.Repeat("\ufe0f", 50_000) + "尾"} {
		for _, b := range []model.Block{model.Paragraph{Prose: model.Plain(text)}, model.Heading{Prose: model.Plain(text), Level: 1}, model.Code{Source: text}} {
			got := shown(b)
			if len(got) > 2000 || !strings.Contains(got, "␦") {
				t.Errorf("%s is shown with %d bytes in %T", name, len(got), b)
			}
		}
	}
	for _, text := range []string{"Việt Nam e\u0302\u0301", "שָׁלוֹם", "བོད་ཡིག", "👩\u200d👩\u200d👧\u200d👦", "1\ufe0f\u20e3", "が\u3099"} {
		if got := shown(model.Paragraph{Prose: model.Plain(text)}); !strings.Contains(strings.ReplaceAll(got, "\u200b", ""), text) {
			t.Errorf("%q is shown as %q", text, got)
		}
	}
}
