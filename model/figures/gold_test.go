package figures_test

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"juan/data"
	"juan/model"
	"juan/model/figures"
)

// listing is where the marked reports lie beside the project.
const listing = "../../../shared/corpus/xuchang-listing.txt"

// A mark is a figure as it was marked by hand.
type mark struct {
	offset                            int
	value, unit, kind, status, period string
	of                                []string
}

func marks(t *testing.T, path string) []mark {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []mark
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		c := strings.Split(lines.Text(), "\t")
		offset, err := strconv.Atoi(c[0])
		if err != nil || len(c) != 7 {
			t.Fatalf("%s: %q", path, lines.Text())
		}
		all = append(all, mark{offset, c[1], c[2], c[3], c[5], c[6], strings.Split(c[4], "/")})
	}
	return all
}

// names reports whether what was found is one of the phrases that name the indicator, with
// ten characters more at most.
func (m mark) names(of string) bool {
	for _, phrase := range m.of {
		if strings.Contains(of, phrase) && utf8.RuneCountInString(of)-utf8.RuneCountInString(phrase) <= 10 {
			return true
		}
	}
	return false
}

// Of the figures that were marked by hand nearly all are found, with value and unit, and
// nearly nothing else is; indicator and status are those of a careful reader.
func TestGold(t *testing.T) {
	if _, err := os.Stat(listing); err != nil {
		t.Skip("the marked reports do not lie beside the project")
	}
	score(t, listing, "testdata/gold.tsv", .97, .90, .97)
}

// score holds what is found in a file to its marks. Articles without a mark are left out.
func score(t *testing.T, path, gold string, figure, indicator, status float64) {
	all := marks(t, gold)
	at := make(map[int]mark)
	for _, m := range all {
		at[m.offset] = m
	}
	var found, right, of, statuses, stated, kinds, periods int
	for a, err := range data.Open(t.Context(), []string{path}, nil, data.Options{}) {
		if err != nil {
			continue // a notice of what was left out
		}
		fs := figures.Of(a)
		if !marked(a, all) {
			continue
		}
		for _, f := range fs {
			found++
			m, ok := at[f.Offset]
			if !ok || m.value != f.Value || m.unit != f.Unit {
				t.Logf("wrong: %s", line(a, f))
				continue
			}
			right++
			delete(at, f.Offset)
			if m.names(f.Of) {
				of++
			} else {
				t.Logf("indicator: %s: %q, want %q", line(a, f), f.Of, m.of)
			}
			if m.status != "-" {
				if stated++; m.status == f.Status.String() {
					statuses++
				} else {
					t.Logf("status: %s: want %s", line(a, f), m.status)
				}
			}
			if m.kind == f.Kind.String() {
				kinds++
			} else {
				t.Logf("kind: %s: want %s", line(a, f), m.kind)
			}
			if m.period == f.Period {
				periods++
			} else {
				t.Logf("period: %s: want %s", line(a, f), m.period)
			}
		}
	}
	for _, m := range at {
		t.Logf("missed: %d %s%s %v", m.offset, m.value, m.unit, m.of)
	}
	for _, s := range []struct {
		what  string
		n, of int
		least float64
	}{{"precision", right, found, figure}, {"recall", right, len(all), figure}, {"indicator", of, right, indicator}, {"status", statuses, stated, status},
		{"kind", kinds, right, .90}, {"period", periods, right, .90}} {
		share := float64(s.n) / float64(max(1, s.of))
		t.Logf("%s %.3f (%d of %d)", s.what, share, s.n, s.of)
		if share < s.least {
			t.Errorf("%s %.3f, want %.2f", s.what, share, s.least)
		}
	}
}

// marked reports whether a mark lies in an article.
func marked(a *model.Article, all []mark) bool {
	from, to := a.Offset(model.Pos{}), a.Offset(a.End())
	for _, m := range all {
		if from <= m.offset && m.offset < to {
			return true
		}
	}
	return false
}

// line returns a figure with what stands around it.
func line(a *model.Article, f figures.Figure) string {
	text := a.Body[f.Pos.Block].Text()
	before, after := []rune(text[:f.Pos.Byte]), []rune(text[f.Pos.Byte:])
	around := string(before[max(0, len(before)-24):]) + "▸" + string(after[:min(len(after), 18)])
	return strings.ReplaceAll(around, "\n", "⏎") + " = " + f.Value + "|" + f.Unit + "|" + f.Kind.String() + "|" + f.Of + "|" + f.Status.String() + "|" + f.Period
}
