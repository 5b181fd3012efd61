package structure

import "unicode/utf8"

// A flat text is one that lost its line breaks.
type flat struct {
	src   string
	stats map[uint64]edges
}

// edges counts how often two characters open and end clauses of the text.
type edges struct{ opens, ends, all int32 }

// flattened reports whether the text may have lost its line breaks: it has few
// lines, one of them as long as the others together, or its lines are far too
// long for paragraphs.
func (d *document) flattened() bool {
	longest, all := 0, 0
	for i := range d.lines {
		n := int(d.lines[i].runes)
		longest, all = max(longest, n), all+n
	}
	return longest >= 150 && (longest*2 >= all && (len(d.lines) <= 6 || longest >= 1500) || all/len(d.lines) >= 800)
}

// opener reports whether s opens a body, 各位代表 or 2020年, rather than being
// half of a heading.
func (f *flat) opener(s string) bool { return isOpener(s) || yearAt(s) || startsTime(s) || isPlace(s) }

// bias is what the whole text says about a cut of text at a byte: how its two
// sides end and open clauses elsewhere, and whether they stand together elsewhere.
func (f *flat) bias(text string, at int) float32 {
	f.count()
	l, r := pairBefore(text, at), pairAt(text, at)
	s := float32(0)
	if e, ok := f.stats[l]; ok && l != 0 && e.all >= 2 {
		s += 1.5 * float32(e.ends) / float32(e.all+2)
	}
	if e, ok := f.stats[r]; ok && r != 0 && e.all >= 2 {
		s += 1.5 * float32(e.opens) / float32(e.all+2)
	}
	_, n := utf8.DecodeLastRuneInString(text[:at])
	_, m := utf8.DecodeRuneInString(text[at:])
	if across := pairAt(text, at-n); across != 0 && f.stats[across].all >= 3 && n > 0 && m > 0 {
		s -= 1
	}
	return s
}

// count fills stats from at most the first megabytes of the text.
func (f *flat) count() {
	if f.stats != nil {
		return
	}
	f.stats = make(map[uint64]edges)
	var a, b rune // the two runes before
	opening := true
	for i, r := range f.src {
		if i > 2<<20 {
			break
		}
		if !isHan(r) && digitOf(r) < 0 {
			if a != 0 && b != 0 {
				k := pair(a, b)
				e := f.stats[k]
				e.ends++
				f.stats[k] = e
			}
			a, b = 0, 0
			opening = r != '、' && !closes(r)
			continue
		}
		if b != 0 {
			k := pair(b, r)
			e := f.stats[k]
			e.all++
			if opening {
				e.opens++
				opening = false
			}
			f.stats[k] = e
		}
		a, b = b, r
	}
}

func pair(a, b rune) uint64 { return uint64(a)<<32 | uint64(b) }

// pairAt is the pair of characters at s[at:], 0 when there are no two.
func pairAt(s string, at int) uint64 {
	if at < 0 || at >= len(s) {
		return 0
	}
	a, n := utf8.DecodeRuneInString(s[at:])
	b, m := utf8.DecodeRuneInString(s[at+n:])
	if m == 0 {
		return 0
	}
	return pair(a, b)
}

func pairBefore(s string, at int) uint64 {
	b, n := utf8.DecodeLastRuneInString(s[:at])
	a, m := utf8.DecodeLastRuneInString(s[:at-n])
	if m == 0 {
		return 0
	}
	return pair(a, b)
}
