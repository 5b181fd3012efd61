package model

import (
	"regexp/syntax"
	"strings"
	"unicode"

	"juan/model/fold"
)

// needed returns needles that the folded text of an article has wherever a
// regular expression matches in it: so most articles need not be read. There may
// be none.
func needed(expr string) []fold.Needle {
	re, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil
	}
	var all []fold.Needle
	for _, s := range literals(re.Simplify(), nil) {
		for run := range strings.FieldsFuncSeq(s, func(r rune) bool { return !isSteady(r) }) {
			if last := len(run) - 1; run[last] < unicode.MaxASCII {
				run = run[:last] // a mark after the last letter would change it
			}
			if n := fold.NewNeedle(run); n.Len() > 1 && !n.Strict() {
				all = append(all, n)
			}
		}
	}
	return all
}

// isSteady reports whether a character folds to the same whatever its neighbours, as
// long as other such characters follow.
func isSteady(r rune) bool {
	return r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) || 0x4e00 <= r && r <= 0x9fff
}

// literals returns stretches of text that every match of an expression has.
func literals(re *syntax.Regexp, all []string) []string {
	switch re.Op {
	case syntax.OpLiteral:
		all = append(all, string(re.Rune))
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			all = literals(sub, all)
		}
	case syntax.OpCapture, syntax.OpPlus:
		all = literals(re.Sub[0], all)
	}
	return all
}
