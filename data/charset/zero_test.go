package charset

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// Zero bytes that a broken download left do not make a text binary; those of
// UTF-16 and of a program are part of it.
func TestTrimZeros(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for c := UTF8; c < Windows1252; c++ {
		text := append([]byte(nil), made(r, c, 3000)...)
		if c == UTF8 {
			text = []byte(strings.Repeat("清晨的雾还没有散。\n", 100))
		}
		if c == UTF16LE || c == UTF16BE {
			if got, n := TrimZeros(text); n != 0 || len(got) != len(text) {
				t.Errorf("%v: %d zeros taken", c, n)
			}
			continue
		}
		for _, at := range [][]int{{}, {1000}, {0, 600, 1400}} {
			raw := append([]byte(nil), text...)
			for k, i := range at {
				raw = append(raw[:i+k], append([]byte{0}, raw[i+k:]...)...)
			}
			raw = append(raw, make([]byte, 58)...)
			if got, n := TrimZeros(raw); n != 58+len(at) || string(got) != string(text) {
				t.Errorf("%v %v: %d zeros taken", c, at, n)
			}
		}
	}
	for _, raw := range []string{"\x7fELF\x02\x01\x01\x00\x00\x00\x00", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"} {
		clean, _ := TrimZeros([]byte(raw))
		if _, ok := Detect(clean, UTF8); ok && !IsBinary(clean) {
			t.Errorf("%q is taken for a text", raw)
		}
	}
}

// The zero characters at the end of a text of UTF-16 or UTF-32 go, whole ones only.
func TestZerosBehindWideText(t *testing.T) {
	for _, c := range []Charset{UTF16LE, UTF16BE, UTF32LE, UTF32BE} {
		raw, _ := c.encoding().NewEncoder().Bytes([]byte("清晨的雾还没有散\n"))
		for _, zeros := range []int{0, 4, 40} {
			if got, n := TrimZeros(append(raw[:len(raw):len(raw)], make([]byte, zeros)...)); len(got) != len(raw) || n != zeros {
				t.Errorf("%v: %d of %d bytes taken, %d left of %d", c, n, zeros, len(got), len(raw))
			}
		}
	}
}
