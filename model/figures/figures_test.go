package figures_test

import (
	"strings"
	"testing"

	"juan/model"
	"juan/model/figures"
)

// article returns an article of some paragraphs; one that begins with # is a heading.
func article(paragraphs ...string) *model.Article {
	var body []model.Block
	src := 0
	for _, p := range paragraphs {
		if h, ok := strings.CutPrefix(p, "#"); ok {
			body = append(body, model.Heading{Leaf: model.Leaf{Src: src}, Prose: model.Plain(h), Level: 1})
		} else {
			body = append(body, model.Paragraph{Leaf: model.Leaf{Src: src}, Prose: model.Plain(p)})
		}
		src += len(p) + 1
	}
	return model.NewArticle(model.Entry{ID: "a", Title: "2026年青河县政府工作报告"}, body)
}

// listed returns the figures of an article, one field after the other.
func listed(a *model.Article) []string {
	var all []string
	for _, f := range figures.Of(a) {
		all = append(all, strings.Join([]string{f.Value, f.Unit, f.Kind.String(), f.Of, f.Status.String(), f.Period, f.Qual}, "|"))
	}
	return all
}

// Each form of a figure, in a section on what was done.
func TestForms(t *testing.T) {
	for text, want := range map[string]string{
		// What stands before the number.
		"全县生产总值达到312.5亿元、增长6.1%，增速高于全省0.4个百分点。": "312.5|亿元|level|全县生产总值|done|2025| 6.1|%|change|全县生产总值|done|2025| 0.4|个百分点|change|全县生产总值|done|2025|",
		"粮食产量突破30万吨。":                       "30|万吨|level|粮食产量|done|2025|突破",
		"失业率控制在5.5%左右，森林覆盖率提高到41%以上。":       "5.5|%|share|失业率|done|2025|左右 41|%|share|森林覆盖率|done|2025|以上",
		"水电装机容量比2020年翻一番。":                  "一|番|change|水电装机容量|done|2025|",
		"旅游收入居全省第2位，游客人数排名全省第三。":            "2|位|rank|旅游收入|done|2025| 三||rank|游客人数|done|2025|",
		"贫困发生率由1.2%下降至0.3%。":                "1.2|%|share|贫困发生率|base|2025| 0.3|%|share|贫困发生率|done|2025|",
		"服务业增加值占生产总值的比重达到47%。":              "47|%|share|服务业增加值占生产总值的比重|done|2025|",
		"工业增加值、建筑业增加值分别增长7.5%、4%。":          "7.5|%|change|工业增加值|done|2025| 4|%|change|建筑业增加值|done|2025|",
		"存款、贷款余额分别达到90亿元和70亿元,分别增长8%、9%。":   "90|亿元|level|存款、贷款余额|done|2025| 70|亿元|level|贷款余额|done|2025| 8|%|change|存款、贷款余额|done|2025| 9|%|change|贷款余额|done|2025|",
		"用电量下降3%，快于2024年1.2个百分点。":           "3|%|change|用电量|done|2025|下降 1.2|个百分点|change|用电量|done|2025|",
		"发电量100亿千瓦时，培育企业千余家，算力达到2.5EFLOPS。": "100|亿千瓦时|level|发电量|done|2025| 千|家|count|企业|done|2025|余 2.5|EFLOPS|level|算力|done|2025|",
		"生产总值是“十二五”末的1.4倍。":                 "1.4|倍|level|生产总值|done|2025|",
		"新签约项目32个、落地19个，复工率在全省率先达到100%。":    "32|个|count|签约项目|done|2025| 19|个|count|签约项目|done|2025| 100|%|share|复工率|done|2025|",
		"企业开办时间压缩至1个工作日。":                   "1|个工作日|level|企业开办时间|done|2025|",
		"人均预期寿命达到79.2岁。":                    "79.2|岁|level|人均预期寿命|done|2025|",
		"城镇新增就业1.2万人。":                      "1.2|万人|change|城镇新增就业|done|2025|",
		// What follows it.
		"实施80个重点项目。":           "80|个|count|重点项目|done|2025|",
		"每村培育1—2个特色产业。":        "1—2|个|count|特色产业|done|2025|",
		"80%以上的村通了天然气。":        "80|%|share|村|done|2025|以上",
		"走访企业近百家，服务群众5万多人。":    "百|家|count|企业|done|2025|近 5|万人|count|服务群众|done|2025|多",
		"三分之一的村有了图书室。":         "三分之一||share|村|done|2025|",
		"实现348户1046人稳定脱贫。":     "348|户|count|稳定脱贫|done|2025| 1046|人|count|稳定脱贫|done|2025|",
		"向山区投放3.5万亩林地管护资金。":    "3.5|万亩|level|林地管护资金|done|2025|",
		"“双替代”4500户，散养改圈养71家。": "4500|户|count|双替代|done|2025| 71|家|count|散养改圈养|done|2025|",
		// Flattened text: half-width commas, grouped digits.
		"全县财政收入12,300万元,增长10.5%,800户搬进新房。": "12,300|万元|level|全县财政收入|done|2025| 10.5|%|change|全县财政收入|done|2025| 800|户|count|搬进新房|done|2025|",
	} {
		if got := strings.Join(listed(article("#一、2025年工作回顾", text)), " "); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// Section numbers, dates, names, ordinals and sizes of lists are no figures.
func TestNoFigures(t *testing.T) {
	for _, text := range []string{
		"1. 抓好春耕", "2025年3月15日上午10:30，在第3会议室召开第十五次会议。", "建设5G基站，推进“1+6+N”体系，落实两不愁三保障。",
		"107国道改建通车，2号线开工，应用平台升级到2.0版。", "入围全国500强，培育千亿级产业集群，打造“15分钟生活圈”。", "重点抓好八个方面的工作，聚焦7大领域、5个方面。",
		"启动东街、西街、河口3个片区改造。", "办好10件实事:一是修路；二是架桥。", "为80岁以上老人办理优待证。", "距年底仅剩7个月时间。", "荣获第18届文华奖。", "全省50户以上村寨和20万人口以上的县都通了客车。", "实施水利三年行动计划，一家人，三心二意，一张图。",
		"到2030年，河湖更清。", "根据《规划（2021—2025年）》，依托G20高速和PM2.5监测站。",
	} {
		if got := listed(article(text)); len(got) > 0 {
			t.Errorf("%s: %s", text, got)
		}
	}
}

// Whether a figure is done and of which time follows from the heading, the sentence and the
// clause.
func TestStatus(t *testing.T) {
	for _, c := range []struct{ heading, text, status, period string }{
		{"一、2025年工作回顾", "粮食产量30万吨。", "done", "2025"},
		{"二、2026年工作安排", "新建水库2座。", "expected", "2026"},
		{"二、2026年工作安排", "目前，我县已建水库2座。", "done", "2026"},
		{"二、2026年工作安排", "一季度，用电量下降3%。", "done", "2026-Q1"},
		{"二、2026年工作安排", "力争一季度用电量增长3%。", "expected", "2026-Q1"},
		{"二、2026年工作安排", "去年用电量增长3%。", "done", "2025"},
		{"一、2025年工作回顾", "力争到2030年森林覆盖率达到45%。", "expected", "2030"},
		{"概况", "今年经济社会发展主要预期目标是：生产总值增长5%。", "expected", "2026"},
		{"一、2025年工作回顾", "三季度用电量下降，全年用电量增长3%。", "done", "2025"},
		{"一、2025年工作回顾", "“十四五”批复的6个水库开工。", "done", "2025"},
		{"三、开好局、起好步", "新建水库2座。", "expected", "2026"},
		{"一、2025年工作回顾", "“十四五”时期新建公路120公里。", "done", "2021/2025"},
		{"一、2025年工作回顾", "5月份用电量增长3%。", "done", "2025-05"},
	} {
		got := figures.Of(article("#"+c.heading, c.text))
		if len(got) != 1 || got[0].Status.String() != c.status || got[0].Period != c.period {
			t.Errorf("%s: %s: %+v", c.heading, c.text, got)
		}
	}
}

// A table has the figures of its rows in the units and of the times of its columns.
func TestTable(t *testing.T) {
	rows := [][]string{
		{"指标", "2025年", "增长（%）", "2026年目标", "位次"},
		{"生产总值（亿元）", "312.5", "6.1", "330", "第2位"},
		{"粮食产量", "30万吨", "-1.5%", "30万吨以上", "3"},
		{"牵头单位", "发改委2处室", "—", "", ""},
	}
	table := model.Table{Head: true}
	for _, row := range rows {
		var cells []model.Prose
		for _, c := range row {
			cells = append(cells, model.Plain(c))
		}
		table.Rows = append(table.Rows, cells)
	}
	a := model.NewArticle(model.Entry{Title: "2026年报告"}, []model.Block{table})
	want := []string{
		"312.5|亿元|level|生产总值|done|2025|", "6.1|%|change|生产总值|done||", "330|亿元|level|生产总值|expected|2026|", "2|位|rank|生产总值|done||",
		"30|万吨|level|粮食产量|done|2025|", "-1.5|%|change|粮食产量|done||", "30|万吨|level|粮食产量|expected|2026|以上", "3||rank|粮食产量|done||",
	}
	if got := listed(a); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// Indicators of several names have one form.
func TestNormal(t *testing.T) {
	for of, want := range map[string]string{
		"全市生产总值": "地区生产总值", "GDP": "地区生产总值", "全省地区生产总值": "地区生产总值", "规上工业增加值": "规模以上工业增加值",
		"“新三样”产品出口": "新三样产品出口", "全市": "全市", "水库": "水库", "": "",
	} {
		if got := figures.Normal(of); got != want {
			t.Errorf("%s: %s, want %s", of, got, want)
		}
	}
}

// A story, a statute and a program give few figures, and none in words.
func TestFewFigures(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		most int
	}{
		"story": {"那年他三十岁，带着两个孩子走了十几里山路。老人说，一千个人有一千种活法，百年之后谁还记得。第三天夜里，二十几个人围着一堆火，三三两两地唱歌。" +
			"“五块钱，”她说，“两斤米，不能再少了。”他想起十八岁那个冬天，一夜之间白了半边头发。", 0},
		"statute": {"第三条　经营者应当自收到通知之日起三十日内办理登记。第十二条　违反本办法第九条第二款规定的，处五百元以上二千元以下罚款；情节严重的，处二万元以上罚款，" +
			"并在十日内改正。第20条　本办法自2020年1月1日起施行。", 2},
		"code": {"for i := 0; i < 10; i++ { sum += x[i] * 3.14 } // v1.2.3, see RFC 2119, port 8080, 0x1F, 2x faster", 0},
	} {
		if got := listed(article(c.text)); len(got) > c.most {
			t.Errorf("%s: %q", name, got)
		}
	}
	code := model.NewArticle(model.Entry{}, []model.Block{model.Code{Source: "产量30万吨"}})
	if got := figures.Of(code); len(got) > 0 {
		t.Errorf("code: %v", got)
	}
}

// FuzzOf holds that a figure stands where it is said to stand, that figures come in order,
// and that their indicators are of the text.
func FuzzOf(f *testing.F) {
	for _, s := range []string{"全县生产总值达到312.5亿元、增长6.1%，居全省第2位。", "实现348户1046人稳定脱贫,1—2个,5%—6%,三分之一", "分别增长1%、2%和3/4，\xff近百万亩",
		"由1.2%下降至0.3%；“十四五”1+6，80岁以上老人", "占占占12%、第一、第2，10件:一是", "“（《3个》）”12亿元以上的", "一千\n2万多人/平方公里5G", "“甲”之比达到3%，丙与“乙”之比4%"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		table := model.Table{Head: true, Rows: [][]model.Prose{{model.Plain("指标"), model.Plain("2025年")}, {model.Plain("产量"), model.Plain(s)}}}
		a := model.NewArticle(model.Entry{Title: "2026年报告"}, []model.Block{
			model.Heading{Prose: model.Plain("一、回顾"), Level: 1}, model.Paragraph{Prose: model.Plain(s)}, table, model.Paragraph{Prose: model.Plain(s), Lead: model.Lead{End: len(s) / 3, Level: 2}}})
		last := model.Pos{}
		for _, f := range figures.Of(a) {
			text := a.Body[f.Pos.Block].Text()
			if f.Pos.Before(last) || f.Value == "" || !strings.HasPrefix(text[f.Pos.Byte:], f.Value) {
				t.Fatalf("%q: %+v after %v", s, f, last)
			}
			if !strings.Contains(text, f.Of) || f.Of == "" && f.Certain {
				t.Fatalf("%q: %q is not of the text: %+v", s, f.Of, f)
			}
			last = f.Pos
		}
	})
}
