package lines

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"juan/model/char"
	"juan/model/structure/part"
)

// A style is how a text was hard-wrapped.
type style struct {
	name   string
	first  string // before the first line of a paragraph
	rest   string // before the others
	blank  bool   // blank lines part paragraphs
	ragged int    // so many characters shorter a line may be than the measure
	square bool   // marks may begin a line
}

func styles() []style {
	return []style{
		{"indented", "　　", "", false, 0, false},
		{"indented, marks first", "　　", "", false, 0, true},
		{"indented by blanks", "    ", "", false, 1, false},
		{"indented, ragged as a scan is", "　　", "", false, 4, true},
		{"blank lines", "", "", true, 0, false},
		{"blank lines and an edge", "    ", "    ", true, 0, true},
		{"flush", "", "", false, 0, false},
	}
}

// wrapped returns the paragraphs wrapped to measure characters.
func (s style) wrapped(r *rand.Rand, paragraphs []string, measure int) string {
	var b strings.Builder
	for _, p := range paragraphs {
		text := []rune(p)
		for k := 0; len(text) > 0; k++ {
			before := s.rest
			if k == 0 {
				before = s.first
			}
			_, cells := measureOf(before)
			n := min(len(text), measure-cells/2-r.IntN(s.ragged+1))
			for !s.square && n < len(text) && char.Continues(text[n]) {
				n++
			}
			b.WriteString(before + string(text[:n]) + "\n")
			text = text[n:]
		}
		if s.blank {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func measureOf(s string) (runes, cells int) {
	r, c, _ := measure(s)
	return int(r), int(c)
}

// paragraphsFor makes paragraphs of prose, talk and lists of names.
func paragraphsFor(r *rand.Rand, n int) []string {
	all := make([]string, n)
	for i := range all {
		switch k := r.IntN(6); {
		case k == 0:
			all[i] = said[r.IntN(len(said))]
		case k < 3:
			all[i] = told[r.IntN(len(told))] + stated[r.IntN(len(stated))]
		default:
			for range 1 + r.IntN(5) { // clauses of many sentences, in any order
				for range 1 + r.IntN(3) {
					clauses := strings.Split(strings.TrimSuffix(told[r.IntN(len(told))], "。"), "，")
					all[i] += clauses[r.IntN(len(clauses))] + "，"
				}
				all[i] = strings.TrimSuffix(all[i], "，") + "。"
			}
		}
	}
	return all
}

// TestJoins wraps books in every style and counts the lines that are joined to
// the wrong paragraph or to none.
func TestJoins(t *testing.T) {
	for _, s := range styles() {
		t.Run(s.name, func(t *testing.T) {
			wrong, lines := 0, 0
			for measure := 20; measure <= 40; measure += 2 {
				r := rand.New(rand.NewPCG(uint64(measure), 3))
				paragraphs := paragraphsFor(r, 120)
				src := s.wrapped(r, paragraphs, measure)
				want := breaks(paragraphs)
				got := breaks(joinedParts(src))
				for at := range want {
					if !got[at] {
						wrong++
					}
				}
				for at := range got {
					if !want[at] {
						wrong++
					}
				}
				lines += strings.Count(src, "\n")
			}
			share := 100 * float64(wrong) / float64(lines)
			t.Logf("%d of %d lines wrong, %.2f %%", wrong, lines, share)
			if limit := map[bool]float64{true: 4, false: .5}[s.name == "flush"]; share >= limit {
				t.Errorf("more than %v %%", limit)
			}
		})
	}
}

// breaks is where paragraphs end, counted in characters of the whole text.
func breaks(paragraphs []string) map[string]bool {
	at, all := 0, map[string]bool{}
	for _, p := range paragraphs {
		for _, r := range p {
			if !char.IsSpace(r) {
				at++
			}
		}
		all[fmt.Sprint(at)] = true
	}
	return all
}

func joinedParts(src string) []string {
	var all []string
	for _, p := range Split(src).Parts() {
		if p.Kind == part.Continued {
			all[len(all)-1] += src[p.From:p.To]
			continue
		}
		all = append(all, src[p.From:p.To])
	}
	return all
}
