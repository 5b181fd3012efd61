package repair

import "sort"

// A Change says that the SourceLen bytes at Source in the text are shown as
// the ShownLen bytes at Shown. One of the lengths may be 0.
type Change struct {
	Source, SourceLen int
	Shown, ShownLen   int
}

// A Map holds the differences between a text and what is shown of it, in
// order. Offsets are bytes. What lies between two changes is the same in both.
type Map []Change

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

// ToShown returns where byte i of the text stands in what is shown: behind a
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

// Within returns the changes that touch the bytes from to to of what is shown.
func (m Map) Within(from, to int) Map {
	a := sort.Search(len(m), func(k int) bool { return m[k].Shown+m[k].ShownLen > from })
	b := sort.Search(len(m), func(k int) bool { return m[k].Shown >= to })
	return m[a:max(a, b)]
}
