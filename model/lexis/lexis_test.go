package lexis

import (
	"strings"
	"testing"
)

func cutWords(s string) string {
	var out []string
	for _, w := range Segment(s) {
		out = append(out, s[w.From:w.To]+"/"+string(w.Class))
	}
	return strings.Join(out, " ")
}

func TestSegment(t *testing.T) {
	for _, want := range []string{
		"机制/n 创新/v 优化/g 项目/n", "2023/0 年/m ，/w 全市/n", "增长/v 3.5%/0 左右/m",
	} {
		var s strings.Builder
		for f := range strings.FieldsSeq(want) {
			w, _, _ := strings.Cut(f, "/")
			s.WriteString(w)
		}
		if got := cutWords(s.String()); got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
	for _, s := range []string{"", "水", "\xff水", "渡船改在上游停靠，来往的人要多走两里路。", "3.5", "5%。"} { // every byte is in one word
		at := 0
		for _, w := range Segment(s) {
			if w.From != at || w.To <= at {
				t.Fatalf("%q: word %+v after byte %d", s, w, at)
			}
			at = w.To
		}
		if at != len(s) {
			t.Errorf("%q: words end at %d", s, at)
		}
	}
}

// What the table says of a word, and of a text that begins or ends with one.
func TestLists(t *testing.T) {
	if !Known("机制") || Known("自去年") || Known("水水") || Known("") {
		t.Error("Known: a word, a phrase of the lists, no word, nothing")
	}
	if !On(Tail, "机制") || On(Opening, "机制") || !On(Opening, "自去年") {
		t.Error("On")
	}
	if Before("坚持人民至上")&Begin == 0 || Before("他坚持")&Begin != 0 || Before("坚")&Begin != 0 {
		t.Error("Before")
	}
	if Behind("创新机制")&Tail == 0 || Behind("机制")&Tail != 0 || Behind("机制的")&Tail != 0 {
		t.Error("Behind: a word at the end that is not all there is")
	}
}

func BenchmarkSegment(b *testing.B) {
	for b.Loop() {
		Segment("扎实推进城市更新行动，持续改善老旧小区居住环境")
	}
}
