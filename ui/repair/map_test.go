package repair

import "sort"

// ToSource returns the place in the text of byte i of what is shown. The
// bytes of a change lead to where it begins.
func (m Map) ToSource(i int) int {
	n := sort.Search(len(m), func(k int) bool { return m[k].Shown > i })
	if n == 0 {
		return i
	}
	c := m[n-1]
	if i < c.Shown+c.ShownLen {
		return c.Source
	}
	return i - (c.Shown + c.ShownLen) + c.Source + c.SourceLen
}

// ToShown returns where byte i of the text stands in what is shown: after a
// gap that is put in before it.
func (m Map) ToShown(i int) int {
	n := sort.Search(len(m), func(k int) bool { return m[k].Source > i })
	if n == 0 {
		return i
	}
	c := m[n-1]
	if i < c.Source+c.SourceLen {
		return c.Shown
	}
	return i - (c.Source + c.SourceLen) + c.Shown + c.ShownLen
}
