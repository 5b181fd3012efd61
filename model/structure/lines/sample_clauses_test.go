package lines

import "strings"

var (
	terms = strings.Split("甲方应当按照约定的时间交付租赁物。|乙方应当妥善保管，不得擅自改变用途。|一方违约的，应当赔偿对方的损失。|租期自＿＿年＿＿月＿＿日起。|＿＿＿＿＿＿＿＿。|货款在验收合格后三十日内付清。|本合同一式两份，双方各执一份，自签字之日起生效。|未经甲方书面同意，乙方不得将房屋转租给第三人，也不得用作他途。|由于不可抗力致使合同不能履行的，可以免除责任，但是应当及时通知对方并提供证明。", "|")
	deals = strings.Fields("租赁物 租赁期限 租金及支付方式 双方的权利和义务 违约责任 争议解决 不可抗力 保密 验收标准 包装要求 定金 保险 合同生效 工期 质量标准 保修 劳动报酬 社会保险 定义 押金 转租 出资方式、数额和期限 入伙、退伙，出资的转让 其他约定事项")
)

// clauses writes contracts in the many manners of practice: clauses counted by
// any form, with titles or without, over sentences or over a list.
func clauses(w *writer) {
	form := w.pick([]string{"%d.", "%d、", "%d．", "%d. ", "（%s）", "%s、", "第%s章 "})
	colon := w.pick([]string{"", "", "："})
	item := w.pick([]string{"（%d）", "（%s）", "(%d) ", "%d)"})
	if form == "（%s）" && item == form {
		item = "%d."
	}
	titled := 2 + w.IntN(3) // in four
	w.line("甲方：＿＿＿＿＿＿")
	w.line("乙方：＿＿＿＿＿＿")
	for n := range 5 + w.IntN(7) {
		number := counted(form, n)
		if strings.HasPrefix(form, "第") || w.IntN(4) < titled {
			w.head("%s%s%s", number, w.pick(deals), colon)
			w.body(item)
		} else {
			w.line("%s%s", number, w.pick(terms))
		}
	}
	w.line("甲方（盖章）：　　　　乙方（盖章）：")
}

// body writes what stands under the title of a clause.
func (w *writer) body(item string) {
	if w.IntN(2) == 0 {
		for range 1 + w.IntN(2) {
			w.line("%s", w.pick(terms))
		}
		return
	}
	for i := range 2 + w.IntN(3) {
		w.line("%s%s", counted(item, i), w.pick(terms))
	}
}

// counted returns the number n+1 in a form.
func counted(form string, n int) string {
	if strings.Contains(form, "%s") {
		return strings.Replace(form, "%s", units[n], 1)
	}
	return strings.Replace(form, "%d", itoa(n+1), 1)
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}
