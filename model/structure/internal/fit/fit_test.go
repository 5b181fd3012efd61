package fit

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The tables that are shipped are what the fit makes of the examples beside
// them.
func TestTables(t *testing.T) {
	for _, d := range Decisions() {
		t.Run(d.Path, func(t *testing.T) {
			table, all, err := Load("../..", d.Path)
			if err != nil {
				t.Fatal(err)
			}
			dir, name := filepath.Split(d.Path)
			b, err := os.ReadFile(filepath.Join("../..", dir, "testdata", name+".examples"))
			if err != nil {
				t.Fatal(err)
			}
			if first, _, _ := strings.Cut(string(b), "\n"); first != strings.Join(table.Names, " ") {
				t.Fatal("the examples name other features than the table")
			}
			for i, w := range Weights(table.Prior, d.Trust, all) {
				if math.Abs(w-table.Weights[i]) > 0.002 {
					t.Errorf("%s is %.3f, fitted %.3f; go run ./internal/refit", table.Names[i], table.Weights[i], w)
				}
			}
		})
	}
}

// A feature that stands at every right option gains weight, one at every wrong
// option loses it, and what no example has keeps its prior.
func TestWeights(t *testing.T) {
	var all []Choice
	for range 40 {
		all = append(all, Choice{Options: [][]int{{0, 2}, {1, 2}}, Right: 0})
	}
	w := Weights([]float64{0, 0, 0, 0.7}, 1.5, all)
	if w[0] < 1 || w[1] > -1 || math.Abs(w[2]) > 1e-9 || w[3] != 0.7 {
		t.Errorf("weights %v", w)
	}
}

func TestRoundTrip(t *testing.T) {
	all := []Choice{{Source: "one", Options: [][]int{{0, 1}, nil}, Right: 1}, {Source: "two", Options: [][]int{{1}}, Right: 0}}
	var b bytes.Buffer
	if err := WriteChoices(&b, []string{"one", "two"}, all); err != nil {
		t.Fatal(err)
	}
	names, got, err := ReadChoices(&b)
	if err != nil || len(names) != 2 || len(got) != 2 || got[0].Right != 1 || len(got[0].Options) != 2 || len(got[0].Options[1]) != 0 || got[1].Source != "two" || len(Without(got, "one")) != 1 {
		t.Errorf("%v %v %v", names, got, err)
	}
}
