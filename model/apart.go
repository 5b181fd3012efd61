package model

// countsApart is how many counts are kept apart: of each term, and of numbers that
// are written otherwise; 0 where there is only one.
func (q *Query) countsApart() int {
	if n := len(q.terms); n > 1 || n == 1 && q.terms[0].variants != nil {
		return n + 1
	}
	return 0
}

// countApart counts a hit of a term in the counts that are kept apart, if any.
func countApart[T int | int32](counts []T, term uint8, r Rank) {
	if len(counts) == 0 {
		return
	}
	counts[term]++
	if r.Form() == Number {
		counts[len(counts)-1]++
	}
}

// apart takes the counts of terms and that of numbers written otherwise apart.
func apart(counts []int) (terms []int, numbers int) {
	if len(counts) == 0 {
		return nil, 0
	}
	last := len(counts) - 1
	return counts[:last], counts[last]
}
