package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"juan/data/format/compose"
	"juan/model"
	"juan/model/structure"
	"juan/model/structure/number"
)

const (
	longestTitle = 30 // characters
	fewLines     = 8  // within which what a title stands over must begin
)

// Title returns the title that a text opens with, "" where it opens with none:
// a short line by itself that is no heading and no sentence, close above the
// first numbered heading, or above the name of an author. It is right for novels
// and papers; a note or a diary whose first line is one of many is called by its
// file.
//
// For example 河边的人家, 作者：某人, 第一章 渡口.
func Title(text string) string {
	title, seen := "", 0
	for line := range strings.Lines(text) {
		trimmed := strings.TrimFunc(line, unicode.IsSpace)
		switch {
		case !strings.ContainsFunc(trimmed, unicode.IsLetter), strings.Contains(trimmed, "www."), strings.Contains(trimmed, "://"):
			continue // nothing, a rule, the address of a site
		case title == "":
			if title = titleIn(trimmed); title == "" {
				return ""
			}
		case structure.Number(trimmed) > 0 && utf8.RuneCountInString(trimmed) <= longestTitle && !compose.EndsInMark(trimmed), isAuthor(trimmed):
			return title
		}
		if seen++; seen > fewLines {
			return ""
		}
	}
	return ""
}

// titleIn returns the title that a line is, "" where it cannot be one.
func titleIn(line string) string {
	name, labelled := strings.CutPrefix(line, "书名：")
	if !labelled && compose.HasLabel(line) {
		return ""
	}
	name = strings.TrimFunc(name, unicode.IsSpace)
	if inner, ok := strings.CutPrefix(name, "《"); ok {
		if bare, closed := strings.CutSuffix(inner, "》"); closed && !strings.ContainsAny(bare, "《》") {
			name = bare
		}
	}
	if n := utf8.RuneCountInString(name); n < 2 || n > longestTitle || compose.EndsInMark(name) || strings.ContainsAny(name, "，。；") ||
		isNumbered(name) || number.Name(name) > 0 || number.IsUsual(name) || number.IsContents(name) {
		return ""
	}
	return name
}

// isNumbered reports whether a line has a number before it, of a form that only whole
// lines have as well: 1 概述, 001 渡口, ☆、第一章. 渡口（上） is a title.
func isNumbered(line string) bool {
	form := number.Line(line).Form
	return form != number.NoForm && form != number.Serial
}

// isAuthor reports whether a line names an author: 作者：某人, 某人 著.
func isAuthor(line string) bool {
	if utf8.RuneCountInString(line) > longestTitle {
		return false
	}
	for _, label := range [...]string{"作者：", "作者:", "著者：", "文/", "文／", "原著：", "译者："} {
		if strings.HasPrefix(line, label) {
			return true
		}
	}
	for _, role := range [...]string{" 著", "　著", " 编著", " 译"} {
		if strings.HasSuffix(line, role) {
			return true
		}
	}
	return false
}

// Untitled returns a body without the block that says its title, which stands
// over it anyway.
func Untitled(body []model.Block, title string) []model.Block {
	for i, b := range body[:min(len(body), fewLines)] {
		switch b.(type) {
		case model.Heading, model.Paragraph:
			if text := b.Text(); len(b.In()) == 0 && (text == title || text == "《"+title+"》") && i+1 < len(body) {
				return append(body[:i:i], body[i+1:]...)
			}
			return body
		}
	}
	return body
}
