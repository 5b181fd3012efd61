package query

import (
	"errors"
	"regexp/syntax"
	"strings"
	"testing"
)

// What takes too many steps for each character is no pattern, whatever it costs in
// bytes; what people write is one.
func TestLargePatterns(t *testing.T) {
	for _, s := range []string{strings.Repeat("(.*)", 1000) + "x", "((.{1,30}){1,30})x((.{1,30}){1,30})y", strings.Repeat("产?", 900) + strings.Repeat("产", 900)} {
		var e *syntax.Error
		if _, err := Compile(s); !errors.As(err, &e) || e.Code != syntax.ErrLarge {
			t.Errorf("%.20s: %v", s, err)
		}
		if p := Parse("/" + s + "/"); len(p) > 0 && p[0].Kind == Pattern {
			t.Errorf("%.20s is a pattern", s)
		}
	}
	for _, s := range []string{`\d{4}年\d{1,2}月`, `(?i)[\w.+-]+@[\w-]+\.[\w.]+`, strings.TrimSuffix(strings.Repeat("渡口|", 300), "|"), `.{0,100}港`} {
		if _, err := Compile(s); err != nil {
			t.Errorf("%.20s: %v", s, err)
		}
	}
}
