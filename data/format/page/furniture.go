package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"juan/model"
	"juan/model/char"
)

// maxFurniture is how many characters a line of a page's furniture has.
const maxFurniture = 120

// leastFurniture is how many characters the shortest of the lines has that furniture
// holds or begins with.
const leastFurniture = 3

// isFurniture reports whether a line is one that sites put around their texts:
// breadcrumbs, text size, printing, numbers of views. Only whole lines that begin so
// count; a sentence about printing does not. At the edge of a text also lines count
// that could be part of one: the publisher of the site, contacts, further reading.
func isFurniture(text string, edge bool) bool {
	if len(text) > 3*maxFurniture || len(text) > maxFurniture && strings.HasSuffix(text, "。") && !strings.Contains(text, "备") {
		return false
	}
	s := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("【】[]［］|｜·•>»›/-_《》()（）", r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
	n := utf8.RuneCountInString(s)
	switch {
	case n == 0:
		return edge || !strings.ContainsAny(text, "-_·•")
	case n > maxFurniture:
		return false
	case isPager(s, text), n >= leastFurniture && holdsLine(furnitureInside, func(line string) bool { return strings.Contains(s, line) }):
		return true
	case s == "编辑播报" || s == "播报编辑":
		return true
	case n > 12 && (strings.HasSuffix(s, "。") || strings.HasSuffix(s, "！") || strings.HasSuffix(s, "？")):
		return false
	case n >= leastFurniture && holdsLine(furnitureStarts, func(line string) bool { return strings.HasPrefix(s, line) }):
		return true
	}
	if _, written := writtenOn(text); edge && (written || isCounted(s)) {
		return true
	}
	return edge && n <= 80 && (holdsLine(edgeStarts, func(line string) bool { return strings.HasPrefix(s, line) }) ||
		holdsLine(edgeWhole, func(line string) bool { return s == line }))
}

// holdsLine reports whether one of the lines is such.
func holdsLine(lines string, is func(string) bool) bool {
	for line := range strings.SplitSeq(strings.TrimSpace(lines), "\n") {
		if is(line) {
			return true
		}
	}
	return false
}

// isPager recognises the links to the pages of a text: 上一页 1 2 3 下一页.
func isPager(s, text string) bool {
	rest := s
	for _, word := range [...]string{"上一页", "下一页", "首页", "尾页", "末页", "目录", "书签", "加入", "共", "页", "第", "跳转", "到", "…", "..."} {
		rest = strings.ReplaceAll(rest, word, "")
	}
	return strings.Trim(rest, "0123456789") == "" && (strings.Contains(s, "一页") || strings.Contains(s, "末页") || strings.Contains(s, "尾页") || rest == s && len(strings.Fields(text)) > 3)
}

// withoutFurniture returns a body without the lines of furniture at its ends, and
// without those inside of it that cannot be anything else: a pager, the text size,
// contacts. Source and date in such a line at the head are kept.
func (m *pageMeta) withoutFurniture(body []model.Block) []model.Block {
	body = m.withoutEdges(body)
	out := body[:0:0]
	contents := false
	for _, b := range body {
		p, ok := b.(model.Paragraph)
		switch {
		case isContents(b.Text()):
			contents = true
			continue
		case contents && linksOnly(b):
			continue
		case ok && (len(p.Nest) == 0 || linksOnly(b)) && allFurniture(p.Text(), false):
			continue
		}
		contents = false
		out = append(out, b)
	}
	return out
}

// withoutEdges returns a body without the furniture at its ends.
func (m *pageMeta) withoutEdges(body []model.Block) []model.Block {
	for len(body) > 0 && (m.isHead(body[0]) || isEdge(body[0])) {
		body = body[1:]
	}
	for i, b := range body[:min(len(body), 3)] { // below a second title
		if m.isHead(b) && i > 0 {
			body = append(body[:i:i], body[i+1:]...)
			break
		}
		if utf8.RuneCountInString(b.Text()) > 40 {
			break
		}
	}
	end := footStart(body)
	m.around(nil, body[end:])
	return body[:end]
}

// isContents recognises the line above the contents of a page, which are its outline
// anyway.
func isContents(text string) bool {
	if len(text) > 40 {
		return false
	}
	switch strings.ToLower(char.Squeezed(text)) {
	case "目录", "本文目录", "文章目录", "contents", "tableofcontents":
		return true
	}
	return false
}

// footStart returns the block where the foot of a page begins: the first that
// is furniture in the second half of the text and has no sentence after it.
func footStart(body []model.Block) int {
	all, end := 0, len(body)
	for _, b := range body {
		all += len(b.Text())
	}
	behind := 0
	for i := len(body) - 1; i >= 0; i-- {
		text := body[i].Text()
		if behind += len(text); 2*behind > all && end > i+1 {
			break // in the first half only what the foot goes on with
		}
		edge := isEdge(body[i])
		if _, rule := body[i].(model.Rule); rule && end > i+1 {
			edge = false // what follows is text
		}
		if edge {
			end = i
		}
		if !edge && (utf8.RuneCountInString(text) > 60 || endsSentence(text)) {
			break
		}
	}
	return end
}

func endsSentence(text string) bool {
	return strings.HasSuffix(text, "。") || strings.HasSuffix(text, "！") || strings.HasSuffix(text, "？") || strings.HasSuffix(text, "”") || strings.HasSuffix(text, "；")
}

// isEdge reports whether a block at the end of a text does not belong to it.
func isEdge(b model.Block) bool {
	switch b := b.(type) {
	case model.Paragraph:
		return linksOnly(b) || allFurniture(b.Text(), true) || len(b.Text()) < 8*maxFurniture &&
			strings.Contains(b.Text(), "\n") && strings.Contains(strings.ToLower(b.Text()), "icp备") // who runs the site, line by line
	case model.Heading:
		return isFurniture(b.Text(), true)
	case model.Rule:
		return true
	}
	return false
}

// allFurniture reports whether each line of a text is furniture.
func allFurniture(text string, edge bool) bool {
	if len(text) > 32*maxFurniture {
		return false
	}
	for line := range strings.SplitSeq(text, "\n") {
		if !isFurniture(line, edge) {
			return false
		}
	}
	return true
}
