package flat

import (
	"testing"

	"juan/model/structure/internal/fit"
	"juan/model/structure/number"
	"juan/model/structure/part"
	"juan/model/structure/sentence"
)

// A count of headings by level: wanted, given, found, and found with their right
// end; and of those called certain and of these the right ones.
type count struct {
	want, given, found, exact [4]int
	sure, right               int
}

func (c *count) add(o count) {
	for l := range c.want {
		c.want[l] += o.want[l]
		c.given[l] += o.given[l]
		c.found[l] += o.found[l]
		c.exact[l] += o.exact[l]
	}
	c.sure, c.right = c.sure+o.sure, c.right+o.right
}

func of(a, b int) float64 { return float64(a) / float64(max(b, 1)) }

func (c *count) f1() float64 { return 2 * of(c.found[3], c.want[3]+c.given[3]) }

// levelOf is 1 for 一、, 2 for （一）, 3 for a run-in heading, 0 for none.
func levelOf(src string, p part.Part) int {
	_, form, _ := number.Parse(src[p.From:])
	switch {
	case !p.Heads():
		return 0
	case form == number.Han:
		return 1
	case form == number.ParenHan:
		return 2
	}
	return 3
}

// compare holds the parts of src to its outline, and tells what is wrong.
func compare(src string, parts []part.Part, r fit.Report, wrong func(kind, got, want string)) count {
	var c count
	given := map[string]int{} // by level and first characters or whole text
	key := func(level int, text string) string {
		if level < 3 {
			text = string([]rune(text)[:min(6, len([]rune(text)))])
		}
		return string(rune('0'+level)) + text
	}
	texts := map[string]string{}
	sure := map[string]bool{}
	for _, p := range parts {
		if l := levelOf(src, p); l > 0 {
			text := squash(src[p.From : p.From+p.Lead])
			c.given[l]++
			given[key(l, text)]++
			texts[key(l, text)] = text
			sure[key(l, text)] = p.Certain
		}
	}
	seen := map[string]bool{}
	for i, h := range r.Headings {
		l, h := r.Levels[i], squash(h)
		c.want[l]++
		k := key(l, h)
		if given[k] == 0 {
			wrong("missed", "", h)
			continue
		}
		given[k]--
		seen[k] = true
		c.found[l]++
		exact := texts[k] == h
		if exact {
			c.exact[l]++
		} else if sure[k] && l < 3 {
			wrong("CERTAIN", texts[k], h)
		} else {
			wrong("end", texts[k], h)
		}
		if sure[k] && l < 3 {
			if c.sure++; exact {
				c.right++
			}
		}
	}
	for k, text := range texts {
		if !seen[k] {
			wrong("extra"+k[:1], text, "")
		}
	}
	return c
}

// unseen is what reports are read with that were in no fit.
type unseen struct {
	usage *usage
	cut   []float32
	runIn sentence.Weights
}

// withoutThem fits all weights to the reports but those with the titles.
func withoutThem(t *testing.T, reports []fit.Report, titles []string) unseen {
	t.Helper()
	weights := func(decision string) []float32 {
		table, all, err := fit.Load("..", decision)
		if err != nil {
			t.Fatal(err)
		}
		return single(fit.Weights(table.Prior, fit.TrustIn(decision), fit.Without(all, titles...)))
	}
	return unseen{usageIn(reports, titles...), weights("flat/cut"), sentence.Weights{Shown: weights("sentence/runin"), Hidden: weights("sentence/hidden")}}
}

// TestUnseen reads each report with weights that were fitted to the others:
// four of five are fitted to, and the fifth is held to its outline.
func TestUnseen(t *testing.T) {
	reports, err := fit.Reports("../../../../shared/dev")
	if err != nil {
		t.Skip("the reports are not here:", err)
	}
	modes := []struct {
		name                      string
		ends, runIns, certainEnds float64
	}{
		{"white space between paragraphs", .99, .9, .99},
		{"nothing between them", .93, .68, .98},
		{"nothing behind headings", .92, .87, .97},
	}
	const folds = 5
	sums := make([]count, len(modes))
	for fold := range folds {
		var titles []string
		for i := fold; i < len(reports); i += folds {
			titles = append(titles, reports[i].Title)
		}
		w := withoutThem(t, reports, titles)
		var hidden count // in this fold, where nothing shows paragraphs
		for i := fold; i < len(reports); i += folds {
			r := reports[i]
			for mode, body := range append(r.Bodies, glued(r)) {
				one := compare(body, restore(body, w.usage, w.cut, w.runIn), r, func(kind, got, want string) {
					if testing.Verbose() {
						t.Logf("%s, %s: %s: %s | %s", r.Title, modes[mode].name, kind, got, want)
					}
				})
				sums[mode].add(one)
				if mode == 1 {
					hidden.add(one)
				}
			}
		}
		t.Logf("fold %d: %s: run-ins: F1 %.3f", fold+1, modes[1].name, hidden.f1())
	}
	for i, m := range modes {
		c := &sums[i]
		for l := 1; l <= 2; l++ {
			p, r, e := of(c.found[l], c.given[l]), of(c.found[l], c.want[l]), of(c.exact[l], c.found[l])
			t.Logf("%s: level %d: precision %.3f, recall %.3f, ends %.3f", m.name, l, p, r, e)
			if p < .98 || r < .98 || e < m.ends {
				t.Errorf("%s: level %d: too few", m.name, l)
			}
		}
		certain := of(c.right, c.sure)
		t.Logf("%s: run-ins: precision %.3f, recall %.3f, F1 %.3f; of %d headings %d ends are certain, of these %.4f right", m.name,
			of(c.found[3], c.given[3]), of(c.found[3], c.want[3]), c.f1(), c.found[1]+c.found[2], c.sure, certain)
		if c.f1() < m.runIns || certain < m.certainEnds {
			t.Errorf("%s: too few", m.name)
		}
	}
}

func single(w []float64) []float32 {
	out := make([]float32, len(w))
	for i, x := range w {
		out[i] = float32(x)
	}
	return out
}
