package formula

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
)

// command reads a command that begins with a backslash.
func (t *tex) command(depth int) string {
	t.at++
	from := t.at
	for t.at < len(t.src) && char.IsLatin(rune(t.src[t.at])) {
		t.at++
	}
	if t.at == from { // one character
		return t.escape()
	}
	name := t.src[from:t.at]
	if t.at < len(t.src) && t.src[t.at] == '*' {
		t.at++
	}
	switch name {
	case "frac", "dfrac", "tfrac", "cfrac", "sfrac", "nicefrac":
		return fraction(t.argument(depth), t.argument(depth))
	case "binom", "dbinom", "tbinom":
		return "C(" + t.argument(depth) + ", " + t.argument(depth) + ")"
	case "sqrt":
		index := t.option()
		return rootSign(index, t.argument(depth))
	case "text", "textrm", "textbf", "textit", "mbox", "hbox", "operatorname", "ce", "texttt", "textsf":
		return t.verbatim()
	case "begin":
		name := t.verbatim()
		t.matrix = strings.Contains(name, "matrix") || name == "cases"
		if name == "array" || name == "tabular" {
			t.matrix = true
			t.verbatim()
		}
		return ""
	case "end":
		t.verbatim()
		t.matrix = false
		return ""
	case "tag":
		return " (" + t.verbatim() + ")"
	case "label", "color", "hspace", "vspace", "phantom", "hphantom", "vphantom":
		t.verbatim()
		return ""
	case "hat", "widehat", "bar", "overline", "vec", "overrightarrow", "tilde", "widetilde", "dot", "ddot":
		return accented(t.argument(depth), name)
	case "mathbb", "Bbb":
		return doubled(t.argument(depth))
	case "pmod":
		return " (mod " + t.argument(depth) + ")"
	}
	return commandText(name)
}

// escape reads a command of one character.
func (t *tex) escape() string {
	if t.at == len(t.src) {
		return "\\"
	}
	c, size := utf8.DecodeRuneInString(t.src[t.at:])
	t.at += size
	switch c {
	case '\\':
		t.option()
		return "; "
	case ',', ';', ':', ' ', '>':
		return " "
	case '!', '(', ')', '[', ']':
		return ""
	case '|':
		return "‖"
	}
	return string(c)
}
