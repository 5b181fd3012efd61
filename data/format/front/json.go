package front

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// findJSON finds front matter in JSON: an object before the text, which has
// keys that are known.
func findJSON(text string, start int) (head string, body int) {
	rest := text[start:min(len(text), start+maxFront)]
	if !strings.HasPrefix(strings.TrimLeft(rest, " \t\r\n"), "{") {
		return "", start
	}
	d := json.NewDecoder(strings.NewReader(rest))
	var fields map[string]json.RawMessage
	if d.Decode(&fields) != nil {
		return "", start
	}
	end := start + int(d.InputOffset())
	for key := range fields {
		if Key(key) == "title" || Key(key) == "date" {
			line, _, _ := strings.Cut(text[end:], "\n")
			if strings.Trim(line, " \t\r;") == "" {
				return text[start:end], min(len(text), end+len(line)+1)
			}
		}
	}
	return "", start
}

// readJSON reads the fields of an object in the order of their names.
func readJSON(head string) ([]Value, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal([]byte(head), &fields); err != nil {
		return nil, err
	}
	var values []Value
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		values = append(values, JSON(key, fields[key]))
	}
	return values, nil
}

// Title returns the value that names an article.
func Title(s string) Value { return Value{key: "title", Text: s} }

// JSON returns one value of JSON.
func JSON(key string, raw json.RawMessage) Value {
	v := Value{key: key}
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 || bytes.Equal(raw, []byte("null")) {
		return v
	}
	if json.Unmarshal(raw, &v.Text) != nil && json.Unmarshal(raw, &v.list) != nil {
		if v.bad = raw[0] == '{' || raw[0] == '['; !v.bad {
			v.Text = string(raw) // a number
		}
	}
	return v
}
