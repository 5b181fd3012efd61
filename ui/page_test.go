package ui

import (
	"fmt"
	"strings"
	"testing"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/typeset"
)

// paged is a text of chapters with paragraphs, run-in headings that fill lines,
// and tables of many heights, announced or not.
func paged() *model.Article {
	var body []model.Block
	say := func(text string, lead int) {
		p := model.Paragraph{Prose: model.Plain(text)}
		if lead > 0 {
			p.Lead = model.Lead{End: lead, Level: 3, Kind: model.RunIn, Certain: true}
		}
		body = append(body, p)
	}
	for i := range 60 {
		switch i % 5 {
		case 0:
			body = append(body, model.Heading{Prose: model.Plain(fmt.Sprintf("第%d章 河边的事", i)), Level: 1})
		case 2:
			body = append(body, model.Heading{Prose: model.Plain("船和桥"), Level: 2})
		}
		lead := strings.Repeat("把渡口修好", 1+i%17)
		say(lead+"。"+strings.Repeat("水从山里来，绕过村子，又往东去。", 1+i%4), len(lead))
		if i%3 == 0 {
			if i%2 == 0 {
				say("各年的船数：", 0)
			}
			rows := [][]model.Prose{{model.Plain("年份"), model.Plain("船")}}
			for k := range 2 + i%19 {
				rows = append(rows, []model.Prose{model.Plain(fmt.Sprint(1950 + k)), model.Plain(fmt.Sprint(k * k))})
			}
			body = append(body, model.Table{Head: true, Rows: rows})
		}
	}
	return model.NewArticle(model.Entry{ID: "paged", Title: "河边"}, body)
}

// Reading by pages shows every line; a page begins with text, and does not end in
// a heading or between the head of a table and the rest that one page can hold.
func TestPages(t *testing.T) {
	for _, size := range [][2]int{{160, 45}, {120, 36}, {100, 30}, {80, 24}, {60, 20}, {40, 12}} {
		a := open(t, options([]*model.Article{paged()}), size[0], size[1])
		press(a, "2", "j", "k")
		behind := model.Pos{} // all before it was on a page
		for n := 0; ; n++ {
			c := a.canvas(onText)
			on := a.text.page(&a.reading, c)
			doc := a.text.doc
			if len(on[0].Runs) == 0 && n > 0 {
				t.Fatalf("%v: page %d begins with a blank line", size, n)
			}
			for p := behind; p.Before(on[0].Pos()); p = doc.Scroll(p, 1) {
				if l := doc.Lines(p, 1)[0]; len(l.Runs) > 0 {
					t.Fatalf("%v: page %d begins at %v, and %v was on none", size, n, on[0].Pos(), p)
				}
			}
			last := on[len(on)-1]
			behind = doc.Scroll(last.Pos(), 1)
			if behind == last.Pos() {
				break
			}
			torn(t, fmt.Sprintf("%v, page %d", size, n), a, on, c.H)
			before := a.reading.At().Pos
			if press(a, "space"); a.reading.At().Pos == before {
				t.Fatalf("%v: page %d is the last", size, n)
			}
		}
		for range 400 {
			press(a, "b")
		}
		if got := a.reading.At().Pos; got != (model.Pos{}) {
			t.Errorf("%v: back by pages leads to %v", size, got)
		}
	}
}

// A text that ends with a heading is shown to its end: there is no next page for
// the heading to stand on.
func TestTheEndIsShownThoughItIsAHeading(t *testing.T) {
	for level := range 6 {
		var body []model.Block
		for range 40 {
			body = append(body, model.Paragraph{Prose: model.Plain("水从桥下流过去。")})
		}
		body = append(body, model.Heading{Prose: model.Plain("后记"), Level: level + 1})
		a := open(t, options([]*model.Article{model.NewArticle(model.Entry{ID: "a", Title: "志"}, body)}), 100, 20)
		press(a, "2", "G")
		on := a.text.page(&a.reading, a.canvas(onText))
		if last := on[len(on)-1]; last.Block != len(body)-1 || a.text.bottom(&a.reading, a.canvas(onText)) != a.reading.Article().End() {
			t.Errorf("level %d: the last line shown is in block %d of %d", level+1, last.Block, len(body))
		}
	}
}

// torn complains of a page of at most h lines that ends where it should not.
func torn(t *testing.T, where string, a *App, on []typeset.Line, h int) {
	t.Helper()
	last := on[len(on)-1]
	switch b := a.reading.Article().Body[last.Block].(type) {
	case model.Heading:
		t.Errorf("%s ends in a heading", where)
	case model.Paragraph:
		if last.To < len(b.Text()) && last.To <= b.Lead.End+len("。") {
			t.Errorf("%s ends in the run-in heading %q", where, b.Text()[last.From:last.To])
		}
	case model.Table:
		whole := a.text.doc.Block(last.Block)
		shown := lastLine(whole)
		first := len(on) - 1
		for first > 0 && on[first-1].Block == last.Block {
			first--
		}
		if last.At < whole[shown].At && on[first].At == whole[0].At && shown+1 < h-3 && 3*(first-3) > h {
			t.Errorf("%s ends in a table of %d lines that begins in line %d of %d", where, shown+1, first, h)
		}
	}
}

// When the list gives its room to the text, all lines break anew: the line that was the
// last is marked on screen until the next key.
func TestWhatWasReadIsMarkedWhenTheMeasureChanges(t *testing.T) {
	for _, key := range []string{"space", "j", "d"} {
		a := open(t, options([]*model.Article{big(12), report("b", "又一篇", "2020-03-01")}), 80, 24)
		press(a, "enter", "]", "]", "1", "enter")
		on := a.text.page(&a.reading, a.canvas(onText))
		last := on[lastLine(on)]
		press(a, key)
		marked := ""
		for _, l := range a.text.page(&a.reading, a.canvas(onText)) {
			for _, run := range l.Runs {
				if len(a.text.seen) == 1 && l.Block == last.Block && run.From >= 0 {
					_, in, _ := run.Split(last.From, last.To)
					marked += in.Text
				}
			}
		}
		if want := a.reading.Article().Body[last.Block].Text()[last.From:last.To]; marked != cell.Visible(want) {
			t.Errorf("after %s %q is marked, the last line was %q", key, marked, want)
		}
		if !strings.Contains(a.View().Content, "\x1b[4") {
			t.Errorf("after %s nothing is underlined", key)
		}
		if press(a, "j"); strings.Contains(a.View().Content, "\x1b[4") {
			t.Errorf("after %s and another key the mark is still there", key)
		}
	}
}

// The section that is read is that of the first line on screen that shows
// something, and [ leads to where it begins.
func TestTheSectionIsThatOfTheFirstLine(t *testing.T) {
	for _, size := range [][2]int{{120, 36}, {80, 24}, {40, 12}} {
		a := open(t, options([]*model.Article{big(3)}), size[0], size[1])
		press(a, "2", "j", "k")
		blanks := 0
		for range 400 {
			before := a.reading.At().Pos
			if press(a, "j"); a.reading.At().Pos == before {
				break
			}
			on := a.text.doc.Lines(a.reading.At().Pos, 4)
			i := 0
			for len(on[i].Runs) == 0 {
				i++
			}
			if i > 1 {
				continue // the first of two blank lines
			}
			blanks += i
			o := a.reading.Article().Outline
			if got, want := a.reading.Section(), o.At(on[i].Pos()); got != want {
				t.Fatalf("%v: at %v section %d is read, the first line is of section %d", size, on[0].Pos(), got, want)
			}
		}
		if blanks == 0 {
			t.Errorf("%v: no page began with a blank line", size)
		}
	}
}

// Turning back from the end, or from any heading, leaves no line out either.
func TestPagesBack(t *testing.T) {
	for _, size := range [][2]int{{160, 45}, {120, 36}, {80, 24}, {60, 20}, {40, 12}} {
		a := open(t, options([]*model.Article{paged()}), size[0], size[1])
		press(a, "2", "j", "k", "G")
		for n := 0; a.reading.At().Pos != (model.Pos{}); n++ {
			if n%3 == 2 {
				press(a, "[")
			}
			top := a.reading.At().Pos
			press(a, "pgup")
			on := a.text.page(&a.reading, a.canvas(onText))
			for l := on[len(on)-1]; l.Pos().Before(top); {
				next := a.text.doc.Lines(a.text.doc.Scroll(l.Pos(), 1), 1)[0]
				if l = next; l.Pos().Before(top) && len(l.Runs) > 0 {
					t.Fatalf("%v: from %v a page back ends at %v, and %v is on neither", size, top, on[len(on)-1].Pos(), l.Pos())
				}
			}
		}
	}
}
