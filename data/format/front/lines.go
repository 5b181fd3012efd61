package front

import (
	"fmt"
	"strings"
)

// Front matter as people write it: values that YAML takes for something else
// (title: 渡口: 夜船, title: [翻译] 渡口, title: @某人), tabs, no blank after
// the colon, no line of --- before it, none at all, or JSON.

// maxHead is how many lines front matter without a fence has at most.
const maxHead = 60

// readLines reads front matter line by line: a key, a colon and all the rest
// of the line. It is for what YAML rejects. An error names the first line that
// has no key.
func readLines(head string) (values []Value, err error) {
	number := 1
	for line := range strings.Lines(head) {
		number++
		line = strings.TrimRight(line, " \t\r\n")
		text := strings.TrimLeft(line, " \t")
		item, isItem := strings.CutPrefix(text, "- ")
		last := len(values) - 1
		switch {
		case text == "" || text[0] == '#':
		case isItem && last >= 0:
			values[last].list = append(values[last].list, unquoted(item))
		case len(text) < len(line) && last >= 0 && (hasKey(text) || values[last].whole): // a value of a value, or none
		case len(text) < len(line) && last >= 0: // it goes on
			values[last].Text = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(values[last].Text, ">"), "|") + " " + text)
		default:
			key, value, ok := cutKey(text)
			if !ok && err == nil {
				err = fmt.Errorf("line %d: no key", number)
			}
			if ok {
				values = append(values, newValue(key, value, number))
			}
		}
	}
	return values, err
}

func hasKey(line string) bool {
	_, _, ok := cutKey(line)
	return ok
}

// withHash returns the title as its line has it where YAML takes the end of it
// for a comment: title: 渡口 #1 号. lines are those of the front matter, whose
// first is line 2 of the text.
func withHash(v Value, lines []string) Value {
	if Key(v.key) != "title" || v.line < 2 || v.line-2 >= len(lines) {
		return v
	}
	_, value, ok := cutKey(strings.TrimSpace(lines[v.line-2]))
	if ok && strings.Contains(value, " #") && strings.HasPrefix(value, v.Text) && value[0] != '"' && value[0] != '\'' {
		v.Text = value
	}
	return v
}

// cutKey parts a line at its first colon, half- or full-width.
func cutKey(line string) (key, value string, ok bool) {
	i := strings.IndexAny(line, ":：")
	if i <= 0 || !isKey(strings.TrimSpace(line[:i])) {
		return "", "", false
	}
	size := 1
	if line[i] != ':' {
		size = len("：")
	}
	return strings.TrimSpace(line[:i]), strings.TrimSpace(line[i+size:]), true
}

func newValue(key, value string, line int) Value {
	v := Value{key: key, line: line, whole: value != "" && value[0] != '>' && value[0] != '|'}
	if inside, ok := strings.CutPrefix(value, "["); ok && strings.HasSuffix(inside, "]") && Key(key) == "tags" {
		for one := range strings.SplitSeq(strings.TrimSuffix(inside, "]"), ",") {
			if one = unquoted(strings.TrimSpace(one)); one != "" {
				v.list = append(v.list, one)
			}
		}
		return v
	}
	v.Text = unquoted(value)
	return v
}

// unquoted returns a value without the quotation marks around all of it.
func unquoted(s string) string {
	if n := len(s); n > 1 && (s[0] == '"' || s[0] == '\'') && s[n-1] == s[0] {
		return s[1 : n-1]
	}
	return s
}

// unfenced finds front matter without a line before it: keys up to a line of
// --- (Hexo), or, in a file that is Markdown by its name, a title and more up
// to the first blank line (Pelican). The first key must be one that is known.
func unfenced(text string, start int, markdown bool) (head string, body int) {
	at, lines, keys := start, 0, 0
	for line := range strings.Lines(text[start:]) {
		one := strings.TrimRight(line, " \t\r\n")
		key, _, ok := cutKey(one)
		more := strings.HasPrefix(one, " ") || strings.HasPrefix(one, "\t") || strings.HasPrefix(one, "- ")
		switch {
		case lines > 0 && (one == "---" || one == "+++"):
			return text[start:at], at + len(line)
		case lines > 0 && one == "" && markdown && keys > 1:
			return text[start:at], at + len(line)
		case lines == 0 && (!ok || Key(key) == ""), lines > 0 && !ok && !more, lines > maxHead:
			return "", start
		}
		if ok && !more && Key(key) != "" {
			keys++
		}
		at += len(line)
		lines++
	}
	return "", start
}
