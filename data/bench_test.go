package data

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"juan/data/internal/sample"
	"juan/model"
)

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

func BenchmarkOpenNovel(b *testing.B)    { benchmarkOpen(b, "a.txt", sample.GBK(sample.Novel(15<<20))) }
func BenchmarkOpenMarkdown(b *testing.B) { benchmarkOpen(b, "a.md", sample.Manual(13<<20)) }
func BenchmarkOpenHTML(b *testing.B) {
	benchmarkOpen(b, "a.html", "<html><body><p>"+strings.ReplaceAll(sample.Novel(10<<20), "\r\n", "</p><p>")+"</body></html>")
}
func BenchmarkOpenLongLine(b *testing.B) {
	benchmarkOpen(b, "a.txt", strings.ReplaceAll(sample.Novel(10<<20), "\r\n", ""))
}
