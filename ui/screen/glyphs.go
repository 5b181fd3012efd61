package screen

// Glyphs are the signs that the program draws itself. On terminals that draw
// ambiguous characters wide there are only unambiguous ones among them.
type Glyphs struct {
	Rule, Cursor, Open, Shut, Here, Hit, Dot string
	Left, Right, Top, Bottom                 string // the border of a popup, and its corners:
	TopLeft, TopRight, BottomLeft, BottomRight,
	More, Span string
}

// GlyphsFor returns the signs; plain ones are of one width on every terminal.
func GlyphsFor(plain bool) Glyphs {
	if plain {
		return Glyphs{"|", ">", "-", "+", "<", "*", " ", "|", "|", "-", "-", "+", "+", "+", "+", ">", ":"}
	}
	return Glyphs{"│", "▌", "▾", "▸", "◀", "▪", " · ", "│", "│", "─", "─", "┌", "┐", "└", "┘", "›", "▐"}
}
