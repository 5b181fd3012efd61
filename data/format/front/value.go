package front

import (
	"cmp"
	"fmt"
	"strings"

	"juan/data/format/date"
	"juan/data/format/outline"
	"juan/model"
)

// A Value is one value of front matter.
type Value struct {
	key  string
	line int
	Text string   // a single value
	list []string // several
	bad  bool     // neither
	// whole says that the value ends with its line.
	whole bool

	headings []outline.Correction // of the key headings
}

// Set puts the value into e where its key is known. The author stands for the
// source where none is named.
func (v Value) Set(e *model.Entry) error {
	key, ok := Key(v.key), true
	switch key {
	case "headings":
		ok = false
	case "tags":
		if e.Tags, ok = v.list, !v.bad; v.list == nil {
			e.Tags = splitTags(v.Text)
		}
	case "id", "title", "source", "author", "note":
		text := strings.Join(strings.Fields(strings.Join(append(v.list, v.Text), " ")), " ")
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
		if v.Text == "" && v.list == nil && !v.bad {
			break // left open
		}
		day, valid := date.Parse(v.Text)
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

// IsTitle reports whether the value is a title.
func (v Value) IsTitle() bool { return Key(v.key) == "title" }

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

// Key returns what a key is about, in whatever language and case it is
// written, "" for what is not known.
func Key(key string) string {
	key = strings.ToLower(strings.TrimSpace(key))
	for _, about := range [...]string{"文章", "新闻", "正文"} { // 文章标题
		if rest, ok := strings.CutPrefix(key, about); ok {
			key = rest
		}
	}
	switch key {
	case "title", "标题", "標題", "题目", "题名", "篇名", "headline":
		return "title"
	case "id", "编号":
		return "id"
	case "date", "日期", "发布日期", "发布时间", "发表日期", "发表时间", "pubdate", "pub_date", "publishdate", "publish_date", "published", "published_at", "publish_time", "created", "created_at", "create_time", "datetime", "time":
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

// isKey reports whether s could be the key of a value: a word of Latin letters,
// or a Chinese one that is known.
func isKey(s string) bool {
	if Key(s) != "" {
		return true
	}
	for i := 0; i < len(s); i++ {
		if c := s[i] | 0x20; (c < 'a' || c > 'z') && c != '-' && c != '_'|0x20 {
			return false
		}
	}
	return s != ""
}
