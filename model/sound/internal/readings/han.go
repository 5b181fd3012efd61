package main

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// han are the characters and how they are read.
type han map[rune]*character

// A character's readings, without tones, by the Unihan field that they come from.
type character struct {
	counted []string       // kHanyuPinlu, which counts them in a body of texts
	often   map[string]int // those counts
	first   []string       // kMandarin, the most usual ones
	listed  []string       // kTGHZ2013 and kXHC1983, dictionaries of today's language
	old     []string       // kHanyuPinyin, a dictionary of all times
}

// list returns the readings, the most frequent first. Those that only a
// dictionary of all times has count where the others do not know the
// character: 女 was once read ru as well, and nobody types it so.
func (c *character) list() []string {
	var all []string
	counted := slices.Clone(c.counted)
	slices.SortStableFunc(counted, func(a, b string) int { return cmp.Compare(c.often[b], c.often[a]) })
	for _, s := range slices.Concat(counted, c.first, c.listed) {
		all = with(all, s)
	}
	if len(c.counted)+len(c.listed) == 0 {
		for _, s := range c.old {
			all = with(all, s)
		}
	}
	return all
}

// with returns the list with s in it once.
func with(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// read takes one line of Unihan_Readings.
func (h han) read(r rune, field, value string) {
	c := h[r]
	if c == nil {
		c = &character{often: make(map[string]int)}
		h[r] = c
	}
	for v := range strings.FieldsSeq(value) {
		switch field {
		case "kHanyuPinlu": // zhǎng(1879) cháng(1179)
			s, count, _ := strings.Cut(strings.TrimSuffix(v, ")"), "(")
			n, _ := strconv.Atoi(count)
			s = syllable(s)
			c.counted = with(c.counted, s)
			c.often[s] += n
		case "kMandarin":
			c.first = with(c.first, syllable(v))
		case "kTGHZ2013", "kXHC1983": // 0121.040,0121.041:cháng
			_, s, _ := strings.Cut(v, ":")
			c.listed = with(c.listed, syllable(s))
		case "kHanyuPinyin": // 64050.010:cháng,zhǎng
			_, list, _ := strings.Cut(v, ":")
			for s := range strings.SplitSeq(list, ",") {
				c.old = with(c.old, syllable(s))
			}
		}
	}
}

// add adds readings that Unihan lacks and people type: 嗯 as input methods have
// it, the zero of 二〇二〇, and 乐 of the county 乐亭.
func (h han) add() {
	for _, w := range [...]struct {
		han rune
		s   string
	}{{'嗯', "en"}, {'〇', "ling"}, {'乐', "lao"}} {
		if h[w.han] == nil {
			h[w.han] = new(character)
		}
		h[w.han].listed = with(h[w.han].listed, w.s)
	}
}

// syllable returns a reading without its tone, ü as v: lǜ is lv.
func syllable(s string) string {
	s = norm.NFD.String(s)
	s = strings.ReplaceAll(s, "u\u0308", "v")
	s = strings.Map(func(r rune) rune {
		if r < 'a' || r > 'z' {
			return -1
		}
		return r
	}, s)
	if s == "r" { // 儿 at the end of a word
		return "er"
	}
	return s
}
