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
	for name, text := range map[string]string{"one": "文e" + many + "字", "two": "e" + many + "文o" + many, "alone": many, "selectors": "字" + strings.Repeat("\ufe0f", 50_000) + "尾",
		"emoji": strings.Repeat("👨\u200d", 30_000), "signs": strings.Repeat("©\u200d", 30_000), "leading": strings.Repeat("ᄀ", 30_000), "vowels": strings.Repeat("ᅡ", 30_000),
		"conjuncts": strings.Repeat("क्", 30_000), "before": strings.Repeat("\u0600", 30_000), "joiners": strings.Repeat("\u200d", 30_000), "skin": strings.Repeat("🏻", 30_000)} {
		for _, b := range []model.Block{model.Paragraph{Prose: model.Plain(text)}, model.Heading{Prose: model.Plain(text), Level: 1}, model.Code{Source: text}} {
			got := shown(b)
			if len(got) > 2000 || !strings.Contains(got, "␦") {
				t.Errorf("%s is shown with %d bytes in %T", name, len(got), b)
			}
		}
	}
	for _, text := range []string{"Việt Nam e\u0302\u0301", "שָׁלוֹם", "བོད་ཡིག", "👩\u200d👩\u200d👧\u200d👦", "1\ufe0f\u20e3", "が\u3099",
		strings.Repeat("🇨🇳🇫🇷", 30), strings.Repeat("ᄒ\u1161\u11ab", 60), strings.Repeat("นี้คือข้อความ", 20), strings.Repeat("मनुष्यों", 20), strings.Repeat("👍🏻👩\u200d💻", 20)} {
		if got := shown(model.Paragraph{Prose: model.Plain(text)}); !strings.Contains(strings.ReplaceAll(got, "\u200b", ""), text) {
			t.Errorf("%q is shown as %q", text, got)
		}
	}
}

// What stands over an article is laid out in the time of its length, however little of
// it the text has places for.
func TestLinesWithoutAPlaceAreLeftOutAtOnce(t *testing.T) {
	for _, size := range []int{0, 1, 5, 40} {
		var lines []Line
		for i := range 60 {
			l := Line{At: i}
			if i%3 > 0 {
				l.Runs = []Run{{Text: "文", From: i%3*2 - 3}} // -1: not of the text, 1: of it
			}
			lines = append(lines, l)
		}
		kept := spared(lines, size)
		if len(kept) != size+1 {
			t.Fatalf("%d lines for %d bytes", len(kept), size)
		}
		for i, l := range kept {
			switch {
			case i > 0 && l.At <= kept[i-1].At:
				t.Errorf("%d: line %d stands behind %d", size, l.At, kept[i-1].At)
			case size < 20 && (l.At != 3*i+2), size == 40 && l.At%3 == 0 && l.At > 0:
				t.Errorf("%d: line %d is kept", size, l.At)
			}
		}
	}
	made := 0
	if testing.AllocsPerRun(1, func() { made += len(spaces(1 << 20)) }) > 1 || made == 0 {
		t.Error("blanks are put together from pieces")
	}
}

// Many tabs in a row are one run, a few one each, and as wide as they are everywhere.
func TestTabsInARow(t *testing.T) {
	for _, n := range []int{1, 3, len(manyTabs) - 1, len(manyTabs), 100_000} {
		code := model.Code{Source: "a" + strings.Repeat("\t", n) + "b"}
		l := (*Doc)(nil).For(model.NewArticle(model.Entry{}, []model.Block{code}), Settings{Width: 40}).Block(0)[0]
		if want := codeIndent + n*tabStop + 1; l.Width != want {
			t.Errorf("%d tabs: %d cells, want %d", n, l.Width, want)
		}
		if len(l.Runs) > len(manyTabs)+3 {
			t.Errorf("%d tabs are %d runs", n, len(l.Runs))
		}
	}
}
