package sentence

import "slices"

// A group is the sections under neighbouring headings of one level: they have
// run-in headings or none.
type group struct {
	top    bool    // they stand under headings of the first level
	setOff bool    // most headings stand in lines of their own: no full stop ends them
	runes  float32 // of a section, the median, as in a long report
}

// Sections of a long report have up to briefRunes characters, in the median,
// where heading and body are one paragraph, and ampleRunes or more where they are
// several.
const (
	briefRunes = 600
	ampleRunes = 800
)

// A text of longRunes characters is long; the paragraphs of shorter ones are
// shorter, those of the shortest leastScale as long. The scale mends short reports,
// whose sections would all count as brief: in one of 6,000 characters a section of
// 400 counts as 800. Long texts have a scale of 1, which changes nothing.
const (
	longRunes  = 12000
	leastScale = 0.4
)

// feature is what the group says of each of its sentences where nothing shows
// paragraphs. A heading in a line of its own has paragraphs under it, which often
// open with run-in headings. One that a full stop ends opens a paragraph itself; a
// section that is no longer than this paragraph has no run-in headings.
//
// It mends reports whose sections of one paragraph each were broken at every short
// sentence: （三）扩大对外开放。…提升口岸功能。…深化开发区改革。…（四） is one paragraph.
// It cannot fire where white space shows paragraphs, nor for what stands right under
// headings of the first level, which have no full stop either way.
func (g group) feature() runInFeature {
	switch {
	case g.top:
		return topLevel
	case g.setOff:
		return setOff
	case g.runes < briefRunes:
		return briefGroup
	case g.runes < ampleRunes:
		return middleGroup
	}
	return ampleGroup
}

// groups gives each section its group, and the scale of the text.
func groups(sections []Section) {
	all := int32(0)
	for i := range sections {
		all += sections[i].runes()
	}
	scale := max(leastScale, min(1, float32(all)/longRunes))
	for i := 0; i < len(sections); {
		j := i + 1
		for j < len(sections) && sections[j].Level == sections[i].Level && sections[i].Level > 1 {
			j++
		}
		g := groupOf(sections[i:j], scale)
		for ; i < j; i++ {
			sections[i].group, sections[i].scale = g, scale
		}
	}
}

func groupOf(sections []Section, scale float32) group {
	stopped := 0
	runes := make([]int32, len(sections))
	for i := range sections {
		if sections[i].Stopped {
			stopped++
		}
		runes[i] = sections[i].runes()
	}
	slices.Sort(runes)
	return group{
		top:    sections[0].Level <= 1,
		setOff: stopped*2 < len(sections),
		runes:  float32(runes[len(runes)/2]) / scale,
	}
}

func (s *Section) runes() int32 {
	n := int32(0)
	for k := range s.Sentences {
		n += s.Sentences[k].runes
	}
	return n
}
