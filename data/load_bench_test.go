package data

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"juan/model"
)

// sizes runs a benchmark at n and 4n: what takes four times as long is linear.
func sizes(b *testing.B, n int, run func(b *testing.B, n int)) {
	for _, n := range []int{n, 4 * n} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { run(b, n) })
	}
}

// BenchmarkFollow loads a folder of short files, and does so again with what
// the catalogue knows.
func BenchmarkFollow(b *testing.B) {
	sizes(b, 2000, func(b *testing.B, n int) {
		dir := folder(b, n)
		b.Run("first", func(b *testing.B) {
			for b.Loop() {
				drain(b, OpenLibrary([]string{dir}, nil, Options{}))
			}
		})
		cache := b.TempDir()
		l := kept(cache, dir)
		drain(b, l)
		l.Close()
		b.Run("again", func(b *testing.B) {
			for b.Loop() {
				l := kept(cache, dir)
				drain(b, l)
				l.Close()
			}
		})
	})
}

func drain(b *testing.B, l *Library) {
	for n := range l.Follow(b.Context()) {
		if n.Err != nil {
			b.Fatal(n.Err)
		}
	}
}

// BenchmarkOpenFolder reads the same for the command line.
func BenchmarkOpenFolder(b *testing.B) {
	sizes(b, 2000, func(b *testing.B, n int) {
		dir := folder(b, n)
		for b.Loop() {
			for _, err := range Open(b.Context(), []string{dir}, nil, Options{}) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}

// BenchmarkChanged brings a library up to date when many files have changed.
func BenchmarkChanged(b *testing.B) {
	sizes(b, 1000, func(b *testing.B, n int) {
		dir := folder(b, n)
		l := OpenLibrary([]string{dir}, nil, Options{})
		drain(b, l)
		r, err := newRoot(dir, nil)
		if err != nil {
			b.Fatal(err)
		}
		w, err := newWatcher(maxWatched, Options{})
		if err != nil {
			b.Skip(err)
		}
		defer w.fs.Close()
		texts := 0
		for b.Loop() {
			b.StopTimer()
			texts++
			var some burst
			for i := range n {
				p := filepath.Join(dir, fmt.Sprintf("卷%02d", i%10), fmt.Sprintf("%05d.md", i))
				some.paths = append(some.paths, p)
				if err := os.WriteFile(p, fmt.Appendf(nil, "# 改了第%d次\n\n文。", texts), 0o644); err != nil {
					b.Fatal(err)
				}
			}
			b.StartTimer()
			l.change(b.Context(), w, []*root{r}, some)
			l.news.take()
		}
	})
}

// BenchmarkRecordFile loads one file of many small records, and reads it again.
func BenchmarkRecordFile(b *testing.B) {
	sizes(b, 10_000, func(b *testing.B, n int) {
		p := filepath.Join(b.TempDir(), "a.jsonl")
		var lines []byte
		for i := range n {
			lines = fmt.Appendf(lines, "{\"title\":\"第%d篇\",\"body\":\"文。\"}\n", i)
		}
		if err := os.WriteFile(p, lines, 0o644); err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			l := OpenLibrary([]string{p}, nil, Options{})
			drain(b, l)
			if _, err := l.renew(b.Context(), l.volumes[p].source, ""); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkClaims has many articles claim one ID.
func BenchmarkClaims(b *testing.B) {
	sizes(b, 1000, func(b *testing.B, n int) {
		for b.Loop() {
			var names naming
			for i := range n {
				names.entry(fmt.Sprintf("/%08d.md", i), &found{entry: &model.Entry{ID: "x"}, key: fmt.Sprint(i)})
			}
		}
	})
}
