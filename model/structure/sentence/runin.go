package sentence

import (
	"slices"
	"strings"

	"juan/model/char"
	"juan/model/structure/lexis"
	"juan/model/structure/number"
)

// RunIns finds the run-in headings: parallel short sentences that lead long
// ones. Sentences of a section are weighed one by one, then those are taken
// that are best together, with room between; a section's company decides.
func RunIns(src string, sections []Section) {
	if narrates(src) {
		return
	}
	taken := make([][]int, len(sections))
	all := 0
	for i := range sections {
		s := &sections[i]
		for k := range s.Sentences {
			s.Sentences[k].score = leads(src, s, k)
		}
		parallel(src, s)
		taken[i] = s.choose()
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

// leads weighs sentence k of s as a run-in heading.
func leads(src string, s *Section, k int) float32 {
	t := &s.Sentences[k]
	if t.mark != '。' || t.runes < 5 || t.runes > 36 || k+1 == len(s.Sentences) || s.Sentences[k+1].Opens {
		return -9
	}
	text := src[t.From : t.To-len("。")]
	if char.Closes(char.Last(text)) && t.runes < 8 {
		return -9
	}
	score := float32(-2.3)
	if t.Opens && s.breaks > 1 && (k > 0 || !s.Glued) {
		score += 2.6
	} else if t.Opens {
		score += 0.3
	} else if s.breaks > 2 { // here paragraphs are known, and this is inside one
		score -= insideParagraph(s, k)
	}
	comma := strings.ContainsAny(text, "，,")
	score += lengthOfLead(t.runes-1, comma)
	if _, form, _ := number.Parse(text); comma && !t.Opens && form != number.Item {
		score -= 0.8
	}
	score += company(s, k)
	return score + wording(text)
}

// insideParagraph is the cost of a run-in inside a paragraph that white space
// shows: only in a long one is it to be expected.
func insideParagraph(s *Section, k int) float32 {
	runes := int32(0)
	for i := k; i >= 0 && runes < 500; i-- {
		runes += s.Sentences[i].runes
		if s.Sentences[i].Opens {
			break
		}
	}
	for i := k + 1; i < len(s.Sentences) && !s.Sentences[i].Opens && runes < 500; i++ {
		runes += s.Sentences[i].runes
	}
	switch {
	case runes >= 400:
		return 0
	case runes >= 250:
		return 0.8
	}
	return 1.8
}

func lengthOfLead(runes int32, comma bool) float32 {
	switch {
	case comma && runes <= 24:
		return -0.2
	case comma:
		return -2
	case runes <= 12:
		return 1.2
	case runes <= 16:
		return 0.7
	case runes <= 20:
		return -0.5
	}
	return -2.5
}

// company weighs the sentences next to k: a heading is followed by longer ones.
func company(s *Section, k int) float32 {
	next := s.Sentences[k+1].runes
	score := float32(0)
	switch {
	case next >= 28:
		score += 0.9
	case next < 12:
		score -= 0.5
	case next < 18:
		score -= 0.4
	}
	if k > 0 && s.Sentences[k-1].runes < 16 && !s.Sentences[k].Opens && !s.Sentences[k-1].address {
		score -= 0.5
	}
	if k > 0 && s.Sentences[k-1].address {
		score -= 1.5
	}
	return score
}

// wording weighs the words of a sentence as those of a heading.
func wording(text string) float32 {
	score := float32(0)
	n, form, _ := number.Parse(text)
	if form == number.Item && n < len(text) {
		score += 1.2
		text = text[n:]
	}
	text = strings.TrimLeft(text, "—")
	words := lexis.Segment(text[:min(len(text), char.Cut(text, 12))])
	if len(words) == 0 {
		return -3
	}
	switch c := words[0].Class; {
	case lexis.Before(text)&(lexis.Begin|lexis.Maybe) != 0, strings.IndexByte("vdiag?", byte(c)) >= 0:
		score += 1.3
	case strings.IndexByte("trcpm0w", byte(c)) >= 0:
		score -= 2
	case !EndsAsHeading(text):
		score -= 1.2 // 成绩来之不易: a noun begins it, and nothing of a heading ends it
	}
	if OpensParagraph(text) || OpensWithTime(text) {
		score -= 1.5
	}
	if strings.ContainsFunc(text, func(r rune) bool { return char.Digit(r) >= 0 }) {
		score -= 2
	}
	if strings.ContainsAny(text, "了已") || lexis.Before(text)&lexis.Deed != 0 {
		score -= 1.5
	}
	if strings.ContainsAny(text, "“《(（") {
		score -= 1.2
	}
	if c := strings.Count(text, "、"); c > 0 {
		score -= 0.5 * float32(min(c, 4))
	}
	if EndsAsHeading(text) {
		score += 0.4
	}
	return score
}

// parallel favours sentences of a section that begin alike, 这五年,… 这五年,… or
// 坚持政治为本 坚持法治为上.
func parallel(src string, s *Section) {
	begin := map[string]int{}
	key := func(t *Sentence, runes int) string {
		text := src[t.From:t.To]
		if _, form, _ := number.Parse(text); form == number.Item {
			return "一是"
		}
		return text[:char.Cut(text, runes)]
	}
	for k := range s.Sentences {
		if t := &s.Sentences[k]; t.score > -6 {
			begin[key(t, 2)]++
			begin[key(t, 3)]++
		}
	}
	for k := range s.Sentences {
		t := &s.Sentences[k]
		if t.score <= -6 {
			continue
		}
		if n := begin[key(t, 3)]; n >= 4 && strings.ContainsRune("，,", char.First(src[t.From+len(key(t, 3)):])) {
			t.score += 4.5
		} else if n >= 3 {
			t.score += 2.5
		} else if n := begin[key(t, 2)]; n >= 3 {
			t.score += 0.6
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

// shortage is the cost of sentence k leading no more than those before to.
func (s *Section) shortage(k, to int) float32 {
	runes := int32(0)
	for _, t := range s.Sentences[k+1 : to] {
		if runes += t.runes; runes > 110 {
			return 0
		}
	}
	switch {
	case runes < 30:
		return 3
	case runes < 60:
		return 1.5
	}
	return 0.4
}

// narrates reports whether src tells a story: where people speak and act, 他 她 你
// 说 吗 are frequent, and short sentences are no headings.
//
// It mends run-ins in novels, whose paragraphs open with a short sentence as
// often as not: 老张坐在门口。他把烟袋磕了磕,… Of a hundred characters reports have less
// than a tenth of one that is among these, stories one to five.
func narrates(src string) bool {
	const sample = 96 << 10
	han, told := 0, 0
	count := func(s string) {
		for _, r := range s {
			switch r {
			case '他', '她', '你', '说', '說', '吧', '吗', '嗎', '呢', '啊':
				told++
			}
			if char.IsHan(r) {
				han++
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
	return told*250 >= han
}
