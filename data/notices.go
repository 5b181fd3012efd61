package data

import (
	"cmp"

	"juan/data/fault"
)

// notices are what the parts of one file say of it, each remark once.
type notices struct{ list []error }

// apart takes the notices about the file called name out of what was found.
func apart(name string, all []found) (rest []found, about []error) {
	rest = all[:0:0]
	for _, f := range all {
		if isAbout(name, f.err) {
			about = append(about, f.err)
		} else {
			rest = append(rest, f)
		}
	}
	return rest, about
}

// isAbout reports whether a notice is about the whole of the file called name.
func isAbout(name string, err error) bool {
	one, ok := err.(*fault.Notice)
	return ok && one.Path == name && one.Remark != fault.BadMeta
}

// add takes in what a part says.
func (n *notices) add(all ...error) {
	for _, err := range all {
		if one, ok := err.(*fault.Notice); ok {
			n.notice(*one)
		} else {
			n.list = append(n.list, err)
		}
	}
}

func (n *notices) notice(one fault.Notice) {
	for _, err := range n.list {
		if other, ok := err.(*fault.Notice); ok && other.Remark == one.Remark {
			other.N += one.N
			other.Detail = cmp.Or(other.Detail, one.Detail)
			return
		}
	}
	n.list = append(n.list, &one)
}

func (n *notices) found() (all []found) {
	for _, err := range n.list {
		all = append(all, found{err: err})
	}
	return all
}
