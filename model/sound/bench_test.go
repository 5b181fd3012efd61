package sound

import (
	"strings"
	"testing"
)

// BenchmarkFind looks through 100,000 titles of twenty characters.
func BenchmarkFind(b *testing.B) {
	const text = "渡船改在上游停靠来往的人要多走两里路村里商量修一座桥钱从各家凑出来石料由山上的场子供应明年春天动工入冬以前通车"
	runes := []rune(strings.Repeat(text, 3))
	titles := make([]string, 100_000)
	bytes := 0
	for i := range titles {
		at := i * 7 % (len(runes) / 2)
		titles[i] = string(runes[at : at+20])
		bytes += len(titles[i])
	}
	for _, word := range []string{"xuchang", "sh", "shangyou", "dc"} {
		b.Run(word, func(b *testing.B) {
			b.SetBytes(int64(bytes))
			n := 0
			for b.Loop() {
				q, _ := Matches(word)
				for _, t := range titles {
					n += len(q.Find(t))
				}
			}
			b.ReportMetric(float64(n)/float64(b.N), "found/op")
		})
	}
}

func BenchmarkMatches(b *testing.B) {
	for b.Loop() {
		Matches("xuchangshizhengfugongzuobaogao")
	}
}
