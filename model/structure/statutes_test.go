package structure

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"juan/model/structure/number"
)

// TestStatuteStyles writes statutes with and without parts, contents, spaces
// and items, and holds 编 章 节 and 条 to what was written; no item is a heading.
func TestStatuteStyles(t *testing.T) {
	names := strings.Fields("总则 借阅 归还 保管 处罚 监督检查 法律责任 中央与地方的职责 上架与下架 权利和义务 一般规定 附则")
	items := []string{"有固定的场所；", "有合格的人员；", "有必要的经费；", "法律、行政法规规定的其他条件。"}
	for k := range 24 {
		t.Run(fmt.Sprint(k), func(t *testing.T) {
			r := rand.New(rand.NewPCG(uint64(k), 3))
			gap := []string{"　", " ", "", "　　"}[k%4]
			indent := []string{"　　", "", "    "}[k%3]
			var b, toc strings.Builder
			var want []string
			head := func(s string) {
				want = append(want, s)
				toc.WriteString(s + "\n")
				b.WriteString(s + "\n")
			}
			article, chapter := 0, 0
			for part := 1; part <= 1+k%3; part++ {
				if k%3 > 0 {
					head("第" + hanPlaces(part) + "编" + gap + names[r.IntN(len(names))])
				}
				for range 2 + r.IntN(4) {
					chapter++
					head("第" + hanPlaces(chapter) + "章" + gap + names[r.IntN(len(names))])
					sections := r.IntN(4)
					for section := range max(1, sections) {
						if sections > 1 {
							head("第" + hanPlaces(section+1) + "节" + gap + names[r.IntN(len(names))])
						}
						for range 1 + r.IntN(5) {
							article++
							n := "第" + hanHundreds(article) + "条"
							want = append(want, n)
							b.WriteString(indent + n + gap + "借阅图书应当遵守本条例第三条规定的程序" + []string{"。\n", "，并具备下列条件：\n"}[r.IntN(2)])
							for i, s := range items[:r.IntN(5)] {
								b.WriteString(indent + "（" + hanPlaces(i+1) + "）" + s + "\n")
							}
							if r.IntN(3) == 0 {
								b.WriteString(indent + "前款所称图书，包括手稿和抄本。\n")
							}
						}
					}
				}
			}
			src := "山城图书借阅条例\n（二〇二三年五月六日山城第三届代表会议通过）\n"
			if k%2 == 0 {
				src += "目" + gap + "录\n" + toc.String()
			}
			src += b.String()
			parts := Infer(src)
			lawful(t, src, parts)
			var got []string
			for _, p := range parts {
				if p.Heads() {
					got = append(got, leadOf(src, p))
					if n, form, _ := number.Parse(leadOf(src, p)); form == number.ParenHan {
						t.Errorf("an item is a heading: %q", leadOf(src, p)[:n])
					}
				}
			}
			lost, extra := missing(t, want, got, "missed"), missing(t, got, want, "extra")
			if float64(lost) > .01*float64(len(want)) || extra > 0 {
				t.Errorf("%d of %d missed, %d too many", lost, len(want), extra)
			}
		})
	}
}

func hanHundreds(n int) string {
	if n < 100 {
		return hanPlaces(n)
	}
	s := hanPlaces(n/100) + "百"
	switch rest := n % 100; {
	case rest == 0:
		return s
	case rest < 10:
		return s + "零" + hanPlaces(rest)
	case rest < 20:
		return s + "一" + hanPlaces(rest)
	default:
		return s + hanPlaces(rest)
	}
}
