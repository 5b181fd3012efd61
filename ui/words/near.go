package words

import "strings"

// Near returns the name that was probably meant by a mistyped one: the nearest by
// letters inserted, deleted, changed or swapped; "" where even that takes more than a
// third of its letters.
func Near(typed string, names []string) string {
	if len(typed) > mostCompared {
		return ""
	}
	best, least := "", max(1, len(typed)/3)+1
	for _, name := range names {
		if d := distance(strings.ToLower(typed), name); d < least {
			best, least = name, d
		}
	}
	return best
}

// mostCompared bounds what is compared; no name is as long.
const mostCompared = 64

// distance returns the optimal string alignment distance of two names, in bytes.
func distance(a, b string) int {
	if len(b) > mostCompared {
		return mostCompared
	}
	var before, above, row [mostCompared + 1]int
	for j := range len(b) + 1 {
		above[j] = j
	}
	for i := range len(a) {
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(above[j+1]+1, row[j]+1, above[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, above = above, row
	}
	return above[len(b)]
}
