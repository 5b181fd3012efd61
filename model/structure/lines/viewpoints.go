package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/lexis"
	"juan/model/structure/number"
)

// viewpoints marks the narrator, the time or the place at the head of each part of a
// story that has no other headings: 林晚, 06:30, 清晨六点, 1962年, 江城·一九九八. It mends novels of
// several voices that were one section. The lines stand between blank lines or, where
// paragraphs are set in, at the edge.
//
// It cannot fire where anything else is a heading, on two such lines, nor where less
// than a page stands under them: 林晚 in a list of people, the name under a letter.
func (d *Document) viewpoints() {
	for _, i := range d.others {
		if r := d.lines[i].role; r == own || r == opens || r == article {
			return
		}
	}
	set := d.paragraphsSetIn()
	var found []int
	var kinds [lastViewpoint]int
	stray := 0
	for _, i := range d.others {
		l := &d.lines[i]
		if l.role != body || l.runes < 2 || l.runes > 14 || l.ends || i+1 == len(d.lines) || !d.apart(i, set) {
			continue
		}
		kind := d.viewpointOf(i)
		if kind == noViewpoint {
			stray++
			continue
		}
		found, kinds[kind] = append(found, i), kinds[kind]+1
	}
	n := len(found)
	if n < 3 || stray*4 > n || !d.fillPages(found) {
		return
	}
	for _, k := range kinds {
		if k*10 >= n*8 {
			for _, i := range found {
				d.head(i)
			}
			return
		}
	}
}

// The kinds of viewpoint lines.
const (
	noViewpoint = iota
	aName
	aTime
	aYear
	aPlace // and when
	lastViewpoint
)

// paragraphsSetIn reports whether the paragraphs of the text begin with an indent.
func (d *Document) paragraphsSetIn() bool {
	in, all := 0, 0
	for i := range d.lines {
		if l := &d.lines[i]; l.role == body && l.runes > 20 {
			all++
			if l.indented() {
				in++
			}
		}
	}
	return in*10 >= all*9
}

// apart reports whether line i stands between blank lines or, where paragraphs are set in,
// at the edge between two of them.
func (d *Document) apart(i int, set bool) bool {
	l, next := &d.lines[i], &d.lines[i+1]
	if next.role != body || next.runes < 20 && !opensTalk(next.first) || i > 1 && d.lines[i-1].role == body && !d.lines[i-1].ends {
		return false
	}
	if set {
		return l.indent == 0 && next.indented() && (i <= 1 || d.lines[i-1].indented())
	}
	return next.after && (l.after || i == 0)
}

// fillPages reports whether the parts under the lines have some hundred and fifty
// characters on an average and few have hardly any.
func (d *Document) fillPages(heads []int) bool {
	all, thin := 0, 0
	for k, i := range heads {
		end := len(d.lines)
		if k+1 < len(heads) {
			end = heads[k+1]
		}
		n := 0
		for j := i + 1; j < end; j++ {
			n += int(d.lines[j].runes)
		}
		if all += n; n < 40 {
			thin++
		}
	}
	return all >= len(heads)*150 && thin*5 <= len(heads)
}

// viewpointOf returns the kind of line i; noViewpoint for other lines.
func (d *Document) viewpointOf(i int) int {
	s := d.text(&d.lines[i])
	if strings.ContainsAny(s, "，。！？；“”、,;…") {
		return noViewpoint
	}
	switch {
	case isClock(s):
		return aTime
	case isYear(s):
		return aYear
	case strings.Contains(s, "·") && strings.ContainsFunc(s, func(r rune) bool { return char.Digit(r) >= 0 || number.HanDigit(r) >= 0 }):
		return aPlace
	case isPersonName(s):
		return aName
	}
	return noViewpoint
}

// isClock reports whether s is a time of day: 06:30, 清晨六点, 晚上十一点半.
func isClock(s string) bool {
	for _, w := range [...]string{"凌晨", "清晨", "早晨", "早上", "上午", "中午", "正午", "午后", "下午", "傍晚", "黄昏", "晚上", "夜里", "深夜", "午夜"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			s = strings.TrimLeftFunc(rest, char.IsSpace)
			break
		}
	}
	k, v := number.Numeral(s)
	if k == 0 || v > 24 {
		return false
	}
	rest := s[k:]
	if r := char.First(rest); r == ':' || r == '：' || r == '点' || r == '时' {
		rest = rest[len(string(r)):]
		minutes, _ := number.Numeral(rest)
		switch rest[minutes:] {
		case "":
			return minutes > 0 || r == '点' || r == '时'
		case "分", "刻", "半", "整", "钟":
			return true
		}
	}
	return false
}

// isYear reports whether s is a year, with the season or the month after it or not:
// 1962年, 一九七八年春, 民国二十三年.
func isYear(s string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "公元"), "民国")
	k, _ := number.Numeral(s)
	rest, ok := strings.CutPrefix(s[k:], "年")
	if k == 0 || !ok {
		return false
	}
	rest = strings.TrimFunc(rest, func(r rune) bool { return char.IsSpace(r) || strings.ContainsRune("春夏秋冬初末底深·", r) })
	n, _ := number.Numeral(rest)
	return rest == "" || n > 0 && (rest[n:] == "月" || rest[n:] == "")
}

// isPersonName reports whether s is two to four Han, the first of them a surname, and
// no common word.
func isPersonName(s string) bool {
	const surnames = "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范方石姚谭廖邹熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万段雷钱錢汤尹黎易常武乔賀贺赖龚文温柳裴祝齐齊宁寧甘凌霍柯沐楚慕欧歐卫衛云岳严嚴盛穆苗阮季纪俞聂向安祁宫宗冷路容艾花骆駱"
	n := len([]rune(s))
	return n >= 2 && n <= 4 && !strings.ContainsFunc(s, func(r rune) bool {
		return !char.IsHan(r) || number.HanDigit(r) >= 0 && r != '陆' || r == '的' || r == '了'
	}) &&
		strings.ContainsRune(surnames, char.First(s)) && !lexis.Known(s)
}
