package catalogue

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"juan/model"
	"juan/model/fold"
)

// fill adds articles of about size bytes to a store, one a source.
func fill(b *testing.B, s *Store, articles, size int) []*model.Entry {
	b.Helper()
	lines := prose(b)
	rnd := rand.New(rand.NewPCG(1, 2))
	texts, marks := make([]string, 256), make([][]byte, 256)
	for i := range texts {
		var f fold.Folder
		for n := 0; n < size; {
			line := lines[rnd.IntN(len(lines))]
			f.Add(line)
			n += len(line)
		}
		texts[i], marks[i] = f.Text().String(), f.Text().AppendMarks(nil)
	}
	entries := make([]*model.Entry, articles)
	for i := range entries {
		path := fmt.Sprintf("/lib/folder%03d/%06d.txt", i*100/articles, i)
		e := &model.Entry{Key: path, Path: path, ID: fmt.Sprint(i), Title: fmt.Sprintf("关于第%d次会议的报告", i),
			Date: time.Date(2020, 1, 1+i*7919%1000, 0, 0, 0, 0, time.UTC), Group: path[5:14], Chars: size / 3, Sections: 12}
		e.Text = s.Add(texts[i%len(texts)], marks[i%len(texts)])
		entries[i] = e.Sealed()
		s.Record(Source{Path: path, Stamp: Stamp{int64(size), 1, 2, 3}, Read: 4, Sum: 5}, entries[i:i+1])
	}
	return entries
}

// prose returns the paragraphs of the embedded library.
func prose(b *testing.B) (lines []string) {
	files, err := filepath.Glob("../corpus/*")
	if err != nil {
		b.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		lines = append(lines, strings.FieldsFunc(string(text), func(r rune) bool { return r == '\n' })...)
	}
	return lines
}

func BenchmarkAddAndRecord(b *testing.B) {
	for _, n := range []int{5000, 20000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				s := New(Options{Dir: b.TempDir(), Limit: 1})
				fill(b, s, n, 10000)
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N*n)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}

// What is known of 100,000 sources: the first 50 and all of them.
func BenchmarkKnown(b *testing.B) {
	dir := b.TempDir()
	s := New(Options{Dir: dir, Limit: 1})
	fill(b, s, 100000, 10)
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	var early time.Duration
	for b.Loop() {
		s := New(Options{Dir: dir})
		begun, n := time.Now(), 0
		for _, err := range s.Known(b.Context(), "/lib") {
			if err != nil {
				b.Fatal(err)
			}
			if n++; n == 50 {
				early += time.Since(begun)
			}
		}
		if n != 100000 {
			b.Fatal(n)
		}
		s.Close()
	}
	b.ReportMetric(float64(early.Milliseconds())/float64(b.N), "ms/first50")
}

// Counting in articles of 10 KB, in the order of the list, and beside it a scan
// of the same bytes that does nothing but read and search them.
func BenchmarkTally(b *testing.B) {
	for _, n := range []int{25000, 100000} {
		dir := b.TempDir()
		s := New(Options{Dir: dir, Limit: 1})
		entries := fill(b, s, n, 10000)
		slices.SortStableFunc(entries, model.Listed)
		if err := s.Flush(); err != nil {
			b.Fatal(err)
		}
		for _, word := range []string{"许昌", "产业", "的", "linux", "“十四五”"} {
			q := model.NewQuery(word)
			b.Run(fmt.Sprintf("%d/%s", n, word), func(b *testing.B) {
				took := cpu()
				for b.Loop() {
					counted := 0
					for range s.Tally(context.Background(), q, entries, nil) {
						counted++
					}
					if counted != n {
						b.Fatal(counted)
					}
				}
				b.ReportMetric(float64((cpu()-took).Milliseconds())/float64(b.N), "cpu-ms/op")
			})
			b.Run(fmt.Sprintf("%d/%s/bare", n, word), func(b *testing.B) {
				took := cpu()
				for b.Loop() {
					bareScan(b, segmentsIn(dir), q)
				}
				b.ReportMetric(float64((cpu()-took).Milliseconds())/float64(b.N), "cpu-ms/op")
			})
		}
		s.Close()
	}
}

// bareScan searches files with pread in pieces of 1 MB, on all cores.
func bareScan(b *testing.B, dir string, q model.Query) {
	files, err := os.ReadDir(dir)
	if err != nil {
		b.Fatal(err)
	}
	needle, _ := q.Needle()
	var next, found atomic.Int64
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			buf := make([]byte, chunkSize)
			for i := int(next.Add(1)) - 1; i < len(files); i = int(next.Add(1)) - 1 {
				f, err := os.Open(filepath.Join(dir, files[i].Name()))
				if err != nil {
					panic(err)
				}
				for at := int64(0); ; at += chunkSize {
					n, _ := f.ReadAt(buf, at)
					s := stringOf(buf[:n])
					for k := needle.Index(s, 0); k >= 0; k = needle.Index(s, k+needle.Len()) {
						found.Add(1)
					}
					if n < len(buf) {
						break
					}
				}
				f.Close()
			}
		})
	}
	all.Wait()
}
