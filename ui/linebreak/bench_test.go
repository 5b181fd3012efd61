package linebreak

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"

	"juan/ui/cell"
)

// prose is the sample listing when it is there, else the library's articles on
// Xuchang.
func prose(tb testing.TB) string {
	if text, err := os.ReadFile("../../../shared/corpus/xuchang-listing.txt"); err == nil {
		return string(text)
	}
	tb.Log("no sample listing beside the repository: the library's articles instead")
	files, err := filepath.Glob("../../data/corpus/xuchang-*.md")
	if err != nil || files == nil {
		tb.Fatal("no articles: ", err)
	}
	var b strings.Builder
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if !strings.Contains(line, "|") { // a table's row
				b.WriteString(line)
			}
		}
	}
	return b.String()
}

func BenchmarkFill(b *testing.B) {
	text := prose(b)
	var lines []Line
	for _, c := range []struct {
		name string
		p    cell.Policy
	}{{"points", cell.Policy{}}, {"wide", cell.Policy{WideAmbiguous: true}}, {"clusters", cell.Policy{Clusters: true}}} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				lines = Fill(lines[:0], text, 76, 80, c.p, Options{})
			}
		})
	}
	b.Run("han", func(b *testing.B) {
		text := strings.Repeat("山上的树叶在秋天慢慢变红，远处的人家升起炊烟。", 2000)
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			lines = Fill(lines[:0], text, 76, 80, cell.Policy{}, Options{})
		}
	})
	b.Run("latin", func(b *testing.B) {
		text := strings.Repeat("In autumn the leaves on the hill slowly turn red, and smoke rises from the houses. ", 1000)
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			lines = Fill(lines[:0], text, 76, 80, cell.Policy{}, Options{})
		}
	})
}

// What others do with the same text, for comparison.
func BenchmarkOthers(b *testing.B) {
	text := prose(b)
	b.Run("ansi.Wrap", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			ansi.Wrap(text, 80, "")
		}
	})
	b.Run("uniseg", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			rest, state := text, -1
			for rest != "" {
				_, rest, _, state = uniseg.StepString(rest, state)
			}
		}
	})
}
