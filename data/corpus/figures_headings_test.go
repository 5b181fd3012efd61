package corpus

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
)

// numbered is a section with a number of its own: 一、 (level 1), (一) (level 2).
type numbered struct {
	level int
	n     int
	text  string // the whole heading, "" where only the number is known
}

func (h numbered) String() string {
	if h.text != "" {
		return h.text
	}
	if h.level == 1 {
		return fmt.Sprintf("第 %d 个一级标题", h.n)
	}
	return fmt.Sprintf("第 %d 个二级标题", h.n)
}

var (
	numberingRe = regexp.MustCompile(`^(?:([一二三四五六七八九十]+)、|\(([一二三四五六七八九十]+)\))`)
	candidateRe = regexp.MustCompile(`(?:^|[\s。!?！？])(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))`)
)

// numbering reads the number that opens a heading.
func numbering(text string) (numbered, bool) {
	text = strings.TrimSpace(narrow(text))
	m := numberingRe.FindStringSubmatch(strings.ReplaceAll(text, "､", "、"))
	switch {
	case m == nil:
		return numbered{}, false
	case m[1] != "":
		return numbered{1, hanNumber(m[1]), text}, true
	}
	return numbered{2, hanNumber(m[2]), text}, true
}

// articleHeadings returns the numbered headings of a Markdown body.
func articleHeadings(body string) []numbered {
	var found []numbered
	for line := range strings.Lines(body) {
		if text, ok := strings.CutPrefix(line, "#"); ok {
			if h, ok := numbering(strings.TrimLeft(text, "#")); ok {
				found = append(found, h)
			}
		}
	}
	return found
}

// bodyHeadings finds the numbered sections of an original in its one-line
// body: those after a space or a full stop that carry the chain 一 二 三 on.
func bodyHeadings(body string) []numbered {
	var found []numbered
	first, second := 0, 0
	for _, c := range candidateRe.FindAllString(narrow(body), -1) {
		h, ok := numbering(strings.TrimLeft(c, "。!? "))
		switch {
		case !ok:
		case h.level == 1 && h.n == first+1:
			first, second = h.n, 0
			found = append(found, numbered{1, h.n, ""})
		case h.level == 2 && first > 0 && h.n == second+1:
			second = h.n
			found = append(found, numbered{2, h.n, ""})
		}
	}
	return found
}

// goldHeadings reads the outlines made by hand, by title of the original: the
// first two levels, numbered ones only.
func goldHeadings() map[string][]numbered {
	src, err := os.ReadFile(goldPath)
	if err != nil {
		return nil // the chain in the body serves instead
	}
	var outlines []struct {
		Title    string
		Headings []struct {
			Level int
			Text  string
		}
	}
	if json.Unmarshal(src, &outlines) != nil {
		return nil
	}
	gold := map[string][]numbered{}
	for _, o := range outlines {
		for _, g := range o.Headings {
			if h, ok := numbering(g.Text); ok && h.level == g.Level {
				gold[o.Title] = append(gold[o.Title], h)
			}
		}
	}
	return gold
}

// missingHeading returns the first section of want that got does not have in
// its place, and whether there is one. A heading in other words passes while
// half of its characters are the original's.
func missingHeading(got, want []numbered) (numbered, bool) {
	for i, w := range want {
		if i >= len(got) || got[i].level != w.level || got[i].n != w.n || !akin(got[i].text, w.text) {
			return w, true
		}
	}
	return numbered{}, false
}

// akin reports whether at least half of the characters of got, its number
// apart, stand in want. An original that is known by its number alone is akin
// to all.
func akin(got, want string) bool {
	if want == "" {
		return true
	}
	got = letters(numberingRe.ReplaceAllString(got, ""))
	shared, all := 0, 0
	for _, r := range got {
		all++
		if strings.ContainsRune(want, r) {
			shared++
		}
	}
	return 2*shared >= all
}
