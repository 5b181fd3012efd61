package lines

import (
	"strings"

	"juan/model/char"
)

// labels reports whether most lines of a text say one thing each, 报名地点：渡口小学, or are
// one speaker's words, 林晚：船几点开？: three or more, more than half of them. Such a text
// was not wrapped. It mends notices whose lines ran into one paragraph because they
// happened to be about equally long.
//
// It cannot fire where paragraphs of two lines or more stand between them.
func (d *Document) labels() bool {
	if len(d.others)*2 <= len(d.lines) {
		return false
	}
	n := 0
	for _, i := range d.others {
		if l := &d.lines[i]; l.mayHave(hasWideColon|hasColon) && isLabelled(d.text(l)) {
			n++
		}
	}
	return n >= 3 && n*2 > len(d.lines)
}

// isLabelled reports whether s is a label of a few Han, a colon, and a value.
func isLabelled(s string) bool {
	if !char.IsHan(char.First(s)) {
		return false
	}
	at := strings.Index(s[:min(len(s), len("联系人及其电话：")+2)], "：")
	if at < 0 {
		at = strings.IndexByte(s[:min(len(s), len("联系人及其电话："))], ':')
	}
	if at < len("年龄") {
		return false
	}
	return strings.ContainsFunc(s[at:], isNoColon) && !strings.ContainsFunc(s[:at], partsClauses)
}

func isNoColon(r rune) bool { return !isColon(r) && r != ' ' }

// partsClauses reports whether r is a mark that no label has in it.
func partsClauses(r rune) bool {
	switch r {
	case '，', '。', '、', '“', '”', '；', '！', '？':
		return true
	}
	return false
}
