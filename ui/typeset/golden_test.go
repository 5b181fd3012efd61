package typeset

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"juan/model"
	"juan/ui/cell"
)

var update = flag.Bool("update", false, "write the golden pages anew")

// A draft is an article being written down.
type draft struct {
	body []model.Block
	nest []model.Container
	ids  int
}

func (d *draft) add(b model.Block) { d.body = append(d.body, b) }

func (d *draft) leaf() model.Leaf { return model.Leaf{Nest: append([]model.Container(nil), d.nest...)} }

func (d *draft) p(text string) {
	d.add(model.Paragraph{Leaf: d.leaf(), Prose: model.Plain(text)})
}

// in writes blocks inside a container.
func (d *draft) in(c model.Container, write func()) {
	d.ids++
	c.ID = d.ids
	d.nest = append(d.nest, c)
	write()
	d.nest = d.nest[:len(d.nest)-1]
}

func (d *draft) item(marker string, write func()) {
	d.in(model.Container{Kind: model.Item, Marker: marker, Tight: true}, write)
}

func (d *draft) table(align []model.Align, rows ...string) {
	t := model.Table{Leaf: d.leaf(), Head: true, Align: align}
	for _, r := range rows {
		var row []model.Prose
		for c := range strings.SplitSeq(r, "|") {
			row = append(row, model.Plain(c))
		}
		t.Rows = append(t.Rows, row)
	}
	d.add(t)
}

// lists holds lists in quotes in lists, code in lists and tasks.
func lists() *model.Article {
	d := &draft{}
	d.p("　　渡口的账本分三栏，第一栏记船，第二栏记人，第三栏空着。")
	d.item("1.", func() {
		d.p("先记船：“往来”两个字不能省，吃水3.5尺以上的另记一行。")
		d.item("", func() {
			d.p("货船在前，客船在后；")
			d.in(model.Container{Kind: model.Quote}, func() {
				d.p("管账的说：一笔一画都是钱，写错了要从头算起，谁也不许涂改。")
				d.item("", func() { d.p("墨要浓；") })
				d.item("", func() {
					d.p("字要正，不许连笔。")
					d.add(model.Code{Leaf: d.leaf(), Language: "go", Source: "for _, ship := range harbour.Ships {\n\tfmt.Println(ship.Name, \"靠岸\")\n}"})
				})
			})
		})
		d.item("", func() { d.p("夜里到的船，第二天补记。") })
	})
	d.item("10.", func() { d.p("再记人。") })
	d.in(model.Container{Kind: model.Item, Task: model.Done, Tight: true}, func() { d.p("点清船数") })
	d.in(model.Container{Kind: model.Item, Task: model.Open, Tight: true}, func() {
		d.p("与对岸的渡口核对上个月的往来，并把差错写在最后一页的背面")
	})
	d.p("以上是规矩。")
	d.in(model.Container{Kind: model.Note, Marker: "1"}, func() { d.p("渡口在县城以东三里，民国年间改建过一次，如今只剩石阶。") })
	return model.NewArticle(model.Entry{Title: "渡口账本的写法"}, d.body)
}

// tables holds figures, mixed scripts and a table for records.
func tables() *model.Article {
	d := &draft{}
	d.add(model.Heading{Prose: model.Plain("一、数字"), Level: 1, Number: len("一、")})
	d.add(model.Heading{Prose: model.Plain("（一）小数点对齐"), Level: 2, Number: len("（一）")})
	d.table(nil, "河段|长度|落差|备注", "上游|128.5公里|1,204米|峡谷", "中游|96公里|87.25米|“九曲”在此", "下游|—|0.5米|")
	d.add(model.Heading{Prose: model.Plain("二、文字"), Level: 1, Number: len("二、")})
	d.table([]model.Align{model.Left, model.Center, model.Natural},
		"语言|写法|说明", "日本語|巻|まき、または「かん」と読む", "한국어|권|책을 세는 말이다", "English|scroll|a roll of paper, or to move the page")
	d.table(nil, "名称|起点|终点|沿途的市镇|通航的月份|管理的衙门", "北线|临河|东陵|七里铺、桥头、三官庙|三月到十月|河道总局", "南线|西渡|临河|大营、柳湾|全年|县署")
	d.add(model.Rule{})
	d.p("表完。")
	return model.NewArticle(model.Entry{Title: "河道表三种"}, d.body)
}

// The golden pages were looked at, one by one.
func TestGolden(t *testing.T) {
	for name, a := range map[string]*model.Article{"lists": lists(), "tables": tables()} {
		for _, width := range []int{40, 80} {
			for _, wide := range []bool{false, true} {
				s := Settings{Width: width, Policy: cell.Policy{WideAmbiguous: wide}, Titled: true, Fold: true}
				file := filepath.Join("testdata", fmt.Sprintf("%s-%d-%t.txt", name, width, wide))
				t.Run(file, func(t *testing.T) { golden(t, file, sheet(a, s)) })
			}
		}
	}
}

func golden(t *testing.T, file, got string) {
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the page is\n%s\nand was\n%s", got, want)
	}
}

// sheet returns all lines of a without colour.
func sheet(a *model.Article, s Settings) string {
	var b strings.Builder
	d := (*Doc)(nil).For(a, s)
	for i := range a.Body {
		for _, l := range d.Block(i) {
			for _, r := range l.Runs {
				b.WriteString(r.Text)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}
