package format

import (
	"bytes"
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"juan/data/format/front"
	"juan/data/limit"
)

// bodyKeys are the names that people give to the text of an article, the
// surest first.
const bodyKeys = "body text content 正文 内容 全文 文本 文章内容 文章正文 新闻内容 新闻正文 正文内容 文章 article articlebody article_body content_html content_text contenthtml html markdown md paragraphs 段落 lines sentences passage document contents messages chat_messages conversations conversation dialogue dialog 对话 chapters sections 章节"

// maxWraps is how many objects an article may be wrapped in that is looked for.
const maxWraps = 3

// readRecord reads one value; ok is false where it has no text.
func readRecord(raw []byte) (r jsonRecord, ok bool) { return recordIn(raw, 0) }

// recordIn reads one value that so many others are wrapped around.
func recordIn(raw []byte, wraps int) (r jsonRecord, ok bool) {
	var fields map[string]json.RawMessage
	if json.Unmarshal(raw, &fields) != nil {
		list, isList := listOf(raw)
		if !isList {
			return r, false
		}
		r.body, r.marked = textOfList(list, 0), holdsObjects(raw) // paragraphs, or a talk
		return r, strings.TrimSpace(r.body) != ""
	}
	fields = lowered(fields)
	for _, key := range strings.Fields(bodyKeys) {
		if one, there := fields[key]; there {
			if inner, found := titledRecord(one, wraps+1); found && stringOf(fields["title"]) == "" {
				return inner, true
			}
			if r.body = textOfValue(one, 0); strings.TrimSpace(r.body) != "" {
				r.verse, r.marked = isPoem(fields, one), holdsObjects(one)
				if r.marked {
					r.body = strings.TrimSpace(aboutIn(fields, r.body) + "\n\n" + r.body)
				}
				ok = true
				break
			}
		}
	}
	if !ok {
		r.body = cmp.Or(talkOfMapping(fields), questionAndAnswer(fields))
		ok, r.marked = r.body != "", true
	}
	titled := false
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		if name := front.Key(key); name != "" && name != "headings" {
			r.meta = append(r.meta, front.JSON(key, fields[key]))
			titled = titled || name == "title"
		}
	}
	if title := nameOf(fields); !titled && title != "" {
		r.meta = append(r.meta, front.Title(title))
	}
	return r, ok
}

// titledRecord reads an object that is an article with a title of its own, as
// services wrap them: {"article":{"title":…,"content":…}}.
func titledRecord(raw json.RawMessage, wraps int) (r jsonRecord, ok bool) {
	var fields map[string]json.RawMessage
	if len(raw) == 0 || raw[0] != '{' || wraps > maxWraps || json.Unmarshal(raw, &fields) != nil {
		return r, false
	}
	for key := range fields {
		if front.Key(key) == "title" {
			return recordIn(raw, wraps)
		}
	}
	return r, false
}

// lowered returns fields by their names in lower case.
func lowered(fields map[string]json.RawMessage) map[string]json.RawMessage {
	for _, key := range slices.Collect(maps.Keys(fields)) {
		if lower := strings.ToLower(key); lower != key && fields[lower] == nil {
			fields[lower] = fields[key]
			delete(fields, key)
		}
	}
	return fields
}

// questionAndAnswer returns a question, bold, and its answer, "" where a record
// is none.
func questionAndAnswer(fields map[string]json.RawMessage) string {
	for _, pair := range [...][2]string{{"question", "answer"}, {"问题", "答案"}, {"问题", "回答"}, {"instruction", "output"}, {"prompt", "response"}, {"prompt", "completion"}, {"query", "response"}, {"title", "answer"}} {
		asked, said := textOfValue(fields[pair[0]], 0), textOfValue(fields[pair[1]], 0)
		if strings.TrimSpace(said) == "" || strings.TrimSpace(asked) == "" {
			continue
		}
		if more := textOfValue(fields["input"], 0); more != "" {
			said = more + "\n\n" + said
		}
		return "**" + strings.Join(strings.Fields(asked), " ") + "**\n\n" + said
	}
	return ""
}

// holdsObjects reports whether a value is a list of objects, whose text is
// written as Markdown.
func holdsObjects(raw json.RawMessage) bool {
	inside, isList := bytes.CutPrefix(bytes.TrimLeft(raw, " \t\r\n"), []byte("["))
	return isList && bytes.HasPrefix(bytes.TrimLeft(inside, " \t\r\n"), []byte("{"))
}

// listOf returns the values of a list; ok is false for what is none, and for one of
// more values than a text has lines.
func listOf(raw json.RawMessage) (list []json.RawMessage, ok bool) {
	if !bytes.HasPrefix(bytes.TrimLeft(raw, " \t\r\n"), []byte("[")) || bytes.Count(raw, []byte(",")) > 4*limit.Lines || bytes.Count(raw, []byte(`",`)) > limit.Lines {
		return nil, false
	}
	return list, json.Unmarshal(raw, &list) == nil && len(list) <= limit.Lines
}

// maxValues is how many values lie in each other that are read: each is gone
// through once for those around it.
const maxValues = 8

// textOfValue returns the text that a value is: a string, paragraphs, the parts
// of a message, the messages of a talk, the sections of a book.
func textOfValue(raw json.RawMessage, depth int) string {
	var text string
	if depth > maxValues || len(raw) == 0 {
		return ""
	}
	if json.Unmarshal(raw, &text) == nil {
		return text
	}
	if list, ok := listOf(raw); ok {
		return textOfList(list, depth)
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(raw, &fields) == nil {
		return textOfFields(fields, depth)
	}
	return ""
}

// textOfList returns the texts of a list, one below the other.
func textOfList(list []json.RawMessage, depth int) string {
	var all []string
	lines := true
	for _, one := range list {
		text := textOfValue(one, depth+1)
		if text == "" {
			continue
		}
		lines = lines && one[0] == '"' && !strings.Contains(text, "\n")
		all = append(all, text)
	}
	if lines {
		return strings.Join(all, "\n")
	}
	return strings.Join(all, "\n\n")
}

// textOfFields returns the text of an object in a list: a message under its speaker, a
// section under its title.
func textOfFields(fields map[string]json.RawMessage, depth int) string {
	text := ""
	for _, key := range append(strings.Fields(bodyKeys), "value", "message", "msg", "parts") {
		if text = textOfValue(fields[key], depth+1); text != "" {
			break
		}
	}
	for _, key := range []string{"role", "from", "sender", "speaker", "author", "角色", "说话人"} {
		if who := stringOf(fields[key]); who != "" && text != "" {
			return "**" + who + "**\n\n" + text
		}
	}
	if title := nameOf(fields); title != "" {
		return strings.TrimSpace("## " + title + "\n\n" + text)
	}
	return text
}

// stringOf returns a value that is a string, or what an object calls itself.
func stringOf(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		var who struct{ Role, Name string }
		if json.Unmarshal(raw, &who) == nil {
			return who.Role + who.Name
		}
	}
	return s
}

// isPoem recognises a poem by its form in collections of poetry: a list of short lines
// under their author, or one that names its tune.
func isPoem(fields map[string]json.RawMessage, body json.RawMessage) bool {
	var lines []string
	if json.Unmarshal(body, &lines) != nil || len(lines) == 0 {
		return false
	}
	_, tune := fields["rhythmic"]
	if tune {
		return true
	}
	_, author := fields["author"]
	_, chinese := fields["作者"]
	longest, marked, same := 0, 0, true
	for _, line := range lines {
		n := utf8.RuneCountInString(line)
		if n < 5 {
			return false
		}
		same = same && n == utf8.RuneCountInString(lines[0])
		longest = max(longest, n)
		if strings.ContainsAny(lastMark(line), "，。！？；、") {
			marked++
		}
	}
	return (author || chinese || same) && len(lines) > 1 && marked == len(lines) && longest <= 28
}

// lastMark returns the last character of a line, quotation marks apart.
func lastMark(line string) string {
	line = strings.TrimRight(line, "”’」』 ")
	_, size := utf8.DecodeLastRuneInString(line)
	return line[len(line)-size:]
}
