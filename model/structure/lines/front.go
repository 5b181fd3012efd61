package lines

import (
	"strings"

	"juan/model/structure/number"
	"juan/model/structure/sentence"
)

// front marks the lines before the text proper: the title, and of a report
// when, where and by whom it was given, up to 各位代表：.
func (d *Document) front() {
	end := 0
	for i := 0; i < len(d.lines) && i < 14; i++ {
		l := &d.lines[i]
		if l.role == own || l.role == article || l.role == opens {
			if i <= 6 && i > 0 && l.form != number.Named && d.allShort(i) {
				end = i
			}
			break
		}
		if sentence.Address(d.src[l.from:l.to]) == l.to-l.from && d.allShort(i) {
			end = i + 1
			break
		}
		if l.role != body {
			break
		}
	}
	if end == 0 && len(d.lines) >= 3 {
		end = d.titleOnly()
	}
	for i := range d.lines[:end] {
		if d.lines[i].role == body {
			d.lines[i].role = title
		}
	}
}

// titleOnly returns 1 when the first line is plainly a title: short, and the
// lines after it are not.
func (d *Document) titleOnly() int {
	first, next := &d.lines[0], &d.lines[1]
	if first.role != body || first.runes > 40 || first.form != number.NoForm || !first.titleLike(d.src, 40) {
		return 0
	}
	if next.runes >= 3*first.runes && next.runes > 40 || next.after && next.runes > 40 || next.role == own {
		return 1
	}
	return 0
}

func (d *Document) allShort(n int) bool {
	for i := range d.lines[:n] {
		if l := &d.lines[i]; l.runes > 60 || l.role != body && l.role != title || strings.HasSuffix(d.src[l.from:l.to], "。") {
			return false
		}
	}
	return true
}
