package structure

import (
	"strings"
	"testing"
)

func cutWords(s string) string {
	var out []string
	for _, w := range segment(s) {
		out = append(out, s[w.from:w.to]+"/"+string(w.class))
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
	for _, s := range []string{"", "水", "\xff水", filler, "3.5", "5%。"} { // every byte is in one word
		at := 0
		for _, w := range segment(s) {
			if w.from != at || w.to <= at {
				t.Fatalf("%q: word %+v after byte %d", s, w, at)
			}
			at = w.to
		}
		if at != len(s) {
			t.Errorf("%q: words end at %d", s, at)
		}
	}
}
