package main

import "io"

// An input is standard input that can report, before it is read, whether anything
// comes.
type input struct {
	from  io.Reader
	asked bool
	some  bool
	first []byte // the byte that Some has read, until Read returns it
}

// Some waits for a byte or the end of the input, and reports whether a byte came.
func (i *input) Some() bool {
	if !i.asked {
		i.asked = true
		var b [1]byte
		n, _ := io.ReadFull(i.from, b[:])
		i.first, i.some = b[:n], n > 0
	}
	return i.some
}

// Read implements [io.Reader].
func (i *input) Read(p []byte) (int, error) {
	if len(i.first) > 0 && len(p) > 0 {
		n := copy(p, i.first)
		i.first = i.first[n:]
		return n, nil
	}
	return i.from.Read(p)
}
