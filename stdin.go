package main

import "io"

// An input is standard input that can tell, before it is read, whether anything comes.
type input struct {
	from  io.Reader
	asked bool
	some  bool
	first []byte // the byte that was read to tell, until it is read
}

// Some waits until something comes or the end, and reports whether something came.
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
