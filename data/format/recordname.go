package format

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// nameOf returns what an object is called, under the names that people give to
// titles: 书名, 章节名, chapter_title; "" where it says none.
func nameOf(fields map[string]json.RawMessage) string {
	for key := range strings.FieldsSeq("title 标题 rhythmic name subject heading chapter 书名 作品名 小说名 章节名 章名 回目 篇名 名称 题名") {
		if title := stringOf(fields[key]); title != "" {
			return title
		}
	}
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		if !endsAsName(key) || isPerson(key) {
			continue
		}
		if title := stringOf(fields[key]); title != "" && !strings.Contains(title, "\n") && utf8.RuneCountInString(title) <= 60 {
			return title
		}
	}
	return ""
}

// endsAsName reports whether a field may hold what an object is called.
func endsAsName(key string) bool {
	for _, end := range [...]string{"title", "name", "标题", "题目", "名称"} {
		if strings.HasSuffix(key, end) {
			return true
		}
	}
	return false
}

// isPerson reports whether a field that ends in name is that of somebody.
func isPerson(key string) bool {
	for _, who := range [...]string{"author", "user", "nick", "file", "site", "source", "作者", "用户"} {
		if strings.Contains(key, who) {
			return true
		}
	}
	return strings.HasSuffix(key, "firstname") || strings.HasSuffix(key, "lastname")
}

// aboutIn returns what an object with parts says of the whole, which its body does
// not say again; "" where it says nothing.
func aboutIn(fields map[string]json.RawMessage, body string) string {
	for key := range strings.FieldsSeq("简介 内容简介 摘要 导语 intro introduction description summary abstract") {
		if about := strings.TrimSpace(stringOf(fields[key])); about != "" && !strings.Contains(body, about) {
			return about
		}
	}
	return ""
}
