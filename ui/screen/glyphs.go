package screen

// Glyphs are the signs that the program draws itself. On terminals that draw
// ambiguous characters wide there are only unambiguous ones among them.
type Glyphs struct {
	Rule   string // between panes
	Focus  string // before the title of the pane that keys go to
	Cursor string // before the row that is open
	Open   string // before a section whose sections show
	Shut   string // before one whose sections are folded
	Here   string // behind the section that is read
	Hit    string // in the margin: hits stand there
	Span   string // in the margin: what of the text is on screen
	Dot    string // between two facts
	More   string // between an article and its section
	Mark   string // beside a paragraph that has a bookmark
	Note   string // beside what a note was written on
	Lit    string // beside lines that are highlighted
	Begun  string // before an article that was begun
	Read   string // before one that was read to its end

	// The border of a popup, and its corners.
	Left, Right, Top, Bottom                   string
	TopLeft, TopRight, BottomLeft, BottomRight string
}

// GlyphsFor returns the signs; plain ones are of one width on every terminal.
func GlyphsFor(plain bool) Glyphs {
	if plain {
		return Glyphs{
			Rule: "|", Focus: ">", Cursor: ">", Open: "-", Shut: "+", Here: "<", Hit: "*", Span: ":", Dot: " ", More: ">",
			Begun: "~", Read: "=", Mark: "*", Note: "&", Lit: "|",
			Left: "|", Right: "|", Top: "-", Bottom: "-", TopLeft: "+", TopRight: "+", BottomLeft: "+", BottomRight: "+",
		}
	}
	return Glyphs{
		Rule: "│", Focus: "▍", Cursor: "▌", Open: "▾", Shut: "▸", Here: "◀", Hit: "▪", Span: "▐", Dot: " · ", More: "›",
		Begun: "◐", Read: "●", Mark: "◆", Note: "✎", Lit: "▎",
		Left: "│", Right: "│", Top: "─", Bottom: "─", TopLeft: "┌", TopRight: "┐", BottomLeft: "└", BottomRight: "┘",
	}
}
