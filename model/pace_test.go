package model

import (
	"strings"
	"testing"
	"time"
)

func TestPace(t *testing.T) {
	var p Pace
	if p.PerMinute() != 400 {
		t.Errorf("at first %d", p.PerMinute())
	}
	for range 30 { // 500 a page, a page a minute
		p = p.Read(500, time.Minute)
		p = p.Read(500, 2*time.Second)  // leafed
		p = p.Read(50, 4*time.Minute)   // away
		p = p.Read(-20, 20*time.Second) // back
	}
	if p.PerMinute() != 500 || p.Minutes != 30 {
		t.Errorf("%d a minute in %v minutes", p.PerMinute(), p.Minutes)
	}
	for range 200 {
		p = p.Read(300, time.Minute)
	}
	if p.PerMinute() > 325 || p.Minutes != mostMeasured {
		t.Errorf("a new pace is not learned: %d, %v", p.PerMinute(), p.Minutes)
	}
	if MinutesAt(500, 12000) != 24 || MinutesAt(400, 1) != 1 {
		t.Error("minutes")
	}
}

// A word of English takes as long as five thirds of a Chinese character: 240 a minute.
// What is half Chinese is counted as Chinese is.
func TestEnglishIsCountedInWords(t *testing.T) {
	const words = "The width of a character is not what its name says, and nobody can be asked. " // 16
	for _, c := range []struct {
		text string
		want int
	}{
		{strings.Repeat(words, 150), 10},
		{strings.Repeat("一个字有多宽，谁也说不准。还有呢？", 240), 10}, // 17
		{strings.Repeat("用GDP和CPI这两个指标看2020年的形势。", 200), 8},
		{strings.Repeat("Русские слова длиннее английских. ", 120), 2}, // 4
		{"word", 1},
		{"", 1},
	} {
		a := NewArticle(Entry{}, []Block{Paragraph{Prose: Plain(c.text)}})
		if got := a.Minutes(); got != c.want {
			t.Errorf("%.20s, %d counted: %d minutes, want %d", c.text, a.Chars, got, c.want)
		}
	}
	var unknown Entry
	if unknown.Effort(400) != 400 {
		t.Error("a text of which nothing is known has words")
	}
}
