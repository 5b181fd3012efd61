// Package sound finds Chinese by how it is read: xuchang, xuc, xc and xuch find
// 许昌. It knows every reading of a character, so changge and zhangge both find
// 长葛. It is for names, titles and headings, and knows no articles.
package sound

import (
	"iter"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Query is a sound that is looked for. The zero Query is found nowhere.
type Query struct {
	letters string   // a to z, v for ü; at most 63
	parted  uint64   // bit i: a new syllable begins before letter i, as in xi'an
	leads   []uint64 // a bit for each list of readings: it has one that the letters begin with
	follows []uint64 // the same for the next character; nil where the first may be all
}

// A Span is a stretch of bytes, [From, To).
type Span struct{ From, To int }

// Matches returns the query for a word that may be a sound: two Latin letters or more,
// in either width and case, with tones or without, and apostrophes that part syllables.
// ü is typed as ü, v or yu: lü, lv, lyu. It does not check that any character is read
// so.
func Matches(word string) (q Query, ok bool) {
	var letters []byte
	for _, r := range word {
		switch c := letter(r); {
		case c != 0:
			letters = append(letters, c)
		case r == '\'' || r == '’' || r == '‘' || r == '＇':
			q.parted |= 1 << len(letters)
		case r == '\u0308' && len(letters) > 0 && letters[len(letters)-1] == 'u':
			letters[len(letters)-1] = 'v'
		case r == '\u0300' || r == '\u0301' || r == '\u0304' || r == '\u030c': // tones
		default:
			return Query{}, false
		}
		if len(letters) > 63 {
			return Query{}, false
		}
	}
	if len(letters) < 2 {
		return Query{}, false
	}
	q.letters = string(letters)
	q.leads, q.follows = q.leading()
	return q, true
}

// leading computes Query.leads and Query.follows, beforehand, since most characters of
// a text need no other check.
func (q Query) leading() (leads, follows []uint64) {
	var begins, second [most]bool // by syllable
	var behind uint64             // the letters that may come second
	for y := range len(syllables) / row {
		ends := q.advance(syllable(y), 0)
		begins[y] = ends != 0
		behind |= ends
	}
	leads = listsWith(&begins)
	if behind>>len(q.letters) != 0 {
		return leads, nil
	}
	for y := range len(syllables) / row {
		for rest := behind; rest != 0 && !second[y]; rest &= rest - 1 {
			second[y] = q.advance(syllable(y), bits.TrailingZeros64(rest)) != 0
		}
	}
	return leads, listsWith(&second)
}

// listsWith returns a bit for each list of readings: it has one of these syllables.
func listsWith(these *[most]bool) []uint64 {
	n := len(lists) / 2
	set := make([]uint64, n/64+1)
	begin, any := 1, false
	for i := 1; i < n; i++ {
		v := word(lists, 2*i)
		if any = any || these[v>>1]; v&1 == 0 {
			continue
		}
		if any {
			set[begin/64] |= 1 << (begin % 64)
		}
		begin, any = i+1, false
	}
	return set
}

// letter returns the letter from a to z that r is apart from case, width and tone, v
// for ü; 0 for any other character.
func letter(r rune) byte {
	switch {
	case 'a' <= r && r <= 'z':
		return byte(r)
	case 'A' <= r && r <= 'Z':
		return byte(r - 'A' + 'a')
	case 0xff21 <= r && r <= 0xff3a:
		return byte(r - 0xff21 + 'a')
	case 0xff41 <= r && r <= 0xff5a:
		return byte(r - 0xff41 + 'a')
	case r < 0x80 || r > 0x1e3f:
		return 0
	}
	const toned, plain = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ", "aaaaeeeeiiiioooouuuuvvvvvnnnm"
	if i := strings.IndexRune(toned, unicode.ToLower(r)); i >= 0 {
		return plain[utf8.RuneCountInString(toned[:i])]
	}
	return 0
}

// advance returns how far letters from at on lead into a character that is read
// as y: bit i is set where letter i comes next. A character takes its whole
// syllable or what that begins with, z or zh of 中, a of 安; the last one takes
// any beginning of its syllable.
func (q Query) advance(y syllable, at int) (ends uint64) {
	rest := q.letters[at:]
	for _, form := range spellings(y.String()) {
		n := 0
		for n < len(form) && n < len(rest) && form[n] == rest[n] {
			n++
		}
		if n == 0 {
			continue
		}
		ends |= 1 << (at + 1)
		if n == len(form) || n == len(rest) {
			ends |= 1 << (at + n)
		}
		if n >= 2 && form[1] == 'h' {
			ends |= 1 << (at + 2)
		}
	}
	if next := q.parted >> (at + 1); next != 0 { // no syllable runs over an apostrophe
		ends &= 1<<(at+2+bits.TrailingZeros64(next)) - 1
	}
	return ends
}

// spellings returns how a syllable is typed: lüe is lve, lyue and lue.
func spellings(s string) (all [3]string) {
	all[0] = s
	if i := strings.IndexByte(s, 'v'); i >= 0 {
		all[1] = s[:i] + "yu" + s[i+1:]
		if i+1 < len(s) {
			all[2] = s[:i] + "u" + s[i+1:]
		}
	}
	return all
}

// Find returns where s has what is looked for, from left to right and without
// overlaps, each as short as it can be. Blanks, quotation marks, title marks
// and interpuncts between characters do not matter; marks that end a clause
// do. Latin words in s are spelt out, AI大模型 is found by aidmx; what is found
// has a Han character at least and begins with a word, never inside one.
func (q Query) Find(s string) (found []Span) {
	for span := range q.all(s) {
		found = append(found, span)
	}
	return found
}

// In reports whether [Query.Find] would find anything in s.
func (q Query) In(s string) bool {
	for range q.all(s) {
		return true
	}
	return false
}

func (q Query) all(s string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		inside := false // a Latin word
		for i := 0; i < len(s) && q.leads != nil; {
			r, n := next(s, i)
			list := listOf(r)
			begins := list > 0 && q.leads[list/64]>>(list%64)&1 != 0 && q.goesOn(s[i+n:])
			latin := list == 0 && letter(r) != 0
			if latin && !inside {
				begins = true
			}
			if begins {
				if end := q.match(s, i); end > 0 {
					if !yield(Span{i, end}) {
						return
					}
					n = end - i
					last, _ := utf8.DecodeLastRuneInString(s[:end])
					latin = letter(last) != 0
				}
			}
			i += n
			inside = latin
		}
	}
}

// goesOn reports whether the text after a character that matches the first letters may
// match the rest: most often the next character shows that it cannot.
func (q Query) goesOn(s string) bool {
	if q.follows == nil {
		return true
	}
	if s == "" {
		return false
	}
	r, _ := next(s, 0)
	list := listOf(r)
	return list == 0 || q.follows[list/64]>>(list%64)&1 != 0
}

// next decodes the character at byte i of s; those of Chinese take the short way.
func next(s string, i int) (r rune, n int) {
	c := s[i]
	if c < utf8.RuneSelf {
		return rune(c), 1
	}
	if 0xe3 <= c && c <= 0xe9 && i+2 < len(s) && s[i+1]&0xc0 == 0x80 && s[i+2]&0xc0 == 0x80 {
		return rune(c&0xf)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f), 3
	}
	return utf8.DecodeRuneInString(s[i:])
}

// match returns where the match ends that begins at byte from of s, -1 where
// there is none.
func (q Query) match(s string, from int) int {
	at, han := uint64(1), false // bit i: letter i comes next
	goal := uint64(1) << len(q.letters)
	for i := from; i < len(s) && at != 0; {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if passed(r) {
			continue
		}
		var next bool
		at, next = q.step(at, r)
		if han = han || next; han && at&goal != 0 {
			return i
		}
		at &^= goal
	}
	return -1
}

// step returns which letters may come next after the character r, where those
// of at could come before it, and whether r is Han.
func (q Query) step(at uint64, r rune) (next uint64, han bool) {
	if c := letter(r); c != 0 {
		for rest := at; rest != 0; rest &= rest - 1 {
			if i := bits.TrailingZeros64(rest); i < len(q.letters) && q.letters[i] == c {
				next |= 1 << (i + 1)
			}
		}
		return next, false
	}
	for y := range readings(r) {
		for rest := at; rest != 0; rest &= rest - 1 {
			next |= q.advance(y, bits.TrailingZeros64(rest))
		}
	}
	return next, true
}

// passed reports whether r is silent and ends no clause.
func passed(r rune) bool {
	switch r {
	case ' ', '\t', '\u00a0', '\u3000', '"', '\'', '“', '”', '‘', '’', '„', '〝', '〞', '「', '」', '『', '』',
		'《', '》', '〈', '〉', '·', '・', '‧', '•', '∙':
		return true
	}
	return r >= 0x80 && (unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r))
}
