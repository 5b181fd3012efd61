package model_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"juan/model"
	"juan/model/fold"
)

// The oracle finds words in the source, character by character, by the rules of what a
// reader takes to be the same. It shares no code with folding and scanning.

// A glyph is a character as a reader compares it, and the bytes of the source
// it stands in.
type glyph struct {
	class    string
	from, to int
}

// variants are characters that a reader holds to be the same, the simplified one
// first.
var variantSets = []string{"产產", "业業", "发發髮", "后後", "里裡裏", "说說説", "台臺檯颱"}

// glyphs reads a text: what a query without it leaves out is nothing. As is, ① is
// itself and else 1.
func glyphs(s string, asIs bool) []glyph {
	runes := []rune(s)
	starts := make([]int, len(runes)+1)
	for i, r := range runes {
		starts[i+1] = starts[i] + len(string(r))
	}
	at := func(i int) rune {
		if i < 0 || i >= len(runes) {
			return 0
		}
		return runes[i]
	}
	var out []glyph
	for i := 0; i < len(runes); i++ {
		r, from := runes[i], starts[i]
		switch {
		case passed(r):
			continue
		case r == ',' && unicode.IsDigit(at(i-1)) && unicode.IsDigit(at(i+1)):
			continue
		case r == ' ' || r == '\u3000' || r == '\n':
			k := i
			for at(k+1) == ' ' || at(k+1) == '\u3000' || at(k+1) == '\n' {
				k++
			}
			before, after := i-1, k+1
			for passed(at(before)) {
				before--
			}
			for passed(at(after)) {
				after++
			}
			if !latin(at(before)) || !latin(at(after)) { // beside Han, or at an end
				i = k
				continue
			}
			out = append(out, glyph{" ", from, starts[k+1]})
			i = k
			continue
		}
		if asIs && (r == '①' || r == '㎡') {
			out = append(out, glyph{string(r), from, starts[i+1]})
			continue
		}
		for _, c := range strings.ToLower(norm.NFKC.String(string(r))) {
			for _, set := range variantSets {
				if strings.ContainsRune(set, c) {
					c = []rune(set)[0]
				}
			}
			if c == '○' {
				c = '〇'
			}
			out = append(out, glyph{string(c), from, starts[i+1]})
		}
	}
	return out
}

// passed reports whether a query without r leaves it out.
func passed(r rune) bool { return hidden(r) || strings.ContainsRune("“”‘’「」《》·\"", r) }

func hidden(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}

// latin reports whether a blank beside r parts words: Han and the punctuation of
// Chinese, in either width, have none.
func latin(r rune) bool {
	return r > 0 && r < 0x2000 && !strings.ContainsRune("(),;:?!", r) || r == '①' || r == '㎡' || r == '😀'
}

// A hit is a match of the oracle.
type hit struct {
	from, to int
	form     model.Form
}

// occurrences returns where s has what was typed as a word.
func occurrences(s, word string) []hit {
	asIs := strings.ContainsAny(word, "①㎡") // then such a character matches only itself
	text, want := glyphs(s, asIs), glyphs(word, asIs)
	var out []hit
	for i := 0; len(want) > 0 && i+len(want) <= len(text); i++ {
		if !slices.EqualFunc(text[i:i+len(want)], want, func(a, b glyph) bool { return a.class == b.class }) {
			continue
		}
		h := hit{text[i].from, text[i+len(want)-1].to, model.Folded}
		if plain(s[h.from:h.to]) == plain(word) {
			h.form = model.Literal
		}
		if cutsNumber(text, i, i+len(want)) {
			h.form = model.PartOf
		}
		out = append(out, h)
		i += len(want) - 1
	}
	return out
}

// verbatim returns where s has the very characters.
func verbatim(s, word string) []hit {
	var out []hit
	runes := []rune(plain(word))
	for from := range s {
		to, k := from, 0
		for i, r := range s[from:] {
			if k == len(runes) {
				break
			}
			if hidden(r) && k > 0 {
				continue
			}
			if r != runes[k] {
				break
			}
			k, to = k+1, from+i+len(string(r))
		}
		if k == len(runes) && (len(out) == 0 || out[len(out)-1].to <= from) {
			out = append(out, hit{from, to, model.Literal})
		}
	}
	return out
}

// plain leaves out what does not show.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if hidden(r) {
			return -1
		}
		return r
	}, s)
}

// cutsNumber reports whether a match that begins or ends with a digit or a numeral
// stands beside another one.
func cutsNumber(text []glyph, from, to int) bool {
	in := func(i int, digits string) bool {
		return i >= 0 && i < len(text) && strings.Contains(digits, text[i].class)
	}
	for _, digits := range []string{"0123456789", "〇零一二三四五六七八九十"} {
		if in(from, digits) && in(from-1, digits) || in(to-1, digits) && in(to, digits) {
			return true
		}
	}
	return false
}

// numbers are other ways to write the numbers of the test.
var numbers = map[string][]string{"2020": {"二〇二〇", "二零二零"}, "二〇二〇": {"2020", "二零二零"}, "12": {"十二", "一二"}}

// found returns where s has a word in any form, the literal and folded ones
// before numbers written otherwise.
func found(s, word string) []hit {
	all := occurrences(s, word)
	for _, v := range numbers[word] {
		for _, h := range occurrences(s, v) {
			if h.form != model.PartOf {
				h.form = model.Number
			}
			all = apart(all, h)
		}
	}
	return all
}

// apart adds a hit unless it overlaps another.
func apart(all []hit, h hit) []hit {
	if slices.ContainsFunc(all, func(o hit) bool { return h.from < o.to && o.from < h.to }) {
		return all
	}
	return append(all, h)
}

// An asking is a query of the oracle.
type asking struct {
	words, exact, without []string
}

func (q asking) typed() string {
	var parts []string
	parts = append(parts, q.words...)
	for _, s := range q.exact {
		parts = append(parts, `"`+s+`"`)
	}
	for _, s := range q.without {
		parts = append(parts, "-"+s)
	}
	return strings.Join(parts, " ")
}

// judge returns how many hits an article has, the place and form of the best,
// and whether it is let through. Of each part so many bytes are a heading.
func (q asking) judge(title string, parts []string, headings []int) (n int, best string, ok bool) {
	finders := []func(string) []hit{}
	if len(q.words) > 1 {
		finders = append(finders, func(s string) []hit {
			return occurrencesOf(s, strings.Join(q.words, " "))
		})
	}
	phrase := len(finders)
	for _, w := range q.words {
		finders = append(finders, func(s string) []hit { return found(s, w) })
	}
	for _, w := range q.exact {
		finders = append(finders, func(s string) []hit { return verbatim(s, w) })
	}
	for _, s := range append([]string{title}, parts...) {
		for _, w := range q.without {
			if len(found(s, w)) > 0 {
				return 0, "", false
			}
		}
	}
	has := make([]bool, len(finders))
	rank := func(k int, where model.Where, f model.Form) string {
		return fmt.Sprint(phrase == 1 && k > 0, where, f)
	}
	take := func(s string, heading int, title bool) (count int) {
		var all []hit
		for k, find := range finders {
			for _, h := range find(s) {
				has[k] = true
				where := model.InBody
				switch {
				case title:
					where = model.InTitle
				case h.from < heading:
					where = model.InHeading
				}
				if title {
					best = lesser(best, rank(k, where, h.form))
					continue
				}
				if before := len(all); len(apart(all, h)) > before {
					all = apart(all, h)
					best = lesser(best, rank(k, where, h.form))
				}
			}
		}
		return len(all)
	}
	take(title, 0, true)
	for i, s := range parts {
		n += take(s, headings[i], false)
	}
	for k := range finders {
		if !has[k] && k >= phrase {
			return 0, "", false
		}
	}
	return n, best, true
}

// occurrencesOf is occurrences for a phrase, whose numbers may be part of others.
func occurrencesOf(s, phrase string) []hit {
	all := occurrences(s, phrase)
	for i := range all {
		if all[i].form == model.PartOf {
			all[i].form = model.Folded
			if plain(s[all[i].from:all[i].to]) == plain(phrase) {
				all[i].form = model.Literal
			}
		}
	}
	return all
}

func lesser(a, b string) string {
	if a == "" || b < a {
		return b
	}
	return a
}

// What is found in an article, and how well, is what a reader finds in its source,
// whatever is typed.
func TestQueriesAgainstTheSource(t *testing.T) {
	tokens := strings.Fields("产业 產業 发展 發展 外贸 法 人 法人 ， 、 。 （ ） “ ” 《 》 · 2020 二〇二〇 二○二○ 二零二零 12 2012 1,219 十二 ① ㎡ m2 Linux linux ＬＩＮＵＸ kernel 裏 里 裡 \u200b 葛\U000e0100 葛 😀 % _ a.b ( [x] 100%")
	tokens = append(tokens, " ", "　", "\u00ad")
	words := strings.Fields("产业 發展 发展 外贸 法人 人 2020 二〇二〇 12 219 1219 ① ㎡ m2 linux Linux kernel 里 裏 葛 😀 % _ a.b ( [x] 业 的")
	for seed := range uint64(20000) {
		rnd := rand.New(rand.NewPCG(seed, 12))
		text := func(most int) string {
			var b strings.Builder
			for range rnd.IntN(most) {
				b.WriteString(tokens[rnd.IntN(len(tokens))])
			}
			return b.String()
		}
		title := "题" + text(5)
		var parts []string
		var headings []int
		var body []model.Block
		for range 1 + rnd.IntN(5) {
			s, heading := "文"+text(16), 0
			switch rnd.IntN(4) {
			case 0:
				heading = len(s)
				body = append(body, model.Heading{Prose: model.Plain(s), Level: 1})
			case 1:
				heading = len(s)
				s += text(16)
				body = append(body, model.Paragraph{Prose: model.Plain(s), Lead: model.Lead{End: heading, Level: 2, Kind: model.RunIn}})
			default:
				body = append(body, model.Paragraph{Prose: model.Plain(s)})
			}
			parts, headings = append(parts, s), append(headings, heading)
		}
		a := model.NewArticle(model.Entry{ID: "a", Title: title}, body)
		var q asking
		for range 1 + rnd.IntN(3) {
			w := words[rnd.IntN(len(words))]
			switch rnd.IntN(8) {
			case 0:
				q.without = append(q.without, w)
			case 1:
				q.exact = append(q.exact, w)
			default:
				q.words = append(q.words, w)
			}
		}
		if len(q.words)+len(q.exact) == 0 {
			q.words = []string{"产业"}
		}
		n, best, ok := q.judge(title, parts, headings)
		got, _ := model.ParseQuery(q.typed()).Tally(a, func() bool { return false })
		told := ""
		if got.Best > 0 {
			told = fmt.Sprint(got.Best.Scattered(), got.Best.Where(), got.Best.Form())
		}
		if kept := counted(q.typed(), a); !reflect.DeepEqual(kept, got) {
			t.Fatalf("seed %d: %s in %q, %q %v:\n%+v in the folded text, %+v in the article", seed, q.typed(), title, parts, headings, kept, got)
		}
		if got.N != n || told != best || got.Best > 0 != ok {
			t.Fatalf("seed %d: %s in %q, %q %v:\n%d hits %s, want %d %s", seed, q.typed(), title, parts, headings, got.N, told, n, best)
		}
	}
}

// counted counts in what a library keeps of an article.
func counted(typed string, a *model.Article) model.Tally {
	c := model.NewCounter(model.ParseQuery(typed))
	if c.Begin(a.Entry) {
		text, kept := a.Folded()
		var marks []fold.Mark
		for at := 0; len(kept) > 0; {
			gap, kind, n := fold.ReadMark(kept)
			at += gap
			marks, kept = append(marks, fold.Mark{At: at, Kind: kind}), kept[n:]
		}
		c.Window(text, func(from, to int) []fold.Mark { return marks }, true)
	}
	return c.Tally()
}
