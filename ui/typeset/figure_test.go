package typeset

import (
	"strings"
	"testing"

	"juan/model"
)

// painted are pictures that take as many columns and rows as they are given, at
// most these.
type painted struct{ columns, rows int }

func (p painted) Figure(_ string, w, h int) (int, int) { return min(p.columns, w), min(p.rows, h) }

func shot(name, target string) model.Paragraph {
	return model.Paragraph{Prose: model.NewProse(name, []model.Span{{To: len(name), Voice: model.Picture, Target: target}})}
}

func TestFiguresStandOverTheirWords(t *testing.T) {
	d := (*Doc)(nil).For(article(para("早晨。"), shot("渡口的旧照", "a.png"), para("夜晚。")), Settings{Width: 20, Figures: painted{10, 5}})
	var got []string
	for i, l := range d.Lines(model.Pos{}, 20) {
		got = append(got, text(l))
		for _, r := range l.Runs {
			if r.Figure != (Figure{}) && (r.Figure != Figure{i - 1, 20, 16} || r.Target != "a.png" || l.Width != 15) {
				t.Errorf("line %d: %+v, %d cells", i, r, l.Width)
			}
		}
	}
	row := strings.Repeat(" ", 15)
	if want := []string{"    早晨。", "", row, row, row, row, row, " ［图：渡口的旧照］", "", "    夜晚。"}; strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("page is %q", got)
	}
}

// However short its words, a picture is as high as it is, at most sixteen rows,
// and each of them has a place of its own.
func TestFiguresLeaveEveryLineAPlace(t *testing.T) {
	for _, name := range []string{"", "a", "a.png", "渡口", "渡口的旧照", strings.Repeat("渡口的旧照，", 12)} {
		for _, width := range []int{3, 8, 20, 60} {
			for _, of := range []painted{{}, {1, 1}, {60, 30}, {4, 30}} {
				s := Settings{Width: width, Figures: of, Titled: true}
				check(t, article(para("早晨。"), shot(name, "a.png"), model.Heading{Prose: model.Plain("夜"), Level: 1}, para("夜晚。")), s)
				rows := 0
				for _, l := range (*Doc)(nil).For(article(shot(name, "a.png")), s).Block(0) {
					for _, r := range l.Runs {
						if r.Figure.Row > 0 {
							rows++
						}
					}
				}
				if want := min(of.rows, tallest); rows != want && name != "" && width >= least {
					t.Errorf("%q in %d: %d rows of %+v", name, width, rows, of)
				}
			}
		}
	}
}
