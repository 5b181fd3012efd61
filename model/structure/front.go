package structure

import "strings"

// front marks the lines before the text proper: the title, and of a report
// when, where and by whom it was given, up to 各位代表：.
func (d *document) front() {
	end := 0
	for i := 0; i < len(d.lines) && i < 14; i++ {
		l := &d.lines[i]
		if l.role == own || l.role == article || l.role == opens {
			if i <= 6 && i > 0 && l.form != Named && d.allShort(i) {
				end = i
			}
			break
		}
		if address(d.src[l.from:l.to]) == l.to-l.from && d.allShort(i) {
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
func (d *document) titleOnly() int {
	first, next := &d.lines[0], &d.lines[1]
	if first.role != body || first.runes > 40 || first.form != NoForm || !first.titleLike(d.src, 40) {
		return 0
	}
	if next.runes >= 3*first.runes && next.runes > 40 || next.after && next.runes > 40 || next.role == own {
		return 1
	}
	return 0
}

func (d *document) allShort(n int) bool {
	for i := range d.lines[:n] {
		if l := &d.lines[i]; l.runes > 60 || l.role != body && l.role != title || strings.HasSuffix(d.src[l.from:l.to], "。") {
			return false
		}
	}
	return true
}

// address returns the bytes of the words with which a speaker turns to the
// hearers, 各位代表： or 同志们!, at the start of s; 0 when it begins otherwise.
func address(s string) int {
	for _, w := range [...]string{"各位代表", "各位委员", "各位常委", "各位领导", "各位来宾", "各位嘉宾", "各位同事", "各位老师", "同志们", "朋友们", "女士们", "尊敬的各位", "主任、各位", "主席、各位"} {
		if !strings.HasPrefix(s, w) {
			continue
		}
		n := len(w)
		for i, r := range s[n:] {
			if strings.ContainsRune("：:！!", r) {
				return n + i + len(string(r))
			}
			if i > 60 || r != '、' && r != '，' && r != ',' && !isHan(r) {
				break
			}
		}
	}
	return 0
}
