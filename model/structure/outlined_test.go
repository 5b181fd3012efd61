package structure

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestOutlined reads contracts, forms of law, cases, papers, minutes and manuals
// in many manners, whose headings are marked with # in the file, and holds how
// many of them are found and how many others. None of them is fitted to.
func TestOutlined(t *testing.T) {
	type score struct{ want, given, hit int }
	kinds := map[string]*score{}
	files, err := filepath.Glob("testdata/outlined/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]int{}
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		kind, _, _ := strings.Cut(name, "-")
		if kinds[kind] == nil {
			kinds[kind] = new(score)
		}
		s := kinds[kind]
		for line := range strings.Lines(string(raw)) {
			if h, ok := strings.CutPrefix(strings.TrimSpace(line), "#"); ok {
				want[h]++
				s.want++
			}
		}
		src := strings.ReplaceAll(string(raw), "#", "")
		parts := Infer(src)
		lawful(t, src, parts)
		for _, p := range parts {
			if p.Kind != Heading {
				continue
			}
			s.given++
			h, _, _ := strings.Cut(src[p.From:p.To], "\n") // of two lines the first is marked
			if want[h] > 0 {
				want[h]--
				s.hit++
			} else {
				t.Logf("%s: extra %q", name, h)
			}
		}
		for h, n := range want {
			if n > 0 {
				t.Logf("%s: missed %q", name, h)
			}
		}
	}
	for kind, s := range kinds {
		p, r := float64(s.hit)/float64(s.given), float64(s.hit)/float64(s.want)
		t.Logf("%-9s precision %.3f, recall %.3f (%d of %d, %d given)", kind, p, r, s.hit, s.want, s.given)
		if p < .97 || r < .97 {
			t.Errorf("%s: precision %.3f, recall %.3f", kind, p, r)
		}
	}
}
