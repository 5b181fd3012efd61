// Package limit says how much of a source is read, so that a hostile one fills
// no memory, and keeps low what reading a large one takes. It knows no formats.
package limit

import (
	"errors"
	"io"

	"juan/data/fault"
)

// How much is read of a source.
const (
	File  = 64 << 20  // bytes of one text
	Total = 256 << 20 // bytes of all texts of one archive
	Lines = 1_000_000 // lines of one text: each becomes a block
	Texts = 1_000_000 // articles of one file, texts of one archive
	Ratio = 200       // unpacked bytes to one packed, over Free
	Free  = 16 << 20  // unpacked bytes that any archive may have
)

// ReadAll reads what is at most File bytes, about size; the error is an
// [fault.Error] with TooBig where it is more.
func ReadAll(r io.Reader, size int64) ([]byte, error) {
	b := make([]byte, 0, min(size, File)+1)
	for {
		n, err := r.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		switch {
		case errors.Is(err, io.EOF):
			return b, nil
		case err != nil:
			return b, err
		case len(b) > File:
			return b, &fault.Error{Reason: fault.TooBig}
		case len(b) == cap(b):
			b = append(b, 0)[:len(b)]
		}
	}
}
