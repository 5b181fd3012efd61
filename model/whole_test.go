package model

import (
	"strings"
	"testing"
)

// A bar stands at each place where a text may be cut.
func TestNumbersAndWordsAreWhole(t *testing.T) {
	for _, want := range []string{
		"达|到|1219.4亿|元|，|增|长|3.5%|。",
		"1,219.4万|人", "从|-3.5℃|到|+12℃", "用| |juan|看", "don’t| |do", "2021-03-01|起", "12:30|到", "a@b.cn|收",
		"第|一百二十三|章", "共|￥30|元", "GDP|：|5", "好|。|3", "至|2020|年|．|完", "１２．５％|，",
	} {
		s, got := strings.ReplaceAll(want, "|", ""), ""
		for i, r := range s {
			if i > 0 && !Whole(s, i) {
				got += "|"
			}
			got += string(r)
		}
		if got != want {
			t.Errorf("%s is cut %s, want %s", s, got, want)
		}
	}
}
