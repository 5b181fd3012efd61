package lines

import (
	"strings"

	"juan/model/structure/number"
)

// depths gives every heading its level: a form that stands on the stack of
// open forms closes what is inside it, another opens inside what outranks it.
func (d *Document) depths() {
	d.overVolumes()
	rank := d.ranks()
	var open []int
	inside := uint8(0) // 1 under 教学过程, over 一、
	annex := uint8(0)  // 1 in 附录A, over A.1 where 1.1 would stand as high as any
	for _, i := range d.others {
		l := &d.lines[i]
		switch l.role {
		case own, opens, article:
		default:
			continue
		}
		if l.form == number.Named {
			l.level, annex, inside = 1+l.under, 0, 0
			if l.val == overNumbers {
				inside = 1
			}
			if strings.HasPrefix(d.text(l), "附") {
				annex = 1
			}
			continue
		}
		k := 0
		for k < len(open) && open[k] < rank[l.form] {
			k++
		}
		open = append(open[:k], rank[l.form])
		l.level = uint8(k+1) + inside
		if open[0] >= rank[number.Decimal] && l.path != 0 && d.src[l.from] >= 'A' {
			l.level += annex
		}
	}
}

// overVolumes puts 第一部 above 第一卷, where a text has both and the one that comes
// first is the rarer. It mends outlines in which such parts stood on one level. It
// cannot fire where the text has 第一编 as well, which stands above both.
func (d *Document) overVolumes() {
	first, count := "", [2]int{}
	var tops []int
	for _, i := range d.others {
		l := &d.lines[i]
		if l.role != own || l.form != number.Volume && l.form != number.Bian {
			continue
		}
		unit := volumeUnit(d.text(l)[:l.n])
		if l.form == number.Bian || unit == "" {
			return
		}
		if first == "" {
			first = unit
		}
		if unit == first {
			tops, count[0] = append(tops, i), count[0]+1
		} else {
			count[1]++
		}
	}
	if count[1] <= count[0] {
		return
	}
	for _, i := range tops {
		d.lines[i].form = number.Bian
	}
}

// volumeUnit returns the word for a volume that stands in the number s.
func volumeUnit(s string) string {
	for _, w := range [...]string{"部", "卷", "集", "册", "冊", "季"} {
		if strings.Contains(s, w) {
			return w
		}
	}
	return ""
}

// ranks orders the forms. Those of official documents and books nest as the
// constants do; I., A., 甲、 and 1 stand above those that first come after them.
func (d *Document) ranks() (rank [number.Forms]int) {
	for f := range rank {
		rank[f] = 10 * f
	}
	var first [number.Forms]int
	for _, i := range d.others {
		l := &d.lines[i]
		if (l.role == own || l.role == opens || l.role == article) && first[l.form] == 0 {
			first[l.form] = i + 1
		}
	}
	for _, f := range [...]number.Form{number.Formal, number.Han} {
		if first[f] > 0 && first[f] < first[number.Article] { // 一、 with 第一条 第二条 under it
			rank[number.Article] = rank[f] + 1
		}
	}
	if i := first[number.Article]; i > 0 && isLatinArticle(d.text(&d.lines[i-1])) && (first[number.Section] == 0 || i < first[number.Section]) { // Section 1. under ARTICLE I.
		rank[number.Article] = rank[number.Section] - 1
	}
	d.turn(&rank, &first)
	for _, f := range [...]number.Form{number.Roman, number.Letter, number.Stem, number.Bare, number.Count} {
		if first[f] == 0 {
			continue
		}
		for g := number.Roman; g < number.Series; g++ { // below the last that comes before it, above the first after
			if g != f && first[g] > 0 && first[g] < first[f] && rank[g] > rank[f] && !decimalOf(f, g) {
				rank[f] = rank[g] + 1
			}
			if g != f && first[g] > first[f] && rank[g] < rank[f] && f != number.Count {
				rank[f] = rank[g] - 1
			}
		}
	}
	return rank
}

// turn puts below another form one that by custom stands above it, where the text
// nests them the other way round: 1. 2. under （1）, 一、 under （一）. It mends outlines
// in which such headings stood above the one that they are under.
//
// It cannot fire where the lower form goes on after the other, 1. （1） （2） 2., nor
// where it counts anew only once.
func (d *Document) turn(rank, first *[number.Forms]int) {
	forms := [...]number.Form{number.Han, number.ParenHan, number.Digit, number.ParenDigit}
	for i := len(forms) - 1; i >= 0; i-- { // the lowest first, so that 一、 comes under what stands under （1）
		for _, g := range forms[i+1:] {
			if f := forms[i]; first[f] > 0 && first[g] > 0 && first[g] < first[f] && d.countsUnder(f, g) {
				rank[f] = max(rank[f], rank[g]+1)
			}
		}
	}
}

// countsUnder reports whether headings of form f count anew after each one of form
// g, and only there, twice or more.
func (d *Document) countsUnder(f, g number.Form) bool {
	anew, last := 0, number.NoForm
	for _, i := range d.others {
		l := &d.lines[i]
		if l.form != f && l.form != g || l.role != own && l.role != opens {
			continue
		}
		if l.form == f {
			if (l.val == 1) != (last == g) {
				return false
			}
			if l.val == 1 {
				anew++
			}
		}
		last = l.form
	}
	return anew >= 2
}

// decimalOf reports whether g counts inside f: 1.1 in 1, whichever comes first.
func decimalOf(f, g number.Form) bool { return f == number.Count && g >= number.Decimal }
