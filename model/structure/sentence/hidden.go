package sentence

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/structure/lexis"
)

// How many characters around a sentence are looked through for its words.
const topicRunes = 150

// hiddenCompany appends what the sentences around k say where nothing shows
// paragraphs. A run-in heading names the field of what follows it, 扩大有效投资, so
// that its words come again, and before it they do not; a short sentence inside a
// paragraph tells of one measure more, 落实带薪休假. It mends paragraphs broken at
// every short sentence, and a text whose run-in headings all went unseen.
func (v *view) hiddenCompany(has []runInFeature, k int) []runInFeature {
	t := &v.Sentences[k]
	text := v.words(k)
	words := lexis.Segment(text)
	has = when(has, v.isRefrain(k), refrain)
	behind := v.src[t.To : t.To+char.Cut(v.src[t.To:], topicRunes)]
	switch taken := comeAgain(text, words, behind); {
	case taken == 1:
		has = append(has, taken1)
	case taken > 1:
		has = append(has, taken2)
	}
	switch given := comeAgain(text, words, lastRunes(v.src[:t.From], topicRunes)); {
	case given == 1:
		has = append(has, given1)
	case given > 1:
		has = append(has, given2)
	}
	next := v.src[v.Sentences[k+1].From:v.Sentences[k+1].To]
	first, last := text[:words[0].To], text[words[len(words)-1].From:]
	has = when(has, isOn(aims, first), aimFirst)
	has = when(has, isOn(measures, first), measureFirst)
	has = when(has, isOn(fields, last), fieldLast)
	has = when(has, isOn(means, last), meansLast)
	has = when(has, strings.ContainsAny(text, "等区县号项条家"), concrete)
	has = when(has, isOn(broad, next[:char.Cut(next, 2)]), nextBroad)
	has = when(has, isOn(measures, next[:char.Cut(next, 2)]), nextMeasure)
	has = when(has, firstClass(next) == lexis.Verb || lexis.Before(next)&(lexis.Begin|lexis.Maybe) != 0, nextVerb)
	has = when(has, v.Sentences[k+1].plain, nextPlain)
	if k == 0 {
		return has
	}
	before := v.src[v.Sentences[k-1].From:v.Sentences[k-1].To]
	has = when(has, isOn(measures, before[:char.Cut(before, 2)]), afterMeasure)
	has = when(has, isAim(before), afterAim)
	return when(has, v.Sentences[k-1].plain, afterPlain)
}

// comeAgain counts the words of a heading that stand in a stretch of text,
// without those that any report is full of.
func comeAgain(text string, words []lexis.Word, in string) int {
	n := 0
	for _, w := range words {
		s := text[w.From:w.To]
		if len(s) < len("投资") || strings.IndexByte("ngva", byte(w.Class)) < 0 || lexis.On(lexis.Begin|lexis.Maybe, s) || s == "发展" || s == "建设" {
			continue
		}
		if strings.Contains(in, s) {
			n++
		}
	}
	return n
}

// lastRunes returns the last n characters of s.
func lastRunes(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

// isAim reports whether a sentence tells what a paragraph comes to.
func isAim(s string) bool {
	for _, w := range [...]string{"力争", "确保", "努力", "推动", "让"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// Words that tell the field of a paragraph from a measure inside it: what run-in
// headings begin with, what measures begin with, what each of them is about, and
// what the first sentence behind a run-in heading begins with.
const (
	aims     = " 加快 提升 促进 推动 深化 增强 扎实 全力 大力 持续 防范 提高 激发 改善 优化 守牢 保障 推进 发展 壮大 全面 深入 繁荣 "
	measures = " 支持 完善 落实 办好 完成 做好 健全 统筹 抓好 开展 启动 营造 稳妥 规范 建立 建成 新增 出台 制定 引导 鼓励 严格 组织 新建 推行 推广 探索 常态 设立 争取 力争 用好 依法 实施 加强 强化 拓展 培育 布局 建设 提供 举办 承办 申报 开工 推出 搭建 畅通 盘活 清理 整治 严厉 "
	fields   = " 发展 融合 攻坚 效益 环境 事业 振兴 质量 活力 开放 转型 升级 能级 增效 提质 改革 建设 水平 消费 投资 风险 布局 就业 成效 改善 提升 稳定 "
	means    = " 行动 机制 工作 试点 工程 制度 普查 监管 管理 覆盖 供给 合作 服务 计划 活动 举措 任务 政策 改造 整改 大会 集群 大赛 规划 标准 保险 项目 基地 中心 园区 平台 方案 条例 清单 名录 专项 体系 "
	broad    = " 坚持 聚焦 围绕 实施 深入 始终 顺应 突出 全面 落实 紧扣 牢固 锚定 统筹 把握 积极 大力 深化 加快 "
)

// isOn reports whether a word is on one of the lists.
func isOn(list, word string) bool { return word != "" && strings.Contains(list, " "+word+" ") }
