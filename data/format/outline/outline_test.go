package outline

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unsafe"

	"juan/model"
)

func heading(text string, level int) model.Block {
	return Heading(model.Leaf{}, model.Plain(text), level)
}

func levels(body []model.Block) (all []int) {
	for _, b := range body {
		all = append(all, Level(b))
	}
	return all
}

// Raised, the highest level is 1 and the others keep their distance; raised
// again, nothing changes. What stands in a quotation does not count.
func TestRaise(t *testing.T) {
	lead := model.Paragraph{Prose: model.Plain("一是水。河水涨了。"), Lead: model.Lead{End: len("一是水。"), Level: 4}}
	quoted := model.Heading{Leaf: model.Leaf{Nest: []model.Container{{Kind: model.Quote, ID: 1}}}, Prose: model.Plain("引"), Level: 1}
	body := []model.Block{heading("甲", 3), model.Paragraph{Prose: model.Plain("文。")}, quoted, lead, heading("乙", 5)}
	for range 2 {
		if Raise(body); !slices.Equal(levels(body), []int{1, 0, 1, 2, 3}) {
			t.Errorf("levels %v", levels(body))
		}
	}
}

// The title of a text is its only heading of level 1, which then stands above it
// and not in it; nothing else of the body is lost.
func TestTakeTitle(t *testing.T) {
	for _, c := range []struct {
		tops  []int
		title string
		want  string
		left  int
	}{
		{[]int{1, 2, 2}, "", "节0", 2}, {[]int{1, 1}, "", "节0", 2}, {[]int{2, 2}, "", "", 2}, {[]int{1, 2}, "题", "题", 2}, {[]int{1, 2}, "节0", "节0", 1}, {nil, "题", "题", 0},
	} {
		var body []model.Block
		for i, level := range c.tops {
			body = append(body, heading("节"+string(rune('0'+i)), level))
		}
		if rest, title := TakeTitle(body, c.title); title != c.want || len(rest) != c.left {
			t.Errorf("%v, titled %q: %q and %d blocks, want %q and %d", c.tops, c.title, title, len(rest), c.want, c.left)
		}
	}
}

// A correction makes a heading, changes its level or takes it away, and keeps
// every letter; one that finds nothing is counted.
func TestCorrections(t *testing.T) {
	body := func() []model.Block {
		return []model.Block{heading("一、甲", 1), model.Paragraph{Prose: model.Plain("真标题")}, model.Paragraph{Prose: model.Plain("要点先行。说明在后。")}}
	}
	for _, c := range []struct {
		one  Correction
		want []int
	}{
		{Correction{Text: "一、甲", Level: 3}, []int{3, 0, 0}}, {Correction{Text: "一、甲"}, []int{0, 0, 0}}, {Correction{Text: "真标题", Level: 2}, []int{1, 2, 0}},
		{Correction{Text: "要点先行。", Level: 2}, []int{1, 0, 2}}, {Correction{Text: "要点先行。", Level: 2, Kind: "heading"}, []int{1, 0, 2, 0}}, {Correction{Text: "没有", Level: 1}, []int{1, 0, 0}},
	} {
		out, missed, first := Correct(body(), []Correction{c.one})
		if !slices.Equal(levels(out), c.want) {
			t.Errorf("%+v: levels %v, want %v", c.one, levels(out), c.want)
		}
		if lost := c.one.Text == "没有"; (missed == 1) != lost || (first == c.one.Text) != lost {
			t.Errorf("%+v: %d missed, first %q", c.one, missed, first)
		}
		text := ""
		for _, b := range out {
			text += b.Text()
		}
		if text != "一、甲真标题要点先行。说明在后。" {
			t.Errorf("%+v leaves %q", c.one, text)
		}
	}
}

// Many corrections take no more steps than a text of their size has, whether they
// find nothing, the same words or what is parted each time.
func TestCorrectionsAreBounded(t *testing.T) {
	for _, c := range []Correction{{Text: "没有"}, {Text: "甲", Level: 1}, {Text: "甲", Level: 2, Kind: "heading"}, {Text: strings.Repeat("甲 ", 300)}} {
		const n = 10_000
		body := make([]model.Block, n)
		for i := range body {
			body[i] = model.Paragraph{Prose: model.Plain("甲乙丙丁")}
		}
		r, at := NewCorrector(n, n), 0
		first := r.left
		for range n {
			r.Apply(c, &body, &at)
		}
		if r.left < -n {
			t.Errorf("%.10q: %d steps of %d", c.Text, first-r.left, first)
		}
	}
}

// The paragraphs of a large body of its own say what they said, with the same
// headings, and no longer from the source.
func TestInferAloneMovesLargeBodies(t *testing.T) {
	source := strings.Repeat("一、河水\n"+strings.Repeat("河水每年春天都要涨一次，渡口边的人都知道。", 30)+"\n二、船\n船要等人。\n", 10_000)
	made := func() (body []model.Block) {
		at := 0
		for line := range strings.Lines(source) {
			body = append(body, model.Paragraph{Leaf: model.Leaf{Src: at}, Prose: model.Plain(strings.TrimSuffix(line, "\n"))})
			at += len(line)
		}
		return body
	}
	want, got := Infer(made()), InferAlone(made())
	if len(got) != len(want) || Level(want[0]) == 0 {
		t.Fatalf("%d blocks, want %d, the first of level %d", len(got), len(want), Level(want[0]))
	}
	begin := uintptr(unsafe.Pointer(unsafe.StringData(source)))
	for i, b := range got {
		if !reflect.DeepEqual(b, want[i]) {
			t.Fatalf("block %d is %v, want %v", i, b, want[i])
		}
		if at := uintptr(unsafe.Pointer(unsafe.StringData(b.Text()))); at >= begin && at < begin+uintptr(len(source)) {
			t.Fatalf("block %d is still held in the source", i)
		}
	}
}

// A correction finds its heading whatever white space parts the number from the
// title.
func TestCorrectionsFindAnyWhiteSpace(t *testing.T) {
	for _, c := range []struct {
		text, head string
		end        int
	}{
		{"第二条　包装由乙方负责，费用另计。", "第二条　包装由乙方负责", len("第二条　包装由乙方负责")},
		{"第二条　包装由乙方负责", "第二条 包装", len("第二条　包装")},
		{"第二条 包装", "第二条　包装", len("第二条 包装")},
		{"第二条包装", "第二条 包装", 0},
		{"第二条 包装", "第二条包装", 0},
		{"前第二条", "第二条", 0},
	} {
		if end := opensWith(c.text, strings.Fields(c.head)); end != c.end {
			t.Errorf("%q opens with %q: %d, want %d", c.text, c.head, end, c.end)
		}
	}
}
