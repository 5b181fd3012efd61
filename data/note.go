package data

import (
	"encoding/json"
	"errors"
	"strings"

	"juan/data/fault"
)

// readerVersion counts the changes in how files are read: files catalogued by another
// version are read again.
const readerVersion = 4

// A note is what the catalogue remembers of a source beside its articles.
type note struct {
	Encoding string   `json:",omitempty"` // the charset that was asked for
	Sides    string   `json:",omitempty"` // the versions of its side files
	Lines    int      `json:",omitempty"` // that were read, where its end was not
	Sayings  []saying `json:",omitempty"`
}

// A saying is an [fault.Error] or a [fault.Notice] about a path inside the source.
type saying struct {
	Path   string        `json:",omitempty"`
	Reason *fault.Reason `json:",omitempty"` // nil for a notice
	Remark fault.Remark  `json:",omitempty"`
	N      int           `json:",omitempty"`
	Detail string        `json:",omitempty"`
}

// bytes returns the note with what there is to say of a source; ok is false where
// something is wrong with it that may pass: it is to be read again.
func (n note) bytes(s *source, said []error) (b []byte, ok bool) {
	for _, err := range said {
		var notice *fault.Notice
		var e *fault.Error
		var one saying
		switch {
		case errors.As(err, &notice):
			one = saying{Path: notice.Path, Remark: notice.Remark, N: notice.N, Detail: notice.Detail}
		case errors.As(err, &e) && e.Reason != fault.Unreadable && e.Reason != fault.NotFound && e.Reason != fault.Denied && e.Reason != fault.Loop:
			one = saying{Path: e.Path, Reason: &e.Reason}
		default:
			return nil, false
		}
		var inside bool
		if one.Path, inside = strings.CutPrefix(one.Path, s.said()); !inside {
			return nil, false
		}
		n.Sayings = append(n.Sayings, one)
	}
	b, err := json.Marshal(n)
	return b, err == nil
}

// readNote reads what [note.bytes] wrote.
func readNote(b []byte) (n note, ok bool) {
	err := json.Unmarshal(b, &n)
	return n, err == nil
}

// errors returns what there is to say of the source.
func (n note) errors(s *source) (all []error) {
	for _, one := range n.Sayings {
		if one.Reason != nil {
			all = append(all, &fault.Error{Path: s.said() + one.Path, Reason: *one.Reason})
		} else {
			all = append(all, &fault.Notice{Path: s.said() + one.Path, Remark: one.Remark, N: one.N, Detail: one.Detail})
		}
	}
	return all
}
