package numeral

import (
	"strings"
	"testing"
)

func TestQuantities(t *testing.T) {
	for text, want := range map[string]string{
		"规模391.9亿元，增长3.5%，":         "391.9亿元 3.5%",
		"2021年3月5日上午10:30在3楼":       "2021年3月5日 10:30 3",
		"提高12个百分点，达到1,219户、2—3万人":   "12个百分点 1,219户 2—3万人",
		"三十万元与百分之七，三心二意，一家人一日游":     "三十万元 百分之七",
		"二〇二一年三月，十年，H2O和5G，WTO2000": "二〇二一年三月 十年",
		"PM2.5为30微克，100余公里":         "30 100余公里",
		"第3章有12页，２０个":               "12页 ２０个",
		"第十四五次":                     "",
		"建成于1998年":                  "1998年",
	} {
		var got []string
		for from, to := range Quantities(text) {
			got = append(got, text[from:to])
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func FuzzQuantities(f *testing.F) {
	f.Add("2021年3月5日增长3.5%，百分之七")
	f.Add("12—\xff1,,2.亿万")
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for from, to := range Quantities(s) {
			if from < end || to <= from || to > len(s) {
				t.Fatalf("%q: [%d, %d) behind %d", s, from, to, end)
			}
			end = to
		}
	})
}
