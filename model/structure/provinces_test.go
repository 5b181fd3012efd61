package structure

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"juan/model/structure/number"
)

// provincial reads the reports that lie beside the repository, with white space
// where their line breaks were or with nothing, and their outlines.
func provincial(t testing.TB, file string) (titles, bodies []string, outlines [][]mention) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(shared, "dev", file))
	if err != nil {
		t.Skip("the reports are not here:", err)
	}
	list, err := os.ReadFile(filepath.Join(shared, "dev", "reports.json"))
	if err != nil {
		t.Skip("the outlines are not here:", err)
	}
	var all []struct {
		Title    string
		Headings [][2]any
	}
	if err := json.Unmarshal(list, &all); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(raw), "\n")
	for i, l := range lines {
		if strings.TrimSpace(l) != "-" || i+2 >= len(lines) {
			continue
		}
		for _, a := range all {
			if a.Title == strings.TrimSpace(lines[i+1]) {
				var out []mention
				for _, h := range a.Headings {
					out = append(out, mention{int(h[0].(float64)), h[1].(string), "sure"})
				}
				titles, bodies, outlines = append(titles, a.Title), append(bodies, lines[i+2]), append(outlines, out)
			}
		}
	}
	return titles, bodies, outlines
}

// TestProvincialReports reads real reports and holds what is found to their
// outlines.
func TestProvincialReports(t *testing.T) {
	for _, tt := range []struct {
		file                        string
		first, second, ends, runIns float64
	}{
		{"reports-space.txt", .97, .97, .98, .9},
		{"reports-none.txt", .95, .95, .92, .64},
	} {
		t.Run(tt.file, func(t *testing.T) {
			titles, bodies, outlines := provincial(t, tt.file)
			var sum tally
			sure, right := 0, 0
			for i, body := range bodies {
				lawful(t, body, Infer(body))
				one := compare(t, outlines[i], mentions(body), testing.Verbose())
				one.log(t, titles[i])
				sum.add(one)
				s, r := certainEnds(body, outlines[i])
				sure, right = sure+s, right+r
			}
			sum.log(t, tt.file)
			t.Logf("of %d ends called certain %.4f are right", sure, share(right, sure))
			for l, least := range []float64{tt.first, tt.second} {
				if l++; sum.precision(l) < least || sum.recall(l) < least || sum.ends(l) < tt.ends {
					t.Errorf("level %d: precision %.3f, recall %.3f, ends %.3f", l, sum.precision(l), sum.recall(l), sum.ends(l))
				}
			}
			if p, r := sum.precision(3), sum.recall(3); 2*p*r/(p+r) < tt.runIns {
				t.Errorf("run-ins: precision %.3f, recall %.3f", p, r)
			}
		})
	}
}

// certainEnds counts the numbered headings of src whose end is called certain,
// and those that the outline has so.
func certainEnds(src string, outline []mention) (sure, right int) {
	has := map[string]bool{}
	for _, m := range outline {
		has[squash(m.Text)] = true
	}
	for _, p := range Infer(src) {
		_, form, _ := number.Parse(src[p.From:])
		if p.Heads() && p.Certain && (form == number.Han || form == number.ParenHan) {
			sure++
			if has[squash(leadOf(src, p))] {
				right++
			}
		}
	}
	return sure, right
}
