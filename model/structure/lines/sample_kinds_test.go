package lines

import (
	"fmt"
	"strings"
)

// novel writes chapters in one of the forms that need their neighbours.
func novel(w *writer) {
	forms := []func(n int, title string){
		func(n int, t string) { w.head("%s %s", units[n], t) },
		func(n int, t string) { w.head("%s　%s", units[n], t) },
		func(n int, t string) { w.head("　　%s　%s", units[n], t) },
		func(n int, t string) { w.head("%s", units[n]) },
		func(n int, t string) { w.head("%d", n+1) },
		func(n int, t string) { w.head("%d.", n+1) },
		func(n int, t string) { w.head("%d、%s", n+1, t) },
		func(n int, t string) { w.head("%d.%s", n+1, t) },
		func(n int, t string) { w.head("%03d %s", n+1, t) },
		func(n int, t string) { w.head("%d %s", n+1, t) },
		func(n int, t string) { w.head("%s、%s", units[n], t) },
		func(n int, t string) { w.head("%s章 %s", units[n], t) },
		func(n int, t string) { w.head("%s回 %s", units[n], t) },
		func(n int, t string) { w.head("（%s）", units[n]) },
		func(n int, t string) { w.head("（%s）%s", units[n], t) },
		func(n int, t string) { w.head("正文 %03d %s", n+1, t) },
		func(n int, t string) { w.head("%s（%d）", t, n+1) },
		func(n int, t string) { w.head("(%d)", n+1) },
		func(n int, t string) { w.head("渡口（%s）", units[n]) },
		func(n int, t string) {
			w.head("%s", []string{"I.", "II.", "III.", "IV.", "V.", "VI.", "VII.", "VIII.", "IX.", "X.", "XI.", "XII."}[n%12])
		},
	}
	form := forms[w.IntN(len(forms))]
	for n := range 4 + w.IntN(8) {
		if n > 2 && w.IntN(12) == 0 {
			continue // a chapter is missing
		}
		form(n, w.pick(names))
		w.story(4 + w.IntN(20))
	}
}

// serial writes chapters with dialogue so short that it looks like titles, and
// lists inside the story.
func serial(w *writer) {
	for n := range 5 {
		w.head("%s %s", units[n], w.pick(names))
		w.story(6)
		if n%2 == 0 {
			w.line("墙上贴着几条规矩：")
			for i := range 3 {
				w.line("%d、%s", i+1, w.pick(things))
			}
		}
		w.line("一 个人也没有。")
		w.line("十 年了。")
		w.story(5)
	}
}

// essay writes prose in which numbers begin lines and nothing is a heading.
func essay(w *writer) {
	for range 12 {
		switch w.IntN(6) {
		case 0:
			w.line("一、二、三，他数到三就跑，谁也追不上。")
		case 1:
			w.line("%d年的冬天，%s", 1980+w.IntN(40), w.pick(told))
		case 2:
			w.line("三 天以后，%s", w.pick(told))
		case 3:
			w.line("%d 个人站在渡口，%s", 2+w.IntN(8), w.pick(told))
		default:
			w.story(2)
		}
	}
}

// list writes a list, whose items are no headings.
func list(w *writer) {
	w.prose(1)
	marks := [][2]string{{"%d. %s", ""}, {"%d、%s", "。"}, {"（%d）%s", "；"}, {"%d) %s", ""}, {"%d.%s", "，并做好记录；"}, {"%d．%s", ""}}
	m := marks[w.IntN(len(marks))]
	for n := range 3 + w.IntN(8) {
		w.line(m[0]+m[1], n+1, w.pick(things))
		if w.IntN(6) == 0 {
			w.line("（注意%s）", w.pick(things))
		}
	}
	w.prose(2)
}

func ranking(w *writer) {
	w.line("本次评比结果如下：")
	for n := range 10 {
		w.line("%d %s %d分", n+1, w.pick(people), 99-n)
	}
	w.prose(1)
	for n := range 6 {
		w.line("%d. %s", n+1, w.pick(people))
	}
	w.prose(1)
}

// contract writes clauses with 一、 of which some have titles.
func contract(w *writer) {
	w.line("%s与%s合同", w.pick(things), w.pick(topics))
	w.line("甲方：＿＿＿＿＿＿")
	w.line("乙方：＿＿＿＿＿＿")
	colon := w.pick([]string{"", "", "："})
	for n := range 8 {
		if w.IntN(2) == 0 {
			w.head("%s、%s%s", units[n], w.pick(topics), colon)
			for i := range 1 + w.IntN(3) {
				w.line("%d．%s", i+1, w.pick(stated))
			}
		} else if w.IntN(3) == 0 {
			w.line("%s、合同期限：自＿＿年＿＿月＿＿日起。", units[n])
		} else {
			w.line("%s、%s", units[n], w.pick(stated))
		}
	}
}

func paper(w *writer) {
	sep := w.pick([]string{" ", "　", ". ", "\u00a0"})
	for n := range 4 {
		w.head("%d%s%s", n+1, sep, w.pick(topics))
		w.prose(1)
		for k := range w.IntN(4) {
			w.head("%d.%d%s%s", n+1, k+1, strings.TrimPrefix(sep, "."), w.pick(topics))
			w.prose(1 + w.IntN(2))
			if w.IntN(3) == 0 {
				for i := range 3 {
					w.line("（%d）%s；", i+1, w.pick(things))
				}
			}
			if w.IntN(4) == 0 {
				w.line("%d.%d 万元的投入换来了%s", 1+w.IntN(8), w.IntN(9), w.pick(stated))
			}
		}
	}
}

func standard(w *writer) {
	for n := range 5 {
		w.head("%d%s", n+1, w.pick(topics))
		w.prose(1)
		for k := range 1 + w.IntN(3) {
			w.head("%d.%d%s", n+1, k+1, w.pick(topics))
			w.prose(1)
			if w.IntN(2) == 0 {
				w.head("%d.%d.%d%s", n+1, k+1, 1, w.pick(topics))
				w.prose(1)
			}
		}
	}
	w.line("10毫米以下的偏差不计，%s", w.pick(stated))
}

// exam writes kinds of questions, which are headings, and questions, which are not.
func exam(w *writer) {
	q := 1
	for n, t := range []string{"选择题", "填空题", "判断题", "简答题", "作文"} {
		w.head(w.pick([]string{"%s、%s", "%s、%s（每题2分，共20分）", "%s、%s。"}), units[n], t)
		for range 3 + w.IntN(4) {
			switch w.IntN(4) {
			case 0:
				w.line("%d．下列说法正确的一项是（　　）", q)
				w.line("A．%s", w.pick(things))
				w.line("B．%s", w.pick(things))
				w.line("C．%s", w.pick(things))
				w.line("D．%s", w.pick(things))
			case 1:
				w.line("%d．____是中国最长的河流。", q)
			case 2:
				w.line("%d．请谈谈你对%s的看法。", q, w.pick(topics))
			default:
				w.line("%d．为什么渡船总是来得迟？", q)
			}
			q++
		}
	}
}

func minutes(w *writer) {
	for n := range 3 + w.IntN(3) {
		w.head("%s、%s", units[n], w.pick(topics))
		if w.IntN(2) == 0 {
			w.prose(1)
		}
		for i := range 2 + w.IntN(3) {
			switch w.IntN(3) {
			case 0:
				w.line("%d. %s", i+1, w.pick(stated))
			case 1:
				w.line("%d. %s：%s", i+1, w.pick(people), w.pick(stated))
			default:
				w.line("%d. %s", i+1, w.pick(things))
			}
		}
	}
}

func recipe(w *writer) {
	w.line("材料：面粉、清水、盐。")
	w.line("做法：")
	for n := range 6 {
		w.line(w.pick([]string{"%d. %s", "%d. %s。", "%d. %s，再等十分钟。"}), n+1, w.pick(things))
	}
	w.line("小贴士：水不要太多。")
}

// questions writes questions with their answers under them: each is a heading.
func questions(w *writer) {
	for n := range 5 {
		w.head("%d. %s", n+1, w.pick([]string{"渡船为什么停开？", "怎样申请补贴？", "证件丢了怎么办？", "费用由谁承担？", "可以委托别人办理吗？", "船票丢了，又急着过河，应该怎么办？", "大风天渡船停开，已经买的票能不能退？"}))
		w.prose(2)
	}
}

func manual(w *writer) {
	for n := range 4 {
		w.head("%d. %s", n+1, w.pick(heads))
		w.english(2)
		for k := range w.IntN(3) {
			w.head("%d.%d. %s", n+1, k+1, w.pick(heads))
			w.english(1)
		}
		if w.IntN(2) == 0 {
			for i := range 4 {
				w.line("%d. %s", i+1, w.pick([]string{"Open the cover and remove the old filter.", "press the button twice", "Wait until the light turns green, then release it.", "close the cover"}))
			}
		}
	}
}

func rfc(w *writer) {
	w.indent = "   "
	w.blank = "\n"
	for n := range 4 {
		w.head("%d.  %s", n+1, w.pick(heads))
		w.english(2)
		for k := range 2 {
			w.head("%d.%d.  %s", n+1, k+1, w.pick(heads))
			w.english(1)
		}
		for i := range 3 {
			w.line("%d.  %s", i+1, w.pick(plain))
		}
	}
}

// notes writes 1. 2. 3. with a title each and paragraphs under it.
func notes(w *writer) {
	form := w.pick([]string{"%d. %s", "%d、%s", "%d．%s", "（%d）%s"})
	for n := range 4 + w.IntN(4) {
		w.head(form, n+1, w.pick(topics))
		w.prose(1 + w.IntN(3))
	}
}

// plan writes 一、 （一） 1. in three levels.
func plan(w *writer) {
	for n := range 3 {
		w.head("%s、%s", units[n], w.pick(topics))
		w.prose(w.IntN(2))
		for k := range 2 + w.IntN(2) {
			w.head("（%s）%s", units[k], w.pick(topics))
			if w.IntN(2) == 0 {
				w.prose(2)
				continue
			}
			for i := range 2 + w.IntN(2) {
				w.head("%d.%s", i+1, w.pick(topics))
				w.prose(1)
			}
		}
	}
}

// talk writes an interview, whose lines begin with names and letters, and four days of a diary.
func talk(w *writer) {
	for range 10 {
		w.line("A：%s", w.pick(told))
		w.line("B. %s", w.pick(told))
		w.line("甲：%s", w.pick(told))
	}
	for n := range 4 {
		w.head("%d月%d日 晴", 3+n, 10+n)
		w.story(2)
	}
}

func stems(w *writer) {
	form := w.pick([]string{"甲乙丙丁戊", "ABCDE", "ⅠⅡⅢⅣⅤ"})
	for n, r := range []rune(form) {
		if n > 2+w.IntN(3) {
			break
		}
		w.head("%c%s%s", r, map[rune]string{'甲': "、", 'A': ". ", 'Ⅰ': " "}[[]rune(form)[0]], w.pick(topics))
		w.prose(2 + w.IntN(3))
	}
}

// index writes what is listed and stands nowhere as a heading.
func index(w *writer) {
	w.head("1 %s", w.pick(topics))
	w.prose(2)
	w.line("表格清单")
	form := w.pick([]string{"1.%d. %s列表", "%d. %s一览", "%d、%s", "表%d %s"})
	for n := range 4 + w.IntN(8) {
		w.WriteString(w.indent + fmt.Sprintf(form, n+1, w.pick(topics)) + "\n")
	}
	w.WriteString(w.blank)
	w.prose(2)
	w.head("2 %s", w.pick(topics))
	w.prose(3)
	w.head("3 %s", w.pick(topics))
	w.prose(1)
}

// traps writes lines that begin as headings do and are none.
func traps(w *writer) {
	for n := range 5 {
		w.head("第%s章 %s", units[n], w.pick(names))
		w.story(3)
		switch w.IntN(6) {
		case 0:
			w.line("第一部分考卷收上去了")
		case 1:
			w.line("一、二、三，他数到三就跑，谁也追不上。")
		case 2:
			w.line("%d 月 %d 日，%s", 1+w.IntN(12), 1+w.IntN(28), w.pick(told))
		case 3:
			w.line("1号楼的灯亮了")
			w.line("2号楼的灯也亮了")
		case 4:
			w.line("1. %s", w.pick(told))
			w.line("2. %s", w.pick(told))
		default:
			w.line("127.0.0.1 localhost")
			w.line("第三节课快要开始了，他还没有到教室。")
		}
		w.story(3)
	}
}

// pages writes a story with the numbers of its pages left in.
func pages(w *writer) {
	page := 1 + w.IntN(40)
	for range 30 {
		text := w.pick(told) + w.pick(stated)
		if cut := len("字") * (20 + w.IntN(10)); w.IntN(4) == 0 && cut < len(text) {
			w.line("%s", text[:cut])
			w.WriteString(fmt.Sprintf("%d\n", page))
			w.WriteString(text[cut:] + "\n")
			page++
		} else {
			w.line("%s", text)
		}
	}
}
