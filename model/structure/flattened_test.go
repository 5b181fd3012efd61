package structure

import (
	"os"
	"strings"
	"testing"
)

// A row is a heading of a level, 3 for a run-in heading, or a paragraph, 0.
type row struct {
	level int
	text  string
}

// flattened reads testdata/flattened.txt.
func flattened(t *testing.T) map[string][]row {
	t.Helper()
	b, err := os.ReadFile("testdata/flattened.txt")
	if err != nil {
		t.Fatal(err)
	}
	all, title := map[string][]row{}, ""
	for line := range strings.Lines(string(b)) {
		kind, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch kind {
		case "=":
			title = text
		case "1", "2", "3":
			all[title] = append(all[title], row{int(kind[0] - '0'), text})
		case "-":
			all[title] = append(all[title], row{0, text})
		}
	}
	return all
}

// flatten joins rows with sep. After a run-in heading there is a full stop.
func flatten(rows []row, sep string) (src string, outline []mention) {
	var b strings.Builder
	for i, r := range rows {
		if i > 0 && rows[i-1].level != 3 {
			b.WriteString(sep)
		}
		b.WriteString(r.text)
		if r.level == 3 {
			b.WriteString("。")
		}
		if r.level > 0 {
			outline = append(outline, mention{r.level, r.text, "sure"})
		}
	}
	return b.String(), outline
}

// TestFlattenedTexts reads texts of many manners without their line breaks.
func TestFlattenedTexts(t *testing.T) {
	for _, tt := range []struct {
		name, sep           string
		found, ends, runIns float64
	}{
		{"white space", " ", 1, 1, .9},
		{"nothing", "", .95, .9, .65},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var sum tally
			sure, right := 0, 0
			for title, rows := range flattened(t) {
				src, outline := flatten(rows, tt.sep)
				lawful(t, src, Infer(src))
				one := compare(t, outline, mentions(src), testing.Verbose())
				one.log(t, title)
				sum.add(one)
				s, r := certainEnds(src, outline)
				sure, right = sure+s, right+r
			}
			sum.log(t, tt.name)
			t.Logf("of %d ends called certain %d are right", sure, right)
			for l := 1; l <= 2; l++ {
				if sum.precision(l) < tt.found || sum.recall(l) < tt.found || sum.ends(l) < tt.ends {
					t.Errorf("level %d: precision %.3f, recall %.3f, ends %.3f", l, sum.precision(l), sum.recall(l), sum.ends(l))
				}
			}
			if p, r := sum.precision(3), sum.recall(3); 2*p*r/(p+r) < tt.runIns {
				t.Errorf("run-ins: precision %.3f, recall %.3f", p, r)
			}
		})
	}
}
