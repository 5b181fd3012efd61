package theme

import (
	"image/color"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"juan/ui/role"
)

// text styles the roles of articles.
func (t *Theme) text() {
	s := t.sheet
	plain := lipgloss.NewStyle()
	body := over(over(plain, s.Document.StylePrimitive), s.Paragraph.StylePrimitive)
	for i := range t.roles {
		t.roles[i] = body
	}
	heading := over(body, s.Heading.StylePrimitive).Bold(true)
	for i, h := range []ansi.StyleBlock{s.H1, s.H2, s.H3, s.H4, s.H5, s.H6} {
		t.roles[int(role.Heading1)+i] = t.heading(i+1, h)
	}
	t.roles[role.Title] = heading
	t.roles[role.Lead] = body.Bold(true)
	t.roles[role.Quote] = over(body, s.BlockQuote.StylePrimitive)
	t.roles[role.Marker] = over(t.accent(), s.Enumeration)
	t.roles[role.TaskDone] = over(t.accent(), s.Task.StylePrimitive)
	t.roles[role.Task] = t.dim()
	t.roles[role.NoteMark] = over(plain, s.LinkText)
	t.roles[role.Picture] = over(plain, s.ImageText)
	t.roles[role.TableHead] = body.Bold(true)
	t.roles[role.Output] = plain
	t.roles[role.Mark] = plain.Reverse(true)
	for _, r := range []role.Role{role.Byline, role.QuoteBar, role.Rule, role.TableRule, role.Continued} {
		t.roles[r] = t.dim()
	}
}

// heading returns the look of a level of headings, less of it the lower the
// level is: bold and in the colour of headings, bold, in that colour, dim. What
// the sheet says of a level goes before.
func (t *Theme) heading(level int, h ansi.StyleBlock) lipgloss.Style {
	body := t.roles[role.Body]
	look := over(body, t.sheet.Heading.StylePrimitive)
	switch {
	case level == 4:
		look = body.Bold(true)
	case level == 5:
		look = look.Bold(false)
	case level >= 6:
		look = t.dim()
	default:
		look = look.Bold(true)
	}
	// A coloured bar suits one short title a page, not a chapter of headings; a colour
	// chosen for text on a bar is too pale for a light page.
	look = over(look, h.StylePrimitive).UnsetBackground()
	if h.BackgroundColor != nil && t.ground == Light {
		look = look.Foreground(lipgloss.Color(*h.BackgroundColor))
	}
	if level == 1 && t.profile == colorprofile.ANSI {
		look = t.apart(look, over(body, t.sheet.Heading.StylePrimitive).Bold(true))
	}
	return look
}

// apart returns a look in another colour where among sixteen its own is that of
// other: magenta, or blue beside magenta.
func (t *Theme) apart(look, other lipgloss.Style) lipgloss.Style {
	taken := t.settle(other).GetForeground()
	if t.settle(look).GetForeground() != taken {
		return look
	}
	second := look.Foreground(lipgloss.Color("5"))
	if t.settle(second).GetForeground() == taken {
		second = look.Foreground(lipgloss.Color("4"))
	}
	return second
}

// code styles the roles of highlighted code, from the sheet's own names for
// them; their order is that of the roles.
func (t *Theme) code() {
	c := t.sheet.CodeBlock.Chroma
	if c == nil {
		c = new(ansi.Chroma)
	}
	base := over(t.roles[role.Body], t.sheet.CodeBlock.StylePrimitive)
	for i, p := range []ansi.StylePrimitive{
		c.Text, c.Error, c.Comment, c.CommentPreproc, c.Keyword, c.KeywordReserved,
		c.KeywordNamespace, c.KeywordType, c.Operator, c.Punctuation, c.Name,
		c.NameBuiltin, c.NameTag, c.NameAttribute, c.NameClass, c.NameConstant,
		c.NameDecorator, c.NameException, c.NameFunction, c.NameOther, c.Literal,
		c.LiteralNumber, c.LiteralDate, c.LiteralString, c.LiteralStringEscape,
		c.GenericDeleted, c.GenericEmph, c.GenericInserted, c.GenericStrong,
		c.GenericSubheading,
	} {
		t.roles[int(role.CodeText)+i] = over(base, p)
	}
}

// screen styles what stands around the text.
func (t *Theme) screen() {
	plain := lipgloss.NewStyle()
	for _, r := range []role.Role{role.PaneTitle, role.Separator, role.RowDim, role.Hint, role.PopupBorder} {
		t.roles[r] = t.dim()
	}
	for _, r := range []role.Role{role.PaneTitleFocused, role.RowSelected, role.PopupTitle, role.Prompt} {
		t.roles[r] = t.accent().Bold(true)
	}
	for _, r := range []role.Role{role.Row, role.Input, role.Status, role.Popup} {
		t.roles[r] = t.roles[role.Body]
	}
	t.roles[role.StatusAlert] = plain.Bold(true).Foreground(t.either("160", "203"))
	t.roles[role.RowCursor] = t.accent().Bold(true).Background(t.either("254", "237"))
	t.roles[role.Hit] = plain.Bold(true).Underline(true).Foreground(t.either("16", "230")).Background(t.either("229", "58"))
	t.roles[role.HitCurrent] = plain.Bold(true).Underline(false).Foreground(t.either("16", "16")).Background(t.either("214", "214"))
	t.roles[role.Spoken] = plain.Underline(true).Foreground(t.either("16", "231")).Background(t.either("153", "24"))
	t.roles[role.Quantity] = plain.Underline(true).Foreground(t.either("24", "117"))
	t.roles[role.Selected] = plain.Reverse(true)
	t.roles[role.Highlighted] = plain.Underline(true).Foreground(t.either("16", "230")).Background(t.either("194", "22"))
	t.roles[role.MarkSign] = t.accent().Bold(true)
	t.roles[role.HitMargin] = plain.Foreground(t.either("166", "214"))
	if t.colorless || t.profile == colorprofile.ANSI || t.ground == Unknown { // no grey is sure to stand off the ground
		t.roles[role.RowCursor] = plain.Bold(true).Reverse(true)
	}
	if t.colorless || t.profile == colorprofile.ANSI { // on a coloured bar nothing is bold, see tinted
		t.roles[role.HitCurrent] = plain.Reverse(true).Underline(false)
		t.roles[role.Hit] = plain.Bold(true).Underline(true).Foreground(t.either("94", "228"))
	}
	if t.colorless {
		t.roles[role.Quantity] = plain.Underline(true)
		t.roles[role.Spoken] = plain.Reverse(true).Underline(true)
		t.roles[role.Selected] = plain.Reverse(true).Underline(true)
		t.roles[role.Highlighted] = plain.Underline(true)
	}
	if t.stark {
		t.starkly()
	}
}

// accent is the one colour that says: here.
func (t *Theme) accent() lipgloss.Style {
	c := t.sheet.Heading.Color
	if c == nil {
		return lipgloss.NewStyle()
	}
	return lipgloss.NewStyle().Foreground(lipgloss.Color(*c))
}

// dim is for what should be seen only when looked for.
func (t *Theme) dim() lipgloss.Style {
	switch s := lipgloss.NewStyle(); {
	case t.stark:
		return s
	case t.colorless:
		return s.Faint(true)
	case t.profile == colorprofile.ANSI:
		return s.Foreground(lipgloss.Color("8"))
	default:
		return s.Foreground(t.either("242", "245"))
	}
}

// either returns the colour for the ground there is.
func (t *Theme) either(light, dark string) color.Color {
	if t.ground == Light {
		return lipgloss.Color(light)
	}
	return lipgloss.Color(dark)
}
