package figures_test

import (
	"strings"
	"testing"

	"juan/model"
	"juan/model/figures"
)

// report returns a report of so many characters, a paragraph of ours over and over.
func report(chars int) *model.Article {
	const text = "全年修渠120公里、增长8.5%,总投资3.6亿元,占全市水利投资的42%。新建水闸15座,改造泵站30座,受益农田8万亩。" +
		"我们坚持先通后畅,逐段清淤,沿岸的村子都参加了巡护,水面比往年宽了,鱼也多了起来。"
	n := len([]rune(text))
	var body []model.Block
	for i := 0; i < chars; i += 5 * n {
		body = append(body, model.Paragraph{Prose: model.Plain(strings.Repeat(text, 5))})
	}
	return model.NewArticle(model.Entry{ID: "report", Title: "2026年水利工作报告"}, body)
}

func benchmark(b *testing.B, chars int) {
	a := report(chars)
	b.ReportAllocs()
	for b.Loop() {
		figures.Of(a)
	}
}

func BenchmarkOf15000(b *testing.B) { benchmark(b, 15000) }

// BenchmarkOf30000 takes twice as long as a report of half the size.
func BenchmarkOf30000(b *testing.B) { benchmark(b, 30000) }

// BenchmarkOfOneSentence is a text without a full stop.
func BenchmarkOfOneSentence(b *testing.B) {
	a := model.NewArticle(model.Entry{}, []model.Block{model.Paragraph{Prose: model.Plain(strings.Repeat("建成水闸15座、泵站30座,投资3.6亿元,", 600))}})
	for b.Loop() {
		figures.Of(a)
	}
}
