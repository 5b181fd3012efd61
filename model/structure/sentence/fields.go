package sentence

// Words that distinguish the field of a paragraph from a single measure inside it.

// isAim reports whether run-in headings begin with a word.
func isAim(word string) bool {
	switch word {
	case "加快", "提升", "促进", "推动", "深化", "增强", "扎实", "全力", "大力", "持续", "防范", "提高",
		"激发", "改善", "优化", "守牢", "保障", "推进", "发展", "壮大", "全面", "深入", "繁荣":
		return true
	}
	return false
}

// isMeasure reports whether the description of a single measure may begin with a word.
func isMeasure(word string) bool {
	switch word {
	case "支持", "完善", "落实", "办好", "完成", "做好", "健全", "统筹", "抓好", "开展", "启动", "营造",
		"稳妥", "规范", "建立", "建成", "新增", "出台", "制定", "引导", "鼓励", "严格", "组织", "新建",
		"推行", "推广", "探索", "常态", "设立", "争取", "力争", "用好", "依法", "实施", "加强", "强化",
		"拓展", "培育", "布局", "建设", "提供", "举办", "承办", "申报", "开工", "推出", "搭建", "畅通",
		"盘活", "清理", "整治", "严厉":
		return true
	}
	return false
}

// isField reports whether a word names a field or an aim: run-in headings end
// with it.
func isField(word string) bool {
	switch word {
	case "发展", "融合", "攻坚", "效益", "环境", "事业", "振兴", "质量", "活力", "开放", "转型", "升级",
		"能级", "增效", "提质", "改革", "建设", "水平", "消费", "投资", "风险", "布局", "就业", "成效",
		"改善", "提升", "稳定":
		return true
	}
	return false
}

// isMeans reports whether a word names a means: measures end with it.
func isMeans(word string) bool {
	switch word {
	case "行动", "机制", "工作", "试点", "工程", "制度", "普查", "监管", "管理", "覆盖", "供给", "合作",
		"服务", "计划", "活动", "举措", "任务", "政策", "改造", "整改", "大会", "集群", "大赛", "规划",
		"标准", "保险", "项目", "基地", "中心", "园区", "平台", "方案", "条例", "清单", "名录", "专项",
		"体系":
		return true
	}
	return false
}

// isBroad reports whether the sentence after a run-in heading often begins with
// a word.
func isBroad(word string) bool {
	switch word {
	case "坚持", "聚焦", "围绕", "实施", "深入", "始终", "顺应", "突出", "全面", "落实", "紧扣", "牢固",
		"锚定", "统筹", "把握", "积极", "大力", "深化", "加快":
		return true
	}
	return false
}
