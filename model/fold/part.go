package fold

import "sort"

// Add folds one part, by itself.
func (f *Folder) Add(s string) {
	f.fold(s)
	f.close(len(s), Break)
}

// AddHeading folds one part that is a heading.
func (f *Folder) AddHeading(s string) {
	f.fold(s)
	f.close(len(s), HeadingBreak)
}

// AddRunIn folds one part that begins with a run-in heading of so many bytes.
func (f *Folder) AddRunIn(s string, heading int) {
	f.fold(s)
	f.out = appendRunIn(f.out, len(f.out)-f.place(heading))
	f.close(len(s), Break)
}

// close ends a part of n bytes.
func (f *Folder) close(n int, end string) {
	f.keep(n, 1)
	f.out = append(f.out, end...)
	f.base += n + len(end)
	f.begin, f.tight = len(f.out), false
}

// place returns where byte i of the part under way stands in the folded text, or
// what comes next where it was dropped.
func (f *Folder) place(i int) int {
	i += f.base
	k := sort.Search(len(f.jumps), func(k int) bool { return int(f.jumps[k].src) >= i })
	at, next := i, len(f.out)
	if k > 0 {
		at -= int(f.jumps[k-1].src - f.jumps[k-1].at)
	}
	if k < len(f.jumps) {
		j := f.jumps[k]
		next = int(j.at)
		if int(j.src) == i && int(j.end) <= i { // else it is the second character that one folds to
			return next
		}
	}
	return min(max(at, f.begin), next)
}
