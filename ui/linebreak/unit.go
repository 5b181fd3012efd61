package linebreak

// A Range is the bytes [From, To) of a text.
type Range struct{ From, To int }

// unitAt returns the unit that byte i lies in, and whether it lies in one. Those
// before i are passed, until the scanner is rewound.
func (s *scanner) unitAt(i int) (Range, bool) {
	for s.passed < len(s.units) && s.units[s.passed].To <= i {
		s.passed++
	}
	if s.passed == len(s.units) {
		return Range{}, false
	}
	u := s.units[s.passed]
	return u, u.From <= i
}

// nextUnit returns where text without units ends.
func (s *scanner) nextUnit() int {
	if u, in := s.unitAt(s.i); in {
		return s.i
	} else if u.To > 0 {
		return u.From
	}
	return len(s.text)
}
