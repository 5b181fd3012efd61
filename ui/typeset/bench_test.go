package typeset

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"juan/model"
)

const han = "全市上下坚持稳中求进工作总基调，统筹推进疫情防控和经济社会发展，地区生产总值达到3449.2亿元、增长2.7%，增速居全省第三位；“六稳”“六保”工作扎实有效，城镇新增就业9.3万人，居民人均可支配收入增长4.8%。"

// book is an article of about size bytes: sections of ten paragraphs, one of
// them in voices, with a list and a table.
func book(size int) *model.Article {
	var body []model.Block
	for n, k := 0, 0; n < size; k++ {
		text := strings.Repeat(han, 1+k%3)
		n += len(text)
		switch k % 10 {
		case 0:
			body = append(body, model.Heading{Prose: model.Plain("一、二〇二〇年工作回顾"), Level: 2, Number: 6})
		case 4:
			spans := []model.Span{{To: 30}, {From: 30, To: 60, Voice: model.Strong}, {From: 60, To: len(text)}}
			body = append(body, model.Paragraph{Prose: model.NewProse(text, spans)})
			continue
		case 6:
			body = append(body, model.Paragraph{Prose: model.Plain(text), Leaf: model.Leaf{Nest: []model.Container{{Kind: model.Item, ID: k, Tight: true}}}})
			continue
		}
		body = append(body, model.Paragraph{Prose: model.Plain(text)})
	}
	return model.NewArticle(model.Entry{Title: "政府工作报告"}, body)
}

func BenchmarkLayout(b *testing.B) {
	a := book(1 << 20)
	size := 0
	for _, x := range a.Body {
		size += len(x.Text())
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		d := (*Doc)(nil).For(a, Settings{Width: 80, Titled: true})
		for i := range a.Body {
			d.Block(i)
		}
	}
}

// The first screen of a large text, from nothing.
func BenchmarkFirstScreen(b *testing.B) {
	for _, size := range []int{13 << 10, 13 << 20} {
		a := book(size)
		b.Run(map[bool]string{true: "13MB", false: "13KB"}[size > 1<<20], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				(*Doc)(nil).For(a, Settings{Width: 80, Titled: true}).Lines(model.Pos{}, 45)
			}
		})
	}
}

// A resize while one reads the end of a large text.
func BenchmarkResizeAtEnd(b *testing.B) {
	a := book(13 << 20)
	var d *Doc
	width := 80
	b.ReportAllocs()
	for b.Loop() {
		width = 160 - width + 2
		d = d.For(a, Settings{Width: width})
		d.Lines(d.Scroll(a.End(), -44), 45)
	}
}

func BenchmarkScrollOneLine(b *testing.B) {
	a := book(1 << 20)
	d := (*Doc)(nil).For(a, Settings{Width: 80})
	p := model.Pos{}
	b.ReportAllocs()
	for b.Loop() {
		next := d.Scroll(p, 1)
		if next == p {
			next = model.Pos{}
		}
		p = next
		d.Lines(p, 45)
	}
}

func BenchmarkTable(b *testing.B) {
	t := model.Table{Head: true}
	for range 200 {
		t.Rows = append(t.Rows, []model.Prose{model.Plain("全市生产总值"), model.Plain("3449.2亿元"), model.Plain(han[:120])})
	}
	a := model.NewArticle(model.Entry{}, []model.Block{t})
	b.SetBytes(int64(len(t.Text())))
	b.ReportAllocs()
	for b.Loop() {
		(*Doc)(nil).For(a, Settings{Width: 80}).Block(0)
	}
}

func BenchmarkCode(b *testing.B) {
	source := strings.Repeat("func add(a, b int) int {\n\treturn a + b // 两数之和\n}\n\n", 100)
	a := model.NewArticle(model.Entry{}, []model.Block{model.Code{Language: "go", Source: source}})
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		(*Doc)(nil).For(a, Settings{Width: 80}).Block(0)
	}
}

// Lexing is abandoned early for code that its lexer does not understand.
func BenchmarkHostileCode(b *testing.B) {
	for _, n := range []int{2000, 8000} {
		for name, source := range map[string]string{"line": strings.Repeat("<", n), "lines": strings.Repeat("<<<<\n", n/5)} {
			b.Run(fmt.Sprint(name, n), func(b *testing.B) {
				for b.Loop() {
					new(highlighting).highlight(context.Background(), model.Code{Language: "apacheconf", Source: source})
				}
			})
		}
	}
}
