package figures

import (
	"strconv"
	"strings"

	"juan/model"
	"juan/model/char"
	"juan/model/numeral"
)

// A setting is what a section says of the figures in it.
type setting struct {
	status Status
	period string
	marked bool   // by a heading
	was    Status // before the text turned to what is done
}

// yearOf returns the year in which a report is given, 0 where it is unknown.
func yearOf(a *model.Article) int {
	if !a.Delivered.IsZero() {
		return a.Delivered.Year()
	}
	if y := firstYear(a.Title); y > 0 {
		return y
	}
	posted := 0
	if !a.Date.IsZero() {
		posted = a.Date.Year()
	}
	if posted > 0 && !strings.Contains(a.Title, "报告") {
		return posted
	}
	for _, b := range a.Body[:min(len(a.Body), 3)] { // 二○二一年三月在第七届人民代表大会上
		t := b.Text()
		if y := firstYear(t[:min(len(t), 300)]); y > 0 {
			return y
		}
	}
	return posted
}

// firstYear returns the first year in s: 2020 of 2020年, 2021 of 二○二一年, 0 where there is none.
func firstYear(s string) int {
	for i := 0; i < len(s); i++ {
		if strings.HasPrefix(s[i:], "二") {
			if y, rest, ok := numeral.Cut(s[i:min(len(s), i+len("二○二一年"))]); ok && rest == "年" && y > 1900 && y < 2200 {
				return int(y)
			}
		}
		if !char.IsDigit(rune(s[i])) {
			continue
		}
		to, _ := run(s, i)
		if isYear(s[i:to]) && char.HasAnyPrefix(s[to:], "年", "—", "-") {
			y, _ := strconv.Atoi(s[i:to])
			return y
		}
		i = to
	}
	return 0
}

// heading sets what a section that begins says: 2019年工作回顾 is about what is done,
// 主要任务 of what is to be. A section of a lower level that says nothing has the
// setting of the one around it.
func (r *reader) heading(text string, level int) {
	done := char.HasAny(text, "回顾", "成绩", "回眸", "完成情况", "执行情况", "总结", "过去", "以来工作", "取得的", "成效", "成就", "存在的问题")
	plan := char.HasAny(text, "总体要求", "目标", "任务", "部署", "安排", "打算", "展望", "思路", "要求", "重点工作", "今年工作", "建议", "规划", "重点抓好", "下一步", "计划", "工作重点", "开好局", "起好步", "奋力")
	switch {
	case !done && !plan && level <= 1: // what comes after a plan is a plan
		planned := r.at.status == Expected || strings.Contains(text, "自身建设")
		if !r.at.marked {
			r.enter(text)
		}
		if planned {
			r.at.status = Expected
		}
	case !done && !plan, level > 1 && r.level == 1 && r.at.marked:
	default:
		r.level = level
		r.enter(text)
		r.at.marked = true
		if plan && !done {
			r.at.status = Expected
			if r.at.period == "" && r.year > 0 {
				r.at.period = strconv.Itoa(r.year)
			}
		}
	}
}

// enter begins a section whose heading is text.
func (r *reader) enter(text string) {
	r.at = setting{}
	switch y := firstYear(text); {
	case y > 0:
		r.at.period = strconv.Itoa(y)
		if r.year > 0 && y > r.year { // 二○三五年远景
			r.at.status = Expected
		}
	case r.year > 0 && char.HasAny(text, "五年"):
		r.at.period = fiveBefore(r.year)
	default:
		r.at.period = lastMoment(moments(text, r.years()), len(text))
	}
}

// fiveBefore returns the five years before a year: 2021/2025 for 2026.
func fiveBefore(year int) string { return strconv.Itoa(year-5) + "/" + strconv.Itoa(year-1) }

// longestTurn is how many bytes a sentence has at most that says what those after it
// are about.
const longestTurn = 300

// turn lets a sentence change what those after it in the section are about: 重点抓好以下工作
// begins what is planned where no heading did; 这五年, and in a report of 2026 “十四五”时期, is a look
// back within a plan.
func (at *setting) turn(s string, year int) {
	plan := fiveYears(s)
	switch {
	case len(s) > longestTurn:
	case char.HasAnyPrefix(s, "这五年", "五年来", "过去五年", "回顾“", "回望"), plan != "" && ended(plan, year):
		at.was, at.status = at.status, Done
	case at.was == Expected && at.status == Done && char.HasAny(s, "主要目标", "预期目标", "总体要求", "今年是", "各位代表"), plan != "" && year > 0 && at.was == Expected:
		at.status = Expected
	case char.HasAny(s, "主要预期目标", "重点抓好", "重点做好", "今年工作的总体要求", "要着力做好", "总体思路"):
		at.status = Expected
	case char.HasAnyPrefix(s, "一年来", "过去一年", "过去的一年") && !at.marked:
		at.status = Done
	}
}

// cues are where in a sentence words begin that say of all after them whether it is
// done; -1 where there are none.
type cues struct {
	goal  int // 预期目标, 目标是
	aim   int // 力争, 确保
	past  int // 去年, 截至
	trend int // 下降, 达到
}

func cuesIn(s string) cues {
	return cues{
		goal:  firstOf(s, "预期目标", "主要目标是", "目标是", "目标为", "到2030年", "到2035年", "力争到", "力争实现"),
		aim:   firstOf(s, "确保", "力争", "努力", "目标"),
		past:  firstOf(s, "目前,我", "目前，我", "去年", "截至"),
		trend: firstOf(s, "下降", "增长", "达到", "完成", "同比"),
	}
}

// statusOf returns whether the amount at byte i of a sentence is done or expected: by
// the words of its clause, those before it in the sentence, and the section.
func (r *reader) statusOf(s *sentence, i int, when string) Status {
	clause := s.text[s.clause(i):i]
	seen := func(at int) bool { return at >= 0 && at < i }
	switch {
	case seen(s.cues.goal), char.HasAny(clause, "力争", "争取达到", "确保", "计划完成", "计划投资", "计划新增", "计划实施", "拟", "要达到", "有望"):
		return Expected
	case r.at.status == Done && (later(when, r.year) || char.HasAny(clause, "将达", "将有", "将投", "将建", "将新", "将完", "将于", "预期达", "预期增")):
		return Expected
	case r.at.status == Done:
		return Done
	case seen(s.cues.past), char.HasAny(clause, "目前", "已经", "上年", "了", "当月", "现有", "已争取", "已发行", "已完成", "已达", "已建成", "年前", "以来"):
		return Done
	case ended(when, r.year), partOfYear(when) && seen(s.cues.trend) && !seen(s.cues.aim):
		return Done
	}
	return Expected
}

// years returns the years that times in the section are of.
func (r *reader) years() years {
	y := years{r.year, r.year}
	switch v, ok := yearIn(r.at.period); {
	case ok:
		y.section = v
	case r.at.status == Done && r.reports():
		y.section--
	}
	return y
}

// reports reports whether the article is a report, given in the year after the one that it
// reports on.
func (r *reader) reports() bool {
	return r.year > 0 && (r.at.marked || strings.Contains(r.article.Title, "报告"))
}

// usual returns the period of a figure that names none: that of its section, else the
// year before a report for what is done, and its own for what is expected.
func (r *reader) usual(st Status) string {
	switch {
	case r.at.period != "" && (st == r.at.status || st == Base):
		return r.at.period
	case !r.reports():
		return r.at.period
	case st == Done && r.at.status == Done:
		return strconv.Itoa(r.year - 1)
	}
	return strconv.Itoa(r.year)
}

// lastYear returns the year in which a period ends, 0 where it is unknown.
func lastYear(period string) int {
	if _, last, ok := strings.Cut(period, "/"); ok {
		period = last
	}
	y, _ := strconv.Atoi(period[:min(4, len(period))])
	return y
}

// ended reports whether a period ended before a year.
func ended(period string, year int) bool { y := lastYear(period); return y > 0 && y < year }

// later reports whether a period ends after a year.
func later(period string, year int) bool { return year > 0 && lastYear(period) > year }

// partOfYear reports whether a period is a part of a year: 2020-Q1.
func partOfYear(period string) bool { return strings.Contains(period, "-") }
