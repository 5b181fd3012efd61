package number

import (
	"strings"

	"juan/model/char"
)

// Measured reads a number without a blank before a word whose first character is also
// a unit, 3.2米刀 or 4分类, which Line takes for a quantity. Only a number right before
// it in the text can bear it out.
func Measured(s string) Candidate {
	n, depth, val := points(s)
	title := s[n:]
	if depth == 0 || !strings.ContainsRune(units, char.First(title)) || len(title) < 2*len("米") || len(title) > 20*len("米") || strings.ContainsAny(title, "。，；：！？,;") {
		return Candidate{}
	}
	c := Candidate{Bytes: n, Form: Count, Value: val, Weak: true}
	if depth > 1 {
		c.Form, c.Path, c.Weak = min(Decimal+Form(depth-2), Decimal3), path(s[:n]), false
	}
	return c
}

// Path returns the parts of s, which is a decimal number and nothing else, 3.1, ten
// bits each, the last one lowest, and the last; 0 where s is none.
func Path(s string) (parts uint64, val int) {
	n, depth, val := points(s)
	if depth < 2 || n != len(s) {
		return 0, 0
	}
	return path(s), val
}
