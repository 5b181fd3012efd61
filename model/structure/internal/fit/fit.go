// Package fit finds the weights of a decision from examples: which of several
// options was right, each option being a list of features that hold of it. It
// is used by the program that writes the tables and by tests; juan itself only
// reads what it wrote.
package fit

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A Table is the features of a decision: their names, priors and weights.
type Table struct {
	Names   []string
	Prior   []float64
	Weights []float64
}

// A Choice is one example. An option without features means “none of the others”; a
// decision between yes and no has that as its second option.
type Choice struct {
	Source  string  // the text that it was taken from, so that a fit can leave it out
	Options [][]int // indexes of features
	Right   int
}

// ReadTable reads rows of name, prior and weight, with tabs between.
func ReadTable(r io.Reader) (Table, error) {
	var t Table
	in := bufio.NewScanner(r)
	for in.Scan() {
		f := strings.Split(in.Text(), "\t")
		if len(f) != 3 {
			return t, fmt.Errorf("row %q: want name, prior, weight", in.Text())
		}
		prior, err := strconv.ParseFloat(f[1], 64)
		if err != nil {
			return t, err
		}
		weight, err := strconv.ParseFloat(f[2], 64)
		if err != nil {
			return t, err
		}
		t.Names, t.Prior, t.Weights = append(t.Names, f[0]), append(t.Prior, prior), append(t.Weights, weight)
	}
	return t, in.Err()
}

// WriteTable writes what ReadTable reads.
func WriteTable(w io.Writer, t Table) error {
	for i, name := range t.Names {
		if _, err := fmt.Fprintf(w, "%s\t%g\t%.3f\n", name, t.Prior[i], t.Weights[i]); err != nil {
			return err
		}
	}
	return nil
}

// ReadChoices reads examples: a row of the names of all features, then a row
// for each example: its source, the index of the right option and the options
// with tabs between, each the indexes of its features with commas between.
func ReadChoices(r io.Reader) (names []string, all []Choice, err error) {
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		if names == nil {
			names = strings.Fields(in.Text())
			continue
		}
		f := strings.Split(in.Text(), "\t")
		if len(f) < 3 {
			return nil, nil, fmt.Errorf("row %q: want source, right option, options", in.Text())
		}
		right, err := strconv.Atoi(f[1])
		if err != nil || right < 0 || right >= len(f)-2 {
			return nil, nil, fmt.Errorf("row %q: no such option", in.Text())
		}
		c := Choice{Source: f[0], Right: right}
		for _, option := range f[2:] {
			var has []int
			for id := range strings.SplitSeq(option, ",") {
				if id == "" {
					continue
				}
				n, err := strconv.Atoi(id)
				if err != nil || n < 0 || n >= len(names) {
					return nil, nil, fmt.Errorf("row %q: no feature %q", in.Text(), id)
				}
				has = append(has, n)
			}
			c.Options = append(c.Options, has)
		}
		all = append(all, c)
	}
	return names, all, in.Err()
}

// WriteChoices writes what ReadChoices reads.
func WriteChoices(w io.Writer, names []string, all []Choice) error {
	b := bufio.NewWriter(w)
	fmt.Fprintln(b, strings.Join(names, " "))
	for _, c := range all {
		fmt.Fprintf(b, "%s\t%d", c.Source, c.Right)
		for _, has := range c.Options {
			b.WriteByte('\t')
			for i, f := range has {
				if i > 0 {
					b.WriteByte(',')
				}
				b.WriteString(strconv.Itoa(f))
			}
		}
		b.WriteByte('\n')
	}
	return b.Flush()
}

// Without returns the examples that come from none of the given sources.
func Without(all []Choice, sources ...string) []Choice {
	return slices.DeleteFunc(slices.Clone(all), func(c Choice) bool { return slices.Contains(sources, c.Source) })
}

// From gives the examples their source.
func From(source string, all []Choice) []Choice {
	for i := range all {
		all[i].Source = source
	}
	return all
}

// rounds is how many steps the ascent takes.
const rounds = 300

// Weights finds the weights under which the right options are most probable,
// by gradient ascent on their conditional likelihood, with a quadratic penalty
// for leaving the prior, which is trusted as much as so many examples.
func Weights(prior []float64, trust float64, all []Choice) []float64 {
	w := append([]float64(nil), prior...)
	grad := make([]float64, len(w))
	for round := range rounds {
		clear(grad)
		for _, c := range all {
			p := Probabilities(w, c.Options)
			for i, has := range c.Options {
				d := -p[i]
				if i == c.Right {
					d++
				}
				for _, f := range has {
					grad[f] += d
				}
			}
		}
		rate := 6 / float64(len(all)) / (1 + float64(round)/150)
		for f := range w {
			w[f] += rate * (grad[f] - trust*(w[f]-prior[f]))
		}
	}
	return w
}

// Probabilities returns how probable each option is under the weights.
func Probabilities(w []float64, options [][]int) []float64 {
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

// Best returns the option that is most probable under the weights.
func Best(w []float64, options [][]int) int {
	best := 0
	for i, p := 1, Probabilities(w, options); i < len(p); i++ {
		if p[i] > p[best] {
			best = i
		}
	}
	return best
}
