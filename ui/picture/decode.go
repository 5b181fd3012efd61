// Package picture turns the bytes of a picture into cells of a terminal. What
// it takes is bounded beforehand, in bytes and in pixels; it reads no files and
// asks no terminal. Its work takes time and is for a goroutine of its own.
package picture

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // its first frame
	_ "image/jpeg"
	_ "image/png"

	_ "golang.org/x/image/bmp"
	_ "golang.org/x/image/tiff"
	_ "golang.org/x/image/webp"
)

// The bounds of what is decoded: a photograph of 24 megapixels is.
const (
	MaxBytes  = 32 << 20
	MaxPixels = 25_000_000
)

// What keeps a picture from being shown.
var (
	ErrLarge   = errors.New("picture: too large")
	ErrUnknown = errors.New("picture: no format that is read")
)

// Decode returns the picture in data: PNG, JPEG, GIF, WebP, BMP or TIFF. Its
// errors wrap ErrLarge, before anything of that size is held in memory,
// ErrUnknown, or say what is wrong with the data.
func Decode(ctx context.Context, data []byte) (m image.Image, err error) {
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("%w: %d bytes", ErrLarge, len(data))
	}
	c, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case errors.Is(err, image.ErrFormat):
		return nil, ErrUnknown
	case err != nil:
		return nil, fmt.Errorf("picture: read its size: %w", err)
	case c.Width <= 0 || c.Height <= 0:
		return nil, fmt.Errorf("picture: %s of no size", format)
	case c.Width > MaxPixels/c.Height:
		return nil, fmt.Errorf("%w: %d × %d pixels", ErrLarge, c.Width, c.Height)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	defer func() { // what decodes the formats of others is not ours
		if p := recover(); p != nil {
			m, err = nil, fmt.Errorf("picture: decode %s: %v", format, p)
		}
	}()
	if m, _, err = image.Decode(bytes.NewReader(data)); err != nil {
		return nil, fmt.Errorf("picture: decode %s: %w", format, err)
	}
	return m, nil
}
