package structure

import (
	"strings"
	"unicode/utf8"
)

// tails are words that headings of reports, plans and essays end with.
const tails = " 回顾 成就 任务 工作 目标 要求 安排 部署 建设 发展 机制 成果 布局 思路 重点 措施 打算 情况 问题 建议 水平 质量 局面 活力 动力 优势 屏障 底线 福祉 保障 环境 格局 体系 能力 效能 成效 提升 改善 增强 优化 升级 增长 向好 稳定 和谐 进展 突破 取向 指标 方针 举措 方向 计划 规划 意见 原则 背景 意义 特点 现状 趋势 对策 路径 经验 启示 效应 基础 根基 生态 服务 创新 转型 协同 融合 合作 开放 改革 治理 安全 振兴 共享 繁荣 兴盛 复苏 见效 提质 增效 提速 加快 深化 凸显 显现 彰显 巩固 夯实 完善 健全 拓展 壮大 跃升 攀升 迸发 释放 盆地 盘 力 面 局 路 战 关 牌 篇章 新貌 新篇 样板 标杆 高地 引擎 动能 潜力 合力 作风 形象 政府 效率 进程 步伐 历程 年代 概况 结论 讨论 方法 分析 比较 评价 作用 关系 影响 原因 过程 条件 范围 内容 结构 功能 应用 实践 探索 思考 期望 展望 前景 未来 挑战 机遇 形势 任务书 目标任务 一体化 现代化 竞争力 凝聚力 承载力 吸引力 影响力 获得感 幸福感 基本盘 新高度 新台阶 新局面 新突破 新成效 新进展 新优势 新动能 新活力 新格局 新气象 新作为 变化 转换 鲜亮 共赢 安定 回升 崛起 集聚 明显 显著 凸显 有力 坚实 扎实 稳固 良好 加强 提高 推进 提振 巩固 加速 增进 关切 福利 家园 后劲 新机遇 新提升 新改善 新跨越 新增强 新步伐 新面貌 新转换 新进步 新担当 前列 首位 开展 屏障 意识 责任 秩序 文明 品质 品位 颜值 魅力 后劲 空间 载体 平台 网络 渠道 主体 队伍 人才 制度 政策 法治 民生 人心 收官 需要 期盼 期待 愿景 进步 韧性 底色 成色 亮色 高线 防线 红线 策源地 示范区 试验区 先行区 增长极 新区 新城 城区 强县 强省 强市 强区 强国 名城 名县 名市 老区 山区 攻坚战 保卫战 持久战 主动仗 战役 翻身仗 共同富裕 全面小康 生产力 软实力 硬实力 综合实力 体制 体验 主动权 话语权 新风尚 风尚 满意度 便利度 大局 全局 开门红 全年红 大跨越 大提升 大变化 大突破 新时代 新征程 新天地 新空间 新路子 新路径 新模式 新业态 新生态 新高地 新成就 新贡献 "

// openings are words that paragraphs begin with.
const openings = " 前三季度 前三 前两 前五 刚刚过去 踏上 党中央 省委 市委 县委 党委 自去年 自今年 距年底 距离年底 根据 从运行 宏伟 我们 站在 早在 展望 新的一年 实践证明 相传 长期以来 近日 日前 据悉 据 经 自 若 未来五年 过去五年 预计 公司 报告期内 学校 该 本 此 我们 我市 我县 我区 我省 我州 我国 我镇 我校 本市 本县 本省 本文 本次 本届 本章 本节 本书 全市 全县 全区 全省 全国 全州 全镇 该市 该县 该省 该项 该区 这些 这一 这是 这种 此次 此外 其中 各位 各地 各级 各部门 作为 为了 为此 面对 针对 围绕 按照 根据 依托 随着 通过 由于 坚持以 坚持把 把 将 在 当 从 经过 截至 截止 近年 近年来 一年来 过去 今后 今年 去年 明年 当前 目前 未来 上半年 下半年 年初 年内 做好 实现上述 新时代 新征程 让我们 打铁 一是 大会期间 会议期间 活动期间 疫情 与此同时 同时 例如 如果 所谓 从 对于 关于 以习近平 以 当地 该村 该镇 该园区 该企业 该公司 该校 该院 下一步 下一阶段 这里 全村 全校 全院 全系统 全集团 我局 我院 我委 我村 集团 受 本届政府 过去一年 地区生产 国内生产 生产总值 三次产业 规上工业 粮食总产 粮食产量 一般公共 固定资产 城镇新增 财政总收 "

// begins are verbs and adverbs that clauses of such texts begin with; inside a
// heading they stand at its start or behind its comma.
const begins = " 锚定 对标 对照 主动 压实 织密 大力弘扬 多措并举 多管齐下 千方百计 坚决 做大 做强 做优 做实 做好 抓实 抓紧 大抓 慎终如始 坚持 大力 积极 认真 严格 充分 切实 始终 牢固 牢牢 紧紧 紧扣 紧盯 立足 聚焦 实施 建立 健全 完善 推进 推动 促进 落实 深化 强化 开展 编制 新增 新建 启动 成功 统筹 制定 出台 树牢 建成 预计 率先 突出 组织 成立 引进 打造 打好 守牢 守住 加大 加强 优化 培育 构建 提升 抓好 做好 支持 鼓励 引导 发挥 巩固 拓展 严守 严把 狠抓 全力 努力 着力 集中 主动 高标准 高质量 高水平 科学 精准 依法 举办 设立 推行 落细 扛稳 树立 营造 争取 争创 力争 确保 发放 畅通 壮大 实行 健全 防范 排查 整治 尽力 定期 获批 入选 荣获 圆满 如期 深挖 谋划 筹建 开工 关停 编写 召开 听取 审议 受理 办理 "

// maybes begin clauses as often as they end headings: 持续推进改革, 活力持续增强.
const maybes = " 实现 持续 稳步 全面 深入 扎实 有序 纵深 加快 进一步 加速 有效 规范 完成 保持 扩大 增强 改造 投入 全年 累计 探索 "

// hangs are words that an object must follow: no heading ends with one.
const hangs = " 实施 健全 促进 建立 打造 培育 推动 坚持 聚焦 强化 构建 牢固 编制 组织 成立 统筹 着力 加大 建成 实现 启动 出台 突出 围绕 抓好 做好 树立 营造 严格 严守 守住 树牢 力争 鼓励 引导 规范 制定 引进 依托 争取 确保 达到 展现 取得 得到 迈出 迈上 获得 推行 设立 投入 改造 新增 新建 举办 发挥 预计 全年 累计 成功 深入 大力 积极 扎实 认真 全力 努力 牢牢 紧紧 切实 始终 充分 持续 不断 稳步 全面 有效 更好 更加 进一步 主动 科学 精准 依法 "

// halves are verbs that an object usually follows, but not when an adverb
// stands before them: 不断完善.
const halves = " 开展 增进 提高 提振 巩固 夯实 健全 拓展 壮大 释放 彰显 加速 促进 治理 服务 支持 完善 优化 提升 扩大 增强 深化 推进 加快 改善 保障 维护 加强 保持 完成 "

// adverbs are what a predicate at the end of a heading begins with.
const adverbs = " 相互 互相 协同 联动 统筹 一体 融合 双双 明显 齐头 逐年 全力 持续 不断 全面 显著 明显 稳步 有序 纵深 深入 扎实 有力 有效 加快 加速 更加 更 进一步 逐步 大幅 快速 稳定 健康 蓬勃 协调 日益 提速 成功 圆满 深度 竞相 充分 初步 基本 步伐 成效 质量 水平 能力 动能 优势 活力 "

// predicates are adverbs that begin no body; what they begin ends headings.
const predicates = " 更加 日益 竞相 显著 明显 不断 加速 大幅 蓬勃 双双 总体 日趋 逐步 稳中 实现新 取得新 展现新 得到新 迈上新 迈出新 呈现新 再上新 跃上新 发生新 有了新 再创新 开创新 "

// deeds begin sentences that report one thing done, not a field of work.
const deeds = " 成功 完成 成为 开工 建成 启动 荣获 获评 获得 入选 新增 新建 出台 举办 累计 编制 制定 争创 创建 开通 投入 引进 签约 组建 设立 发放 拨付 "

// terms are words of reports that dictionaries of everyday language lack.
const terms = " 福祉 提质 增效 提速 扩面 赋能 纾困 攻坚 见效 落地 产业链 创新链 供应链 高质量 高水平 高标准 一体化 数字化 智能化 绿色化 市场化 法治化 便利化 产业化 乡村振兴 新质 生产力 满意度 幸福感 安全感 集聚区 开发区 示范区 试验区 营商 文旅 集群 链长制 专班 双碳 减排 扩绿 老旧 城镇化 县域 镇域 市域 全域 底线 短板 弱项 堵点 痛点 难点 扫黑 信访 双拥 人居 智造 云上 上云 基本盘 主战场 桥头堡 排头兵 压舱石 生态圈 商圈 都市圈 经济带 走廊 枢纽 综保区 自贸区 专精特新 小巨人 独角兽 瞪羚 孵化器 三农 六稳 六保 国企 民企 民营 实体经济 四好 双创 "

// isTail reports whether s ends with one of the tails.
func isTail(s string) bool {
	if lastOf(s, tails) {
		return true
	}
	_, b := utf8.DecodeLastRuneInString(s) // 新变化 新提高
	_, a := utf8.DecodeLastRuneInString(s[:len(s)-b])
	return strings.HasSuffix(s[:len(s)-a-b], "新")
}

// lastOf reports whether one of the words in list ends s, up to 4 runes.
func lastOf(s, list string) bool {
	at := len(s)
	for range 4 {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		if at -= size; at <= 0 || size == 0 {
			return false
		}
		if w := s[at:]; len(w) >= 6 && strings.Contains(list, " "+w+" ") {
			return true
		}
	}
	return false
}

// isWord reports whether w is one of the words in list.
func isWord(list, w string) bool { return w != "" && strings.Contains(list, " "+w+" ") }

// isOpener reports whether s begins with one of the openings.
func isOpener(s string) bool { return firstOf(s, openings) }

// firstOf reports whether one of the words in list begins s, from 2 to 4 runes.
func firstOf(s, list string) bool {
	n := 0
	for i := range s {
		if n > 1 && strings.Contains(list, " "+s[:i]+" ") {
			return true
		}
		if n++; n > 4 {
			break
		}
	}
	return false
}

// startsTime reports whether s begins with a stretch of time that is no single
// word: 过去五年, 一年来, “十四五”时期, 5月.
func startsTime(s string) bool {
	k, _ := numeral(s)
	if k > 0 {
		for _, w := range [...]string{"年来", "年", "月", "个月", "季度"} {
			if strings.HasPrefix(s[k:], w) {
				return true
			}
		}
	}
	if strings.HasPrefix(s, "“十") {
		i := strings.Index(s, "”")
		return i > 0 && i < 20 && (strings.HasPrefix(s[i:], "”时期") || strings.HasPrefix(s[i:], "”期间") || strings.HasPrefix(s[i:], "”以来"))
	}
	return false
}

// isPlace reports whether s begins with the name of a city, county and so on:
// two to four characters and 市 县 区 省 州 镇.
func isPlace(s string) bool {
	n := 0
	before := rune(0)
	for i, r := range s {
		if n++; n > 5 || !isHan(r) {
			return false
		}
		if n >= 3 && strings.ContainsRune("市县省州", r) {
			next := firstRune(s[i+utf8.RuneLen(r):])
			return !strings.ContainsRune("城都上股超夜门节", before) && !strings.ContainsRune("场民政长级域容值价份略心", next)
		}
		before = r
	}
	return false
}
