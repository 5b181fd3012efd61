package structure

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"juan/model/char"
	"juan/model/structure/number"
)

// shared is where the sample listing and the outlines made by hand are, beside
// the repository.
const shared = "../../../shared"

type sample struct{ title, body string }

// samples reads the listing: entries of "-", title, body line, date.
func samples(t *testing.T) []sample {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(shared, "corpus", "xuchang-listing.txt"))
	if err != nil {
		t.Skip("the sample listing is not here:", err)
	}
	var out []sample
	lines := strings.Split(string(b), "\n")
	for i, l := range lines {
		if strings.TrimSpace(l) == "-" && i+2 < len(lines) && len(lines[i+2]) > 300 {
			out = append(out, sample{lines[i+1], lines[i+2]})
		}
	}
	return out
}

type mention struct {
	Level      int    `json:"level"`
	Text       string `json:"text"`
	Confidence string `json:"confidence"`
}

func golden(t *testing.T) map[string][]mention {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(shared, "gold", "outlines.json"))
	if err != nil {
		t.Skip("the outlines are not here:", err)
	}
	var all []struct {
		Title    string
		Headings []mention
	}
	if err := json.Unmarshal(b, &all); err != nil {
		t.Fatal(err)
	}
	m := map[string][]mention{}
	for _, a := range all {
		m[a.Title] = a.Headings
	}
	return m
}

// squash is how headings are compared: without white space, marks half width,
// no final full stop.
func squash(s string) string {
	s = strings.Map(func(r rune) rune {
		if char.IsSpace(r) {
			return -1
		}
		if i := strings.IndexRune("，：；！？（）", r); i >= 0 {
			return rune(",:;!?()"[i/3])
		}
		return r
	}, s)
	return strings.TrimRight(s, "。")
}

func mentions(src string) []mention {
	var out []mention
	for _, p := range Infer(src) {
		if p.Heads() {
			level := 3
			switch _, form, _ := number.Parse(src[p.From:]); form {
			case number.Han:
				level = 1
			case number.ParenHan:
				level = 2
			}
			out = append(out, mention{level, squash(leadOf(src, p)), "sure"})
		}
	}
	return out
}

// A tally counts, per level, headings wanted, given, found, and found with the
// right end.
type tally struct{ want, given, found, exact [4]int }

func (y *tally) add(o tally) {
	for l := range y.want {
		y.want[l] += o.want[l]
		y.given[l] += o.given[l]
		y.found[l] += o.found[l]
		y.exact[l] += o.exact[l]
	}
}

func share(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

func (y *tally) recall(l int) float64    { return share(y.found[l], y.want[l]) }
func (y *tally) precision(l int) float64 { return share(y.found[l], y.given[l]) }
func (y *tally) ends(l int) float64      { return share(y.exact[l], y.found[l]) }

func (y *tally) log(t *testing.T, name string) {
	t.Helper()
	for l := 1; l <= 3; l++ {
		t.Logf("%-28s level %d: %3d wanted, precision %.3f, recall %.3f, ends %.3f", name, l, y.want[l], y.precision(l), y.recall(l), y.ends(l))
	}
}

// compare matches in order by number and the first six characters on levels 1
// and 2, and by the whole text on level 3.
func compare(t *testing.T, gold, given []mention, verbose bool) tally {
	t.Helper()
	var y tally
	for l := 1; l <= 2; l++ {
		at := 0
		used := map[int]bool{}
		for _, g := range gold {
			if g.Level != l {
				continue
			}
			y.want[l]++
			want, hit := squash(g.Text), false
			for k := at; k < len(given); k++ {
				if given[k].Level == l && sixOf(given[k].Text) == sixOf(want) {
					y.found[l]++
					used[k], at, hit = true, k+1, true
					if given[k].Text == want {
						y.exact[l]++
					} else if verbose {
						t.Logf("  end: %q, want %q", given[k].Text, want)
					}
					break
				}
			}
			if !hit && verbose {
				t.Logf("  missed: %q", want)
			}
		}
		for k, g := range given {
			if g.Level == l {
				y.given[l]++
				if !used[k] && verbose {
					t.Logf("  extra: %q", g.Text)
				}
			}
		}
	}
	var sure, any []string
	for _, g := range gold {
		if g.Level == 3 {
			any = append(any, squash(g.Text))
			if g.Confidence != "doubtful" {
				sure = append(sure, squash(g.Text))
			}
		}
	}
	y.want[3] = len(sure)
	for _, g := range given {
		if g.Level != 3 {
			continue
		}
		switch {
		case slices.Contains(sure, g.Text):
			y.given[3]++
			y.found[3]++
			y.exact[3]++
		case !slices.Contains(any, g.Text):
			y.given[3]++
			if verbose {
				t.Logf("  extra run-in: %q", g.Text)
			}
		}
	}
	if verbose {
		for _, s := range sure {
			if !slices.ContainsFunc(given, func(m mention) bool { return m.Level == 3 && m.Text == s }) {
				t.Logf("  missed run-in: %q", s)
			}
		}
	}
	return y
}

func sixOf(s string) string { return s[:char.Cut(s, 6)] }

// unspaced is the text with all its white space taken out.
func unspaced(s string) string {
	return strings.Map(func(r rune) rune {
		if char.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// wide gives the text its full-width marks back.
func wide(s string) string {
	return strings.NewReplacer(",", "，", ";", "；", "!", "！", "?", "？", "(", "（", ")", "）", ": ", "：", ":", "：").Replace(s)
}

// TestSampleListing reads the sample as listed, with all spaces taken out, and
// with full-width marks, and holds it to what a careful reader found.
func TestSampleListing(t *testing.T) {
	gold := golden(t)
	same := func(s string) string { return s }
	tests := []struct {
		name         string
		change       func(string) string
		ends, runIns float64
	}{
		{"as listed", same, 1, .93},
		{"full-width marks", wide, 1, .93},
		{"no spaces", unspaced, .9, .85},
		{"no spaces, full-width marks", func(s string) string { return unspaced(wide(s)) }, .9, .85},
		{"no full stop after headings", stopless, .9, .85},
		{"nothing at all after headings", func(s string) string { return unspaced(stopless(s)) }, .8, .8},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var sum tally
			for _, a := range samples(t) {
				body := tt.change(a.body)
				parts := Infer(body)
				lawful(t, body, parts)
				given := mentions(body)
				if g, ok := gold[a.title]; ok {
					sum.add(compare(t, g, given, true))
				} else {
					for _, m := range given {
						if m.Level < 3 {
							t.Logf("   %d %s", m.Level, m.Text)
						}
					}
				}
			}
			sum.log(t, tt.name)
			for l := 1; l <= 2; l++ {
				if sum.recall(l) < 1 || sum.precision(l) < 1 || sum.ends(l) < tt.ends {
					t.Errorf("level %d: precision %.3f, recall %.3f, ends %.3f", l, sum.precision(l), sum.recall(l), sum.ends(l))
				}
			}
			if sum.precision(3) < tt.runIns || sum.recall(3) < tt.runIns {
				t.Errorf("run-ins: precision %.3f, recall %.3f", sum.precision(3), sum.recall(3))
			}
		})
	}
}

// TestRenumbered gives the second level other numbers, 1. and （1） for (一): as
// many headings must be found, with the same words.
func TestRenumbered(t *testing.T) {
	gold := golden(t)
	for _, form := range []string{"%d.", "%d、", "（%d）", "(%d)"} {
		want, found := 0, 0
		for _, a := range samples(t) {
			g, ok := gold[a.title]
			if !ok {
				continue
			}
			change := func(s string) string {
				for i, d := range []rune("一二三四五六七八九") {
					s = strings.ReplaceAll(s, "("+string(d)+")", fmt.Sprintf(form, i+1))
				}
				return s
			}
			body := change(a.body)
			lawful(t, body, Infer(body))
			given := map[string]bool{}
			for _, m := range mentions(body) {
				given[m.Text] = true
			}
			for _, m := range g {
				if m.Level == 2 {
					want++
					if given[squash(change(m.Text))] {
						found++
					} else {
						t.Logf("missed: %s", change(m.Text))
					}
				}
			}
		}
		t.Logf("%s: %d of %d", form, found, want)
		if found < want {
			t.Errorf("%s: %d of %d", form, found, want)
		}
	}
}

// stopless takes away the full stop after each heading, leaving a space where
// a body follows.
func stopless(s string) string {
	var b strings.Builder
	at := 0
	for _, p := range Infer(s) {
		end := p.From + p.Lead
		if p.LeadKind != RunIn && p.Heads() && strings.HasPrefix(s[end:], "。") {
			b.WriteString(s[at:end] + " ")
			at = end + len("。")
		}
	}
	return b.String() + s[at:]
}
