// Package formula writes formulas, of TeX and of MathML, as lines of text that
// one can read: x=a/b, √(x+1), 10⁻³.
package formula

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"juan/model/char"
)

// MaxSize is how many bytes of a formula are made readable; longer ones
// stay as they are. maxGroups is how many groups may lie in each other.
const (
	MaxSize   = 8 << 10
	maxGroups = 32
)

// TeX writes a formula of TeX or LaTeX as a line of text: x=a/b, √(x+1),
// 10⁻³. Commands that it does not know stand as they are.
func TeX(s string) string {
	if len(s) > MaxSize {
		return s
	}
	t := tex{src: s}
	out := t.group(0)
	for t.at < len(t.src) { // a } without a {
		t.at++
		out += t.group(0)
	}
	return strings.TrimSpace(out)
}

// A tex is a formula that is being read.
type tex struct {
	src    string
	at     int
	matrix bool // & parts the cells of a matrix
}

// group reads up to the brace that closes the group, or to the end.
func (t *tex) group(depth int) string {
	var b strings.Builder
	last := ""
	for t.at < len(t.src) && t.src[t.at] != '}' {
		if one := t.atom(depth); one != "" {
			b.WriteString(gapBetween(last, one) + one)
			last = one
		}
	}
	return b.String()
}

// gapBetween returns the space that keeps two words apart: sin x, x mod y. One
// letter is none: ab is a times b.
func gapBetween(before, one string) string {
	first, _ := utf8.DecodeRuneInString(one)
	last, _ := utf8.DecodeLastRuneInString(before)
	wordy := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	if endsInWord(before) && wordy(first) || beginsWithWord(one) && wordy(last) {
		return " "
	}
	return ""
}

func endsInWord(s string) bool {
	return len(s) > 1 && char.IsLatin(rune(s[len(s)-1])) && char.IsLatin(rune(s[len(s)-2]))
}

func beginsWithWord(s string) bool {
	return len(s) > 1 && char.IsLatin(rune(s[0])) && char.IsLatin(rune(s[1]))
}

// atom reads one thing: a character, a group, a command with its arguments,
// and the scripts that hang on scripts' own mark.
func (t *tex) atom(depth int) string {
	c := t.src[t.at]
	switch {
	case depth > maxGroups:
		t.at++
		return string(c)
	case c == '\\':
		return t.command(depth)
	case c == '{':
		t.at++
		s := t.group(depth + 1)
		t.shut()
		return s
	case c == '^':
		t.at++
		return Raised(t.argument(depth))
	case c == '_':
		t.at++
		return Lowered(t.argument(depth))
	case c == '&':
		t.at++
		if t.matrix {
			return ", "
		}
		return ""
	case c == '~':
		t.at++
		return " "
	case c <= ' ':
		t.at++
		return ""
	case c == '%': // a comment
		if i := strings.IndexByte(t.src[t.at:], '\n'); i >= 0 {
			t.at += i
			return ""
		}
	case c == '\'':
		t.at++
		return "′"
	}
	_, size := utf8.DecodeRuneInString(t.src[t.at:])
	t.at += size
	return t.src[t.at-size : t.at]
}

// shut passes over the brace that ends a group.
func (t *tex) shut() {
	if t.at < len(t.src) {
		t.at++
	}
}

// argument reads what a command or a mark of a script takes.
func (t *tex) argument(depth int) string {
	for t.at < len(t.src) && t.src[t.at] <= ' ' {
		t.at++
	}
	if t.at == len(t.src) || t.src[t.at] == '}' {
		return ""
	}
	return t.atom(depth + 1)
}

// verbatim reads an argument that is text and not a formula.
func (t *tex) verbatim() string {
	rest := t.src[t.at:]
	inner := strings.TrimLeft(rest, " ")
	if !strings.HasPrefix(inner, "{") {
		return ""
	}
	level := 0
	for i := 0; i < len(inner); i++ {
		switch inner[i] {
		case '{':
			level++
		case '}':
			if level--; level == 0 {
				t.at += len(rest) - len(inner) + i + 1
				return inner[1:i]
			}
		}
	}
	t.at = len(t.src)
	return inner[1:]
}

// option reads an argument in brackets, "" where none stands there.
func (t *tex) option() string {
	if t.at < len(t.src) && t.src[t.at] == '[' {
		if end := strings.IndexByte(t.src[t.at:], ']'); end > 0 {
			s := t.src[t.at+1 : t.at+end]
			t.at += end + 1
			return s
		}
	}
	return ""
}
