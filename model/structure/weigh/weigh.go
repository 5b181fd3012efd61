// Package weigh reads tables of weights: of each feature of a decision its
// name, what was believed of it beforehand, and the weight that was fitted.
// The sum of the weights of what holds is the logarithm of the odds.
package weigh

import (
	"strconv"
	"strings"
)

// Read returns the weights of a table, n of them in the order of its rows. It
// panics on a table that is not so: tables are part of the program.
func Read(table string, n int) []float32 {
	w := make([]float32, 0, n)
	for row := range strings.Lines(table) {
		last := strings.LastIndexByte(row, '\t')
		weight, err := strconv.ParseFloat(strings.TrimSpace(row[last+1:]), 32)
		if err != nil {
			panic("weigh: a bad row: " + row)
		}
		w = append(w, float32(weight))
	}
	if len(w) != n {
		panic("weigh: a table of another decision")
	}
	return w
}

// Sum adds the weights of the features that hold.
func Sum[F ~int | ~uint8](w []float32, has []F) float32 {
	s := float32(0)
	for _, f := range has {
		s += w[f]
	}
	return s
}
