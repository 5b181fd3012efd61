package picture

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi/sixel"
)

// noise is a picture that no format makes small.
func noise(w, h int) *image.NRGBA {
	r := rand.New(rand.NewPCG(1, 1))
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range m.Pix {
		m.Pix[i] = uint8(r.Uint32()) | 0xff*uint8(i%4/3)
	}
	return m
}

func drawn(t testing.TB, m image.Image, w, h int, on Medium) Drawing {
	t.Helper()
	d, err := Draw(t.Context(), m, image.Pt(w, h), on)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// file decodes a PNG in base64.
func file(t testing.TB, s string) image.Image {
	t.Helper()
	raw, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// The protocol: in chunks of 4096 bytes at most, of which the first says all and the
// last that it is the last; together they are the picture, no larger than its
// cells.
func TestPlaceholdersAreSentInChunks(t *testing.T) {
	chunk := regexp.MustCompile("\x1b_G([^;]*);([A-Za-z0-9+/=]*)\x1b\\\\")
	for _, size := range []image.Point{{3, 3}, {40, 30}, {400, 300}, {3000, 200}, {200, 3000}} {
		d := drawn(t, noise(size.X, size.Y), 40, 12, Medium{Way: Placeholders, Cell: image.Pt(10, 20), ID: 0xabcdef})
		all := chunk.FindAllStringSubmatch(d.Sent, -1)
		var data, whole strings.Builder
		for i, c := range all {
			whole.WriteString(c[0])
			data.WriteString(c[2])
			last := i == len(all)-1
			if len(c[2]) > 4096 || len(c[2])%4 != 0 || !last && len(c[2]) < 4096 {
				t.Fatalf("%v: chunk %d of %d has %d bytes", size, i, len(all), len(c[2]))
			}
			keys := "," + c[1] + ","
			for key, want := range map[string]bool{
				",q=2,": true, ",a=T,": i == 0, ",U=1,": i == 0, ",f=100,": i == 0, ",i=11259375,": i == 0,
				",m=1,": !last, ",m=0,": last && i > 0,
			} {
				if strings.Contains(keys, key) != want {
					t.Fatalf("%v: chunk %d of %d: %s", size, i, len(all), c[1])
				}
			}
		}
		if whole.String() != d.Sent {
			t.Fatalf("%v: something else is sent", size)
		}
		got := file(t, data.String()).Bounds().Size()
		if got.X > d.W*10 || got.Y > d.H*20 || got.X > size.X || got.Y > size.Y || d.W > 40 || d.H > 12 || d.Blocks(0) != nil {
			t.Errorf("%v pixels are sent as %v for %d × %d cells", size, got, d.W, d.H)
		}
	}
}

// However large the screen, what is sent is bounded.
func TestWhatIsSentIsBounded(t *testing.T) {
	for _, way := range []Way{Placeholders, Inline, Sixels} {
		d := drawn(t, image.NewNRGBA(image.Rect(0, 0, 900, 600)), 1000, 500, Medium{Way: way, Cell: image.Pt(2, 1)})
		if way == Placeholders && (d.W > most || d.H > most) {
			t.Errorf("there is no diacritic for %d × %d cells", d.W, d.H)
		}
	}
	if px := within(image.Pt(20000, 10000), image.Pt(20000, 10000)); px.X*px.Y > MaxSent || px.X < 1400 {
		t.Errorf("%v pixels are sent", px)
	}
}

func TestInline(t *testing.T) {
	d := drawn(t, halves(40, 40), 40, 12, Medium{Way: Inline, Cell: image.Pt(10, 20)})
	head, data, _ := strings.Cut(strings.TrimSuffix(d.Sent, "\a"), ":")
	if !strings.HasPrefix(head, "\x1b]1337;File=size=") || !strings.HasSuffix(head, ";width=4;height=2;inline=1;doNotMoveCursor=1") {
		t.Errorf("%q", head)
	}
	if m := file(t, data); m.Bounds().Size() != image.Pt(40, 40) || m.At(0, 0) != (color.NRGBA{R: 0xff, A: 0xff}) {
		t.Errorf("%v", m.Bounds())
	}
}

// Sixels end within their cells, in whole bands.
func TestSixels(t *testing.T) {
	for _, size := range []image.Point{{40, 40}, {400, 401}, {7, 3}, {90, 2000}} {
		d := drawn(t, halves(size.X, size.Y), 40, 12, Medium{Way: Sixels, Cell: image.Pt(9, 17)})
		body, ok := strings.CutPrefix(d.Sent, "\x1bP0;1q")
		body, end := strings.CutSuffix(body, "\x1b\\")
		if !ok || !end || strings.HasSuffix(body, "-") {
			t.Fatalf("%v: %q", size, d.Sent)
		}
		m, err := new(sixel.Decoder).Decode(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		if got := m.Bounds().Size(); got.X > d.W*9 || got.Y > d.H*17 || got.Y%6 != 0 {
			t.Errorf("%v pixels are %v in %d × %d cells", size, got, d.W, d.H)
		}
		if r, _, b, _ := m.At(0, 0).RGBA(); r < 0xf000 || b > 0x1000 {
			t.Errorf("%v: it is not red but %v", size, m.At(0, 0))
		}
	}
}

func TestDrawIsLeftOff(t *testing.T) {
	done, cancel := context.WithCancel(t.Context())
	cancel()
	for _, way := range []Way{Blocks, Placeholders, Inline, Sixels} {
		if _, err := Draw(done, halves(40, 40), image.Pt(4, 4), Medium{Way: way}); !errors.Is(err, context.Canceled) {
			t.Errorf("%d: %v", way, err)
		}
		if d, err := Draw(t.Context(), image.NewNRGBA(image.Rectangle{}), image.Pt(4, 4), Medium{Way: way}); err != nil || d.H != 0 || d.Sent != "" {
			t.Errorf("%d, nothing: %+v, %v", way, d, err)
		}
	}
}
