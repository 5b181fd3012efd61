package dump

import (
	"strings"
	"testing"
	"unicode/utf8"

	"juan/model"
)

// CheckOffsets holds that what is verbatim stands in the source where Offset
// says, and that no offset leaves the source.
func CheckOffsets(t testing.TB, src string, body []model.Block) {
	t.Helper()
	for i, b := range body {
		text := b.Text()
		if _, code := b.(model.Code); code {
			continue // indented code is known by its first byte
		}
		for at, r := range text {
			off := b.Offset(at)
			if off < 0 || off > len(src) {
				t.Fatalf("block %d: byte %d is at %d of %d", i, at, off, len(src))
			}
			if got, _ := utf8.DecodeRuneInString(src[off:]); got != r && r != '\n' && r != ' ' && r != '\t' && !strings.ContainsRune("&\\<[!", got) {
				t.Errorf("block %d %q: byte %d is %q, at %d stands %q", i, text, at, r, off, got)
				return
			}
		}
	}
}
