package dump

import (
	"strings"
	"testing"
	"unicode/utf8"

	"juan/model"
)

// CheckOffsets checks that verbatim text is in the source where Offset says, and that
// no offset leaves the source.
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

// CheckInside holds that no offset leaves a source of so many bytes. Code whose
// tabs have become spaces may be longer than that, and is passed over.
func CheckInside(t testing.TB, size int, body []model.Block) {
	t.Helper()
	for i, b := range body {
		if _, code := b.(model.Code); code && len(b.Text()) > size {
			continue
		}
		for at := range b.Text() {
			if off := b.Offset(at); off < 0 || off > size {
				t.Fatalf("block %d: byte %d at %d of %d", i, at, off, size)
			}
		}
	}
}

// maxNest is how many containers a block lies in at most.
const maxNest = 32

// CheckPlaces holds that every place of an article has an offset, that few
// containers lie in each other and that sections begin and end at places.
func CheckPlaces(t testing.TB, a *model.Article) {
	t.Helper()
	for _, b := range a.Body {
		if len(b.Text()) > 0 && (b.Offset(0) < 0 || b.Offset(len(b.Text())-1) < 0) {
			t.Errorf("%s: offset before the source", a.ID)
		}
		if len(b.In()) > maxNest {
			t.Errorf("%s: %d containers", a.ID, len(b.In()))
		}
	}
	for _, s := range a.Outline {
		if s.Level < 1 || a.Clamp(s.Start) != s.Start || a.Clamp(s.End) != s.End || s.End.Before(s.Start) {
			t.Errorf("%s: section %+v", a.ID, s)
		}
	}
}
