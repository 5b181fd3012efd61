package data

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
	"go.yaml.in/yaml/v3"

	"juan/data/fault"
	"juan/data/format/date"
	"juan/data/format/outline"
	"juan/model"
)

// maxFront is how many bytes of front matter are read at most.
const maxFront = 1 << 20

// front reads the front matter of the text into e and returns where the body
// begins: YAML between lines of ---, TOML between lines of +++, JSON, and what
// people write for these. What is no front matter is left to the body. Keys
// that are not known are passed over, wrong values give a notice. headings
// corrects the outline; nil says that front matter has no word on it.
func (f *file) front(e *model.Entry) (body int, headings []outline.Correction) {
	head, body, form := frontMatter(f.text, f.start, f.isNamedMarkdown())
	if form == "" {
		return f.start, nil
	}
	values, err := metaOf(head, form)
	switch {
	case err != nil && !looksLikeMeta(head):
		return f.start, nil
	case err != nil:
		f.notice(fault.BadMeta, 0, fault.FirstLine(err.Error()))
	}
	for _, v := range values {
		if form == "---" {
			v = withHash(v, head)
		}
		if v.headings != nil {
			headings = v.headings
		} else if err := v.set(e); err != nil {
			f.notice(fault.BadMeta, 0, err.Error())
		}
	}
	return body, headings
}

// metaOf reads front matter in one of the forms that frontMatter tells.
func metaOf(head, form string) ([]meta, error) {
	switch form {
	case "+++":
		return metaTOML(head)
	case "{":
		return metaJSON(head)
	case ";;;":
		return metaJSON("{" + head + "}")
	}
	values, err := metaYAML(head)
	if err == nil || strings.Contains(head, "headings:") {
		return values, err
	}
	if lines, worse := metaLines(head); len(lines) > 0 && worse == nil {
		return lines, nil
	} else if len(lines) > 0 {
		return lines, err
	}
	return nil, err
}

// frontMatter finds the front matter of text and tells its form by what it
// opens with, "" where there is none.
func frontMatter(text string, start int, markdown bool) (head string, body int, form string) {
	rest := text[start:]
	for _, fence := range []string{"---", "+++", ";;;"} {
		first, after, ok := strings.Cut(rest, "\n")
		if !ok || strings.TrimRight(first, " \t\r") != fence {
			continue
		}
		at := len(rest) - len(after)
		for from := at; at < len(rest) && at-from <= maxFront; {
			line, _, _ := strings.Cut(rest[at:], "\n")
			if t := strings.TrimRight(line, " \t\r"); t == fence || fence == "---" && t == "..." {
				return rest[from:at], start + min(at+len(line)+1, len(rest)), fence
			}
			at += len(line) + 1
		}
	}
	if head, body := unfenced(text, start, markdown); head != "" {
		return head, body, "---"
	}
	if head, body := jsonFront(text, start); head != "" {
		return head, body, "{"
	}
	return "", start, ""
}

// looksLikeMeta tells front matter with a mistake in it from text between
// two rules: most of its lines have a key.
func looksLikeMeta(head string) bool {
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

// isKey reports whether s could be the key of a value: a word of Latin letters,
// or a Chinese one that is known.
func isKey(s string) bool {
	if metaKey(s) != "" {
		return true
	}
	for i := 0; i < len(s); i++ {
		if c := s[i] | 0x20; (c < 'a' || c > 'z') && c != '-' && c != '_'|0x20 {
			return false
		}
	}
	return s != ""
}

// A meta is one value of front matter.
type meta struct {
	key  string
	line int
	text string   // a single value
	list []string // several
	bad  bool     // neither
	// whole says that the value ends with its line.
	whole bool

	headings []outline.Correction // of the key headings
}

// metaYAML reads a YAML mapping without expanding what it refers to.
func metaYAML(head string) ([]meta, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(head), &doc); err != nil {
		return nil, err
	}
	if doc.Kind != yaml.DocumentNode || doc.Content[0].Kind != yaml.MappingNode {
		return nil, fmt.Errorf("not a mapping")
	}
	var values []meta
	pairs := doc.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		v := meta{key: pairs[i].Value, line: pairs[i].Line + 1}
		switch node := pairs[i+1]; {
		case v.key == "headings":
			v.headings = []outline.Correction{}
			if node.Decode(&v.headings) != nil {
				v.bad, v.headings = true, nil
			}
		case node.Kind == yaml.ScalarNode:
			v.text = node.Value
			if node.Tag == "!!null" {
				v.text = ""
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

// metaTOML reads a TOML table.
func metaTOML(head string) ([]meta, error) {
	var table map[string]any
	md, err := toml.Decode(head, &table)
	if err != nil {
		return nil, err
	}
	var values []meta
	for _, key := range md.Keys() {
		if len(key) != 1 || key[0] == "headings" {
			continue
		}
		v := meta{key: key[0]}
		switch value := table[v.key].(type) {
		case []any:
			for _, one := range value {
				v.list = append(v.list, fmt.Sprint(one))
			}
		case time.Time:
			v.text = value.Format(time.RFC3339)
		case map[string]any:
			v.bad = true
		default:
			v.text = fmt.Sprint(value)
		}
		values = append(values, v)
	}
	var corrected struct {
		Headings []outline.Correction `toml:"headings"`
	}
	if md.IsDefined("headings") {
		if _, err := toml.Decode(head, &corrected); err != nil {
			values = append(values, meta{key: "headings", bad: true})
		} else {
			values = append(values, meta{key: "headings", headings: append([]outline.Correction{}, corrected.Headings...)})
		}
	}
	return values, nil
}

// set puts the value into e where its key is known. The author stands for the
// source where none is named.
func (v meta) set(e *model.Entry) error {
	key, ok := metaKey(v.key), true
	switch key {
	case "headings":
		ok = false
	case "tags":
		if e.Tags, ok = v.list, !v.bad; v.list == nil {
			e.Tags = splitTags(v.text)
		}
	case "id", "title", "source", "author", "note":
		text := strings.Join(strings.Fields(strings.Join(append(v.list, v.text), " ")), " ")
		if ok = !v.bad; !ok || text == "" {
			break
		}
		switch key {
		case "id":
			e.ID = text
		case "title":
			e.Title = withoutName(text)
		case "source":
			e.Source = text
		case "author":
			e.Source = cmp.Or(e.Source, text)
		case "note":
			e.Note = text
		}
	case "date", "delivered":
		if v.text == "" && v.list == nil && !v.bad {
			break // left open
		}
		day, valid := date.Parse(v.text)
		if ok = valid; !ok {
			break
		}
		if key == "delivered" {
			e.Delivered = day
		} else if e.Date.IsZero() || strings.EqualFold(v.key, "date") {
			e.Date = day
		}
	}
	if ok {
		return nil
	}
	if v.line > 0 {
		return fmt.Errorf("line %d: %s", v.line, v.key)
	}
	return fmt.Errorf("%s", v.key)
}

// withoutName returns a title without the name that it is given for links:
// 部署 {#deploy}.
func withoutName(title string) string {
	if i := strings.LastIndex(title, "{#"); i > 0 && strings.HasSuffix(title, "}") {
		return strings.TrimSpace(title[:i])
	}
	return title
}

// splitTags reads tags written as one value: 许昌, 报告 or 许昌、报告.
func splitTags(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",，、;； ", r) })
}
