package typeset

import (
	"strings"
	"testing"

	"juan/model"
	"juan/ui/cell"
)

// rows returns a table with a head, cells parted by |.
func rows(align []model.Align, lines ...string) model.Table {
	d := &draft{}
	d.table(align, lines...)
	return d.body[0].(model.Table)
}

// page returns the lines of a table in so many cells.
func page(t model.Table, width int) []string {
	var out []string
	for _, l := range (*Doc)(nil).For(article(t), Settings{Width: width}).Block(0) {
		out = append(out, strings.TrimRight(text(l), " "))
	}
	return out
}

var figures = []model.Align{model.Natural, model.Right}

func TestTables(t *testing.T) {
	for _, tc := range []struct {
		what  string
		table model.Table
		width int
		want  []string
	}{
		{"labels break between words, rows of several lines stand apart", rows(nil, "指标|说明", "社会消费品零售总额|只给总量", "直接融资|当年新增数", "渡口往来船只|全年合计"), 24, []string{
			"指标       │ 说明",
			"───────────┼───────────",
			"社会消费品 │ 只给总量",
			"零售总额   │",
			"           │",
			"直接融资   │ 当年新增数",
			"           │",
			"渡口往来   │ 全年合计",
			"船只       │",
		}},
		{"no rules between rows of one line", rows(nil, "甲|乙", "一|二", "三|四"), 40, []string{"甲 │ 乙", "───┼───", "一 │ 二", "三 │ 四"}},
		{"figures in one unit stand at the decimal point", rows(figures, "河段|长度", "上游|128.5公里", "中游|96公里以上"), 40, []string{
			"河段 │        长度", "─────┼────────────", "上游 │ 128.5公里", "中游 │  96公里以上"}},
		{"figures in several units do not", rows(figures, "项目|数量", "船|12条", "人|1.35万人"), 40, []string{
			"项目 │     数量", "─────┼─────────", "船   │     12条", "人   │ 1.35万人"}},
		{"nor where that would cost a line", rows(figures, "渡口往来船只登记|长度", "上游各个渡口合计|1128.5公里", "中游|96公里以上"), 30, []string{
			"渡口往来船只登记 │       长度", "─────────────────┼───────────", "上游各个渡口合计 │ 1128.5公里", "中游             │ 96公里以上"}},
	} {
		if got := page(tc.table, tc.width); strings.Join(got, "\n") != strings.Join(tc.want, "\n") {
			t.Errorf("%s:\n%s\nwant\n%s", tc.what, strings.Join(got, "\n"), strings.Join(tc.want, "\n"))
		}
	}
}

// Labels are cut where words part, and where one character belongs to the next
// or to the last they stay together.
func TestCuts(t *testing.T) {
	for _, tc := range []struct {
		marked string // | where a line may well end, / where it had better not
		cost   int
	}{
		{"一般公共|预算收入", 0}, {"一般公共预/算收入", cutWord}, {"规模/以上工业", cutTie}, {"高标准|农田", 0},
		{"交易/额", cutTie}, {"登记/簿", cutPart}, {"资金405/亿元", cutTie}, {"修理和/维护", cutTie}, {"修理|和维护", 0}, {"累计|2年", 0},
		{"2019年|实绩", 0}, {"2019年实/绩", cutPart}, {"2020年|目标", 0}, {"2019年/的", cutTie}, {"3个/县", cutTie},
	} {
		i := strings.IndexAny(tc.marked, "|/")
		whole := tc.marked[:i] + tc.marked[i+1:]
		if got := cuts(whole)(i); got != tc.cost {
			t.Errorf("%s costs %d, want %d", tc.marked, got, tc.cost)
		}
	}
}

// Costs are the same in whichever order they are asked for.
func TestCutsInAnyOrder(t *testing.T) {
	const text = "农村劳动力转移就业，新增5.49万人。"
	all := cuts(text)
	for i := len(text) - 1; i > 0; i-- {
		if all(i) != cuts(text)(i) {
			t.Errorf("byte %d costs %d after others, %d alone", i, all(i), cuts(text)(i))
		}
	}
}

// Widths that were traded never make a table longer than those before.
func TestTradedWidthsSaveLines(t *testing.T) {
	table := rows(nil, "名称|所在地|说明", "大桥|东|"+strings.Repeat("每年冬天修一次，", 6), "渡口修理所|西边的河岸上|短", "船|北|"+strings.Repeat("春天上漆，", 8))
	a := article(table)
	for width := 24; width < 80; width += 2 {
		b := (*Doc)(nil).For(a, Settings{Width: width, Policy: cell.Policy{}}).builder(0)
		g := b.grid(table)
		if !g.fit() {
			continue
		}
		sum := columnGap * (len(g.columns) - 1)
		for j, c := range g.columns {
			if sum += c.width; c.width < c.least&^1 {
				t.Errorf("%d cells: column %d has %d, at least %d", width, j, c.width, c.least)
			}
		}
		if sum > width {
			t.Errorf("%d cells: the columns take %d", width, sum)
		}
	}
}
