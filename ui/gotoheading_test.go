package ui

import (
	"fmt"
	"testing"

	"juan/model"
)

// A heading is found by its number, however the number is written here and
// there, and the section of the highest level is the first.
func TestGoingToANumber(t *testing.T) {
	var body []model.Block
	for i, number := range []string{"第一章", "第12章", "第一百章", "第一百二十章", "一千、"} {
		title := fmt.Sprint("渡口", i)
		body = append(body, model.Heading{Prose: model.Plain(number + " " + title), Level: 1, Number: len(number)})
		for _, sub := range []string{"1.", "（十二）"} {
			body = append(body, model.Heading{Prose: model.Plain(sub + "三农十二条"), Level: 2, Number: len(sub)})
			body = append(body, model.Paragraph{Prose: model.Plain("渡船改在上游停靠。")})
		}
	}
	book := model.NewArticle(model.Entry{ID: "book", Title: "渡口"}, body)
	for _, c := range []struct{ typed, want string }{
		{"100", "第一百章 渡口2"},
		{"１００", "第一百章 渡口2"},
		{"十二", "第12章 渡口1"},
		{"12", "第12章 渡口1"},
		{"一百二", "第一百二十章 渡口3"},
		{"第十二", "第12章 渡口1"},
		{"十二章", "第12章 渡口1"},
		{"第100章渡", "第一百章 渡口2"},
		{"1", "第一章 渡口0"},
		{"1000", "一千、 渡口4"},
		{"三农", "1.三农十二条"},
		{"十二条", "1.三农十二条"},
		{"口3", "第一百二十章 渡口3"},
	} {
		a := open(t, options([]*model.Article{book}), 120, 36)
		press(a, "2", "t", "'"+c.typed, "enter")
		if i := a.reading.Section(); i < 0 || book.Outline[i].Text() != c.want {
			t.Errorf("t %s leads to section %d, not to %s", c.typed, i, c.want)
		}
	}
}
