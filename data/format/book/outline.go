package book

import (
	"slices"
	"strings"
	"unicode/utf8"

	"juan/data/format/compose"
	"juan/data/format/outline"
	"juan/model"
	"juan/model/char"
)

// fewEntries is how many entries contents have that may say too little of a
// book to be its outline.
const fewEntries = 4

// outlined makes the body of the book with the headings of its contents, or,
// where these say nothing or lead nowhere, with those that the documents have
// or that are inferred from their text. It returns how many documents are too
// big, and the first of them.
func (b *book) outlined() (skipped int, first string) {
	contents, lost := b.usable(nested(b.contents()))
	skipped, first = b.set(contents)
	if len(contents) >= fewEntries {
		return skipped, first
	}
	said, notes, n := b.body, b.notes, countHeadings(b.body)
	b.set(nil)
	b.titled(lost)
	b.body = outline.Infer(b.body)
	if countHeadings(b.body) == 0 {
		b.opened()
	}
	if m := countHeadings(b.body); m > n && (n == 0 || m >= 3 && m >= 2*n) {
		return skipped, first
	}
	b.body, b.notes = said, notes
	b.body = inferBelow(b.body)
	return skipped, first
}

// inferBelow finds the headings of a body whose few headings (上, 下) leave most
// of it without any: those that are inferred stand below them.
func inferBelow(body []model.Block) []model.Block {
	var text []model.Block
	for _, k := range body {
		if _, ok := k.(model.Heading); !ok {
			text = append(text, k)
		}
	}
	few := len(body) - len(text)
	text = outline.Infer(text)
	if n := countHeadings(text); few == 0 || n < 3 || n < 2*few {
		return body
	}
	out := slices.Clone(body)
	for i, next := 0, 0; i < len(out); i++ {
		if _, ok := out[i].(model.Heading); ok {
			continue
		}
		switch k := text[next].(type) {
		case model.Heading:
			k.Level++
			out[i] = k
		case model.Paragraph:
			if k.Lead.End > 0 {
				k.Lead.Level++
			}
			out[i] = k
		}
		next++
	}
	return out
}

// opened makes headings of the lines that the documents open with, where most
// of them open with a line that is no sentence: one document is one chapter.
func (b *book) opened() {
	var at []int
	for i, first := range b.firsts {
		end := len(b.body)
		if i+1 < len(b.firsts) {
			end = b.firsts[i+1]
		}
		if end-first < 2 { // a cover, an imprint
			continue
		}
		p, ok := b.body[first].(model.Paragraph)
		if ok = ok && len(p.Nest) == 0 && !strings.Contains(p.Text(), "\n") && utf8.RuneCountInString(p.Text()) <= 30 && !compose.EndsInMark(p.Text()) && !compose.HasLabel(p.Text()); !ok {
			at = append(at, -1)
			continue
		}
		at = append(at, first)
	}
	found := len(at) - countOf(at, -1)
	if found < 2 || found*3 < len(at)*2 {
		return
	}
	for _, i := range at {
		if i >= 0 {
			p := b.body[i].(model.Paragraph)
			b.body[i] = outline.Heading(p.Leaf, p.Prose, 1)
		}
	}
}

func countOf(all []int, one int) int {
	n := 0
	for _, k := range all {
		if k == one {
			n++
		}
	}
	return n
}

// usable returns the entries of the contents that name a part of the book, and
// those that lead to no document of it. An entry says nothing that has no name
// of its own (Start, 正文) or that of the book.
func (b *book) usable(contents []chapter) (usable, lost []chapter) {
	here := map[string]bool{}
	for _, d := range b.docs {
		here[d.Name] = true
	}
	for _, c := range contents {
		switch {
		case isNoName(c.title), len(b.pkg.Titles) > 0 && sameTitle(c.title, b.pkg.Titles[0]) && len(contents) < fewEntries:
		case !here[c.file]:
			lost = append(lost, c)
		default:
			usable = append(usable, c)
		}
	}
	if 2*len(usable) < len(lost) || !slices.ContainsFunc(usable, func(c chapter) bool { return !isCover(c.title) }) { // the remaining entries are not the outline
		return nil, contents
	}
	return usable, lost
}

// isCover reports whether the title of an entry is one of front matter, such as 封面:
// contents with no other entry are no contents.
func isCover(title string) bool {
	switch strings.ToLower(char.Squeezed(title)) {
	case "封面", "扉页", "书名页", "版权页", "版权信息", "cover", "titlepage", "copyright":
		return true
	}
	return false
}

// isNoName reports whether the title of an entry says nothing of a book.
func isNoName(title string) bool {
	switch strings.ToLower(strings.TrimSpace(title)) {
	case "", "start", "begin", "beginning", "text", "content", "contents", "body", "main", "untitled", "unknown", "开始", "开始阅读", "正文", "正文开始", "目录", "内容", "未知":
		return true
	}
	return false
}

// titled makes headings of the paragraphs that say what entries of the contents
// say that lead nowhere, where most of them are found, in their order.
func (b *book) titled(lost []chapter) {
	longest := 0
	for _, c := range lost {
		longest = max(longest, 4*len(c.title)+16)
	}
	said := sayingsOf(b.body, func(text string) bool { return len(text) < longest })
	at := make([]int, 0, len(lost))
	from := 0
	for _, c := range lost {
		i := said.first(c.title, from)
		if at = append(at, i); i >= 0 {
			from = i + 1
		}
	}
	found := len(at) - countOf(at, -1)
	if found < 2 || found*4 < len(lost)*3 {
		return
	}
	for n, i := range at {
		if i < 0 {
			continue
		}
		switch k := b.body[i].(type) {
		case model.Paragraph:
			b.body[i] = outline.Heading(k.Leaf, k.Prose, lost[n].level)
		case model.Heading:
			k.Level = lost[n].level
			b.body[i] = k
		}
	}
}

// countHeadings returns how many headings a body has, run-in ones too.
func countHeadings(body []model.Block) int {
	n := 0
	for _, k := range body {
		if outline.Level(k) > 0 && len(k.In()) == 0 {
			n++
		}
	}
	return n
}
