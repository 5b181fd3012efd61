package lines

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// A sample is a text made for the tests, and the lines of it that are headings.
type sample struct {
	kind     string
	text     string
	headings map[string]bool
}

// A writer puts a sample together.
type writer struct {
	strings.Builder
	*rand.Rand
	headings map[string]bool
	indent   string // before each paragraph
	blank    string // between paragraphs
}

func newWriter(seed uint64) *writer {
	w := &writer{Rand: rand.New(rand.NewPCG(seed, 7)), headings: map[string]bool{}}
	w.indent = []string{"", "　　", "    "}[w.IntN(3)]
	w.blank = []string{"", "", "\n"}[w.IntN(3)]
	return w
}

func (w *writer) pick(list []string) string { return list[w.IntN(len(list))] }

// head writes a heading.
func (w *writer) head(format string, args ...any) {
	s := fmt.Sprintf(format, args...)
	w.headings[strings.TrimSpace(s)] = true
	w.WriteString(w.blank + s + "\n" + w.blank)
}

// line writes a line that is none.
func (w *writer) line(format string, args ...any) {
	w.WriteString(w.indent + fmt.Sprintf(format, args...) + "\n" + w.blank)
}

var (
	told   = strings.Fields("他把灯挑亮了些，听见院子里落雪的声音，一层一层压在瓦上。 河水涨到了第三级石阶，渡船只好停在上游，来往的人都要多走两里路。 老人说完便不再开口，只顾低头补他的网，针脚细密得像一行小字。 她把信折好放回匣子里，匣子里还有许多没有寄出的信，一封也没有署名。 天亮以前他们走完了最后一段山路，山下的灯一盏一盏灭了。 那年冬天特别长，长得让人忘记了还有春天这回事。 谁也说不清那条船是什么时候开走的，码头上只剩下半截缆绳。")
	said   = strings.Fields("“你来得正好。”他抬头看了她一眼，“水刚烧开。” “明天还走吗？” “走。”她说。 “第三章的稿子你看了没有？”编辑在电话里问。 “一、二、三！”孩子们一齐喊。 “不是我。”他摇了摇头。 “再等一等吧。”老人说，“今夜的船，总是来得迟些。”")
	stated = strings.Fields("本项工作由各部门分别承担，完成情况每月汇总一次，并在例会上通报。 试验在室温下进行，每组重复三次，取平均值作为结果。 从表中可以看出，两组之间的差异随时间增大，到第三周达到最大。 该设备采用模块化设计，便于拆装和运输，维护时不需要专用工具。 甲乙双方应当按照约定履行各自的义务，不得擅自变更或者解除本合同。 样本取自三个村庄，调查采用入户访谈的方式，共回收有效问卷四百份。 上述结论与已有研究基本一致，但在细节上有所不同，原因有待进一步分析。 使用前应当检查电源是否接通，外壳是否完好，接地是否可靠。")
	names  = strings.Fields("初雪 旧灯 渡口遇故人 夜雨 谁在敲门？ 一封没有寄出的信 别离！ 归途 十年 中秋 上元灯火 大河之水 山中无历日 风起 长街 故人来 暗流 江上数峰青 她说不走了 老屋 雪夜访友 断桥 白鹭")
	topics = strings.Fields("研究背景 材料与方法 数据来源 结果分析 总体要求 主要任务 保障措施 组织领导 适用范围 术语和定义 安全要求 检验规则 基本情况 存在的问题 下一步打算 验收标准 付款方式 违约责任 争议解决 系统架构 安装步骤 配置说明 性能测试 双方的权利和义务 产品的名称、规格和数量 交货的时间和地点")
	things = strings.Fields("门窗是否关好 备好纸和笔 清点人数 关闭煤气阀门 核对姓名与编号 带好身份证件 检查轮胎气压 每日早晚各一次 清洗后晾干 加盐少许 打开电源开关 等待指示灯变绿 选择语言和时区 输入用户名与口令")
	people = strings.Fields("张明 李芳 王伟 赵敏 刘洋 陈静 杨帆 周涛 吴霞 孙磊")
	units  = strings.Fields("一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一 二十二 二十三 二十四 二十五 二十六 二十七 二十八 二十九 三十")
	plain  = strings.Split("The server keeps a log of every request that it answers, and rotates it at midnight.|When the queue is full the oldest message is dropped and a counter is raised.|The ferry was late that morning, and nobody on the landing spoke until it came.|Each field is separated from the next by a single tab, and empty fields are allowed.|Clients should retry with a growing delay, since the address may change at any time.", "|")
	heads  = strings.Split("Introduction|Terminology|Installing the Server|Message Format|Error Handling|Security Considerations|Configuration Files|Getting Started|The Old House|A Letter from the North|Performance|Known Problems|Next Steps|Data Model|References", "|")
)

func (w *writer) story(n int) {
	for range n {
		if w.IntN(3) == 0 {
			w.line("%s", w.pick(said))
		} else {
			w.line("%s%s", w.pick(told), w.pick(told))
		}
	}
}

func (w *writer) prose(n int) {
	for range n {
		w.line("%s%s", w.pick(stated), w.pick(stated))
	}
}

func (w *writer) english(n int) {
	for range n {
		w.line("%s %s %s", w.pick(plain), w.pick(plain), w.pick(plain))
	}
}

// samples returns texts of every kind, so many of each, no two alike.
func samples(each int) []sample {
	var all []sample
	kinds := writers()
	for k, kind := range kinds {
		for n := range each {
			w := newWriter(uint64(k*1000 + n))
			kind.write(w)
			all = append(all, sample{kind.name, w.String(), w.headings})
		}
	}
	return all
}

type kind struct {
	name  string
	write func(w *writer)
}

func writers() []kind {
	return []kind{
		{"novel", novel}, {"serial", serial}, {"prose", essay}, {"list", list}, {"ranking", ranking}, {"contract", contract}, {"paper", paper}, {"standard", standard},
		{"exam", exam}, {"minutes", minutes}, {"recipe", recipe}, {"questions", questions}, {"manual", manual}, {"rfc", rfc}, {"notes", notes}, {"plan", plan}, {"talk", talk}, {"stems", stems}, {"index", index}, {"traps", traps}, {"pages", pages}, {"clauses", clauses},
	}
}
