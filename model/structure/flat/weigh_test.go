package flat

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"math"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"juan/model/structure/sentence"
)

// go test -run Weigh -weigh writes weights.go anew from testdata/cuts.txt.
var weigh = flag.Bool("weigh", false, "write weights.go")

// A choice is one heading to be ended: its options, and which is right.
type choice struct {
	text    string
	options [][]feature
	ends    []int
	right   int
}

// pairsOf reads the headings and the sentences behind them.
func pairsOf(t *testing.T) [][2]string {
	t.Helper()
	b, err := os.ReadFile("../testdata/cuts.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all [][2]string
	for row := range strings.SplitSeq(string(b), "\n") {
		if h, rest, ok := strings.Cut(row, "|"); ok && !strings.HasPrefix(row, "#") {
			all = append(all, [2]string{h, rest})
		}
	}
	return all
}

// choiceOf is the choice that heading h before body gives.
func choiceOf(h, sep, body string) (choice, bool) {
	c := choice{text: h + sep + body, right: -1}
	end := window(c.text, 0, len(c.text))
	for _, p := range cutPlaces(c.text[:end]) {
		c.options, c.ends = append(c.options, p.has), append(c.ends, p.at)
	}
	if stop := strings.Index(c.text, "。"); stop > 0 && utf8.RuneCountInString(c.text[:stop]) <= sentence.Longest {
		c.options, c.ends = append(c.options, stopFeatures(c.text[:stop])), append(c.ends, stop)
	}
	for i, e := range c.ends {
		if e == len(h) {
			c.right = i
		}
	}
	return c, c.right >= 0
}

// choices makes of each pair a choice with nothing between and one with a full
// stop; with mix it also puts each heading before other bodies.
func choices(pairs [][2]string, mix bool) []choice {
	var all []choice
	add := func(h, sep, body string) {
		if c, ok := choiceOf(h, sep, body); ok {
			all = append(all, c)
		}
	}
	for i, p := range pairs {
		add(p[0], "", p[1])
		add(p[0], "。", p[1])
		if mix {
			for _, k := range []int{7, 31, 64, 83} {
				add(p[0], "", pairs[(i+k)%len(pairs)][1])
			}
			add(p[0], "。", pairs[(i+19)%len(pairs)][1])
		}
	}
	return all
}

// prior is what knowledge of the genre says before any heading is seen.
func prior() [features]float64 {
	return [features]float64{
		inside: -2, tail: 1.5, tailNoun: 0.5, tailVerbal: 0.5, tailVerb: -0.3, tailBad: -3, tailPlace: -2.5, swallows: -2, tailPredicate: 1.5, attributive: -0.5, openOf: -2, predicateSure: -3, swallowsVerb: -0.3, tailSingle: -0.5,
		openTime: 2, openSure: 2, openPrep: 1, openPlace: 1.5, openBad: -3, openNoun: -0.5, openTail: -1.5, predicate: -2, begin: 1,
		repeats: 0.5, paired: -1.5, pairedVN: -0.5, joined4: -2, hang: -5, hangAlone: -4,
		len4: -1.5, longer: -1, comma: 0, even: 0.5, uneven: -1, severalCommas: -2.5, shortRest: -0.7,
	}
}

// fit finds weights under which the right options are most probable, by
// gradient ascent on the conditional likelihood with a quadratic penalty.
func fit(all []choice) [features]float64 {
	w := prior()
	prior := w
	for round := range 400 {
		var grad [features]float64
		for _, c := range all {
			p := probabilities(&w, c.options)
			for i, has := range c.options {
				d := -p[i]
				if i == c.right {
					d++
				}
				for _, f := range has {
					grad[f] += d
				}
			}
		}
		rate := 6 / float64(len(all)) / (1 + float64(round)/200)
		for f := range w {
			w[f] += rate * (grad[f] - 1.5*(w[f]-prior[f]))
		}
	}
	return w
}

func probabilities(w *[features]float64, options [][]feature) []float64 {
	p := make([]float64, len(options))
	top, sum := math.Inf(-1), 0.0
	for i, has := range options {
		for _, f := range has {
			p[i] += w[f]
		}
		top = max(top, p[i])
	}
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}

// decide returns the option that is most probable.
func decide(w *[features]float64, c choice) int {
	best := 0
	p := probabilities(w, c.options)
	for i := range p {
		if p[i] > p[best] {
			best = i
		}
	}
	return best
}

// TestWeigh holds the weights to headings that they were not fitted to.
func TestWeigh(t *testing.T) {
	pairs := pairsOf(t)
	const folds = 6
	right, n := [2]int{}, [2]int{}
	for fold := range folds {
		var train, test [][2]string
		for i, p := range pairs {
			if i%folds == fold {
				test = append(test, p)
			} else {
				train = append(train, p)
			}
		}
		w := fit(choices(train, true))
		for _, p := range test {
			for k, sep := range []string{"", "。"} {
				c, ok := choiceOf(p[0], sep, p[1])
				n[k]++
				if !ok {
					t.Logf("cannot be cut: %s|%s: %s", p[0], p[1], "no such place")
				} else if best := decide(&w, c); best == c.right {
					right[k]++
				} else {
					t.Logf("%s|%s: cut %s", p[0], p[1], c.text[:c.ends[best]])
				}
			}
		}
	}
	t.Logf("unseen headings: %d of %d cut rightly, %d of %d with a full stop", right[0], n[0], right[1], n[1])
	if right[0]*100 < n[0]*72 || right[1]*100 < n[1]*95 {
		t.Error("too few")
	}
	if *weigh {
		write(t, fit(choices(pairs, true)))
	}
}

func write(t *testing.T, w [features]float64) {
	var b bytes.Buffer
	b.WriteString("// Code generated by go test -run Weigh -weigh; DO NOT EDIT.\n\npackage flat\n\n")
	b.WriteString("// weights of the features of a cut, fitted to testdata/cuts.txt.\nvar weights = [features]float32{\n")
	for f := range w {
		fmt.Fprintf(&b, "%d: %.3f,", f, w[f])
		if f%8 == 7 {
			b.WriteByte('\n')
		}
	}
	b.WriteString("\n}\n")
	src, err := format.Source(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("weights.go", src, 0o644); err != nil {
		t.Fatal(err)
	}
}
