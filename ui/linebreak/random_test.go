package linebreak

import (
	"math/rand/v2"
	"strings"
	"testing"

	"juan/ui/cell"
)

// The laws of FuzzFill on texts made of what is hard to break.
func TestRandom(t *testing.T) {
	parts := strings.Fields(`汉 字 全县 ， 。 、 ； ： “ ” ‘ ’ （ ） 《 》 —— … …… — – - / · % ℃ ￥ $ ( ) [ ] " ' , . : ; ! ? + # ± 1 23 2020 3449.2 年 月 亿元
		微克/立方米 a Go word state-of https://a.cn/b?x=1&y=2 www.x.org ① [1] ² — ～ ! ー っ の 々 한 국어 👨‍👩‍👧 ❤️ 🇨🇳 e` + "\u0301 \u0301 \u00a0 \u200b \u200d \x1b \xff \u202e ｶﾞ \u0600")
	parts = append(parts, " ", " ", "  ", "\n", "\u3000", "\t")
	r := rand.New(rand.NewPCG(1, 2))
	n := 4000
	if testing.Short() {
		n = 400
	}
	for range n {
		var b strings.Builder
		for range r.IntN(60) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		o := Options{Strict: r.IntN(2) == 0, Hang: r.IntN(3) == 0, Script: Script(r.IntN(5))}
		p := policies[r.IntN(4)]
		checkFill(t, b.String(), 1+r.IntN(40), 1+r.IntN(40), p, o)
		checkPlaces(t, cell.Visible(b.String()), p, o)
	}
}

// Where every unit fits, lines end at allowed places only.
func checkPlaces(t *testing.T, text string, p cell.Policy, o Options) {
	t.Helper()
	places, unit, widest, blanks := map[int]bool{}, 0, 0, 0
	for s := newScanner(text, p, o); s.i < len(text); {
		c := s.next()
		switch {
		case c.class == space:
			blanks += c.cells
			continue
		case c.grade == allowed || c.class == newline:
			places[c.from] = true
			unit, blanks = 0, 0
		}
		unit, blanks = unit+blanks+c.cells, 0
		widest = max(widest, unit)
	}
	if o.Hang {
		widest += 2
	}
	lines := Fill(nil, text, widest, widest, p, o)
	for i, l := range lines[1:] {
		if !places[l.From] && text[l.From-1] != '\n' {
			t.Fatalf("%q in %d: a line ends before %q, where none may", text, widest, text[l.From:])
		}
		if i+2 < len(lines) && l.From == l.To && text[l.From-1] != '\n' {
			t.Fatalf("%q in %d: an empty line", text, widest)
		}
	}
}
