package model

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

func TestReferences(t *testing.T) {
	head := func(level, number int, text string) Block {
		return Heading{Prose: Plain(text), Level: level, Number: number}
	}
	text := "依照本法第三条、第一章第二节和第二节，见2.1；《公司法》第三条，民法典第三条除外，附件2与附件22，第九条，第二部分。"
	a := NewArticle(Entry{ID: "a"}, []Block{
		head(1, len("第一章"), "第一章　总则"),
		head(2, len("第一节"), "第一节　目的"),
		head(2, len("第二节"), "第二节　范围"),
		head(3, len("第三条"), "第三条　定义"),
		head(1, len("第二章"), "第二章　权利"),
		head(2, len("第二节"), "第二节　行使"),
		Paragraph{Prose: Plain(text)},
		head(1, len("2.1"), "2.1 Scope"),
		head(1, len("二、"), "二、工作"),
		head(1, 0, "附件2 表格"),
	})
	var got []string
	for _, r := range a.References(6, 0, len(text)) {
		got = append(got, fmt.Sprintf("%s→%s", text[r.From:r.To], a.Outline[r.Section].Text()))
	}
	want := "第三条→第三条　定义 第一章→第一章　总则 第二节→第二节　范围 第二节→第二节　行使 2.1→2.1 Scope 附件2→附件2 表格 第二部分→二、工作"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
	for before, want := range map[string]int{"依照本办法": 1, "依照本条例": 1, "见本合同": 1, "依照管理办法": 0, "依照民法典": 0} {
		body := []Block{head(1, len("第三条"), "第三条　定义"), Paragraph{Prose: Plain(before + "第三条办理。")}}
		if r := NewArticle(Entry{ID: "b"}, body).References(1, 0, len(before)+20); len(r) != want {
			t.Errorf("%s第三条: %v", before, r)
		}
	}
	broken := strings.Index(text, "第二节") // a line begins here, after 第一章
	if r := a.References(6, broken, len(text)); len(r) == 0 || r[0].From != broken || r[0].Section != 2 {
		t.Errorf("behind the end of a line: %v", r)
	}
	if r := a.References(3, 0, 99); len(r) > 0 {
		t.Errorf("a heading refers to itself: %v", r)
	}
}

func FuzzReferences(f *testing.F) {
	f.Add("第三章第二节，见2.1，附件2，《法》第三条")
	f.Fuzz(func(t *testing.T, text string) {
		a := NewArticle(Entry{ID: "a"}, []Block{Heading{Prose: Plain("第三章 甲"), Level: 1, Number: len("第三章")}, Heading{Prose: Plain("2.1 乙"), Level: 2, Number: 3}, Paragraph{Prose: Plain(text)}})
		end := 0
		for _, r := range a.References(2, 0, len(text)) {
			if r.From < end || r.To <= r.From || r.To > len(text) || r.Section < 0 || r.Section >= len(a.Outline) {
				t.Fatalf("%q: %v behind %d", text, r, end)
			}
			end = r.To
		}
	})
}

// Among sections that fit, the one is chosen that has the most enclosing sections in
// common with the text, computed here one by one.
func TestSectionsAreChosenByWhatTheyShare(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 9))
	for range 500 {
		o := make(Outline, 1+rnd.IntN(30))
		for i := range o {
			o[i] = Section{Level: 1 + rnd.IntN(4), Number: strconv.Itoa(rnd.IntN(4))}
		}
		here := rnd.IntN(len(o)+1) - 1
		fits := func(s Section) bool { return s.Number == "1" }
		want, near := -1, -1
		for k := range o {
			if !fits(o[k]) {
				continue
			}
			n := 0
			for p := o.Parent(k); p >= 0; p = o.Parent(p) {
				if here >= p && here < o.Next(p) {
					n++
				}
			}
			if n > near {
				want, near = k, n
			}
		}
		f := referring{o: o, holding: o.holding(here)}
		if got := f.choose(0, fits); got != want {
			t.Fatalf("%v from %d: %d is chosen, want %d", o, here, got, want)
		}
	}
}
