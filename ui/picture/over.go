package picture

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/png"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/iterm2"
	"github.com/charmbracelet/x/ansi/kitty"
	"github.com/charmbracelet/x/ansi/sixel"
)

// band is how many rows of pixels a sixel has. Pictures are as high as whole bands:
// what is left of the last one is not transparent everywhere.
const band = 6

// sixels returns the control sequence that draws m at the cursor.
func sixels(m image.Image) (string, error) {
	var b bytes.Buffer
	if err := new(sixel.Encoder).Encode(&b, m); err != nil {
		return "", fmt.Errorf("picture: make sixels: %w", err)
	}
	const transparent = 1 // what has no pixel stays as it is
	return ansi.SixelGraphics(0, transparent, 0, bytes.TrimSuffix(b.Bytes(), []byte{sixel.LineBreak})), nil
}

// inline returns the control sequence that draws m at the cursor, in the cells of d.
func inline(m image.Image, d Drawing) (string, error) {
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		return "", fmt.Errorf("picture: make a file: %w", err)
	}
	file := iterm2.File{
		Size: int64(b.Len()), Width: iterm2.Cells(d.W), Height: iterm2.Cells(d.H), Inline: true, DoNotMoveCursor: true,
		Content: base64.StdEncoding.AppendEncode(nil, b.Bytes()),
	}
	return ansi.ITerm2(file), nil
}

// At returns what draws the picture with its first cell in a column and row of the
// screen, counted from 0, and leaves the cursor where it was.
func (d Drawing) At(cell image.Point) string {
	var b strings.Builder
	b.WriteString(ansi.SaveCursor)
	b.WriteString(ansi.CursorPosition(cell.X+1, cell.Y+1))
	b.WriteString(d.Sent)
	b.WriteString(ansi.RestoreCursor)
	return b.String()
}

// A Mark stands at the left edge of a picture that is drawn over the cells: where the
// renderer writes one, the picture is to be drawn again. Each row has a mark of its
// own, and so has each showing of a picture, so that none is taken for another.
func Mark(row, time int) string {
	return string([]rune{mark, kitty.Diacritic(row % most), kitty.Diacritic(time % most)})
}

// mark is assigned to nothing and takes one cell, whoever counts.
const mark = '\U0008EEEE'
