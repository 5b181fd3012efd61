package words

import (
	"fmt"
	"strconv"
	"strings"
)

// agree settles the alternatives of a format, so that words agree in number: of
// {hit|hits} the first where the argument before it is 1, else the second. Braces
// without a bar stay.
//
//	%d {hit|hits} in %d {article|articles}   1, 3   →   %d hit in %d articles
func agree(format string, args []any) string {
	if !strings.Contains(format, "{") {
		return format
	}
	var out strings.Builder
	one, next := false, 0 // whether the argument before is 1, the one after it
	for i := 0; i < len(format); {
		verb, index := verbAt(format[i:])
		switch {
		case verb > 0:
			if index > 0 {
				next = index - 1
			}
			if format[i+verb-1] != '%' {
				one = next < len(args) && fmt.Sprint(args[next]) == "1"
				next++
			}
			out.WriteString(format[i : i+verb])
			i += verb
		case format[i] == '{':
			size, singular, plural := alternatives(format[i:])
			if one {
				plural = singular
			}
			out.WriteString(plural)
			i += size
		default:
			out.WriteByte(format[i])
			i++
		}
	}
	return out.String()
}

// alternatives returns the two at the start of s and how many bytes they and their
// braces take; the brace alone where there are none.
func alternatives(s string) (size int, singular, plural string) {
	within, _, closed := strings.Cut(s[1:], "}")
	if singular, plural, ok := strings.Cut(within, "|"); ok && closed {
		return len(within) + 2, singular, plural
	}
	return 1, "{", "{"
}

// verbAt returns how many bytes a verb at the start of s takes, 0 for none, and the
// index of its argument where it names one: %d, %[2]s, %%.
func verbAt(s string) (size, index int) {
	if len(s) < 2 || s[0] != '%' {
		return 0, 0
	}
	if s[1] == '[' {
		n, rest, _ := strings.Cut(s[2:], "]")
		if index, err := strconv.Atoi(n); err == nil && rest != "" {
			return len(s) - len(rest) + 1, index
		}
	}
	return 2, 0
}
