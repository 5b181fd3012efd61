package page

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"juan/data/internal/dump"
	"juan/data/internal/sample"
)

var samplesDir = flag.String("samples", "", "a folder to write the sample pages to")

// Of fifty pages the text is read and what stands around it is not.
func TestTextOfPages(t *testing.T) {
	precision, recall, titles := 0.0, 0.0, 0
	all := sample.Pages()
	for _, s := range all {
		a, ok := Main(s.HTML, 0, "名")
		if !ok {
			t.Fatal("too much")
		}
		text := strings.ReplaceAll(dump.Letters(a.Body), "\t", "")
		p, r := s.Measure(text)
		precision, recall = precision+p, recall+r
		if a.Title == s.Title {
			titles++
		} else {
			t.Logf("%s: title %q", s.Name, a.Title)
		}
		if p < 0.98 || r < 1 {
			t.Logf("%s: precision %.2f, recall %.2f:\n%s", s.Name, p, r, dump.Body(a.Body))
		}
		if *samplesDir != "" {
			writeSample(t, s)
		}
	}
	n := float64(len(all))
	t.Logf("%d pages: precision %.3f, recall %.3f, titles %d", len(all), precision/n, recall/n, titles)
	if precision/n < 0.99 || recall/n < 0.995 || titles < len(all) {
		t.Errorf("precision %.3f, recall %.3f, titles %d of %d", precision/n, recall/n, titles, len(all))
	}
}

func writeSample(t *testing.T, s sample.Page) {
	t.Helper()
	raw, err := json.Marshal(s)
	if err == nil {
		err = os.WriteFile(filepath.Join(*samplesDir, s.Name+".json"), raw, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}
