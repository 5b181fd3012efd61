package linebreak

import (
	"strings"
	"testing"

	"juan/ui/cell"
)

// between returns costs as the places marked in text say: 8 between any two
// characters but at a |, which is taken out of the text.
func between(marked string) (text string, cost func(int) int) {
	free := make(map[int]bool)
	for part := range strings.SplitSeq(marked, "|") {
		text += part
		free[len(text)] = true
	}
	return text, func(i int) int {
		if free[i] {
			return 0
		}
		return 8
	}
}

func TestColumn(t *testing.T) {
	for _, tc := range []struct {
		what, marked string
		room         int
		want         string
	}{
		{"words stay whole", "渡口|往来|船只", 10, "渡口往来|船只"},
		{"a further line is cheaper than a word", "往来|登记簿|在册", 8, "往来|登记簿|在册"},
		{"two further lines are not", "甲乙丙丁戊己庚辛壬癸", 8, "甲乙丙丁|戊己庚辛|壬癸"},
		{"early lines are full", "一|二|三|四|五|六|七", 8, "一二三四|五六七"},
		{"the last line may be one character", "一|二|三|四|五", 8, "一二三四|五"},
		{"hard breaks", "渡口\n往来|船只", 4, "渡口|往来|船只"},
		{"marks keep their places", "渡口，|往来", 6, "渡口，|往来"},
		{"a unit wider than the column", "共1234567.89元", 6, "共|123456|7.89元"},
		{"nothing", "", 8, ""},
	} {
		text, cost := between(tc.marked)
		var got []string
		for _, l := range Column(nil, text, tc.room, cell.Policy{}, Options{}, cost) {
			got = append(got, text[l.From:l.To])
		}
		if s := strings.Join(got, "|"); s != tc.want {
			t.Errorf("%s: %q in %d is %s, want %s", tc.what, text, tc.room, s, tc.want)
		}
	}
}

// A column has the laws of a page, whatever the costs.
func FuzzColumn(f *testing.F) {
	f.Add("一般公共预算收入 3449.2亿元\n“十三五”累计", 12, uint8(0))
	f.Add("👨‍👩‍👧\x1be\u0301……a\u00adb", 3, uint8(3))
	f.Fuzz(func(t *testing.T, text string, room int, how uint8) {
		if room < 1 || room > 80 || len(text) > 1<<10 {
			return
		}
		p := cell.Policy{WideAmbiguous: how&1 != 0, Clusters: how&2 != 0}
		lines := Column(nil, text, room, p, Options{}, func(i int) int { return i * int(how) % 9 })
		checkLines(t, text, lines, room, room, p, Options{})
	})
}
