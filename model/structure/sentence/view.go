package sentence

import (
	"juan/model/char"
	"juan/model/lexis"
	"juan/model/structure/weigh"
)

// A view is a section with the statistics that its sentences are compared with: how
// they begin, and how the paragraphs of the section and of the whole text begin.
type view struct {
	*Section
	src       string
	begin     map[string]int
	own, text share
	led       runInFeature // what the sentence that is weighed begins with
}

// views returns the sections of src as they are weighed.
func views(src string, sections []Section) []view {
	text := share{}
	out := make([]view, len(sections))
	showParagraphs(src, sections)
	for i := range sections {
		v := &out[i]
		v.Section, v.src = &sections[i], src
		v.look()
		v.own = v.share()
		text = text.add(v.own)
	}
	groups(sections)
	for i := range out {
		out[i].text = text
	}
	return out
}

// lenience is added to the odds where nothing shows that a paragraph begins: a
// run-in missed is as bad as one invented, and of those at less than even odds
// many are right.
const lenience = 0.8

// hopeless is a score of a sentence by itself that no company makes up for; to
// look at it costs most of the time.
const hopeless = -4.5

// weigh sets the score of each sentence: the logarithm of its odds to be a
// run-in heading.
func (v *view) weigh(weights Weights) {
	v.begin = v.beginnings() // kept for one section at a time
	w := weights.Hidden
	if v.shown {
		w = weights.Shown
	}
	var some [48]runInFeature
	for k := range v.Sentences {
		t := &v.Sentences[k]
		t.score = -9
		if t.may {
			has := v.alone(some[:0], k)
			if t.score = weigh.Sum(w, has); t.score < hopeless {
				continue
			}
			t.score = weigh.Sum(w, v.company(has, k))
			if !t.Opens || !v.shown {
				t.score += lenience
			}
		}
	}
}

// The most characters from one paragraph to the next, on average, of a text
// whose paragraphs show; and the fewest of a paragraph that may be several.
const (
	shownRunes  = 500
	joinedRunes = 500
)

// showParagraphs finds out whether white space shows where the paragraphs of a
// text begin, and whether those that are long are several in one: where a third
// of them open with a short sentence, the long ones do so inside as well.
func showParagraphs(src string, sections []Section) {
	runes, breaks, short, all := 0, 0, 0, 0
	for i := range sections {
		for k := range sections[i].Sentences {
			t := &sections[i].Sentences[k]
			runes += int(t.runes)
			if int(t.To) < len(src) && char.IsSpace(char.First(src[t.To:])) {
				breaks++
			}
		}
		n := sections[i].paragraphs()
		short, all = short+n.short, all+n.all
	}
	for i := range sections {
		sections[i].shown = sections[i].Lines || runes < breaks*shownRunes
		sections[i].joined = short*3 > all
	}
}

// LongestRunIn is the most runes of a run-in heading, its full stop included.
const LongestRunIn = 36

// mayLead reports whether sentence k may be a run-in heading at all: a short
// statement with another sentence after it in its paragraph.
func (v *view) mayLead(k int) bool {
	t := &v.Sentences[k]
	if t.mark != '。' || t.runes < 5 || t.runes > LongestRunIn || k+1 == len(v.Sentences) || v.Sentences[k+1].Opens || v.Sentences[k+1].runes < 6 {
		return false
	}
	if k == 0 && v.Level <= 1 && (OpensParagraph(v.src[t.From:]) || OpensWithTime(v.src[t.From:])) {
		return false // it introduces the section: 今年要做三件事。
	}
	if !t.Opens && v.shown && (v.Lines || !v.joined || v.paragraphRunes(k) < joinedRunes) {
		return false // paragraphs show, and none begins here
	}
	if countsAloud(v.src[t.From:]) {
		return false
	}
	return t.runes >= 8 || !char.Closes(char.LastMark(v.words(k)))
}

// words returns sentence k without its full stop.
func (v *view) words(k int) string {
	t := &v.Sentences[k]
	return v.src[t.From : t.To-int32(len("。"))]
}

// look marks the sentences that may be run-in headings, and those that look like one: short, of Han
// characters alone, with a verb or a noun to begin with, and a longer sentence
// or another such one after.
func (v *view) look() {
	for k := len(v.Sentences) - 1; k >= 0; k-- {
		t := &v.Sentences[k]
		if t.may = v.mayLead(k); !t.may || t.runes > 20 {
			continue
		}
		next := &v.Sentences[k+1]
		t.plain = (next.runes >= 18 || next.plain) && !names(v.words(k)) && !isTime(firstClass(v.words(k)))
	}
}

// names reports whether a sentence names or counts things, or describes work.
func names(text string) bool {
	for _, r := range text {
		switch r {
		case '“', '《', '(', '（', '了', '已', '等':
			return true
		}
		if char.Digit(r) >= 0 {
			return true
		}
	}
	return false
}

// firstClass returns the class of the first word of text.
func firstClass(text string) lexis.Class {
	words := lexis.Segment(text[:char.Cut(text, 12)])
	if len(words) == 0 {
		return lexis.Mark
	}
	return words[0].Class
}

// isTime reports whether clauses that begin with a word of the class give a time or a
// subject: a time, a pronoun, a preposition, a conjunction, a number.
func isTime(c lexis.Class) bool {
	switch c {
	case lexis.Time, lexis.Pronoun, lexis.Conjunction, lexis.Preposition, lexis.Numeral, lexis.Digits, lexis.Mark:
		return true
	}
	return false
}

// A share is how many paragraphs open with a sentence short enough for a
// heading, of all that have two sentences; and how many sections do.
type share struct{ short, all, first, sections int }

// add returns the shares of two stretches taken together.
func (n share) add(m share) share {
	return share{n.short + m.short, n.all + m.all, n.first + m.first, n.sections + m.sections}
}

// paragraphs counts those of s that open with a short sentence.
func (s *Section) paragraphs() share {
	var n share
	for k := range s.Sentences {
		if t := &s.Sentences[k]; t.Opens && k+1 < len(s.Sentences) && !s.Sentences[k+1].Opens {
			n.all++
			if t.mark == '。' && t.runes <= shortLead {
				n.short++
			}
		}
	}
	return n
}

// shortLead is how many characters most run-in headings have at most, their full
// stop included.
const shortLead = 22

func (v *view) share() share {
	n := v.paragraphs()
	if len(v.Sentences) > 3 {
		n.sections = 1
		if v.Sentences[0].may && v.Sentences[0].runes <= shortLead {
			n.first = 1
		}
	}
	return n
}

// paragraphRunes returns the length of the paragraph around sentence k, not much
// over joinedRunes.
func (s *Section) paragraphRunes(k int) int32 {
	runes := int32(0)
	for i := k; i >= 0 && runes < joinedRunes; i-- {
		runes += s.Sentences[i].runes
		if s.Sentences[i].Opens {
			break
		}
	}
	for i := k + 1; i < len(s.Sentences) && !s.Sentences[i].Opens && runes < joinedRunes; i++ {
		runes += s.Sentences[i].runes
	}
	return runes
}
