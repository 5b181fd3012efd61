package data

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// Front matter as people write it: values that YAML takes for something else
// (title: 渡口: 夜船, title: [翻译] 渡口, title: @某人), tabs, no blank behind
// the colon, no line of --- before it, none at all, or JSON.

// maxHead is how many lines front matter without a fence has at most.
const maxHead = 60

// metaLines reads front matter line by line: a key, a colon and all the rest
// of the line. It is for what YAML rejects. An error names the first line that
// has no key.
func metaLines(head string) (values []meta, err error) {
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
			values[last].text = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(values[last].text, ">"), "|") + " " + text)
		default:
			key, value, ok := cutKey(text)
			if !ok && err == nil {
				err = fmt.Errorf("line %d: no key", number)
			}
			if ok {
				values = append(values, newMeta(key, value, number))
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
// for a comment: title: 渡口 #1 号.
func withHash(v meta, head string) meta {
	if metaKey(v.key) != "title" || v.line < 2 {
		return v
	}
	n := 1
	for line := range strings.Lines(head) {
		if n++; n != v.line {
			continue
		}
		_, value, ok := cutKey(strings.TrimSpace(line))
		if ok && strings.Contains(value, " #") && strings.HasPrefix(value, v.text) && value[0] != '"' && value[0] != '\'' {
			v.text = value
		}
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

func newMeta(key, value string, line int) meta {
	v := meta{key: key, line: line, whole: value != "" && value[0] != '>' && value[0] != '|'}
	if inside, ok := strings.CutPrefix(value, "["); ok && strings.HasSuffix(inside, "]") && metaKey(key) == "tags" {
		for one := range strings.SplitSeq(strings.TrimSuffix(inside, "]"), ",") {
			if one = unquoted(strings.TrimSpace(one)); one != "" {
				v.list = append(v.list, one)
			}
		}
		return v
	}
	v.text = unquoted(value)
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
		case lines == 0 && (!ok || metaKey(key) == ""), lines > 0 && !ok && !more, lines > maxHead:
			return "", start
		}
		if ok && !more && metaKey(key) != "" {
			keys++
		}
		at += len(line)
		lines++
	}
	return "", start
}

// jsonFront finds front matter in JSON: an object before the text, which has
// keys that are known.
func jsonFront(text string, start int) (head string, body int) {
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
		if metaKey(key) == "title" || metaKey(key) == "date" {
			line, _, _ := strings.Cut(text[end:], "\n")
			if strings.Trim(line, " \t\r;") == "" {
				return text[start:end], min(len(text), end+len(line)+1)
			}
		}
	}
	return "", start
}

// metaJSON reads the fields of an object in the order of their names.
func metaJSON(head string) ([]meta, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal([]byte(head), &fields); err != nil {
		return nil, err
	}
	var values []meta
	for key, raw := range sortedFields(fields) {
		values = append(values, jsonMeta(key, raw))
	}
	return values, nil
}

// jsonMeta returns one value of JSON.
func jsonMeta(key string, raw json.RawMessage) meta {
	v := meta{key: key}
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 || bytes.Equal(raw, []byte("null")) {
		return v
	}
	if json.Unmarshal(raw, &v.text) != nil && json.Unmarshal(raw, &v.list) != nil {
		if v.bad = raw[0] == '{' || raw[0] == '['; !v.bad {
			v.text = string(raw) // a number
		}
	}
	return v
}

// metaKey returns what a key is about, in whatever language and case it is
// written, "" for what is not known.
func metaKey(key string) string {
	switch strings.ToLower(strings.TrimSpace(key)) {
	case "title", "标题", "標題", "题目", "题名", "篇名", "headline":
		return "title"
	case "id", "编号":
		return "id"
	case "date", "日期", "发布日期", "发布时间", "pubdate", "pub_date", "publishdate", "publish_date", "published", "published_at", "publish_time", "created", "created_at", "create_time", "datetime", "time":
		return "date"
	case "delivered":
		return "delivered"
	case "source", "来源", "來源", "出处":
		return "source"
	case "author", "authors", "作者", "byline":
		return "author"
	case "note", "备注":
		return "note"
	case "tags", "tag", "标签", "標籤":
		return "tags"
	case "headings":
		return "headings"
	}
	return ""
}
