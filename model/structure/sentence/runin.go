package sentence

import (
	"slices"
	"unicode/utf8"

	"juan/model/char"
)

// RunIns finds the run-in headings: parallel short sentences that lead long ones.
// Sentences of a section are weighed one by one, then the best combination of them is
// taken, with text between; the other headings of the section decide. It is not for
// texts that tell a story ([Narrates]).
func RunIns(src string, sections []Section, weights Weights) {
	taken := make([][]int, len(sections))
	all := 0
	for i, v := range views(src, sections) {
		v.weigh(weights)
		taken[i] = v.choose()
		if len(taken[i]) >= 2 {
			all += len(taken[i])
		}
	}
	for i, ks := range taken {
		for _, k := range ks {
			t := &sections[i].Sentences[k]
			if len(ks) >= 2 || t.Opens && all >= 4 && t.score >= 2 {
				t.RunIn = true
			}
		}
	}
}

// choose returns the sentences that lead: the best ones together, each with
// room for what it leads.
func (s *Section) choose() []int {
	type node struct {
		score float32
		prev  int
	}
	var ks []int
	for k := range s.Sentences {
		if s.Sentences[k].score > 0 {
			ks = append(ks, k)
		}
	}
	if len(ks) == 0 {
		return nil
	}
	nodes := make([]node, len(ks))
	end := len(s.Sentences)
	best := 0
	for i, k := range ks {
		own := s.Sentences[k].score - s.shortage(k, end)
		nodes[i] = node{own, -1}
		for j := max(0, i-12); j < i; j++ {
			before := nodes[j].score + s.shortage(ks[j], end) - s.shortage(ks[j], k)
			if before+own > nodes[i].score {
				nodes[i] = node{before + own, j}
			}
		}
		if nodes[i].score > nodes[best].score {
			best = i
		}
	}
	var out []int
	for i := best; i >= 0; i = nodes[i].prev {
		out = append(out, ks[i])
	}
	slices.Reverse(out)
	return out
}

// shortage is the cost of sentence k leading no more than those before to. Of
// the paragraphs of long reports that a run-in heading leads one in twenty has
// fewer than 110 characters after it, one in two 205 or more. It mends
// paragraphs broken twice, at 加强污染防治。 and 80 characters later at
// 抓好秸秆利用。; it costs nothing from 130 characters on.
func (s *Section) shortage(k, to int) float32 {
	runes := float32(0)
	for i := range s.Sentences[k+1 : to] {
		if runes += float32(s.Sentences[k+1+i].runes) / s.scale; runes >= 130 {
			return 0
		}
	}
	switch {
	case runes < 40:
		return 4
	case runes < 60:
		return 3
	case runes < 80:
		return 2
	case runes < 110:
		return 1
	}
	return 0.5
}

// Narrates reports whether src tells a story: where people speak and act, 他 她 你
// 说 吗 are frequent, and short sentences are no headings.
//
// It mends run-ins in novels, whose paragraphs open with a short sentence as
// often as not: 老张坐在门口。他把烟袋磕了磕,… Of a hundred characters reports have less
// than a tenth of one that is among these, stories one to five.
func Narrates(src string) bool {
	const sample = 48 << 10
	han, told := 0, 0
	count := func(s string) {
		for i := 0; i < len(s); {
			switch c := s[i]; {
			case char.HanAt(s, i):
				han++
				if tellers>>(s[i+2]&63)&1 != 0 && tells(char.First(s[i:])) {
					told++
				}
				i += 3
			case c < utf8.RuneSelf:
				i++
			default:
				r, size := utf8.DecodeRuneInString(s[i:])
				if i += size; char.IsHan(r) {
					han++
				}
			}
		}
	}
	if len(src) <= 3*sample {
		count(src)
	} else {
		count(src[:sample])
		count(src[len(src)/2 : len(src)/2+sample])
		count(src[len(src)-sample:])
	}
	return told > 4 && told*250 >= han
}

// tellers has a bit for the last six bits of each character that tells looks for. It
// rules out most others.
const tellers = uint64(1)<<('他'&63) | 1<<('她'&63) | 1<<('你'&63) | 1<<('说'&63) | 1<<('說'&63) |
	1<<('吧'&63) | 1<<('吗'&63) | 1<<('嗎'&63) | 1<<('呢'&63) | 1<<('啊'&63)

// tells reports whether r is frequent where people speak and act.
func tells(r rune) bool {
	switch r {
	case '他', '她', '你', '说', '說', '吧', '吗', '嗎', '呢', '啊':
		return true
	}
	return false
}
