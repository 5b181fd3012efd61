package model

import (
	"cmp"
	"strings"
)

// ComparePaths compares two paths with slashes by their place in a walk: by
// folder, and in it by name as [CompareNames] has it. A folder comes before
// what is in it.
func ComparePaths(a, b string) int {
	for a != b {
		x, restA, inA := strings.Cut(a, "/")
		y, restB, inB := strings.Cut(b, "/")
		if x != y {
			return CompareNames(x, y)
		}
		if !inA || !inB {
			return cmp.Compare(len(a), len(b))
		}
		a, b = restA, restB
	}
	return 0
}
