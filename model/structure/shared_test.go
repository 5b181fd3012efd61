package structure

import (
	"strings"
	"testing"

	"juan/model/structure/sentence"
)

// What siblings have in common belongs to them, however well their bodies
// could begin there.
func TestSharedWords(t *testing.T) {
	heads := []string{
		"(一)五年来,我们坚持把修路作为头等大事,出行条件跃上新台阶",
		"(二)五年来,我们坚持把治水作为根本大计,沿河面貌实现新改善",
		"(三)五年来,我们坚持把办学作为长远大业,读书声里呈现新气象",
	}
	clauses := []string{
		"(一)坚持以治水工程为主线,着力整修旧渠,沿岸农田旱涝保收",
		"(二)坚持以乡村道路为重点,着力打通断头路,村村往来更加便利",
		"(三)坚持以学校建设为支撑,着力补齐课桌,孩子上学不再远行",
	}
	for _, set := range [][]string{heads, clauses} {
		src, want := "请予审议。 一、过去五年工作回顾 五年来办成了不少事。"+filler, "1 一、过去五年工作回顾\n"
		for _, h := range set {
			src += " " + h + "。" + filler
			want += "2 " + h + "\n"
		}
		src += " 二、今年工作安排 今年要做三件事。" + filler
		want += "1 二、今年工作安排\n"
		lawful(t, src, Infer(src))
		if got := headings(src); got != want {
			t.Errorf("got\n%swant\n%s", got, want)
		}
	}
}

// Numbers glued to what is before them still open headings, and references
// to them do not.
func TestGluedNumbers(t *testing.T) {
	body := "旧渠要清淤，新渠要砌石，堤上的树一棵也不能少，年底由各村自己验收，验收的结果写在祠堂的墙上。"
	src := "请予审议。一、去年工作回顾去年是忙碌的一年，" + filler + "二、今年工作安排今年要做三件事，" + filler +
		"(一)着力整修水利,建设安澜之乡1.清理旧渠。" + body + "2.加固堤岸。" + body + "3.疏通河道。" + body +
		"(二)着力整修道路,建设通达之乡1.拓宽东路。" + body + "2.翻修西桥。" + body + "3.打通北街。" + body
	want := "1 一、去年工作回顾\n1 二、今年工作安排\n" +
		"2 (一)着力整修水利,建设安澜之乡\n3 1.清理旧渠\n3 2.加固堤岸\n3 3.疏通河道\n" +
		"2 (二)着力整修道路,建设通达之乡\n3 1.拓宽东路\n3 2.翻修西桥\n3 3.打通北街\n"
	lawful(t, src, Infer(src))
	if got := headings(src); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// Articles count on through the chapters of a flattened statute; its items are
// no headings, and a reference to an article opens none.
func TestFlattenedStatute(t *testing.T) {
	lines := []string{
		"渡口管理规则", "第一章　总则", "第一条　为了保障渡运安全，维护渡口秩序，制定本规则。", "第二条　本规则适用于本乡境内的所有渡口。",
		"第二章　渡船和船工", "第三条　渡船应当具备下列条件：", "（一）船体完好，不漏水；", "（二）备有救生圈和竹篙；", "（三）船头写明限载人数。",
		"第四条　船工不符合第三条第二项规定的，不得开船。", "第三章　附则", "第五条　违反第四条规定的，由乡政府责令停渡。", "第六条　本规则自公布之日起施行。",
	}
	want := "1 第一章　总则\n2 第一条\n2 第二条\n1 第二章　渡船和船工\n2 第三条\n2 第四条\n1 第三章　附则\n2 第五条\n2 第六条\n"
	for _, sep := range []string{"\n", " ", ""} {
		src := strings.Join(lines, sep)
		lawful(t, src, Infer(src))
		if got := headings(src); got != want {
			t.Errorf("joined by %q\ngot\n%swant\n%s", sep, got, want)
		}
	}
}

// Siblings whose first full stop ends a run-in, with nothing between, are cut
// before it; a market is no town.
func TestGluedRunIns(t *testing.T) {
	heads := []struct{ head, body string }{
		{"(一)坚持修路先行,建设宜业宜居新城", "拓宽进城大道。把东门到码头的三里路拓宽一倍，两边种上香樟。"},
		{"(二)坚持治水为本,建设现代农业强县", "加固沿河大堤。把险工险段逐一登记造册，入汛以前全部修完。"},
		{"(三)坚持集市带动,激发城乡市场活力", "推进农贸市场改造，给每个摊位接上水电，让买的人和卖的人都不再淋雨。"},
	}
	src, want := "请予审议。一、去年工作回顾去年是忙碌的一年，"+filler+"二、今年工作安排今年要做三件事，"+filler, "1 一、去年工作回顾\n1 二、今年工作安排\n"
	for _, h := range heads {
		src += h.head + h.body + filler
		want += "2 " + h.head + "\n"
	}
	lawful(t, src, Infer(src))
	var got strings.Builder
	for row := range strings.Lines(headings(src)) {
		if row < "3" {
			got.WriteString(row)
		}
	}
	if got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
	for s, place := range map[string]bool{"江州市去年": true, "社会主义市场经济": false, "推进城市更新": false, "青溪县出台": true} {
		if sentence.OpensWithPlace(s) != place {
			t.Errorf("OpensWithPlace(%s) is %v", s, !place)
		}
	}
}

// Letters spaced out are one heading; an article may be put in after another.
func TestSpacedOutChapters(t *testing.T) {
	src := "渡口管理规则 第一章　总　则 第一条　为了保障渡运安全，维护渡口秩序，方便两岸居民往来，根据乡里历年的习惯和近年的情形，制定本规则。 第二条　本规则适用于本乡境内的渡口。 第二条之一　私渡不适用本规则。 第三条　渡船应当完好，船上应当备有救生圈、竹篙和灯，船头应当写明限载的人数，夜里行船应当点灯。 第二章　附　则 第四条　本规则自公布之日起施行，从前的习惯与本规则不合的，不再适用。"
	want := "1 第一章　总　则\n2 第一条\n2 第二条\n2 第二条之一\n2 第三条\n1 第二章　附　则\n2 第四条\n"
	lawful(t, src, Infer(src))
	if got := headings(src); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// A preface of one character stands before numerals that stand alone.
func TestPrefaceBeforeNumerals(t *testing.T) {
	src := "长堤\n序\n" + filler + "\n一\n" + filler + "\n二\n" + filler + "\n三\n" + filler + "\n上架感言\n" + filler + "\n"
	want := "1 序\n1 一\n1 二\n1 三\n1 上架感言\n"
	lawful(t, src, Infer(src))
	if got := headings(src); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// Parts that are told of are no parts.
func TestToldParts(t *testing.T) {
	src := "这本书不厚。 第一部分，讲的是水。" + filler + " 第二部分，讲的是船。" + filler + " 第三部分，讲的是人。" + filler + " 第一章的注释最多，第二章的最少。"
	lawful(t, src, Infer(src))
	if got := headings(src); got != "" {
		t.Errorf("got\n%s", got)
	}
}

// A body may begin with 地区, 着力 or 及时, whose first characters begin none alone.
func TestParticles(t *testing.T) {
	src := "请予审议。一、去年工作回顾去年是忙碌的一年，" + filler + "二、今年工作安排今年要做三件事，" + filler +
		"(一)经济实力持续增强地区生产总值比上年增长了一成，税收也跟着增长。" + filler + "(二)水利建设不断加强着力整修旧渠和堤岸，险工险段逐一登记造册。" + filler + "(三)城乡面貌显著改善及时清运垃圾，街巷的路灯坏了当天就有人来修。" + filler
	want := "1 一、去年工作回顾\n1 二、今年工作安排\n2 (一)经济实力持续增强\n2 (二)水利建设不断加强\n2 (三)城乡面貌显著改善\n"
	lawful(t, src, Infer(src))
	if got := headings(src); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
