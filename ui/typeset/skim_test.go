package typeset

import (
	"strings"
	"testing"

	"juan/model"
)

// A paragraph that is cut short shows its first sentence, after its run-in
// heading, and stands for all of its text, so that every place in it is on a line.
func TestSkim(t *testing.T) {
	text := "培育产业。全年新增企业12家，增长3.5%。其余的都在后面，一直写到很远的地方。"
	a := model.NewArticle(model.Entry{ID: "a"}, []model.Block{
		model.Heading{Prose: model.Plain("一、产业"), Level: 1},
		model.Paragraph{Prose: model.Plain(text), Lead: model.Lead{End: len("培育产业"), Level: 2, Kind: model.RunIn}},
		model.Paragraph{Prose: model.Plain("只有一句。")},
		model.Paragraph{Leaf: model.Leaf{Nest: []model.Container{{Kind: model.Note, Marker: "1"}}}, Prose: model.Plain("注文。还有。")},
	})
	skim := new(Skim)
	for width := 2; width < 60; width += 3 {
		d := (*Doc)(nil).For(a, Settings{Width: width, Skim: skim})
		var shown strings.Builder
		lines := d.Block(1)
		for _, l := range lines {
			for _, r := range l.Runs {
				shown.WriteString(r.Text)
			}
		}
		if got := strings.NewReplacer("\u3000", "", " ", "", "\u00a0", "").Replace(shown.String()); got != "培育产业。全年新增企业12家，增长3.5%。⋯" {
			t.Fatalf("width %d: %q", width, got)
		}
		to := 0
		for _, l := range lines {
			to = max(to, l.To)
		}
		if to != len(text) || d.Line(model.Pos{Block: 1, Byte: len(text) - 1}) < 0 {
			t.Errorf("width %d: stands for %d of %d bytes", width, to, len(text))
		}
	}
	for i, want := range []bool{false, true, false, false} {
		if got := Shortened(a, i) > 0; got != want {
			t.Errorf("block %d is cut short: %v", i, got)
		}
	}
	if open := skim.With(1); !open.Opens(1) || open.Without(1).Opens(1) || skim.Opens(1) {
		t.Error("a skim is altered, or does not open")
	}
}
