package catalogue

import (
	"bytes"
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
	texts, marks := make([]string, 4096), make([][]byte, 4096)
	for i := range texts {
		var f fold.Folder
		f.Reset()
		for n := 0; len(f.Bytes()) < size; n++ {
			switch p := jumble(rnd, lines); n % 3 {
			case 0:
				f.AddHeading(firstRunes(p, 12))
			case 1:
				f.AddRunIn(p, len(firstRunes(p, 12)))
			default:
				f.Add(p)
			}
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

// jumble makes a paragraph of snippets of lines: a processor learns by heart
// what is searched again and again, so texts must not repeat themselves.
func jumble(rnd *rand.Rand, lines [][]rune) string {
	var b strings.Builder
	for b.Len() < 300 {
		line := lines[rnd.IntN(len(lines))]
		from := rnd.IntN(len(line))
		b.WriteString(string(line[from:min(len(line), from+2+rnd.IntN(8))]))
	}
	return b.String()
}

// firstRunes returns the first n runes of s.
func firstRunes(s string, n int) string { return string([]rune(s)[:min(n, len([]rune(s)))]) }

// prose returns the paragraphs of the embedded library.
func prose(b *testing.B) (lines [][]rune) {
	files, err := filepath.Glob("../corpus/*.md")
	if err != nil {
		b.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		for line := range strings.FieldsFuncSeq(string(text), func(r rune) bool { return r == '\n' }) {
			lines = append(lines, []rune(line))
		}
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
// of the same bytes that does nothing but read and search them. The files have
// stood still for a while, and something was counted before; verify/ is what
// the first count takes, which looks at each checksum.
func BenchmarkTally(b *testing.B) {
	for _, n := range []int{25000, 100000} {
		dir := b.TempDir()
		s := New(Options{Dir: dir, Limit: 1})
		entries := fill(b, s, n, 10000)
		slices.SortStableFunc(entries, model.Listed)
		if err := s.Flush(); err != nil {
			b.Fatal(err)
		}
		for _, word := range []string{"许昌", "产业", "的", "龘", "魑魅魍魉", "linux", "LiNux", "e", "“十四五”", "xuchang", "产业 创新", "产业 龘", "2020年"} {
			q := model.ParseQuery(word)
			tally := func(again func()) func(b *testing.B) {
				return func(b *testing.B) {
					took := cpu()
					for b.Loop() {
						again()
						counted := 0
						for range s.Tally(context.Background(), q, entries, nil) {
							counted++
						}
						if counted != n {
							b.Fatal(counted)
						}
					}
					b.ReportMetric(float64((cpu()-took).Milliseconds())/float64(b.N), "cpu-ms/op")
				}
			}
			b.Run(fmt.Sprintf("%d/%s/verify", n, word), tally(func() { s.doubt(false) }))
			b.Run(fmt.Sprintf("%d/%s", n, word), tally(func() { s.doubt(true) }))
			b.Run(fmt.Sprintf("%d/%s/bare", n, word), func(b *testing.B) {
				took := cpu()
				for b.Loop() {
					bareScan(b, segmentsIn(dir), fold.New(word).String())
				}
				b.ReportMetric(float64((cpu()-took).Milliseconds())/float64(b.N), "cpu-ms/op")
			})
		}
		s.Close()
	}
}

// doubt has the files be as if they had been changed this moment, or long ago.
func (s *Store) doubt(firm bool) {
	for _, g := range s.segments {
		if g.proof.firm = firm; !firm {
			g.proof.spans = nil
		}
	}
}

// bareScan searches files with pread in pieces of 1 MB, on all cores, for the
// byte of the query that is the rarest in the first piece.
func bareScan(b *testing.B, dir string, q string) {
	files, err := os.ReadDir(dir)
	if err != nil {
		b.Fatal(err)
	}
	rare := rarest(filepath.Join(dir, files[0].Name()), q)
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
					found.Add(occurrences(stringOf(buf[:n]), q, rare))
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

// rarest returns which byte of q is the rarest in a file.
func rarest(file, q string) (at int) {
	text, _ := os.ReadFile(file)
	for i := range len(q) {
		if bytes.Count(text, []byte{q[i]}) < bytes.Count(text, []byte{q[at]}) {
			at = i
		}
	}
	return at
}

func occurrences(s, q string, rare int) (n int64) {
	for at := rare; at < len(s); at++ {
		k := strings.IndexByte(s[at:], q[rare])
		if k < 0 {
			break
		}
		if at += k; strings.HasPrefix(s[at-rare:], q) {
			n++
			at += len(q) - 1
		}
	}
	return n
}
