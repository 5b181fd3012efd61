package charset

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"unsafe"
)

// roomy returns a copy of raw with the room that its text needs after it.
func roomy(raw []byte) []byte { return append(make([]byte, 0, 2*len(raw)+64<<10), raw...) }

// Decoding in place gives the same text as decoding the whole, wherever the pieces are
// cut: whole characters, broken ones, marks of byte order.
func TestDecodeOverIsDecode(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for c := GB18030; c < charsets; c++ {
		texts := [][]byte{nil, made(r, UTF8, 90)}
		if c < Windows1252 {
			raw := made(r, c, 600)
			broken := bytes.Clone(raw)
			for range 40 {
				broken[r.IntN(len(broken))] = byte(r.IntN(256))
			}
			texts = append(texts, raw, broken, raw[:len(raw)-1], append([]byte("\xff\xfe"), raw...), append([]byte("\xfe\xff"), raw...))
		}
		texts = append(texts, []byte("\x81\x30\x81\x30\xaa\xa1\x84\x31\x95\x33\x81\x30A\x81\x40\x90\x30\x81\x30\xaa\xa1\x81"), bytes.Repeat([]byte{0xff}, 100))
		for _, raw := range texts {
			if c == GB18030 && hasLineOfUTF8(raw) {
				continue // which is decoded by lines
			}
			want, wantBad := c.Decode(bytes.Clone(raw))
			for size := 1; size < 12; size++ {
				if got, bad := asText(c.over(roomy(raw), size)); got != want || bad != wantBad {
					t.Errorf("%v, %d bytes at a time: % X\n%q, %d bad, want\n%q, %d bad", c, size, raw, got, bad, want, wantBad)
					break
				}
			}
		}
	}
}

// A large text takes no memory but that of its bytes; one that is longer than
// there is room is whole all the same; bytes without room stay as they are.
func TestDecodeOverNeedsNoMemory(t *testing.T) {
	line := strings.Repeat("河水每年春天都要涨一次", 20) + "\n"
	for _, c := range []Charset{GB18030, UTF16LE, UTF16BE} {
		old, err := c.encoding().NewEncoder().Bytes([]byte(line))
		if err != nil {
			t.Fatal(err)
		}
		if c != GB18030 {
			old = old[2:] // its byte order mark
		}
		raw := bytes.Repeat(old, 4_000)
		want := strings.Repeat(line, 4_000)
		own := append(make([]byte, 0, Room(raw, len(raw)+1)), raw...)
		if got, bad := c.DecodeOver(own); got != want || bad > 0 || unsafe.StringData(got) != unsafe.SliceData(own) {
			t.Errorf("%v: %d bytes, want %d; %d bad", c, len(got), len(want), bad)
		}
		if got, _ := c.DecodeOver(raw); got != want || !bytes.HasPrefix(raw, old) {
			t.Errorf("%v without room: %d bytes, want %d", c, len(got), len(want))
		}
	}
	raw := bytes.Repeat([]byte{0xff}, 1<<20)
	if got, bad := GB18030.DecodeOver(append(make([]byte, 0, Room(raw, len(raw))), raw...)); bad != len(raw) || len(got) != 3*len(raw) {
		t.Errorf("%d bytes of a text, %d bad", len(got), bad)
	}
}

// Bytes of UTF-8 need no room for their text, cut or not.
func TestRoom(t *testing.T) {
	for head, more := range map[string]bool{"": false, "ab": false, "河水": false, "河水"[:5]: false, "\xba\xd3\xcb\xae": true, "河\xff水": true} {
		if got := Room([]byte(head), 1000); got < 1000 || got > 1000 != more {
			t.Errorf("%q: %d", head, got)
		}
	}
}
