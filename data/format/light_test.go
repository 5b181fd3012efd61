package format

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// Whatever stands in a text of light mark-up, its letters are kept, apart from
// those that only tell a program something.
func FuzzLightMarkup(f *testing.F) {
	for _, s := range []string{"* 甲\n#+BEGIN_SRC\nx\n", "甲\n==\n\n.. note::\n\n  乙\n", "= 甲\n\n====\n乙\n", "|===\n|a\n", "[[a][b]]*c*", "1\n0 --> 1\n甲\n", "\\begin{quote}\\textbf{甲}$x", "[00:01]甲", "[Script Info]\n[Events]\nDialogue: 0,1,2,,,,,,,甲{\\N"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		for _, name := range []string{"a.org", "a.rst", "a.adoc", "a.tex", "a.srt", "a.ass", "a.lrc", "a.eml"} {
			one := Text{Name: name}
			one.ReadText(t.Context(), []byte(src), "utf-8")
		}
	})
}

func BenchmarkLightMarkup(b *testing.B) {
	for _, name := range []string{"a.org", "a.rst", "a.adoc", "a.tex", "a.srt"} {
		for _, one := range []string{"\\a{", "\\[", "\\begin{quote}\n", "$x ", "====\n", "* 甲\n文。\n", ".. note::\n", "|===\n", "#+begin_src\n", "甲\n--\n\n", "  .. a::\n ", ":properties:\n"} {
			for _, n := range []int{500, 2000} {
				src := strings.Repeat(one, n)
				b.Run(fmt.Sprintf("%s%q%d", name, one, n), func(b *testing.B) {
					b.SetBytes(int64(len(src)))
					for b.Loop() {
						f := Text{Name: name, text: src}
						f.articles(context.Background())
					}
				})
			}
		}
	}
}
