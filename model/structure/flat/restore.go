package flat

import (
	"slices"
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/structure/number"
	"juan/model/structure/part"
	"juan/model/structure/sentence"
)

// Restore gives a flattened text its parts back; nil when nothing shows that it
// was one: no heading inside a line and no white space between sentences.
func Restore(src string) []part.Part {
	return restore(src, reportUsage(), cutWeights(), sentence.Fitted())
}

func restore(src string, u *usage, cut []float32, runIn sentence.Weights) []part.Part {
	f := flat{src: src, spaced: isSpaced(src), weights: cut, usage: u}
	heads := headsAmong(marks(src), len(src))
	inside := slices.ContainsFunc(heads, func(h head) bool { return h.left != behindBreak })
	if !inside && strings.Count(src, "。 ")+strings.Count(src, "。\u3000")+strings.Count(src, "各位代表") < 2 {
		return nil
	}
	f.end(heads)
	first := len(src)
	if len(heads) > 0 {
		first = heads[0].at
	}
	var parts []part.Part
	at := 0
	if len(heads) > 0 || strings.Contains(src[:min(len(src), 1200)], "各位") {
		parts, at = f.front(first)
	}
	sections := []sentence.Section{sentence.Split(f.src, at, first, 0)}
	for i := range heads {
		h := &heads[i]
		level := h.level
		if h.item {
			h.end, h.body, level = h.at+int(h.n), h.at+int(h.n), level-1
		}
		s := sentence.Split(f.src, h.body, h.limit, level)
		s.Glued = h.item || h.kind == stop || h.kind == nothing
		s.Stopped = h.kind == stop
		sections = append(sections, s)
	}
	if len(heads) > 0 && !sentence.Narrates(f.src) {
		sentence.RunIns(f.src, sections, runIn)
	}
	confirm(heads, sections[1:])
	parts = f.paragraphs(parts, &sections[0])
	for i := range heads {
		parts = f.head(parts, &heads[i], &sections[i+1])
		parts = f.paragraphs(parts, &sections[i+1])
	}
	return parts
}

// confirm makes the end of a heading certain that is all but so, where the
// sentence after it proves to be a run-in heading as others of its section are:
// 着力深化改革开放|激发经营主体活力。
func confirm(heads []head, sections []sentence.Section) {
	for i := range heads {
		h, s := &heads[i], &sections[i]
		if h.kind == nothing && h.doubt < confirmed && len(s.Sentences) > 0 && s.Sentences[0].RunIn {
			h.certain = true
		}
	}
}

// head appends the part of h. An uncertain end leaves its line unbroken: the
// heading leads the first paragraph of its section.
func (f *flat) head(parts []part.Part, h *head, s *sentence.Section) []part.Part {
	p := part.Part{Kind: part.Heading, Level: h.level, Number: int(h.n), Certain: h.certain, From: h.at}
	_, end := char.Trim(f.src, h.at, h.end)
	p.Lead = end - h.at
	switch {
	case h.item:
		p.Kind, p.Level, p.Lead, p.Certain = part.Paragraph, 0, 0, false
	case h.form == number.Article:
		p.Kind, p.LeadKind, p.Lead, p.Certain = part.Paragraph, part.RunIn, int(h.n), true
	case !h.certain:
		p.Kind, p.LeadKind = part.Paragraph, part.HeadingLead
	}
	if p.Kind == part.Heading {
		_, p.To = char.Trim(f.src, h.at, max(h.body, end))
		return append(parts, p)
	}
	p.To = end
	if len(s.Sentences) > 0 && int(s.Sentences[0].From) >= h.end {
		p.To = s.Paragraph()
	}
	if h.form == number.Article && p.To < h.limit && len(s.Sentences) == 0 {
		_, p.To = char.Trim(f.src, h.at, h.limit)
	}
	return append(parts, p)
}

// front appends the lines before the text proper: title, date, place, speaker and the
// address. It returns the byte where the text goes on.
func (f *flat) front(limit int) ([]part.Part, int) {
	end, addressed := -1, 0
	runes := 0
	for i := range f.src[:limit] {
		if n := sentence.Address(f.src[i:limit]); n > 0 && i+n <= limit {
			end, addressed = i, n
			break
		}
		if runes++; runes > 260 {
			break
		}
	}
	if end < 0 || strings.Contains(f.src[:end], "。") {
		return nil, 0
	}
	var parts []part.Part
	add := func(from, to int) {
		if from, to = char.Trim(f.src, from, to); from < to {
			parts = append(parts, part.Part{From: from, To: to, Kind: part.Title})
		}
	}
	at := 0
	for i := range f.src[:end] {
		if i > at && f.frontBreak(at, i) {
			add(at, i)
			at = i
		}
	}
	add(at, end)
	add(end, end+addressed)
	return parts, end + addressed
}

// frontBreak reports whether a new line of the front matter begins at i: after
// white space, after 工作报告, before a date, after a meeting.
func (f *flat) frontBreak(from, i int) bool {
	before, after := f.src[from:i], f.src[i:]
	r := char.Last(before)
	if char.IsSpace(r) {
		l := char.Last(strings.TrimRightFunc(before, char.IsSpace))
		next := char.First(after)
		return r == '\n' || utf8.RuneCountInString(before) > 3 && (char.IsHan(l) || char.Closes(l)) && (char.IsHan(next) || char.Digit(next) >= 0 || next == '（' || next == '(' || next == '—')
	}
	switch {
	case strings.HasSuffix(before, "工作报告"), strings.HasSuffix(before, "的报告"):
		return !strings.HasPrefix(after, "》") && !strings.HasPrefix(after, "会")
	case strings.HasPrefix(after, "——"):
		return r != '—'
	case (number.Year(after) || hanYear(after)) && r != '（' && r != '(' && r != '—':
		return true
	case strings.HasSuffix(before, "会议上"), strings.HasSuffix(before, "次会议）"), strings.HasSuffix(before, "大会上"), strings.HasSuffix(before, "次会议上）"):
		return !strings.HasPrefix(after, "）") && !strings.HasPrefix(after, ")")
	}
	return false
}

// hanYear reports whether s begins with a year in number.Han digits, 二〇二一年.
func hanYear(s string) bool {
	k, v := number.Numeral(s)
	return v >= 1900 && v < 2200 && strings.HasPrefix(s[k:], "年")
}

// paragraphs appends the paragraphs of s.
func (f *flat) paragraphs(parts []part.Part, s *sentence.Section) []part.Part {
	for len(s.Sentences) > 0 {
		first := s.Sentences[0]
		p := part.Part{From: int(first.From)}
		if first.RunIn {
			p.LeadKind, p.Level, p.Certain = part.RunIn, s.Level+1, true
			p.Lead = first.Lead()
			if n, form, _ := number.Parse(f.src[first.From:first.To]); form != number.NoForm && n < p.Lead {
				p.Number = n
			}
		}
		p.To = s.Paragraph()
		parts = append(parts, p)
	}
	return parts
}
