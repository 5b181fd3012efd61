package linebreak

// A Range is the bytes [From, To) of a text.
type Range struct{ From, To int }

// wholeAt returns the range kept as one word that byte i lies in, and true; otherwise
// the next such range, the zero Range where there is none. Ranges before i are skipped
// for good, until the scanner is rewound.
func (s *scanner) wholeAt(i int) (r Range, in bool) {
	for s.passed < len(s.whole) && s.whole[s.passed].To <= i {
		s.passed++
	}
	if s.passed == len(s.whole) {
		return Range{}, false
	}
	r = s.whole[s.passed]
	return r, r.From <= i
}

// nextWhole returns where the next range kept as one word begins: the current position
// inside such a range, the end of the text where there is none.
func (s *scanner) nextWhole() int {
	switch r, in := s.wholeAt(s.i); {
	case in:
		return s.i
	case r.To > 0:
		return r.From
	}
	return len(s.text)
}
