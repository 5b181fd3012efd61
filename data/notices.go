package data

import (
	"cmp"

	"juan/data/fault"
)

// notices are what the parts of one file say of it, each remark once.
type notices struct{ list []error }

// merged takes the notices about the file called name out of found.
func (n *notices) merged(name string, all []found) []found {
	rest := all[:0:0]
	for _, f := range all {
		one, ok := f.err.(*fault.Notice)
		if !ok || one.Path != name || one.Remark == fault.BadMeta {
			rest = append(rest, f)
		} else {
			n.add(one)
		}
	}
	return rest
}

func (n *notices) add(one *fault.Notice) {
	for _, err := range n.list {
		if other, ok := err.(*fault.Notice); ok && other.Remark == one.Remark {
			other.N += one.N
			other.Detail = cmp.Or(other.Detail, one.Detail)
			return
		}
	}
	n.list = append(n.list, one)
}

func (n *notices) found() (all []found) {
	for _, err := range n.list {
		all = append(all, found{err: err})
	}
	return all
}
