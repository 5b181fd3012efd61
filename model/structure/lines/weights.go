package lines

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed heading.tsv
var headingTable string

// A headingSum is the weight of each feature.
type headingSum [features]float32

// headingWeights reads the table that the fit writes, on first use.
var headingWeights = sync.OnceValue(func() *headingSum {
	var w headingSum
	n := 0
	for row := range strings.Lines(headingTable) {
		_, number, ok := strings.Cut(strings.TrimSpace(row), "\t")
		weight, err := strconv.ParseFloat(number, 32)
		if !ok || err != nil || n == len(w) {
			panic("lines: a bad row of weights: " + row)
		}
		w[n] = float32(weight)
		n++
	}
	return &w
})

func (w *headingSum) sum(v []headingFeature) float32 {
	s := float32(0)
	for _, f := range v {
		s += w[f]
	}
	return s
}
