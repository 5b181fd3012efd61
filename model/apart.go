package model

// countsApart is the number of separate counts: one for each term, and one for numbers
// in another spelling; 0 where there would be only one.
func (q *Query) countsApart() int {
	if n := len(q.terms); n > 1 || n == 1 && q.terms[0].variants != nil {
		return n + 1
	}
	return 0
}

// countApart adds a hit of a term to the separate counts, if there are any.
func countApart[T int | int32](counts []T, term uint8, r Rank) {
	if len(counts) == 0 {
		return
	}
	counts[term]++
	if r.Form() == Number {
		counts[len(counts)-1]++
	}
}

// apart splits the separate counts into those of terms and that of numbers in another
// spelling.
func apart(counts []int) (terms []int, numbers int) {
	if len(counts) == 0 {
		return nil, 0
	}
	last := len(counts) - 1
	return counts[:last], counts[last]
}
