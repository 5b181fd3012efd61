package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// interviews reports whether the questions found, each with an answer in the line
// behind it, are talk of two people rather than a list of questions that readers have:
// the head of the text says so, 访谈录 or 询问笔录, or of every three one or more is asked
// of a person or answered by one of himself. It mends interviews whose every question
// was a heading: 问：您哪年上的船？ over 答：我十六岁那年。
//
// It cannot fire on 问：渡船几点开？ over 答：早上六点。, nor on 你们 and 我们, which are offices.
func (d *Document) interviews(found []int) bool {
	for i := range min(found[0], 8) {
		l := &d.lines[i]
		switch s := d.text(l); {
		case l.runes > 40:
		case namesQuestions(s):
			return false
		case namesTalk(s):
			return true
		}
	}
	personal := 0
	for _, i := range found {
		question, answer := afterColon(d.text(&d.lines[i])), afterColon(d.text(&d.lines[i+1]))
		if asksPerson(question) || ofOneself(answer) {
			personal++
		}
	}
	return personal*3 >= len(found) && personal >= 2
}

// overTalk marks the headings between the parts of an interview or of a talk that is
// written down: short lines after a blank one, each right over what somebody says, 灯与雾
// over 问：雾天怎么办？. It mends interviews that were one section.
//
// It cannot fire on fewer than three, two over 问：, on a line with a mark at its end, on
// names over their addresses, nor where blank lines part what is said.
func (d *Document) overTalk(bare []int) {
	var found []int
	questions := 0
	for _, i := range bare {
		l := &d.lines[i]
		if i == 0 || i+2 >= len(d.lines) || l.role != body || !l.after || l.runes < 2 || l.runes > 16 || l.ends || !char.IsHan(l.first) || !l.titleLike(d.src, 16) || l.mayHave(hasWideColon|hasColon) && strings.ContainsFunc(d.text(l), isColon) {
			continue
		}
		next := &d.lines[i+1]
		if next.role != body && !(next.role == own && next.form == number.Series) {
			continue
		}
		switch s := d.text(next); {
		case asks(s):
			questions++
		case !isTold(s) || !char.EndsSentence(next.mark): // 地址：江边路3号, of a directory
			continue
		}
		found = append(found, i)
	}
	if n := len(found); n < 2 || n < 3 && questions < n {
		return
	}
	parted := 0 // behind a blank line and no heading
	for _, i := range d.others {
		if l := &d.lines[i]; i > 0 && l.after && isTold(d.text(l)) {
			if before := &d.lines[i-1]; !before.after || before.runes > 16 || before.ends {
				parted++
			}
		}
	}
	if parted*4 > len(found) {
		return
	}
	for _, i := range found {
		d.head(i)
	}
}

// isTold reports whether s is a name, a colon and what is said.
func isTold(s string) bool { return asks(s) || isLabelled(s) }

// namesTalk reports whether the head s of a text says that people talk in it.
func namesTalk(s string) bool {
	return char.HasAny(s, "访谈", "采访", "專訪", "专访", "訪談", "採訪", "对话", "對話", "口述", "笔录", "受访", "被访", "记者", "Interview", "interview", "INTERVIEW")
}

// namesQuestions reports whether the head s of a text says that it answers questions
// that many have, as offices do.
func namesQuestions(s string) bool {
	return char.HasAny(s, "答记者问", "常见问题", "热点问答", "政策问答", "政策解读", "问题解答", "答疑", "FAQ")
}

// afterColon returns what is said after 问：.
func afterColon(s string) string {
	if i := strings.IndexAny(s, "：:】"); i >= 0 {
		return strings.TrimLeft(s[i:], "：:】 ")
	}
	return s
}

// asksPerson reports whether s is asked of one person or goes on from what he said.
func asksPerson(s string) bool {
	if char.HasAnyPrefix(s, "姓名", "年龄", "职业", "籍贯", "住址", "多大") || char.HasAny(s, "叫什么", "哪里人") {
		return true
	}
	return char.HasAnyPrefix(s, "那", "后来", "当时", "所以", "然后", "接下来", "後來", "當時") && !strings.HasPrefix(s, "那些") || hasPerson(s, "您") || hasPerson(s, "你")
}

// ofOneself reports whether s is answered by one person of himself, or notes how.
func ofOneself(s string) bool {
	return hasPerson(s, "我") || char.HasAnyPrefix(s, "（沉默", "（笑", "（想", "（叹", "(笑", "(沉默", "I ", "I’", "I'", "My ", "（点头", "（摇头") || char.HasAny(s, " I ", " my ")
}

// hasPerson reports whether a pronoun of s means one person: 我 but not 我们, 我国, 我行.
func hasPerson(s, pronoun string) bool {
	for {
		i := strings.Index(s, pronoun)
		if i < 0 {
			return false
		}
		if s = s[i+len(pronoun):]; !strings.ContainsRune("们們国國市县縣省校院司局公行社处處部店村乡镇区所站馆厂", char.First(s)) {
			return true
		}
	}
}
