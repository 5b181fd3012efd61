package data

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"juan/model"
)

// novel returns about size bytes of a novel in UTF-8.
func novel(size int) string {
	sentences := []string{
		"清晨的雾还没有散，渡口边已经有人在等船。", "他把信折好，放进衣袋，又看了一眼窗外的雨。", "这座桥修了三年，花去白银四万两。",
		"“你什么时候回来？”她问。", "老人说，河水每年春天都要涨一次。", "孩子们在巷子里跑来跑去，谁也不肯先回家。", "灯下翻书，不觉夜深；远处传来几声犬吠。",
	}
	var b strings.Builder
	for n := 0; b.Len() < size; n++ {
		if n%40 == 0 {
			fmt.Fprintf(&b, "第%d章 山中来客\r\n\r\n", n/40+1)
		}
		b.WriteString("　　")
		for i := range 2 + n%5 {
			b.WriteString(sentences[(n+i*3)%len(sentences)])
		}
		b.WriteString("\r\n")
	}
	return b.String()
}

// manual returns about size bytes of Markdown.
func manual(size int) string {
	var b strings.Builder
	for n := 0; b.Len() < size; n++ {
		fmt.Fprintf(&b, "## 第%d节\n\n这里有**强调**和[链接](https://a.cn/%d)，还有`代码`。%s\n\n- 甲\n- 乙\n  - 丙\n\n| 项 | 值 |\n|---|--:|\n| 一 | %d |\n\n", n, n, novel(400)[30:], n)
	}
	return b.String()
}

func readOne(b *testing.B, p string) *model.Article {
	for a, err := range Open(context.Background(), []string{p}, nil, Options{}) {
		if err == nil {
			return a
		}
		b.Fatal(err)
	}
	return nil
}

// benchmarkOpen opens a file and reports what the article holds in memory, in
// bytes to one byte of the file.
func benchmarkOpen(b *testing.B, name, text string) {
	p := filepath.Join(b.TempDir(), name)
	if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	var before, after runtime.MemStats
	for b.Loop() {
		runtime.GC()
		runtime.ReadMemStats(&before)
		a := readOne(b, p)
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(len(text)), "held/B")
		b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(len(text)), "allocated/B")
		runtime.KeepAlive(a)
	}
}

func BenchmarkOpenNovel(b *testing.B)    { benchmarkOpen(b, "a.txt", gbk(novel(15<<20))) }
func BenchmarkOpenMarkdown(b *testing.B) { benchmarkOpen(b, "a.md", manual(13<<20)) }
func BenchmarkOpenHTML(b *testing.B) {
	benchmarkOpen(b, "a.html", "<html><body><p>"+strings.ReplaceAll(novel(10<<20), "\r\n", "</p><p>")+"</body></html>")
}
func BenchmarkOpenLongLine(b *testing.B) {
	benchmarkOpen(b, "a.txt", strings.ReplaceAll(novel(10<<20), "\r\n", ""))
}

// benchmarkFirst reads a text up to its first version.
func benchmarkFirst(b *testing.B, name, text string) {
	for b.Loop() {
		f := Text{name: name}
		for _, err := range f.Versions(b.Context(), strings.NewReader(text), int64(len(text)), "") {
			if err != nil {
				b.Fatal(err)
			}
			break
		}
	}
}

func BenchmarkFirstOfNovel(b *testing.B)     { benchmarkFirst(b, "a.txt", novel(8<<20)) }
func BenchmarkFirstOfNovel4(b *testing.B)    { benchmarkFirst(b, "a.txt", novel(32<<20)) }
func BenchmarkFirstOfMarkdown(b *testing.B)  { benchmarkFirst(b, "a.md", manual(3<<20)) }
func BenchmarkFirstOfMarkdown4(b *testing.B) { benchmarkFirst(b, "a.md", manual(12<<20)) }

// benchmarkGrown parses Markdown and tells how it grows.
func benchmarkGrown(b *testing.B, text string) {
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		f := Text{name: "a.md", text: text}
		last(f.grown(b.Context(), 4*previewSize))
	}
}

func BenchmarkGrown(b *testing.B)  { benchmarkGrown(b, manual(3<<20)) }
func BenchmarkGrown4(b *testing.B) { benchmarkGrown(b, manual(12<<20)) }

// BenchmarkDefinitions is of text that uses what it defines behind it.
func BenchmarkDefinitions(b *testing.B)  { benchmarkGrown(b, defined(3<<20)) }
func BenchmarkDefinitions4(b *testing.B) { benchmarkGrown(b, defined(12<<20)) }

// defined returns about size bytes of Markdown with definitions and notes.
func defined(size int) string {
	var b strings.Builder
	for n := 0; b.Len() < size; n++ {
		fmt.Fprintf(&b, "见[甲%d]与[^%d]。%s\n\n[甲%d]: https://a.cn/%d\n\n[^%d]: 注%d\n\n", n+1, n+1, novel(400)[30:], n, n, n, n)
	}
	return b.String()
}
