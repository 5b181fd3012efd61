package number

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
)

// Name reports how many bytes of the heading s are the name of a part that
// has no number: 序 前言 楔子 附录 …; 0 when s is no such heading.
func Name(s string) int {
	if rest, ok := strings.CutPrefix(s, "【"); ok { // 【番外】渡口
		name, _, closed := strings.Cut(rest, "】")
		if closed && Name(name) > 0 && utf8.RuneCountInString(s) <= 30 {
			return len("【") + len(name) + len("】")
		}
		return 0
	}
	if strings.HasPrefix(s, "《") && len(s) <= 120 { // 《渡口》番外 灯
		if book, rest, closed := strings.Cut(s, "》"); closed {
			part := strings.TrimLeftFunc(rest, char.IsSpace)
			if n := Name(part); n > 0 {
				return len(book) + len("》") + len(rest) - len(part) + n
			}
		}
		return 0
	}
	if len(s) > 120 {
		return 0
	}
	if !char.IsHan(char.First(s)) {
		return foreignName(s)
	}
	bare := s
	if len(s) <= 24 && utf8.RuneCountInString(s) <= 6 && strings.ContainsAny(s, " \u3000") { // 前　言
		bare = char.Squeezed(s)
		if isName(bare) {
			return len(s)
		}
	}
	if n := spacedName(s); n > 0 {
		return n
	}
	// 某人番外：本色出演
	if i := strings.Index(s[:min(len(s), 40)], "番外"); i > 0 && utf8.RuneCountInString(s[:i]) <= 8 && !strings.ContainsAny(s[:i], "，。！？：“的") && strings.HasPrefix(s[i+len("番外"):], "：") && utf8.RuneCountInString(s) < 30 {
		return i + len("番外")
	}
	if !opensName(char.First(s)) || utf8.RuneCountInString(s) > longestName+24 { // see partsName
		return 0
	}
	for n := range s {
		if n == 0 {
			continue
		}
		if n > longestName*len("序") {
			return 0
		}
		if isName(s[:n]) && partsName(s[:n], s[n:]) {
			return n
		}
	}
	if isName(s) {
		return len(s)
	}
	return 0
}

// spacedName returns the bytes of a name of two characters with white space between them
// that stands before white space and a title: 附　录　大事年表. It cannot fire on words in a
// row, 后记 前言 附录, nor on characters in a row, 附　录　外　篇.
func spacedName(s string) int {
	if !opensName(char.First(s)) {
		return 0
	}
	one := len("附")
	gap := char.Spaces(s[one:])
	two := one + gap + len("录")
	if gap == 0 || two >= len(s) || !char.IsHan(char.First(s[one+gap:])) || !char.IsSpace(char.First(s[two:])) || len(s) > two+len("　")*25 {
		return 0
	}
	title := strings.TrimLeftFunc(s[two:], char.IsSpace)
	if word := strings.IndexFunc(title, char.IsSpace); word >= 0 && word <= len("外") {
		return 0
	}
	if name := s[:one] + s[one+gap:two]; isName(name) && partsName(name, s[two:]) {
		return two
	}
	return 0
}

// longestName is how many characters a name has at most before a title.
const longestName = 7

// foreignName is Name for Japanese in kana, Korean and English: プロローグ, 프롤로그,
// PROLOGUE, alone or before white space and a title.
func foreignName(s string) int {
	switch char.First(s) { // of most lines nothing else is asked
	case 'プ', 'エ', 'あ', 'ま', 'は', 'お', '프', '에', '머', '서', '맺', '후', 'P', 'E', 'F', 'A', 'É', 'П', 'Э', 'В', 'З':
	default:
		return 0
	}
	n := strings.IndexFunc(s, char.IsSpace)
	if n < 0 {
		n = len(s)
	}
	switch s[:n] {
	case "プロローグ", "エピローグ", "あとがき", "まえがき", "はじめに", "おわりに", "프롤로그", "에필로그", "머리말", "서문", "맺음말", "후기",
		"Prologue", "PROLOGUE", "Epilogue", "EPILOGUE", "Preface", "PREFACE", "Foreword", "FOREWORD", "Afterword", "AFTERWORD",
		"Пролог", "ПРОЛОГ", "Эпилог", "ЭПИЛОГ", "Предисловие", "ПРЕДИСЛОВИЕ", "Послесловие", "Введение", "ВВЕДЕНИЕ", "Заключение", "ЗАКЛЮЧЕНИЕ", "Prolog", "Epilog", "Épilogue":
		if utf8.RuneCountInString(s[n:]) <= 24 && !strings.ContainsAny(s[n:], "。、，.,") && (n == len(s) || s[0] >= utf8.RuneSelf) {
			return n
		}
	}
	return 0
}

// partsName reports whether what follows a name leaves it a name: a mark, a
// space, or for those that come several times a number.
func partsName(name, rest string) bool {
	if utf8.RuneCountInString(rest) > 24 || strings.ContainsAny(rest, "。，；") {
		return false
	}
	if isAside(name) { // 作者有话要说：谢谢各位, what the author says under a chapter
		return false
	}
	r, size := utf8.DecodeRuneInString(rest)
	if strings.HasPrefix(name, "附") && strings.ContainsRune("：:", r) {
		if n, _, _ := Parse(strings.TrimLeft(rest[size:], " \u3000")); n > 0 { // 附件：1. 名单, a list
			return false
		}
	}
	if char.IsSpace(r) || strings.ContainsRune("：:·—", r) && len(rest) > size {
		return true
	}
	switch name {
	case "番外", "附录", "附錄", "付録", "附件", "附表", "附图", "附圖", "外传", "外傳", "外篇", "序", "番外篇", "后记", "间章", "間章", "幕间", "幕間", "特别篇", "特別篇", "楔子", "尾声", "尾聲", "前传", "前傳", "后日谈", "後日談", "插曲":
		if n, form, _ := Parse(rest); n > 0 && form >= Volume && form <= Section { // 番外第一章
			return true
		}
		if strings.HasPrefix(name, "番外") && strings.HasPrefix(rest, "（") && strings.HasSuffix(rest, "）") { // 番外（灯）
			return true
		}
		rest = strings.TrimPrefix(rest, "之")
		k, _ := Numeral(rest)
		if k == 0 && (r >= 'A' && r <= 'Z' || r >= 'Ａ' && r <= 'Ｚ') {
			k = size
		}
		r, _ := utf8.DecodeRuneInString(rest[k:])
		return k > 0 && (k == len(rest) || char.IsSpace(r) || strings.ContainsRune("：:、.．（(", r))
	}
	return false
}

// isAside reports whether name opens a few words to the reader, as they stand under the
// chapters of serials: 作者有话要说. It heads them only where it has its line to itself.
func isAside(name string) bool {
	for _, what := range [...]string{"有话说", "有话要说", "有話要說", "的话", "的話"} {
		if strings.HasSuffix(name, what) {
			return true
		}
	}
	return false
}

// IsAside reports whether s is such a name and nothing else.
func IsAside(s string) bool { return isAside(s) && isName(s) }

// opensName reports whether a name of isName begins with r. It is asked first,
// for few lines do.
func opensName(r rune) bool { return opensUsualName(r) || opensRareName(r) }

// opensUsualName is opensName for the names that most books have.
func opensUsualName(r rune) bool {
	switch r {
	case '序', '自', '代', '原', '总', '總', '前', '引', '导', '導', '绪', '緒', '楔', '卷', '题', '題', '尾', '终', '終', '后', '後', '跋', '结', '結', '余', '番', '外', '间', '插', '附', '付',
		'特', '开', '開', '致', '鸣', '参', '參', '摘', '内', '作', '编', '译', '再', '出', '凡', '完', '上', '写', '大':
		return true
	}
	return false
}

func isName(s string) bool {
	if isComposedName(s) {
		return true
	}
	switch s {
	case "序", "引", "尾", "序言", "序章", "序幕", "序曲", "自序", "代序", "原序", "总序", "總序", "前言", "引言", "引子", "导言", "導言", "导论", "導論", "导读",
		"绪论", "緒論", "绪言", "楔子", "卷首语", "卷首語", "题记", "題記", "尾声", "尾聲", "终章", "終章", "终曲", "后记", "後記", "后序", "跋", "跋语",
		"结语", "結語", "结束语", "結束語", "结论", "結論", "余论", "番外", "番外篇", "外传", "外傳", "外篇", "间章", "插曲", "附录", "附錄", "付録", "附件", "附表", "附图", "附圖", "附记", "附则", "附則",
		"尾页", "特别篇", "特別篇", "后日谈", "後日談", "前传", "前傳", "终篇", "開篇", "开篇", "致谢", "致謝", "鸣谢", "参考文献", "參考文獻", "参考书目", "摘要", "内容提要", "内容简介", "内容摘要", "作者简介", "编后记", "译后记", "译者序", "再版序", "再版前言", "出版说明", "凡例", "完本感言", "上架感言", "卷末感言", "作者的话", "写在前面", "写在最后", "大结局", "大結局", "幕间", "幕間", "间奏", "終幕", "终幕", "终卷", "尾章", "末章", "余章", "余韵", "余音", "初章", "首章", "前记", "前記", "补记", "補記", "弁言", "小引", "例言", "编例", "谱序", "族谱序", "跋文", "致读者", "致讀者", "完结感言", "完結感言", "新书感言", "大事记", "大事年表", "编纂始末", "编写说明", "编后", "编后语", "主要参考文献", "主要参考书目", "征引书目", "索引", "人名索引", "插图目录", "图表目录":
		return true
	}
	return false
}

// IsContents reports whether s heads a table of contents.
func IsContents(s string) bool {
	if r := char.First(s); len(s) > 64 || r != '目' && r != '总' && r != '章' {
		return false // no name with spaces between its letters is so long
	}
	switch char.Squeezed(s) {
	case "目录", "目錄", "目次", "总目录", "章节目录", "总目":
		return true
	}
	return false
}

// IsUsual reports whether s is a head that papers, cases and minutes have
// without a number. White space between its characters does not count.
func IsUsual(s string) bool {
	if r := char.First(s); !char.IsHan(r) && !char.IsLatin(r) && r != '【' {
		return false
	}
	bare := char.Squeezed(s)
	bare = strings.TrimRight(strings.TrimPrefix(bare, "【"), "：:】")
	switch s {
	case "材料", "用料", "原料", "食材", "做法", "制作方法", "制作步骤", "操作步骤": // with a colon they label a list
		return true
	}
	switch bare {
	case "摘要", "关键词", "关键字", "引言", "前言", "导言", "绪论", "结论", "结语", "结束语", "讨论", "参考文献", "注释", "致谢", "附录", "作者简介", "基金项目", "材料与方法", "资料与方法", "文献综述", "研究背景", "研究方法", "研究内容", "研究意义", "结果与讨论", "结果与分析", "中文摘要", "英文摘要", "目的", "Abstract", "ABSTRACT", "References", "REFERENCES", "Introduction", "Conclusion", "Acknowledgements",
		"基本案情", "案情简介", "案情", "案件事实", "裁判结果", "裁判理由", "裁判要点", "裁判要旨", "裁判观点", "典型意义", "案例要旨", "案例评析", "案例分析", "法律分析", "法院认为", "法院判决", "判决结果", "判决主文", "处理结果", "处理意见", "争议焦点", "焦点问题", "相关法条", "相关规定", "相关法律", "法条链接", "适用法律", "指导意义", "评析", "点评", "律师点评", "法官提示", "法官说法", "专家点评", "社会影响", "诉讼过程", "诉讼请求", "检察机关履职过程", "检察履职情况", "要旨", "执行情况", "调解结果", "仲裁结果", "案例解读", "风险提示", "事实与理由", "事实和理由", "申请事项", "请求事项", "仲裁请求", "上诉请求", "上诉理由", "答辩意见", "答辩请求", "反诉请求", "申请理由", "证据目录", "证据清单", "证据和证据来源", "委托事项", "委托权限", "授权范围", "案由", "当事人信息", "原告诉称", "被告辩称", "法院查明", "审理查明", "一审情况", "二审情况", "案件焦点", "裁判思路", "案例索引", "关键词和摘要", "案情回顾", "简要案情", "案情概要", "案件概况", "法院审理", "审理结果", "处理情况", "案例启示", "法官提醒", "法官寄语", "法官评析", "委托期限", "填写说明", "送达地址", "附件清单",
		"基本信息", "个人信息", "个人资料", "教育背景", "教育经历", "工作经历", "工作经验", "实习经历", "项目经历", "项目经验", "专业技能", "技能证书", "获奖情况", "自我评价", "求职意向",
		"参考答案", "答案与解析", "教学目标", "教学重点", "教学难点", "教学重难点", "教学准备", "教学过程", "教学反思", "板书设计", "作业布置", "课后作业", "学情分析", "教材分析",
		"会议议程", "会议内容", "会议决议", "会议议题", "会议纪要", "议定事项", "讨论事项", "下一步工作", "出席人员", "参会人员", "列席人员", "决议事项", "其他事项", "会议结论", "行动项",
		"问题描述", "解决方案", "解决方法", "使用方法", "使用说明", "注意事项", "小贴士", "外部链接", "延伸阅读", "参考资料", "相关条目", "安装方法", "产品特点", "产品介绍", "产品参数", "技术规格", "操作方法", "常见故障", "故障排除", "维护保养", "清洁与保养", "保养与维护", "售后服务", "保修条款", "装箱清单", "安全须知", "安全警告", "技术参数", "常见问题", "更新日志", "概述", "简介", "背景", "总结", "小结", "名称", "说明", "描述", "选项", "参见", "示例", "例子", "作者", "版权", "缺陷", "环境变量", "返回值", "遵循":
		return true
	}
	return false
}
