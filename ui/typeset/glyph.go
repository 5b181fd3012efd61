package typeset

import (
	"strings"
	"time"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/role"
)

// plainGlyphs reports whether what we draw ourselves must do with ASCII: ambiguous
// characters (UAX #11, class A) are of an unknown width, or it was asked for.
func (d *Doc) plainGlyphs() bool { return plain(d.settings) }

func plain(s Settings) bool { return s.Policy.PlainSigns() || s.Replace }

// on returns the sign that a line goes on, or its ASCII form where that is asked for;
// its width is not ambiguous.
func on(p cell.Policy, sign, ascii string) string {
	if p.ASCII {
		return ascii
	}
	return sign
}

func (d *Doc) bar() string { return upright(d.settings) }

func upright(s Settings) string {
	if plain(s) {
		return "|"
	}
	return "│"
}

func level(s Settings, n int) string {
	if plain(s) {
		return strings.Repeat("-", max(n, 0))
	}
	return strings.Repeat("─", max(n, 0))
}

// heavy returns the rule under a heading of the first level.
func heavy(s Settings, n int) string {
	if plain(s) {
		return strings.Repeat("=", max(n, 0))
	}
	return strings.Repeat("━", max(n, 0))
}

// headingMark returns the mark before a heading of the second level or lower, lighter
// for lower levels; the second level has a mark only where there is no room for its
// rule.
func headingMark(s Settings, r role.Role) string {
	marks := "■▌▪▫·"
	if plain(s) {
		marks = "=#>+."
	}
	return string([]rune(marks)[r-role.Heading2])
}

func cross(s Settings) string {
	if plain(s) {
		return "+"
	}
	return "┼"
}

// Byline returns the lines under an article's title: its day and its size in the
// language of the interface; its source, unless the title is the same; and its note.
func Byline(p cell.Policy, a *model.Article, size string) string {
	if d := a.Day(); !d.IsZero() {
		dot := " · "
		if p.PlainSigns() {
			dot = "  "
		}
		size = d.Format(time.DateOnly) + dot + size
	}
	lines := []string{size}
	if source := strings.Join(strings.Fields(a.Source), " "); source != "" && source != a.Title {
		lines = append(lines, source)
	}
	if note := strings.Join(strings.Fields(a.Note), " "); note != "" {
		lines = append(lines, note)
	}
	return strings.Join(lines, "\n")
}
