package corpus

import (
	"os"
	"strings"
	"testing"
)

// The piece on how to read a report takes its examples from the three: each figure in
// its tables stands in one of them, about the same thing.
func TestFiguresOfThePieceOnReports(t *testing.T) {
	listing := readListing(t)
	var source []figure
	for _, a := range readArticles(t) {
		if a.long() {
			source = append(source, figuresOf(plain(listing[a.Source].title+"\n"+listing[a.Source].body))...)
		}
	}
	src, err := os.ReadFile("reports.md")
	if err != nil {
		t.Fatal(err)
	}
	_, tables := splitTables(string(src))
	figures := 0
	for _, table := range tables {
		for _, row := range table.rows {
			figures += len(figuresOf(plain(strings.Join(row[1:], "|"))))
		}
		if table.head[0] == "指标" {
			for _, s := range strayFigures(table, source) {
				t.Errorf("%s: no report gives this figure for it", s)
			}
		}
	}
	if figures < 20 {
		t.Errorf("%d figures in the tables: were they read?", figures)
	}
}
