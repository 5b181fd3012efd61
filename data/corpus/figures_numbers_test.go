package corpus

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// figure is a number with its unit: 3449.2 亿元, PM2.5, 2月19日, 5.3:52.7:42.
type figure struct {
	number, unit string
	negative     bool   // a minus sign stands before it
	hedged       bool   // 余, 以上, 左右, 超 … stand at it
	falls        bool   // 下降, 减少, 压缩 … stand before it
	near         string // the words around it, for the message
	around       string // a wider stretch of them: what the figure is about
}

func (f figure) String() string { return f.number + f.unit }

// measures are the words of measure of one Han; any other Han after a number
// is text, not a unit.
const measures = "元亩吨米克升瓦度人户名个项家条处位座次倍天日月年岁届级版件台所套辆种张株头只批类号篇字期场部" +
	"步点站车对支枚口层间栋片段区市县镇村国省校院店幅份笔宗款轮周季时分秒道把股成员班"

// The patterns are compiled once, when the test starts.
var (
	numberRe = regexp.MustCompile(`\d{1,2}月\d{1,2}日|[A-Za-z]*\d+(?:\.\d+)?(?:[-:+]\d+(?:\.\d+)?)*`)
	unitRe   = regexp.MustCompile(`^[余多](?:万亿|千亿|百亿|[亿万千百])?|^(?:万亿|千亿|百亿|[亿万千百])`)
	wordRe   = regexp.MustCompile(`^(?:个百分点|个工作日|平方公里|平方米|立方米|微克|美元|欧元|公里|公顷|小时|分钟|周年|周岁|人次|` +
		`[` + measures + `]|%|‰|℃|[A-Za-z]+)`)
	afterRe   = regexp.MustCompile(`^(?:及以上|以上|以下|以内|左右|上下|之内|之上)`)
	beforeRe  = regexp.MustCompile(`(?:超过|(?:^|[^赶])超|(?:^|[^最附临])近|(?:^|[^签合节预集制])约|逾|不低于|不少于|突破|接近|大约|至少|不超过|[≥≤<>])$`)
	fallsRe   = regexp.MustCompile(`[降减缩少]`)
	hanRe     = regexp.MustCompile(`[一二两三四五六七八九十百千]+(?:成|倍|亿元|万元|分之[一二三四五六七八九十百]+)|[二两三四五六七八九十]+(?:个方面|[个项条件家所座处户批类种轮届次部级])`)
	digitsRe  = regexp.MustCompile(`(\d),(\d{3})\b`)
	pointsRe  = regexp.MustCompile(`(\d)个([和、]\d[\d.]*个百分点)`) // the unit is said once for both
	gapRe     = regexp.MustCompile(`[ \t\x{3000}]+`)
	markRe    = regexp.MustCompile(`(?m)^\s*(?:[-*+]|\d+[.)])\s+|\[\^[^\]]+\]:?|[*_` + "`" + `]`)
	ordinalRe = regexp.MustCompile(`第([一二三四五六七八九十]+)([,、。;;)）位名次届]|的成绩|的好成绩|$)`)
	monthRe   = regexp.MustCompile(`([一二三四五六七八九十]+)月份`)
	hanDate   = regexp.MustCompile(`[〇○OО零一二三四五六七八九]{4}年(?:[一二三四五六七八九十]{1,2}月)?(?:[一二三四五六七八九十]{1,3}日)?`)
)

// plain prepares text for reading figures: narrow widths, one dash, one mark
// of ratio, no thousands separators, no Markdown marks, no spaces beside Han;
// 第七 and 四月份 become 第7 and 4月份.
func plain(s string) string {
	s = markRe.ReplaceAllString(s, "")
	s = narrow(s)
	s = strings.NewReplacer("—", "-", "–", "-", "~", "-", "〜", "-", "−", "-", "∶", ":").Replace(s)
	s = digitsRe.ReplaceAllString(s, "$1$2")
	s = pointsRe.ReplaceAllString(s, "${1}个百分点$2")
	s = dropGaps(hanDate.ReplaceAllStringFunc(s, arabicDate))
	s = ordinalRe.ReplaceAllStringFunc(s, func(m string) string {
		sub := ordinalRe.FindStringSubmatch(m)
		return fmt.Sprintf("第%d%s", hanNumber(sub[1]), sub[2])
	})
	return monthRe.ReplaceAllStringFunc(s, func(m string) string {
		return fmt.Sprintf("%d月份", hanNumber(strings.TrimSuffix(m, "月份")))
	})
}

// dropGaps removes spaces but those between two ASCII letters or digits.
func dropGaps(s string) string {
	alnum := func(b byte) bool { return b < 0x80 && (unicode.IsLetter(rune(b)) || unicode.IsDigit(rune(b))) }
	var out strings.Builder
	last := 0
	for _, g := range gapRe.FindAllStringIndex(s, -1) {
		out.WriteString(s[last:g[0]])
		if g[0] > 0 && g[1] < len(s) && alnum(s[g[0]-1]) && alnum(s[g[1]]) {
			out.WriteByte(' ')
		}
		last = g[1]
	}
	return out.String() + s[last:]
}

// arabicDate turns 二○二一年三月二十三日 into 2021年3月23日.
func arabicDate(s string) string {
	year, rest, _ := strings.Cut(s, "年")
	var out strings.Builder
	for _, r := range year {
		fmt.Fprint(&out, hanNumber(string(r))) // a zero of any form is no numeral
	}
	out.WriteString("年")
	for _, unit := range []string{"月", "日"} {
		if n, after, ok := strings.Cut(rest, unit); ok {
			fmt.Fprintf(&out, "%d%s", hanNumber(n), unit)
			rest = after
		}
	}
	return out.String()
}

// hanNumber reads 一 to 九十九; 0 is no number.
func hanNumber(s string) int {
	digit := func(s string) int { return strings.Index("一二三四五六七八九", s)/3 + 1 }
	tens, ones, ok := strings.Cut(s, "十")
	if !ok {
		if len(s) != len("一") || !strings.Contains("一二三四五六七八九", s) {
			return 0
		}
		return digit(s)
	}
	n := 10
	if tens != "" {
		n = digit(tens) * 10
	}
	if ones != "" {
		n += digit(ones)
	}
	return n
}

// figuresOf reads the figures of a text that went through plain.
func figuresOf(s string) []figure {
	var all []figure
	for _, at := range numberRe.FindAllStringIndex(s, -1) {
		before, rest := lastRunes(s[:at[0]], 8), s[at[1]:]
		f := figure{number: s[at[0]:at[1]], near: near(s, at[0], at[1], 6, 8), around: near(s, at[0], at[1], 60, 24)}
		if minus, ok := strings.CutSuffix(before, "-"); ok {
			before, f.negative = minus, true
		}
		f.falls = fallsRe.MatchString(lastRunes(before, 6))
		if f.number[0] < 'A' { // PM2.5 is a name: 年均 after it is no unit
			f.unit, rest, f.hedged = unitOf(rest)
		}
		f.hedged = f.hedged || beforeRe.MatchString(before) || afterRe.MatchString(rest)
		all = append(all, f)
	}
	for _, at := range hanRe.FindAllStringIndex(s, -1) {
		all = append(all, figure{number: s[at[0]:at[1]], near: near(s, at[0], at[1], 6, 8), around: near(s, at[0], at[1], 60, 24)})
	}
	return all
}

// unitOf splits the unit off the text after a number: a multiplier (万, 亿),
// then a measure of one Han, a known longer one, or letters.
func unitOf(rest string) (unit, after string, hedged bool) {
	if afterRe.MatchString(rest) {
		return "", rest, true
	}
	scale := unitRe.FindString(rest)
	rest = rest[len(scale):]
	if trimmed := strings.TrimLeft(scale, "余多"); trimmed != scale {
		scale, hedged = trimmed, true
	}
	if afterRe.MatchString(rest) {
		return scale, rest, true
	}
	if m, ok := strings.CutPrefix(rest, "多"); ok && scale != "" {
		rest, hedged = m, true
	}
	word := wordRe.FindString(rest)
	return scale + word, rest[len(word):], hedged
}

// stands reports whether the figure is one of the original's, and if not, why.
func stands(f figure, source []figure) (bool, string) {
	var same []string
	dropped := true
	found := false
	for _, o := range source {
		if o.number != f.number {
			continue
		}
		if !sameUnit(f.unit, o.unit) || f.negative && !o.falls {
			same = append(same, "…"+o.near+"…")
			continue
		}
		found = true
		dropped = dropped && o.hedged && !f.hedged
	}
	switch {
	case found && dropped:
		return false, "the original hedges it (余, 以上, 左右, 超 …): keep the hedge"
	case found:
		return true, ""
	case same != nil:
		return false, "the original has that number only as " + strings.Join(slices.Compact(same), " ") + ": take its unit and sense"
	}
	return false, "no such number in the original: take it out, or give the original's"
}

// sameUnit holds when the units agree, or when one side goes from the
// multiplier to the noun (8.5万城乡低保对象) and the other has a measure of
// people or things between.
func sameUnit(article, source string) bool {
	if article == source {
		return true
	}
	short, long := article, source
	if len(short) > len(long) {
		short, long = long, short
	}
	measure, ok := strings.CutPrefix(long, short)
	return ok && short != "" && unitRe.FindString(short) == short && strings.Contains("人名户家个", measure)
}

// near is the figure in its words, so many characters before and after it.
func near(s string, from, to, before, after int) string {
	words := lastRunes(s[:from], before) + s[from:to] + firstRunes(s[to:], after)
	return strings.ReplaceAll(words, "\n", " ")
}

func lastRunes(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}

func firstRunes(s string, n int) string {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return s[:at]
}
