package lines

// A sieve holds the lines of a text that are not prose: of those alone most rules ask
// anything. What they begin and end with dismisses most rules at once.
type sieve struct {
	others []int   // in order
	spread []int   // the prose that has gaps, in order, until what stands as it is was found
	firsts runeSet // what they begin with
	lasts  runeSet // what they end with
}

// add takes in l, which is line i.
func (s *sieve) add(i int, l *line) {
	s.others = append(s.others, i)
	s.firsts.add(l.first)
	s.lasts.add(l.last)
}

// A runeSet has a bit for the last six bits of each of its runes.
type runeSet uint64

func (s *runeSet) add(r rune) { *s |= 1 << (r & 63) }

// mayHave reports whether any of the runes may be in the set.
func (s runeSet) mayHave(runes string) bool {
	for _, r := range runes {
		if s>>(r&63)&1 != 0 {
			return true
		}
	}
	return false
}

// sift finds the lines that are not prose.
func (d *Document) sift() {
	d.sieve = sieve{others: d.others[:0]}
	for i := range d.lines {
		if l := &d.lines[i]; !l.prose {
			d.add(i, l)
		}
	}
}
