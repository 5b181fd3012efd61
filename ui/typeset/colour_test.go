package typeset

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"juan/model"
	"juan/ui/cell"
)

// Code that is coloured later stands as code that is coloured at once: the same lines in
// the same places before, and the same runs behind.
func TestColoursThatComeLater(t *testing.T) {
	sources := programs()
	sources["go "] = "// 甲\tk\u0301乙\u202e\n\tx := \"a\tb\" // \u0600文e\u0301\n" + sources["go"]
	for name, source := range sources {
		source = source[:strings.LastIndexByte(source[:min(len(source), coloured-1)], '\n')]
		for _, s := range []Settings{{Width: 60}, {Width: 14, Replace: true}, {Width: 40, Fold: true, Policy: cell.Policy{Clusters: true}}} {
			a := model.NewArticle(model.Entry{}, []model.Block{model.Paragraph{Prose: model.Plain("文。")}, model.Code{Language: strings.TrimSpace(name), Source: source}})
			want := (*Doc)(nil).For(a, s).Block(1)
			s.Later = true
			d := (*Doc)(nil).For(a, s)
			plain := slices.Clone(d.Block(1))
			if blocks := d.Uncoloured(append(slices.Clone(d.Block(0)), plain...)); !reflect.DeepEqual(blocks, []int{1}) {
				t.Fatalf("%s: without colours are %v", name, blocks)
			}
			d.Colour(1, d.Lex(context.Background(), 1))
			got := d.Block(1)
			if len(d.Uncoloured(got)) > 0 || !reflect.DeepEqual(got, want) {
				t.Fatalf("%s %+v: other lines", name, s)
			}
			for i := range plain {
				plain[i].Runs, got[i].Runs = nil, nil
			}
			if !reflect.DeepEqual(plain, got) {
				t.Errorf("%s: the lines moved when the colours came", name)
			}
		}
	}
}

// A little code is coloured at once; code whose lexing is abandoned, and text that is
// no code, gets no colours.
func TestColoursAtOnceAndNone(t *testing.T) {
	code := func(source string) *Doc {
		return (*Doc)(nil).For(model.NewArticle(model.Entry{}, []model.Block{model.Code{Language: "go", Source: source}}), Settings{Width: 60, Later: true})
	}
	small := code("func f() {}")
	if len(small.Uncoloured(small.Block(0))) > 0 || len(small.Block(0)[0].Runs) < 3 {
		t.Error("a little code waits for its colours")
	}
	source := programs()["go"][:4000]
	d := code(source)
	d.Block(0)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if c := d.Lex(ctx, 0); len(c.ends) > 0 {
		t.Error("what was given up has colours")
	}
	if c := d.Lex(context.Background(), 0); len(c.ends) == 0 {
		t.Error("and it has none afterwards")
	}
	flood := code(strings.Repeat("%(\n", 2000))
	before := flood.Block(0)
	flood.Colour(0, flood.Lex(context.Background(), 0))
	if !reflect.DeepEqual(before, flood.Block(0)) || len(flood.Uncoloured(before)) > 0 {
		t.Error("a flood is coloured, or waits on")
	}
}
