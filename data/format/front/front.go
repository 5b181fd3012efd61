// Package front reads front matter, what a text says of itself before it begins:
// YAML, TOML, JSON and what people write for these; and the same of records. It
// knows no files and no Markdown.
package front

import (
	"fmt"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"juan/data/fault"
	"juan/data/format/outline"
	"juan/model"
)

// maxFront is how many bytes of front matter are read at most.
const maxFront = 64 << 10

// Read reads the front matter at byte start of a text into e and returns
// the byte where the body begins: YAML between lines of ---, TOML between lines
// of +++, JSON, and what people write for these. What is no front matter is left
// to the body. Keys that are not known are passed over; wrong says of values and
// lines that are not understood where they stand. headings corrects the outline;
// nil says that front matter has no word on it. named says that the file is
// Markdown by its name, which may have front matter without a fence.
func Read(text string, start int, named bool, e *model.Entry) (body int, headings []outline.Correction, wrong []string) {
	head, body, form := find(text, start, named)
	if form == "" {
		return start, nil, nil
	}
	values, err := valuesOf(head, form)
	switch {
	case err != nil && !looksLikeFront(head):
		return start, nil, nil
	case err != nil:
		wrong = append(wrong, fault.FirstLine(err.Error()))
	}
	var lines []string
	if form == "---" {
		lines = strings.Split(head, "\n")
	}
	for _, v := range values {
		v = withHash(v, lines)
		if v.headings != nil {
			headings = v.headings
		} else if err := v.Set(e); err != nil {
			wrong = append(wrong, err.Error())
		}
	}
	return body, headings, wrong
}

// Opens reports whether a text opens with front matter.
func Opens(text string) bool {
	head, _, form := find(text, 0, false)
	return form != "" && looksLikeFront(head)
}

// valuesOf reads front matter in one of the forms that find recognises.
func valuesOf(head, form string) ([]Value, error) {
	switch form {
	case "+++":
		return readTOML(head)
	case "{":
		return readJSON(head)
	case ";;;":
		if head = strings.TrimSpace(head); !strings.HasPrefix(head, "{") {
			head = "{" + head + "}"
		}
		return readJSON(head)
	}
	values, err := readYAML(head)
	if err == nil || strings.Contains(head, "headings:") {
		return values, err
	}
	if lines, worse := readLines(head); len(lines) > 0 && worse == nil {
		return lines, nil
	} else if len(lines) > 0 {
		return lines, err
	}
	return nil, err
}

// find finds the front matter of text and its form, by how it opens; "" where there is
// none.
func find(text string, start int, markdown bool) (head string, body int, form string) {
	rest := text[start:]
	first, after, ok := strings.Cut(rest, "\n")
	first = strings.TrimRight(first, " \t\r")
	for _, fence := range []string{"---", "+++", ";;;"} {
		long := fence == "---" && len(first) > 3 && strings.Trim(first, "-") == ""
		if !ok || first != fence && !long {
			continue
		}
		at := len(rest) - len(after)
		for from := at; at < len(rest) && at-from <= maxFront; {
			line, _, _ := strings.Cut(rest[at:], "\n")
			if t := strings.TrimRight(line, " \t\r"); t == first || fence == "---" && t == "..." {
				return rest[from:at], start + min(at+len(line)+1, len(rest)), fence
			}
			at += len(line) + 1
		}
	}
	if head, body := unfenced(text, start, markdown); head != "" {
		return head, body, "---"
	}
	if head, body := findJSON(text, start); head != "" {
		return head, body, "{"
	}
	return "", start, ""
}

// looksLikeFront distinguishes front matter with a mistake in it from text between two
// rules: most of its lines have a key.
func looksLikeFront(head string) bool {
	keys, lines := 0, 0
	for line := range strings.Lines(head) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		lines++
		if i := strings.IndexAny(line, ":=："); i > 0 && isKey(strings.TrimSpace(line[:i])) {
			keys++
		}
	}
	return lines > 0 && keys*2 > lines
}

// readYAML reads a YAML mapping without expanding what it refers to.
func readYAML(head string) ([]Value, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(head), &doc); err != nil {
		return nil, err
	}
	if doc.Kind != yaml.DocumentNode || doc.Content[0].Kind != yaml.MappingNode {
		return nil, fmt.Errorf("not a mapping")
	}
	var values []Value
	pairs := doc.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		v := Value{key: pairs[i].Value, line: pairs[i].Line + 1}
		switch node := pairs[i+1]; {
		case v.key == "headings":
			v.headings = []outline.Correction{}
			if node.Decode(&v.headings) != nil {
				v.bad, v.headings = true, nil
			}
		case node.Kind == yaml.ScalarNode:
			v.Text = node.Value
			if node.Tag == "!!null" {
				v.Text = ""
			}
		case node.Kind == yaml.SequenceNode:
			for _, one := range node.Content {
				v.list = append(v.list, one.Value)
			}
		default:
			v.bad = true
		}
		values = append(values, v)
	}
	return values, nil
}

// readTOML reads a TOML table.
func readTOML(head string) ([]Value, error) {
	var table map[string]any
	md, err := DecodeTOML(head, &table)
	if err != nil {
		return nil, err
	}
	var values []Value
	known := map[string]bool{"headings": true}
	for _, key := range md.Keys() {
		if len(key) != 1 || known[key[0]] { // [[a]] stands there once for each of its tables
			continue
		}
		known[key[0]] = true
		v := Value{key: key[0]}
		switch value := table[v.key].(type) {
		case []any:
			for _, one := range value {
				v.list = append(v.list, fmt.Sprint(one))
			}
		case time.Time:
			v.Text = value.Format(time.RFC3339)
		case map[string]any, []map[string]any:
			v.bad = true
		default:
			v.Text = fmt.Sprint(value)
		}
		values = append(values, v)
	}
	var corrected struct {
		Headings []outline.Correction `toml:"headings"`
	}
	if md.IsDefined("headings") {
		if _, err := DecodeTOML(head, &corrected); err != nil {
			values = append(values, Value{key: "headings", bad: true})
		} else {
			values = append(values, Value{key: "headings", headings: append([]outline.Correction{}, corrected.Headings...)})
		}
	}
	return values, nil
}
