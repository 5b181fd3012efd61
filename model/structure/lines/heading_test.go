package lines

import (
	"flag"
	"testing"

	"juan/model/structure/internal/fit"
	"juan/model/structure/number"
)

// go test ./lines -run Examples -examples writes testdata/heading.examples anew;
// go run ./internal/refit then fits heading.tsv to it.
var writeExamples = flag.Bool("examples", false, "write testdata/heading.examples")

// examplesIn is one choice, yes or no, for each numbered line that has its line
// to itself.
func examplesIn(s sample) []fit.Choice {
	d := Split(s.text)
	d.script()
	d.verbatim()
	d.number()
	d.rules()
	d.tableOfContents()
	d.chapters()
	d.articles()
	runs := d.runs()
	var company [number.Forms]company
	for _, r := range runs {
		company[r.form].add(d, r)
	}
	var all []fit.Choice
	for _, r := range runs {
		for k, i := range r.lines {
			if r.shapes[k] != alone {
				continue
			}
			c := fit.Choice{Options: [][]int{nil, nil}, Right: 1}
			if s.headings[d.text(&d.lines[i])] {
				c.Right = 0
			}
			for _, f := range d.vector(nil, r, k, &company[r.form]) {
				c.Options[0] = append(c.Options[0], int(f))
			}
			all = append(all, c)
		}
	}
	return all
}

// TestExamples holds that the table names the features, and writes the
// examples when asked.
func TestExamples(t *testing.T) {
	names, err := fit.Features("..", "lines/heading", "feature.go", "headingFeature", "features")
	if err != nil {
		t.Fatal(err)
	}
	if !*writeExamples {
		return
	}
	var all []fit.Choice
	for _, s := range samples(24) {
		all = append(all, fit.From(s.kind, examplesIn(s))...)
	}
	if err := fit.SaveExamples("..", "lines/heading", names, all); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d examples", len(all))
}

// TestUnseenKinds fits weights to all kinds of texts but one and holds them to
// that one: no kind may need to be seen.
func TestUnseenKinds(t *testing.T) {
	table, _, err := fit.Load("..", "lines/heading")
	if err != nil {
		t.Fatal(err)
	}
	examples := map[string][]fit.Choice{}
	for _, s := range samples(8) {
		examples[s.kind] = append(examples[s.kind], examplesIn(s)...)
	}
	wrong, n := 0, 0
	for _, k := range writers() {
		var train []fit.Choice
		for kind, all := range examples {
			if kind != k.name {
				train = append(train, all...)
			}
		}
		w := fit.Weights(table.Prior, fit.TrustIn("lines/heading"), train)
		bad := 0
		for _, c := range examples[k.name] {
			if fit.Best(w, c.Options) != c.Right {
				bad++
			}
		}
		t.Logf("%-10s %3d of %3d wrong", k.name, bad, len(examples[k.name]))
		wrong, n = wrong+bad, n+len(examples[k.name])
	}
	if wrong*100 > n*12 {
		t.Errorf("%d of %d wrong", wrong, n)
	}
}

// TestSamples holds what is found in texts of every kind to what was written,
// heading by heading.
func TestSamples(t *testing.T) {
	type score struct{ want, given, hit int }
	scores := map[string]*score{}
	for _, s := range samples(30)[:] {
		y := scores[s.kind]
		if y == nil {
			y = new(score)
			scores[s.kind] = y
		}
		y.want += len(s.headings)
		given := map[string]bool{}
		for _, p := range Split(s.text).Parts() {
			if p.Heads() {
				given[s.text[p.From:p.To]] = true
			}
		}
		for h := range given {
			if s.headings[h] {
				y.hit++
			} else if testing.Verbose() {
				t.Logf("%s: extra %q", s.kind, h)
			}
		}
		for h := range s.headings {
			if !given[h] && testing.Verbose() {
				t.Logf("%s: missed %q", s.kind, h)
			}
		}
		y.given += len(given)
	}
	for _, k := range writers() {
		y := scores[k.name]
		p, r := 1.0, 1.0
		if y.given > 0 {
			p = float64(y.hit) / float64(y.given)
		}
		if y.want > 0 {
			r = float64(y.hit) / float64(y.want)
		}
		t.Logf("%-10s precision %.3f, recall %.3f (%d of %d, %d given)", k.name, p, r, y.hit, y.want, y.given)
		if p < .95 || r < .95 {
			t.Errorf("%s: precision %.3f, recall %.3f", k.name, p, r)
		}
	}
}
