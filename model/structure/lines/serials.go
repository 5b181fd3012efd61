package lines

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/structure/number"
)

// ornaments marks lines that open with a star or, where nearly all have text
// under them, with another ornament: serials set their chapters off so, and
// prospectuses their points. Lists have one under the other.
func (d *Document) ornaments() {
	if !d.firsts.mayHave("☆★◆◇■●◎▲※") {
		return
	}
	var stars, others []int
	numbered := 0
	for _, i := range d.others {
		l := &d.lines[i]
		if l.first == '☆' && l.role == own { // ☆、1 渡口
			numbered++
		}
		if l.role != body || l.runes < 2 || l.runes > 40 || l.cells == l.runes {
			continue
		}
		switch l.first {
		case '☆', '★':
			if l.titleLike(d.src, 40) {
				stars = append(stars, i)
			}
		case '◆', '◇', '■', '●', '◎', '▲', '※':
			if l.titleLike(d.src, 20) && !l.ends {
				others = append(others, i)
			}
		}
	}
	if len(stars)+numbered >= 2 {
		for _, i := range d.withText(stars) {
			d.head(i)
		}
	}
	if with := d.withText(others); len(others) >= 3 && len(with)*10 >= len(others)*9 {
		for _, i := range with {
			d.below(i)
		}
	}
}

// withText returns those of the lines that have a line under them before the
// next of them.
func (d *Document) withText(lines []int) []int {
	var with []int
	for k, i := range lines {
		if k+1 == len(lines) && i+1 < len(d.lines) || k+1 < len(lines) && lines[k+1] > i+1 {
			with = append(with, i)
		}
	}
	return with
}

// serials marks the parts of a serial that are its title and a number, over and
// over: 渡口1, 渡口·2, 渡口之三, 渡口【4】. A single such line may be anything, so that
// three are needed, of one title, that count up with text between them.
//
// It cannot fire on captions, 图1 or 表2, whose word is one character, nor on lists.
func (d *Document) serials() {
	of := map[string][]int{}
	values := map[int]int{}
	for _, i := range d.others {
		l := &d.lines[i]
		if l.role != body || l.runes < 3 || l.runes > 24 || l.form != number.NoForm && l.form != number.Serial {
			continue
		}
		if title, val := numberedTitle(d.text(l)); val > 0 {
			of[title] = append(of[title], i)
			values[i] = val
		}
	}
	for _, lines := range of {
		rises := 0
		for k := 1; k < len(lines); k++ {
			if step := values[lines[k]] - values[lines[k-1]]; step >= 1 && step <= 3 {
				rises++
			}
		}
		if len(lines) < 3 || rises*10 < (len(lines)-1)*8 || len(d.withText(lines))*10 < len(lines)*8 {
			continue
		}
		for _, i := range lines {
			d.lines[i].role, d.lines[i].form, d.lines[i].n = own, number.Serial, 0
		}
	}
}

// numberedTitle splits a title from the number after it; 0 where s has none.
func numberedTitle(s string) (title string, val int) {
	if r := char.Last(s); r != '】' && r != ']' && char.Digit(r) < 0 && number.HanDigit(r) < 0 { // most lines
		return "", 0
	}
	body := strings.TrimRight(s, "】]")
	at := len(body)
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(body[:at])
		if char.Digit(r) < 0 && number.HanDigit(r) < 0 {
			break
		}
		at -= size
	}
	k, val := number.Numeral(body[at:])
	if k == 0 || at+k != len(body) || val > 999 {
		return "", 0
	}
	title = strings.TrimRight(body[:at], " \t\u3000·•-_—之【[")
	if last := char.Last(title); !char.IsHan(last) && last != '》' || utf8.RuneCountInString(title) < 2 || strings.ContainsAny(title, "。，；：！？“”,;、") {
		return "", 0
	}
	return title, val
}
