package typeset

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"juan/model"
	"juan/ui/cell"
)

// body returns blocks of every kind around the lines of text, as seed has it.
func body(text string, seed uint64) []model.Block {
	r := rand.New(rand.NewPCG(seed, 1))
	var out []model.Block
	var nest []model.Container
	id := 0
	for s := range strings.SplitSeq(text, "\n\n") {
		for len(nest) > 0 && r.IntN(3) == 0 {
			nest = nest[:len(nest)-1]
		}
		for len(nest) < 6 && r.IntN(4) == 0 {
			id++
			marker := []string{"", "", "1.", "12.", "1234567.", "a\x1b"}[r.IntN(6)]
			nest = append(nest[:len(nest):len(nest)], model.Container{
				Kind: model.ContainerKind(r.IntN(3)), ID: id, Marker: marker,
				Task: model.Task(r.IntN(3)), Tight: r.IntN(2) == 0,
			})
		}
		out = append(out, randomBlock(s, nest, r))
	}
	return out
}

func randomBlock(s string, nest []model.Container, r *rand.Rand) model.Block {
	leaf := model.Leaf{Nest: nest}
	switch r.IntN(8) {
	case 0:
		return model.Heading{Leaf: leaf, Prose: randomProse(s, r), Level: r.IntN(8), Number: r.IntN(len(s)+1) / 2}
	case 1:
		return model.Verse{Leaf: leaf, Prose: randomProse(s, r)}
	case 2:
		return model.Code{Leaf: leaf, Language: []string{"", "go", "rust,ignore", "html"}[r.IntN(4)], Source: s}
	case 3:
		return model.Rule{Leaf: leaf}
	case 4:
		return randomTable(s, leaf, r)
	}
	return model.Paragraph{Leaf: leaf, Prose: randomProse(s, r), Lead: model.Lead{End: r.IntN(len(s) + 1)}}
}

func randomProse(s string, r *rand.Rand) model.Prose {
	if r.IntN(2) == 0 {
		return model.Plain(s)
	}
	var spans []model.Span
	for at := 0; at < len(s); {
		end := min(at+1+r.IntN(20), len(s))
		for end < len(s) && !utf8.RuneStart(s[end]) {
			end++
		}
		spans = append(spans, model.Span{From: at, To: end, Voice: model.Voice(r.IntN(128)), Target: "t"})
		at = end
	}
	return model.NewProse(s, spans)
}

func randomTable(s string, leaf model.Leaf, r *rand.Rand) model.Table {
	t := model.Table{Leaf: leaf, Head: r.IntN(4) > 0}
	columns := 1 + r.IntN(5)
	for range columns {
		t.Align = append(t.Align, model.Align(r.IntN(4)))
	}
	words := strings.Fields(s)
	for len(words) > 0 {
		n := min(columns, len(words))
		var row []model.Prose
		for _, w := range words[:n] {
			row = append(row, randomProse(w, r))
		}
		t.Rows = append(t.Rows, row)
		words = words[n:]
	}
	return t
}

func settings(width int, flags uint8) Settings {
	return Settings{
		Width:  width,
		Policy: cell.Policy{WideAmbiguous: flags&1 != 0, Clusters: flags&2 != 0},
		Spaced: flags&4 != 0, Hang: flags&8 != 0, Fold: flags&16 != 0, Titled: flags&32 != 0,
		Strict: flags&64 != 0, Gap: flags&128 != 0,
		Repair: Repair(flags >> 2 % 3), Replace: flags&66 == 66, Byline: "2021",
	}
}

// check holds the laws of every layout of a.
func check(t *testing.T, a *model.Article, s Settings) {
	t.Helper()
	d := (*Doc)(nil).For(a, s)
	before := model.Pos{Byte: -1}
	for i, block := range a.Body {
		lines := d.Block(i)
		if len(lines) == 0 {
			t.Fatalf("block %d has no lines", i)
		}
		for _, l := range lines {
			if l.Block != i || !before.Before(l.Pos()) && !(s.Fold && l.Pos() == before) || l.At > model.Places(block) {
				t.Fatalf("place %v follows %v in block %d of %d bytes", l.Pos(), before, i, len(block.Text()))
			}
			before = l.Pos()
			checkLine(t, block, l, s)
		}
		checkText(t, block, lines, s)
	}
}

func checkLine(t *testing.T, block model.Block, l Line, s Settings) {
	t.Helper()
	line, text := "", ""
	for _, r := range l.Runs {
		if r.Text == "" {
			t.Fatalf("empty run in %q", line)
		}
		if r.From >= 0 && (r.From > r.To || r.To > len(block.Text())) {
			t.Fatalf("run %q stands for %d to %d of %d bytes", r.Text, r.From, r.To, len(block.Text()))
		}
		if r.From >= 0 && r.To-r.From == len(r.Text) && cell.Visible(block.Text()[r.From:r.To]) == block.Text()[r.From:r.To] && r.Text != block.Text()[r.From:r.To] && !utf8.ValidString(r.Text) {
			t.Fatalf("run %q is not %q", r.Text, block.Text()[r.From:r.To])
		}
		line += r.Text
		if r.From >= 0 {
			text += r.Text
		}
	}
	if cell.Visible(line) != line || strings.ContainsFunc(line, unicode.IsControl) {
		t.Fatalf("control in %q", line)
	}
	w := s.Policy.Width(line)
	if w != l.Width {
		t.Fatalf("%q is %d cells, said to be %d", line, w, l.Width)
	}
	if text == "" {
		text = strings.TrimSpace(line)
	}
	one, _ := s.Policy.First(line) // a mark of the text may make one cluster with the bracket before it
	if n, cells := s.Policy.First(text); w > s.Width && !l.Wide && one < len(line) && (n < len(text) || cells <= min(s.Width, 6)) {
		t.Fatalf("%q is %d cells of %d", line, w, s.Width)
	}
	if l.Wide {
		for from := range 5 {
			checkWindow(t, l, from*3, s)
		}
	}
}

func checkWindow(t *testing.T, l Line, from int, s Settings) {
	t.Helper()
	got := ""
	for _, r := range l.Window(from, s.Width, s.Policy) {
		got += r.Text
	}
	if w := s.Policy.Width(got); w > s.Width {
		t.Fatalf("window %q from %d is %d cells of %d", got, from, w, s.Width)
	}
}

// checkText holds that every character of the block stands in the lines, in
// order (in a table: that all do), blanks aside.
func checkText(t *testing.T, block model.Block, lines []Line, s Settings) {
	t.Helper()
	seen := make([]bool, len(block.Text()))
	last := -1
	_, table := block.(model.Table)
	for _, l := range lines {
		for _, r := range l.Runs {
			if r.From < 0 {
				continue
			}
			if r.From < last && !table {
				t.Fatalf("byte %d follows %d", r.From, last)
			}
			last = max(last, r.From)
			for i := r.From; i < r.To; i++ {
				seen[i] = true
			}
		}
	}
	for i, r := range block.Text() {
		if !seen[i] && !strings.ContainsRune(" \t\n\u3000\u00a0\u200b", r) && !unicode.IsSpace(r) {
			t.Fatalf("%q at byte %d of %q is lost", r, i, block.Text())
		}
	}
}

const mixed = "“十四五”时期，全市生产总值3449.2亿元，比上年增长2.7%——增速居全省第三位……各位代表！\n\n" +
	"一、2020年工作回顾\n\nfunc main() {\n\tfmt.Println(\"你好，世界\")\n}\n\n指标 2019年 2020年 生产总值 3395.7亿元 3449.2亿元 增速 7% 2.7%\n\n" +
	"吾輩は猫である。名前はまだ無い。\n\n나는 고양이다. 이름은 아직 없다.\n\n👨‍👩‍👧 ❤️ é á\n\n\x1b[2J\u202e\x00\xff\n\nan_unbroken_word_that_is_longer_than_any_line_of_a_terminal_could_ever_be"

func FuzzLayout(f *testing.F) {
	f.Add(mixed, uint64(1), 40, uint8(0))
	f.Add(mixed, uint64(2), 7, uint8(1))
	f.Add("a\n\n\n\nb\n\n一", uint64(3), 1, uint8(255))
	f.Fuzz(func(t *testing.T, text string, seed uint64, width int, flags uint8) {
		if width < 1 || width > 300 || len(text) > 4<<10 {
			return
		}
		check(t, model.NewArticle(model.Entry{Title: "题目title"}, body(text, seed)), settings(width, flags))
	})
}

func TestLaws(t *testing.T) {
	for seed := range uint64(60) {
		a := model.NewArticle(model.Entry{Title: "关于“十四五”规划的报告"}, body(mixed+"\n\n"+mixed, seed))
		for _, width := range []int{1, 2, 3, 7, 8, 13, 20, 39, 40, 41, 80, 300} {
			t.Run(fmt.Sprint(seed, "/", width), func(t *testing.T) {
				check(t, a, settings(width, uint8(seed*37)))
			})
		}
	}
}

// Down n then up n returns, wherever the end is not reached.
func TestDownThenUpReturns(t *testing.T) {
	for seed := range uint64(20) {
		a := model.NewArticle(model.Entry{Title: "题"}, body(mixed+"\n\n"+mixed, seed))
		for _, width := range []int{9, 40} {
			d := (*Doc)(nil).For(a, settings(width, uint8(seed*37)&^16))
			total := 0
			for i := range a.Body {
				total += len(d.Block(i))
			}
			p := model.Pos{}
			for row := range total {
				for _, n := range []int{1, 5, 40} {
					if row+n >= total {
						continue
					}
					if got := d.Scroll(d.Scroll(p, n), -n); got != p {
						t.Fatalf("%d down and up from %v is %v", n, p, got)
					}
					if got := d.Lines(p, n+1); len(got) != n+1 || got[n].Pos() != d.Scroll(p, n) {
						t.Fatalf("%d lines from %v do not end where scrolling does", n, p)
					}
				}
				p = d.Scroll(p, 1)
			}
			if end := d.Scroll(a.End(), 1000); end != p || len(d.Lines(p, 9)) != 1 {
				t.Fatalf("%d lines down is %v, the end is %v", total, p, end)
			}
		}
	}
}

// A place is on the line that shows it, at any width.
func TestResizeKeepsThePlace(t *testing.T) {
	a := model.NewArticle(model.Entry{}, []model.Block{model.Paragraph{Prose: model.Plain(strings.Repeat("天下大势，分久必合，合久必分。", 50))}})
	d := (*Doc)(nil).For(a, Settings{Width: 40})
	for at := 0; at < len(a.Body[0].Text()); at += 3 {
		for _, width := range []int{11, 40, 77} {
			d = d.For(a, Settings{Width: width})
			p := model.Pos{Byte: at}
			if l := d.Block(0)[d.Line(p)]; l.From > at || l.To <= at {
				t.Fatalf("byte %d at width %d is said to be on %d to %d", at, width, l.From, l.To)
			}
		}
	}
}
