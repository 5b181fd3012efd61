package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// latinSerials marks the parts that a word in Latin letters and a number head, alone or
// before a title: Case 1 失踪的船, File.2, Round 3. It mends stories that count in a word of
// their own, which had no outline.
//
// It cannot fire on fewer than three that count up by one from 0 or 1, each over a
// sentence or talk, nor on Table 1 and Figure 2.
func (d *Document) latinSerials(bare []int) {
	var chains map[string][]int
	values := map[int]int{}
	for _, i := range bare {
		l := &d.lines[i]
		if l.first < 'A' || l.first > 'Z' || l.role != body || l.form != number.NoForm || l.runes > 40 || l.ends || i+1 == len(d.lines) {
			continue
		}
		word, _, val := countedInLatin(d.text(l))
		next := &d.lines[i+1]
		if word == "" || next.role != body || next.runes < 16 && !opensTalk(next.first) || !next.ends {
			continue
		}
		if chains == nil {
			chains = map[string][]int{}
		}
		chain := chains[word]
		if n := len(chain); n == 0 && val <= 1 || n > 0 && val == values[chain[n-1]]+1 {
			chains[word], values[i] = append(chain, i), val
		}
	}
	for _, chain := range chains {
		if len(chain) < 3 {
			continue
		}
		for _, i := range chain {
			l := &d.lines[i]
			_, n, val := countedInLatin(d.text(l))
			l.role, l.form, l.n, l.val = own, number.Chapter, int32(n), int32(val)
		}
	}
}

// countedInLatin returns the word that s begins with in small letters, the bytes of it and
// the number after it, and the number's value; "" where s has none.
func countedInLatin(s string) (word string, n, val int) {
	for n < len(s) && char.IsLatin(rune(s[n])) {
		n++
	}
	if n < 2 || n > 10 || n == len(s) {
		return "", 0, 0
	}
	word = strings.ToLower(s[:n])
	switch word {
	case "figure", "fig", "table", "tab", "eq", "equation", "listing", "note", "item", "line", "page", "photo", "image", "picture", "option", "version", "type", "level", "windows", "python", "http", "question":
		return "", 0, 0
	}
	n += len(s[n:]) - len(strings.TrimLeft(s[n:], " .#-_"))
	k, val := number.Digits(s[n:])
	if n += k; k == 0 || k > 3 {
		return "", 0, 0
	}
	if r := char.First(s[n:]); n < len(s) && !char.IsSpace(r) && !strings.ContainsRune(":：.、-—", r) && !char.IsHan(r) {
		return "", 0, 0
	}
	return word, n, val
}
