package flat

import (
	"os"
	"slices"
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

// TestUnseen reads each report with weights that were fitted to the others.
func TestUnseen(t *testing.T) {
	reports, err := fit.Reports("../../../../shared/dev")
	if err != nil {
		t.Skip("the reports are not here:", err)
	}
	cut, cuts, err := fit.Load("..", "flat/cut")
	if err != nil {
		t.Fatal(err)
	}
	runIn, runIns, err := fit.Load("..", "sentence/runin")
	if err != nil {
		t.Fatal(err)
	}
	hidden, hiddens, err := fit.Load("..", "sentence/hidden")
	if err != nil {
		t.Fatal(err)
	}
	verbose := os.Getenv("WRONG") != ""
	const folds = 5
	var sum [2]count
	for fold := range folds {
		var out []string
		for i, r := range reports {
			if i%folds == fold {
				out = append(out, r.Title)
			}
		}
		w := single(fit.Weights(cut.Prior, fit.TrustIn("flat/cut"), fit.Without(cuts, out...)))
		v := single(fit.Weights(runIn.Prior, fit.TrustIn("sentence/runin"), fit.Without(runIns, out...)))
		lore := usageIn(reports, out...)
		u := single(fit.Weights(hidden.Prior, fit.TrustIn("sentence/hidden"), fit.Without(hiddens, out...)))
		for _, r := range reports {
			if !slices.Contains(out, r.Title) {
				continue
			}
			for mode, body := range r.Bodies {
				c := compare(body, restore(body, lore, w, sentence.Weights{Shown: v, Hidden: u}), r, func(kind, got, want string) {
					if verbose {
						t.Logf("%d %s %s: %s | %s", mode, r.Title, kind, got, want)
					}
				})
				if verbose {
					t.Logf("%d %s ends %d/%d F1 %.2f want %d given %d", mode, r.Title, c.exact[2], c.found[2], c.f1(), c.want[3], c.given[3])
				}
				sum[mode].add(c)
			}
		}
	}
	for mode, c := range sum {
		for l := 1; l <= 2; l++ {
			t.Logf("%d level %d: P %.3f R %.3f ends %.3f", mode, l, of(c.found[l], c.given[l]), of(c.found[l], c.want[l]), of(c.exact[l], c.found[l]))
		}
		t.Logf("%d run-ins: P %.3f R %.3f F1 %.3f; sure %d of %d, right %.4f", mode, of(c.found[3], c.given[3]), of(c.found[3], c.want[3]), c.f1(), c.sure, c.found[1]+c.found[2], of(c.right, c.sure))
	}
}

func single(w []float64) []float32 {
	out := make([]float32, len(w))
	for i, x := range w {
		out[i] = float32(x)
	}
	return out
}
