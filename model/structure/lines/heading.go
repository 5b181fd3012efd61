package lines

import (
	_ "embed"
	"strings"
	"sync"

	"juan/model/char"
	"juan/model/structure/number"
	"juan/model/structure/weigh"
)

//go:embed heading.tsv
var headingTable string

// headingWeights are the weights of the features of a numbered line.
var headingWeights = sync.OnceValue(func() []float32 { return weigh.Read(headingTable, int(features)) })

// A company is what the runs of one form in the whole text have in common.
type company struct {
	lines, short, bodies, runs int   // of the runs of two or more
	all                        int   // lines, lone ones too
	indent                     int16 // the least of its lines
}

func (c *company) add(d *Document, r *run) {
	for _, i := range r.lines {
		if c.all == 0 || d.lines[i].indent < c.indent {
			c.indent = d.lines[i].indent
		}
		c.all++
	}
	if len(r.lines) < 2 {
		return
	}
	c.lines += len(r.lines)
	c.short += r.kinds[alone]
	c.bodies += r.bodies
	c.runs++
}

// isHeading decides whether line k of r, which has its line to itself, is a
// heading.
func (d *Document) isHeading(r *run, k int, c *company) bool {
	if d.isMotto(r) {
		return false
	}
	var some [32]headingFeature
	return weigh.Sum(headingWeights(), d.vector(some[:0], r, k, c)) > 0
}

// isMotto reports whether r is one line that puts something first, 安全第一. It mends
// such lines that were headings, for their 第一 looks like the number after a title,
// 五帝本纪第一. It cannot fire where a second line counts on, 夏本纪第二.
func (d *Document) isMotto(r *run) bool {
	l := &d.lines[r.lines[0]]
	return l.form == number.Serial && len(r.lines) == 1 && l.val == 1 && l.last == '一'
}

// vector appends the features of line k of r.
func (d *Document) vector(v []headingFeature, r *run, k int, c *company) []headingFeature {
	l := &d.lines[r.lines[k]]
	v = append(v, always, formFeature(l.form))
	v = d.own(v, l)
	return d.among(v, r, k, c)
}

// isOfficial reports whether f numbers the parts of official documents.
func isOfficial(f number.Form) bool {
	return f == number.Formal || f == number.Han || f == number.ParenHan
}

func formFeature(f number.Form) headingFeature {
	if isOfficial(f) {
		return official
	}
	switch f {
	case number.Bare, number.Roman, number.Stem:
		return lone
	case number.Digit:
		return figure
	case number.Count:
		return countForm
	case number.Letter:
		return letterForm
	case number.Decimal, number.Decimal3:
		return decimal
	case number.Serial, number.Series:
		return behindIt
	}
	if f < number.Article {
		return high
	}
	return lower
}

// own appends what the words of the line say.
func (d *Document) own(v []headingFeature, l *line) []headingFeature {
	rest, parted := l.rest(d.src)
	if rest == "" {
		return append(v, bareNumber)
	}
	when := func(holds bool, f headingFeature) {
		if holds {
			v = append(v, f)
		}
	}
	runes, cells := char.Measure(rest)
	v = append(v, lengthFeature(runes, cells))
	when(!parted && !endsNumber(char.Last(d.src[l.from:l.from+int(l.n)])), glued)
	switch char.LastMark(rest) {
	case '。':
		v = append(v, endsStop)
	case '：', ':':
		v = append(v, endsColon)
		when(announces(rest), endsOther)
	case '！', '？', '!', '?', '…':
		v = append(v, endsLoud)
	case '，', '；', '、', ',', ';', '—':
		v = append(v, endsOther)
	case '.':
		v = append(v, endsStop)
	}
	stops, commas, blanks := marksIn(rest)
	when(stops, inner)
	when(commas == 1, oneComma)
	when(commas > 1, moreCommas)
	first := char.First(rest)
	when(goesOn(first) || d.latin && first >= 'a' && first <= 'z', badStart)
	when(opensTalk(first), quoted)
	when(blanks, blanksToFill)
	when(strings.HasSuffix(rest, "分") || strings.HasSuffix(rest, "分）") || strings.HasSuffix(rest, "元"), counts)
	return v
}

// endsNumber reports whether r parts a number from its title.
func endsNumber(r rune) bool {
	switch r {
	case '、', '.', '．', '）', ')':
		return true
	}
	return false
}

// goesOn reports whether r is a character with which no title begins: after a
// number it makes a phrase of it, 三是 一节.
func goesOn(r rune) bool {
	switch r {
	case '的', '了', '着', '过', '是', '在', '就', '也', '都', '还', '吗', '吧', '呢', '啊', '及', '节', '条', '款', '章':
		return true
	}
	return false
}

// marksIn reports whether a sentence or a clause ends inside s, so that one of 。；！？;
// has something else than marks after it, how many commas it has, and whether there is a
// blank to fill in, ＿ __ （　）.
func marksIn(s string) (stops bool, commas int, blanks bool) {
	stopped, before := false, rune(0)
	for i := 0; i < len(s); {
		r, size := char.Decode(s[i:])
		switch r {
		case '。', '！', '？':
			stopped = true
		case '；', ';':
			stops = true
		case '：', ':', '!', '?', '…':
		default:
			stops = stops || stopped
		}
		switch r {
		case '，', ',':
			commas++
		case '＿':
			blanks = true
		case '_':
			blanks = blanks || before == '_'
		case '\u3000', ' ':
			blanks = blanks || before == '（'
		}
		i, before = i+size, r
	}
	return stops, commas, blanks
}

// lengthFeature grades a title by its length; Latin letters take half a place.
func lengthFeature(runes, cells int32) headingFeature {
	switch n := (cells + 1) / 2; {
	case n <= 12:
		return veryShort
	case n <= 20:
		return short
	case n <= 30:
		return medium
	case n <= 44:
		return long
	}
	return tooLong
}

// among appends what the run and the lines around say.
func (d *Document) among(v []headingFeature, r *run, k int, c *company) []headingFeature {
	when := func(holds bool, f headingFeature) {
		if holds {
			v = append(v, f)
		}
	}
	i, n := r.lines[k], len(r.lines)
	l := &d.lines[i]
	switch {
	case n == 1:
		v = append(v, onlyOne)
	case k == 0:
		v = append(v, opensRun)
	case k == n-1:
		v = append(v, endsRun)
	default:
		v = append(v, between)
	}
	when(k > 0 && l.val > d.lines[r.lines[k-1]].val+1 || k == 0 && l.val > 1, skips)
	switch {
	case r.kinds[alone]*10 >= n*8:
		v = append(v, allShort)
	case r.kinds[alone]*2 >= n:
		v = append(v, mostShort)
	default:
		v = append(v, fewShort)
	}
	when(r.stops*3 <= n && strings.HasSuffix(d.text(l), "。") && strings.ContainsAny(d.text(l), "，,"), stopsAlone)
	when(endsAsking(d.text(l)) && r.asks*2 > n && n > 1, asking)
	when(l.indent >= c.indent+3, setIn)
	switch {
	case d.hasParent(i):
		v = append(v, underParent)
	case l.path>>10 != 0 && k == 0:
		v = append(v, orphan)
	}
	has := d.hasBody(r, k) && (n == 1 || r.bodies > 0)
	if r.bodies*10 >= n*6 && i+1 < len(d.lines) && (k+1 == n || r.lines[k+1] > i+1) {
		has = true // where most have text, a few words are text as well: （由双方商定）
	}
	when(has, hasText)
	when(!has && n > 1, noText)
	when(r.bodies*10 >= n*8 && n > 1, allText)
	when(r.bodies*10 < n*4, fewText)
	when(n > 1 && r.near*2 >= n, near)
	when(l.after, blankBefore)
	if i > 0 {
		when(d.breaksIn(i), breaksIn)
		when(r.breaks*10 >= n*4 && r.breaks > 0, runBreaksIn)
	}
	if i+1 < len(d.lines) {
		next := &d.lines[i+1]
		when(next.after, blankAfter)
		when(next.role == body && next.form == number.NoForm && next.runes >= 40 && (char.EndsSentence(next.mark) || d.latin), longBody)
	}
	when(c.runs > 0 && (c.runs > 1 || n == 1) && c.short*10 >= c.lines*8 && c.bodies*10 >= c.lines*7 && c.short >= 3, usualForm)
	return v
}

// breaksIn reports whether the line before line i is a long one that stops in
// the middle of a sentence.
func (d *Document) breaksIn(i int) bool {
	if i == 0 {
		return false
	}
	before := &d.lines[i-1]
	return before.role == body && before.cells >= 36 && i >= 3 && !before.ends
}

// hasParent reports whether the decimal number before that of line i is the
// same up to its last part, or the one it is under.
func (d *Document) hasParent(i int) bool {
	path := d.lines[i].path
	if path>>10 == 0 {
		return false
	}
	for k := i - 1; k >= 0 && k > i-400; k-- {
		switch l := &d.lines[k]; {
		case l.path != 0 && (l.form == number.Decimal || l.form == number.Decimal3):
			return l.path == path>>10 || l.path>>10 == path>>10 || l.path>>10 == path>>20 && path>>20 != 0
		case l.form == number.Digit || l.form == number.Count:
			if uint64(l.val)+1 == path>>10 {
				return true
			}
		}
	}
	return false
}
