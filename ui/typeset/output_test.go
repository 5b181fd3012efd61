package typeset

import (
	"strings"
	"testing"

	"juan/model"
	"juan/ui/cell"
)

// written returns an article of lines; the stretches of each in < > are bold.
func written(lines ...string) *model.Article {
	var body []model.Block
	for _, line := range lines {
		var o model.Output
		for i, part := range strings.FieldsFunc(" "+line, func(r rune) bool { return r == '<' || r == '>' }) {
			if i == 0 {
				part = part[1:]
			}
			from := int32(len(o.Line))
			if o.Line += part; i%2 == 1 {
				o.Looks = append(o.Looks, model.Look{From: from, To: int32(len(o.Line)), Style: model.Style{Attr: model.Bold}})
			}
		}
		body = append(body, o)
	}
	return model.NewArticle(model.Entry{Title: "题"}, body)
}

// Each line is one line, blanks and looks and all, whatever the width is; there is no
// title, no indent and no line between. Long ones are wide, and folded on paper.
func TestLinesStandAsTheyAre(t *testing.T) {
	lines := []string{"", "  <ferry> leaves at <six>", "", "渡口\t<早\x07班>", "<" + strings.Repeat("桨", 60) + ">"}
	want := []string{"", "  [ferry] leaves at [six]", "", "渡口    [早][␇][班]", "[" + strings.Repeat("桨", 60) + "]"}
	a := written(lines...)
	for _, width := range []int{10, 41, 80} {
		d := (*Doc)(nil).For(a, Settings{Width: width, Titled: true, Byline: "日期"})
		for i := range a.Body {
			set := d.Block(i)
			if len(set) != 1 {
				t.Fatalf("%d lines in place of %q", len(set), lines[i])
			}
			var b strings.Builder
			for _, r := range set[0].Runs {
				if r.Style.Attr == model.Bold {
					b.WriteString("[" + r.Text + "]")
				} else {
					b.WriteString(r.Text)
				}
			}
			if b.String() != want[i] {
				t.Errorf("width %d: %q, want %q", width, b.String(), want[i])
			}
			wide := cell.Policy{}.Width(strings.NewReplacer("[", "", "]", "").Replace(want[i])) > width
			if set[0].Wide != wide {
				t.Errorf("width %d: %q is wide: %v", width, lines[i], set[0].Wide)
			}
		}
	}
	d := (*Doc)(nil).For(a, Settings{Width: 41, Fold: true})
	whole := ""
	for _, l := range d.Block(4) {
		if l.Width > 41 {
			t.Errorf("%d cells on paper of 41", l.Width)
		}
		for _, r := range l.Runs {
			if r.From >= 0 {
				whole += r.Text
			}
		}
	}
	if whole != strings.Repeat("桨", 60) {
		t.Errorf("folded it is %q", whole)
	}
}
