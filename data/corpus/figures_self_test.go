package corpus

import (
	"slices"
	"strings"
	"testing"
)

// The originals of these tests are made up.

func TestFiguresCatchesWhatIsInvented(t *testing.T) {
	source := figuresOf(plain("二○二一年三月二十三日,河边村修桥5座、下降10.3%,投资1,200余万元," +
		"种树8.5万城郊行道树,PM2.5均值降至第 7位,占比40%以上,1-2个站,结构为5.3:52.7:42,2月19日开工,超过三成;签约30个项目,分别提高1.5个和1.6个百分点。"))
	for _, c := range []struct {
		text string
		ok   bool
	}{
		{"修桥5座", true}, {"修桥 ５ 座", true}, {"修桥6座", false}, {"修桥5条", false},
		{"投资1200余万元", true}, {"投资1,200余万元", true}, {"投资1200万元", false}, {"投资1200余元", false},
		{"2021年3月23日", true}, {"2021 年", true}, {"2022年", false}, {"3月2日", false},
		{"树8.5万个", true}, {"8.5万亩", false}, {"树8.5棵", false}, {"居第7位", true}, {"PM2.5", true}, {"PM10", false},
		{"40%以上", true}, {"40%", false}, {"1—2个", true}, {"1～3个", false}, {"5.3∶52.7∶42", true}, {"5.3:52.7:42", true},
		{"−10.3%", true}, {"-40%以上", false}, {"2月19日", true}, {"三成", true}, {"六成", false}, {"3成", false},
		{"项目30个", true}, {"超30个", true}, {"提高1.5个百分点", true}, {"PM2.5年均浓度", true},
	} {
		for _, f := range figuresOf(plain(c.text)) {
			if ok, why := stands(f, source); ok != c.ok {
				t.Errorf("%s: %s stands = %v (%s), want %v", c.text, f, ok, why, c.ok)
			}
		}
		if len(figuresOf(plain(c.text))) == 0 {
			t.Errorf("%s: no figure found", c.text)
		}
	}
}

func TestFiguresReadsTables(t *testing.T) {
	prose, tables := splitTables("前文 3 天。\n\n| 指标 | 数值（亿元） | 增长 |\n|---|---:|---:|\n| 桥 | 5.2 | 7% |\n| 路 | 6以上 | 未列 |\n\n后文\n")
	if strings.Contains(prose, "|") || len(tables) != 1 || len(tables[0].rows) != 2 {
		t.Fatalf("prose %q, tables %v", prose, tables)
	}
	var got []string
	for _, f := range tableFigures(tables[0]) {
		got = append(got, f.String())
	}
	if want := []string{"5.2亿元", "7%", "6亿元"}; !slices.Equal(got, want) {
		t.Errorf("figures of the table: %v, want %v", got, want)
	}
	_, tables = splitTables("| 项 | 单位 | 值 |\n|-|-|-|\n| 桥 | 座 | 5 |\n")
	if f := tableFigures(tables[0]); len(f) != 1 || f[0].String() != "5座" {
		t.Errorf("a column of units: %v, want 5座", f)
	}
}

func TestFiguresCatchesACopiedRun(t *testing.T) {
	source := "老船工每天清晨划着小船,把刚摘下的莲蓬送到对岸的集市上。河边村民俗文化博览交流中心落成。"
	terms := []string{letters("河边村民俗文化博览交流中心")}
	for _, c := range []struct {
		name, text string
		runs       int
	}{
		{"copied", "他说，老船工每天清晨划着**小船**，\n把刚摘下的莲蓬送走。", 1},
		{"one rune short", "每天清晨划着小船，把刚摘下", 0},
		{"at the limit", "每天清晨划着小船，把刚摘下的", 1},
		{"own words", "天一亮，老船工就摇船过河，去集上卖莲蓬。", 0},
		{"in a heading", "## 老船工每天清晨划着小船,把刚摘下的莲蓬送到对岸\n", 1},
		{"around a note", "老船工每天清晨[^1]划着小船，把刚摘下", 1},
		{"in two cells", "| 老船工每天清晨 | 划着小船把刚摘下 |", 0},
		{"a term", "集市上。河边村民俗文化博览交流中心落成了", 0},
		{"around a term", "小船，把刚摘下的莲蓬送到对岸的集市上，河边村民俗文化博览交流中心", 1},
	} {
		if runs := copiedRuns(c.text, source, terms); len(runs) != c.runs {
			t.Errorf("%s: runs %q, want %d", c.name, runs, c.runs)
		}
	}
}

func TestFiguresFindsMissingSections(t *testing.T) {
	body := "序言。 一、修桥。(一)选址。河宽。(二)开工。争取第 七、河南第一。 二、修路(一)选线。"
	want := bodyHeadings(body)
	if len(want) != 4 {
		t.Fatalf("sections of the body: %v, want 一 (一) (二) 二", want)
	}
	whole := "## 一、修桥\n### （一）选址\n### （二）开工\n## 二、修路\n"
	if h, missing := missingHeading(articleHeadings(whole), want); missing {
		t.Errorf("%v is there", h)
	}
	if _, missing := missingHeading(articleHeadings(strings.Replace(whole, "### （二）开工\n", "", 1)), want); !missing {
		t.Error("a section was taken out: not noticed")
	}
	if _, missing := missingHeading(articleHeadings("## 二、修路\n## 一、修桥\n"), want); !missing {
		t.Error("sections changed places: not noticed")
	}
	if akin("三、种花养鸟", "三、修桥铺路，方便乡里") {
		t.Error("a heading about something else passes")
	}
}

// The chain in the body finds what a careful reader marked, where both are.
func TestFiguresChainAgreesWithGold(t *testing.T) {
	listing := readListing(t)
	for title, gold := range goldHeadings() {
		chain := bodyHeadings(listing[title].body)
		if len(chain) != len(gold) {
			t.Errorf("%s: %d sections by the chain, %d by hand", title, len(chain), len(gold))
			continue
		}
		for i, h := range chain {
			if h.level != gold[i].level || h.n != gold[i].n {
				t.Errorf("%s: section %d is %v by the chain, %v by hand", title, i, h, gold[i])
			}
		}
	}
}

func TestFiguresDates(t *testing.T) {
	for in, want := range map[string]string{
		"二○二一年三月二十三日": "2021年3月23日", "二O三五年": "2035年", "二〇二〇年": "2020年", "二零二五年十二月": "2025年12月",
	} {
		if got := plain(in); got != want {
			t.Errorf("plain(%q) = %q, want %q", in, got, want)
		}
	}
}
