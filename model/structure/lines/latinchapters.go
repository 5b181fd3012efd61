package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// latinSentences takes back the numbers of lines that open as a heading of English does
// and run on as a sentence: Section 4 shall not apply to barges, Chapter 2 of the ledger
// was lost. It mends outlines that had such a line for a heading.
//
// It cannot fire where a mark parts number and title, Chapter 2: of ledgers, on a title
// with a capital that ends no sentence, nor on Chapter 3 in which the ferry sinks.
func (d *Document) latinSentences() {
	var capitals, stops, all [number.Forms]int // the titles after a blank: with a capital, that end a sentence
	for _, i := range d.others {
		if l := &d.lines[i]; d.isLatinPartNumber(l) {
			rest, _ := l.rest(d.src)
			all[l.form]++
			if !startsLower(rest) {
				capitals[l.form]++
			}
			if strings.HasSuffix(rest, ".") {
				stops[l.form]++
			}
		}
	}
	var seen [number.Forms]int32 // the number before
	for _, i := range d.others {
		l := &d.lines[i]
		if !d.isLatinPartNumber(l) {
			continue
		}
		form := l.form
		rest, _ := l.rest(d.src)
		marked := d.src[l.from+int(l.n)] != ' '
		repeats := seen[form] == l.val
		small := startsLower(rest) && !marked && !tellsWhat(rest)
		sentence := strings.HasSuffix(rest, ".") && stops[form]*2 < all[form] && words(rest) >= 5 && !marked
		if small && (runsOn(rest) || repeats || strings.HasSuffix(rest, ".") || capitals[form]*2 > all[form]) || sentence && (repeats || words(rest) >= 8) {
			l.form, l.n, l.val = number.NoForm, 0, 0
			continue
		}
		seen[form] = l.val
	}
}

// isLatinPartNumber reports whether l begins with a number in Latin letters as a part
// of a book has, Chapter 2, and more after it.
func (d *Document) isLatinPartNumber(l *line) bool {
	if l.role != body || l.form < number.Bian || l.form > number.Article || l.first < 'A' || l.first >= 0x80 || l.n == 0 {
		return false
	}
	rest, _ := l.rest(d.src)
	return rest != ""
}

// tellsWhat reports whether s begins as the long titles of old novels do.
func tellsWhat(s string) bool {
	return char.HasAnyPrefix(s, "in which ", "wherein ", "containing ", "being ", "where ", "how ")
}

// runsOn reports whether s begins with a word that no title begins with, and that is
// no of before a number, 2 of 3.
func runsOn(s string) bool {
	word, rest, _ := strings.Cut(s, " ")
	switch word {
	case "shall", "is", "was", "are", "were", "has", "had", "have", "does", "did", "do", "may", "must", "will", "would", "can", "cannot", "could", "should", "might",
		"and", "or", "but", "to", "applies", "apply", "covers", "deals", "says", "describes", "explains", "contains", "begins", "ends", "came", "went", "which", "that", "also", "only":
		return true
	case "of", "in", "on", "at", "for", "with", "from", "above", "below":
		return rest != "" && (rest[0] < '0' || rest[0] > '9')
	}
	return false
}
