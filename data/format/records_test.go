package format

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

func FuzzRecords(f *testing.F) {
	for _, s := range []string{`[{"title":"a","paragraphs":["b"]}]`, `{"messages":[{"role":"a","content":[{"text":"b"}]}]}`, `{"cells":[{"source":[]}],"nbformat":4}`, `{"a":{"b":[[[{}]]]}}`,
		`{"worksheets":[{"cells":[{"cell_type":"heading","level":4611686018427387904,"source":"b"}]}],"nbformat":3}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		for _, name := range []string{"a.json", "a.jsonl", "a.ipynb"} {
			one := Text{Name: name}
			one.ReadText(t.Context(), []byte(src), "utf-8")
		}
	})
}

// Lists in lists are read once each.
func BenchmarkRecords(b *testing.B) {
	for _, n := range []int{1000, 4000} {
		for name, src := range map[string]string{
			"array": "[" + strings.Repeat(`{"title":"甲","content":"文。"},`, n) + `{"text":"尾"}]`,
			"deep":  strings.Repeat(`{"a":[`, n) + strings.Repeat("]}", n),
			"wraps": strings.Repeat(`{"body":`, n) + `"文"` + strings.Repeat("}", n),
			"lists": strings.Repeat("[", n) + strings.Repeat("]", n),
		} {
			b.Run(fmt.Sprint(name, n), func(b *testing.B) {
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					one := Text{Name: "a.json", text: src}
					one.articles(context.Background())
				}
			})
		}
	}
}
