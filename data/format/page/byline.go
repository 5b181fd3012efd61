package page

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"juan/data/format/date"
	"juan/model"
)

// isHead recognises the line under a title with the source, the date and the author:
// 时间：2021-03-05　来源：某报　浏览次数：12.
func (m *pageMeta) isHead(b model.Block) bool {
	p, ok := b.(model.Paragraph)
	if !ok || utf8.RuneCountInString(p.Text()) > maxFurniture || strings.Contains(p.Text(), "。") {
		return false
	}
	labels := 0
	for _, field := range strings.FieldsFunc(parted(p.Text()), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("|｜【】[]", r) }) {
		if m.isField(field) {
			labels++
		}
	}
	return labels > 0 && (labels > 1 || utf8.RuneCountInString(p.Text()) < 40)
}

// isField reports whether a word of the line under a title has a label that is
// known, or is the day of the text.
func (m *pageMeta) isField(field string) bool {
	label, value, _ := strings.Cut(strings.ReplaceAll(field, ":", "："), "：")
	switch label {
	case "来源", "信息来源", "文章来源", "稿件来源", "稿源":
		if m.source == "" {
			m.source = value
		}
		return true
	case "时间", "发布时间", "发布日期", "日期", "发表时间", "更新时间", "发稿时间", "成文日期":
		m.dated(value)
		return true
	case "作者", "编辑", "责任编辑", "浏览次数", "阅读次数", "点击数", "浏览", "阅读", "字体", "字号", "发布机构", "发布者", "发布单位", "审核", "供稿", "访问量", "点击", "浏览量", "索引号", "评论", "责编", "记者", "摄影",
		"阅读量", "点赞", "点赞数", "收藏", "赞同", "发布于", "发表于", "编辑于":
		return true
	}
	if day, ok := date.Parse(field); ok && m.date.IsZero() {
		m.date = day
		return true
	} else if ok { // another day is one that the text is about
		return day.YearDay() == m.date.YearDay()
	}
	word := strings.TrimRight(field, "0123456789.kwKW万+") // 阅读量1.2k
	return word != field && word != "" && m.isField(word)
}

// dated keeps the day of a text where none is known.
func (m *pageMeta) dated(value string) {
	if day, ok := date.Parse(value); ok && m.date.IsZero() {
		m.date = day
	}
}

// parted returns a line with blanks before the labels in it, which a page shows
// apart though nothing stands between them: 2021年3月5日来源：某报作者：某人.
func parted(line string) string {
	for _, label := range [...]string{"来源", "作者", "编辑", "发布时间", "浏览次数", "阅读", "字体", "字号"} {
		for _, colon := range [...]string{"：", ":"} {
			at := strings.Index(line, label+colon)
			if at <= 0 {
				continue
			}
			if last, _ := utf8.DecodeLastRuneInString(line[:at]); last == '日' || unicode.IsDigit(last) || unicode.IsPunct(last) || label == "作者" {
				line = line[:at] + " " + line[at:]
			}
		}
	}
	return line
}

// maxAround is how many blocks before and after the text are looked at for what
// they say of it.
const maxAround = 12

// around takes the date and the source of a text from the blocks before and after it,
// where the page does not give them otherwise: a line under the title, or one that says
// 发布于 2022-02-03.
func (m *pageMeta) around(before, behind []model.Block) {
	for _, b := range before[max(0, len(before)-maxAround):] {
		if said := b.Text(); (m.date.IsZero() || m.source == "") && strings.ContainsAny(said, ":：") { // else it is today’s date
			m.isHead(b)
		}
	}
	for _, b := range behind[:min(len(behind), maxAround)] {
		if day, ok := writtenOn(b.Text()); ok && m.date.IsZero() {
			m.date = day
		}
	}
}

// writtenOn reads the line below an answer or a post: 编辑于 2020-09-08 07:06.
func writtenOn(line string) (time.Time, bool) {
	for _, word := range [...]string{"发布于", "发表于", "编辑于", "最后编辑于"} {
		if said, ok := strings.CutPrefix(strings.TrimSpace(line), word); ok {
			return date.Parse(strings.TrimLeft(said, "：: "))
		}
	}
	return time.Time{}, false
}

// isCounted recognises counts of reactions to a text: 赞同 1.2 万, 32 条评论; s is in lower
// case and without blanks.
func isCounted(s string) bool {
	bare := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || strings.ContainsRune(".,+kw万千", r) {
			return -1
		}
		return r
	}, s)
	switch bare {
	case "赞同", "人赞同", "人赞同了该回答", "人赞同了该文章", "条评论", "个评论", "次阅读", "人阅读", "人收藏", "人喜欢", "个赞", "阅读", "评论", "喜欢", "收藏", "点赞", "转发", "浏览", "次浏览":
		return bare != s
	}
	return false
}
