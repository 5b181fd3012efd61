package structure

import (
	"os"
	"strings"
	"testing"
)

// reports reads testdata/reports.txt: reports of headings and bodies.
func reports(t *testing.T) [][][2]string {
	t.Helper()
	b, err := os.ReadFile("testdata/reports.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all [][][2]string
	for doc := range strings.SplitSeq(string(b), "\n\n") {
		var report [][2]string
		for row := range strings.SplitSeq(doc, "\n") {
			if h, body, ok := strings.Cut(row, "|"); ok && !strings.HasPrefix(row, "#") {
				report = append(report, [2]string{h, body})
			}
		}
		if len(report) > 0 {
			all = append(all, report)
		}
	}
	return all
}

// TestReports flattens reports with a space, a full stop and nothing between
// heading and body, and with a line break.
func TestReports(t *testing.T) {
	const opening = "各位代表：现在，我代表市人民政府向大会报告工作，请予审议。"
	const more = "各级各部门要主动担当，密切配合，把各项措施落到实处，让群众看得见变化。"
	for _, tt := range []struct {
		name, behind, before string
		ends                 float64
	}{
		{"space", " ", " ", .98},
		{"full stop", "。", " ", .98},
		{"full stop and no space", "。", "", .95},
		{"nothing behind the heading", "", " ", .8},
		{"nothing at all", "", "", .8},
		{"lines", "\n", "\n", 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			want, exact := 0, 0
			for _, report := range reports(t) {
				src := opening
				for _, r := range report {
					src += tt.before + r[0] + tt.behind + r[1] + more + filler
				}
				parts := Infer(src)
				lawful(t, src, parts)
				var got []string
				for _, p := range parts {
					if p.Level == 1 {
						got = append(got, leadOf(src, p))
					}
				}
				if len(got) != len(report) {
					t.Fatalf("%d headings, want %d:\n%s", len(got), len(report), sketch(src, parts))
				}
				for i, r := range report {
					if want++; got[i] == r[0] {
						exact++
					} else {
						t.Logf("%s, want %s", got[i], r[0])
					}
				}
			}
			if e := share(exact, want); e < tt.ends {
				t.Errorf("%.3f of %d ends exact", e, want)
			}
		})
	}
}
