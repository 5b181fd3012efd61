package format

import (
	"fmt"
	"strings"
	"testing"

	"juan/data/internal/sample"
)

// benchmarkFirst reads a text up to its first version.
func benchmarkFirst(b *testing.B, name, text string) {
	for b.Loop() {
		f := Text{Name: name}
		for _, err := range f.Versions(b.Context(), strings.NewReader(text), int64(len(text)), "") {
			if err != nil {
				b.Fatal(err)
			}
			break
		}
	}
}

func BenchmarkFirstOfNovel(b *testing.B)     { benchmarkFirst(b, "a.txt", sample.Novel(8<<20)) }
func BenchmarkFirstOfNovel4(b *testing.B)    { benchmarkFirst(b, "a.txt", sample.Novel(32<<20)) }
func BenchmarkFirstOfMarkdown(b *testing.B)  { benchmarkFirst(b, "a.md", sample.Manual(3<<20)) }
func BenchmarkFirstOfMarkdown4(b *testing.B) { benchmarkFirst(b, "a.md", sample.Manual(12<<20)) }

// benchmarkGrown parses Markdown and tells how it grows.
func benchmarkGrown(b *testing.B, text string) {
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		f := Text{Name: "a.md", text: text}
		last(f.grown(b.Context(), 4*PreviewSize))
	}
}

func BenchmarkGrown(b *testing.B)  { benchmarkGrown(b, sample.Manual(3<<20)) }
func BenchmarkGrown4(b *testing.B) { benchmarkGrown(b, sample.Manual(12<<20)) }

// BenchmarkDefinitions is of text that uses what it defines after it.
func BenchmarkDefinitions(b *testing.B)  { benchmarkGrown(b, defined(3<<20)) }
func BenchmarkDefinitions4(b *testing.B) { benchmarkGrown(b, defined(12<<20)) }

// defined returns about size bytes of Markdown with definitions and notes.
func defined(size int) string {
	var b strings.Builder
	for n := 0; b.Len() < size; n++ {
		fmt.Fprintf(&b, "见[甲%d]与[^%d]。%s\n\n[甲%d]: https://a.cn/%d\n\n[^%d]: 注%d\n\n", n+1, n+1, sample.Novel(400)[30:], n, n, n, n)
	}
	return b.String()
}
