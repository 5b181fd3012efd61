package main

import "io"

// An input is standard input, of which can be told whether anything comes.
type input struct {
	from  io.Reader
	first []byte // the byte that was read to tell
	asked bool
}

// Some waits until something comes or the end, and reports whether something came.
func (i *input) Some() bool {
	if !i.asked {
		i.asked = true
		var b [1]byte
		if n, _ := io.ReadFull(i.from, b[:]); n > 0 {
			i.first = b[:n]
		}
	}
	return len(i.first) > 0
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
