package picture

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"
)

// halves is red over blue, its right half transparent.
func halves(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w / 2 {
			c := color.NRGBA{R: 0xff, A: 0xff}
			if y >= h/2 {
				c = color.NRGBA{B: 0xff, A: 0xff}
			}
			m.Set(x, y, c)
		}
	}
	return m
}

func encoded(t testing.TB, m image.Image) map[string][]byte {
	t.Helper()
	out := make(map[string][]byte)
	for name, encode := range map[string]func(*bytes.Buffer) error{
		"png":  func(b *bytes.Buffer) error { return png.Encode(b, m) },
		"jpeg": func(b *bytes.Buffer) error { return jpeg.Encode(b, m, nil) },
		"gif":  func(b *bytes.Buffer) error { return gif.Encode(b, m, nil) },
	} {
		var b bytes.Buffer
		if err := encode(&b); err != nil {
			t.Fatal(err)
		}
		out[name] = b.Bytes()
	}
	return out
}

func TestDecode(t *testing.T) {
	for name, data := range encoded(t, halves(8, 4)) {
		m, err := Decode(t.Context(), data)
		if err != nil || m.Bounds().Size() != image.Pt(8, 4) {
			t.Errorf("%s: %v, %v", name, m, err)
		}
		if _, err := Decode(t.Context(), data[:len(data)/2]); err == nil || errors.Is(err, ErrUnknown) {
			t.Errorf("half of a %s: %v", name, err)
		}
	}
	for _, data := range []string{"", "text", "<svg/>", "\x89PNG"} {
		if _, err := Decode(t.Context(), []byte(data)); err == nil {
			t.Errorf("%q is a picture", data)
		}
	}
	done, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Decode(done, encoded(t, halves(2, 2))["png"]); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
}

// announced is the head of a PNG that says it has so many pixels, and no more.
func announced(w, h uint32) []byte {
	chunk := append([]byte("IHDR"), binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)...)
	chunk = append(chunk, 8, 6, 0, 0, 0)
	b := append([]byte("\x89PNG\r\n\x1a\n"), 0, 0, 0, 13)
	return binary.BigEndian.AppendUint32(append(b, chunk...), crc32.ChecksumIEEE(chunk))
}

// A picture that is too large is refused by what its head says.
func TestBoundsAreKept(t *testing.T) {
	for _, size := range [][2]uint32{{5001, 5000}, {40000, 40000}, {1, MaxPixels + 1}} {
		if _, err := Decode(t.Context(), announced(size[0], size[1])); !errors.Is(err, ErrLarge) {
			t.Errorf("%d × %d pixels: %v", size[0], size[1], err)
		}
	}
	if _, err := Decode(t.Context(), make([]byte, MaxBytes+1)); !errors.Is(err, ErrLarge) {
		t.Errorf("too many bytes: %v", err)
	}
}

func TestFit(t *testing.T) {
	for _, tc := range []struct {
		size       image.Point
		cols, rows int
		w, h       int
	}{
		{image.Pt(400, 200), 40, 40, 40, 10},
		{image.Pt(200, 400), 40, 10, 10, 10},
		{image.Pt(16, 16), 40, 40, 16, 8},    // not enlarged
		{image.Pt(1000, 1), 40, 40, 40, 1},   // a line stays one
		{image.Pt(1, 100000), 40, 20, 1, 20}, //
		{image.Pt(3, 3), 40, 40, 3, 2},
		{image.Pt(0, 3), 40, 40, 0, 0},
		{image.Pt(3, 3), 0, 40, 0, 0},
	} {
		if w, h := fit(tc.size, image.Pt(tc.cols, tc.rows), image.Pt(1, 2)); w != tc.w || h != tc.h {
			t.Errorf("%v in %d × %d: %d × %d, want %d × %d", tc.size, tc.cols, tc.rows, w, h, tc.w, tc.h)
		}
	}
}

func TestBlocks(t *testing.T) {
	rows, err := blocks(t.Context(), halves(40, 40), 4, 2)
	if err != nil || len(rows) != 2 || len(rows[0]) != 4 {
		t.Fatalf("%v, %v", rows, err)
	}
	red, blue := color.NRGBA{R: 0xff, A: 0xff}, color.NRGBA{B: 0xff, A: 0xff}
	if rows[0][0] != (Cell{red, red}) || rows[1][0] != (Cell{blue, blue}) || rows[0][3] != (Cell{}) {
		t.Errorf("%v", rows)
	}
	if rows, err := blocks(t.Context(), halves(40, 3), 2, 1); err != nil || rows[0][0].Upper == rows[0][0].Lower {
		t.Errorf("two colours in one cell: %v, %v", rows, err)
	}
	if rows, err := blocks(t.Context(), halves(2, 1), 1, 5); err != nil || len(rows) != 5 {
		t.Errorf("more rows than pixels: %v, %v", rows, err)
	}
	done, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := blocks(done, halves(40, 40), 4, 2); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
}

// Whatever the bytes: an error or a picture within bounds, which can be shown.
func FuzzDecode(f *testing.F) {
	for _, data := range encoded(f, halves(6, 6)) {
		f.Add(data)
	}
	f.Add(announced(70000, 70000))
	f.Add([]byte("RIFF\x00\x00\x00\x00WEBPVP8 "))
	f.Add([]byte("BM"))
	f.Add([]byte("II*\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := Decode(t.Context(), data)
		if err != nil {
			return
		}
		size := m.Bounds().Size()
		if size.X*size.Y > MaxPixels {
			t.Fatalf("%v pixels", size)
		}
		w, h := fit(size, image.Pt(20, 10), image.Pt(1, 2))
		if w > 20 || h > 10 {
			t.Fatalf("%v fits %d × %d", size, w, h)
		}
		if rows, err := blocks(t.Context(), m, w, h); err != nil || len(rows) != h {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
	})
}
