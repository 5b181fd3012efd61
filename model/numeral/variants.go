package numeral

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"juan/model/char"
)

// mostVariants and mostNumbers bound what is looked for beside a query.
const (
	mostVariants = 8
	mostNumbers  = 2
)

// Variants returns other ways to write the numbers of a query, the likelier
// first, eight at most: 二〇二〇 and 二零二零 for 2020, 十二 and 一二 for 12, 第三章 for 第3章,
// and back. Numbers have two digits or numerals at least, or 第 before them;
// those with a decimal point or in a word of letters stay as they are, and so
// does a query of more than two numbers.
func Variants(query string) []string {
	numbers := numbersIn(query)
	if len(numbers) == 0 || len(numbers) > mostNumbers {
		return nil
	}
	first := numbers[0]
	if len(numbers) == 1 {
		var out []string
		for _, w := range first.writings(query)[1:] {
			out = append(out, query[:first.from]+w+query[first.to:])
		}
		return out[:min(len(out), mostVariants)]
	}
	second := numbers[1]
	a, b := first.writings(query), second.writings(query)
	var out []string
	for sum := 1; sum <= len(a)+len(b)-2; sum++ { // both the likeliest, then less and less likely
		for i := min(sum, len(a)-1); i >= max(0, sum-len(b)+1); i-- {
			out = append(out, query[:first.from]+a[i]+query[first.to:second.from]+b[sum-i]+query[second.to:])
		}
	}
	return out[:min(len(out), mostVariants)]
}

// numbersIn returns the numbers of a query that have other ways to be written.
func numbersIn(query string) []numeral {
	var all []numeral
	for n := range numerals(query) {
		if n.varies(query) {
			all = append(all, n)
		}
	}
	return all
}

// varies reports whether a number of the query is to be looked for in its other
// forms. A single digit is a word more often than a number, and what stands with
// letters or after a decimal point is no number of its own: G20, 3.25.
func (n numeral) varies(query string) bool {
	before, after := query[:n.from], query[n.to:]
	if len(n.digits) > mostDigits || utf8.RuneCountInString(query[n.from:n.to]) < 2 && !strings.HasSuffix(before, "第") {
		return false
	}
	left, right := char.Last(before), char.First(after)
	if IsHan(left) || IsHan(right) || char.Digit(left) >= 0 || char.Digit(right) >= 0 ||
		isLetterO(left) || isLetterO(right) { // 千12; the O of 一亿O would be read as a digit of 一〇〇…
		return false
	}
	if n.kind != arabic {
		return true
	}
	decimal := strings.HasPrefix(after, ".") && char.Digit(char.First(after[1:])) >= 0 ||
		strings.HasSuffix(before, ".") && char.Digit(char.Last(before[:len(before)-1])) >= 0
	return !decimal && !char.IsLatin(left) && !char.IsLatin(right)
}

// writings returns the ways to write a number of the query: as it stands
// there, and then the others, the likelier first.
func (n numeral) writings(query string) []string {
	han := placedHan(n.digits)
	places := []string{han, strings.ReplaceAll(han, "〇", "零")}
	if n.digits[0] != '0' && !char.IsLatin(char.First(query[n.to:])) { // no number begins with a letter, nor stands before one
		places = append(places, strings.ReplaceAll(han, "〇", "o"))
	}
	var spokens []string
	if value, ok := n.value(); ok && n.digits[0] != '0' {
		spokens = spokenForms(value)
	}
	typed, forms := query[n.from:n.to], []string{n.digits}
	if year := len(n.digits) == 4 && n.digits[0] <= '2' && !strings.Contains(typed, ","); year && n.kind != spoken {
		forms = append(append(forms, places...), spokens...)
	} else {
		forms = append(append(forms, spokens...), places...)
	}
	out := []string{typed}
	for _, w := range forms {
		if w != canonical(typed) && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// canonical returns a number in the characters that Variants writes, as folding
// has them.
func canonical(s string) string {
	s = strings.Map(func(r rune) rune {
		if d := char.Digit(r); d >= 0 {
			return rune('0' + d)
		}
		if isLetterO(r) {
			return 'o'
		}
		return r
	}, s)
	return strings.NewReplacer(",", "", "○", "〇", "萬", "万", "億", "亿", "兩", "两").Replace(s)
}

// placedHan returns Arabic digits as Han ones.
func placedHan(digits string) string {
	var b strings.Builder
	for i := range len(digits) {
		b.WriteString(hanDigit(digits[i] - '0'))
	}
	return b.String()
}

func hanDigit[T ~uint8 | ~uint64](d T) string {
	const han = "〇一二三四五六七八九"
	return han[len("〇")*int(d):][:len("〇")]
}

// spokenForms returns how a number over 0 is written with units: 一百零五 and 一百〇五,
// 二百 and 两百, 二十二 and 廿二, 十二万 and 12万.
func spokenForms(value uint64) []string {
	if value == 0 {
		return nil
	}
	han := spokenHan(value)
	forms := []string{han}
	if rest, ok := strings.CutPrefix(han, "二"); ok && unit(char.First(rest)) >= 100 {
		forms = append(forms, "两"+rest)
	}
	switch {
	case value%(wan*wan) == 0:
		forms = append(forms, strconv.FormatUint(value/(wan*wan), 10)+"亿")
	case value%wan == 0:
		forms = append(forms, strconv.FormatUint(value/wan, 10)+"万")
	}
	if strings.Contains(han, "零") {
		forms = append(forms, strings.ReplaceAll(han, "零", "〇"))
	}
	switch value / 10 {
	case 2:
		forms = append(forms, "廿"+strings.TrimPrefix(han, "二十"))
	case 3:
		forms = append(forms, "卅"+strings.TrimPrefix(han, "三十"))
	}
	return forms
}

// spokenHan returns a number over 0 as it is said.
func spokenHan(value uint64) string {
	for _, u := range [...]struct {
		sign  string
		value uint64
	}{{"亿", wan * wan}, {"万", wan}, {"千", 1000}, {"百", 100}, {"十", 10}} {
		if value < u.value {
			continue
		}
		high, low := spokenHan(value/u.value), ""
		if u.value == 10 && value < 20 {
			high = "" // 十二
		}
		if rest := value % u.value; rest > 0 {
			low = spokenHan(rest)
			if rest < u.value/10 {
				low = "零" + low
			} else if rest < 20 && rest >= 10 {
				low = "一" + low // 一百一十二
			}
		}
		return high + u.sign + low
	}
	return hanDigit(value)
}
