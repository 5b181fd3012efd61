package query

import (
	"regexp"
	"regexp/syntax"
)

// mostInstructions is how large the program of a regular expression may be: matching
// takes as many steps for each character. An address of mail takes some forty, two
// hundred words to choose from a thousand.
const mostInstructions = 2000

// Compile compiles a regular expression; the error is that of regexp, which has a
// code for those that are too large. Large is less here.
func Compile(expr string) (*regexp.Regexp, error) {
	re, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil, err
	}
	if p, err := syntax.Compile(re.Simplify()); err != nil || len(p.Inst) > mostInstructions {
		return nil, &syntax.Error{Code: syntax.ErrLarge, Expr: expr}
	}
	return regexp.Compile(expr)
}
