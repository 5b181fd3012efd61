package typeset

import (
	"strings"
	"time"

	"juan/model"
	"juan/ui/cell"
)

// plainGlyphs reports whether what we draw ourselves must do without ambiguous
// characters (UAX #11, class A).
func (d *Doc) plainGlyphs() bool { return plain(d.settings) }

func plain(s Settings) bool { return s.Policy.WideAmbiguous || s.Replace }

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

func cross(s Settings) string {
	if plain(s) {
		return "+"
	}
	return "┼"
}

// Byline returns the line under an article's title: its day, where it comes
// from, and its size in the words of the interface; what is unknown is left out.
func Byline(p cell.Policy, a *model.Article, size string) string {
	day := ""
	if d := a.Day(); !d.IsZero() {
		day = d.Format(time.DateOnly)
	}
	var kept []string
	for _, w := range []string{day, a.Source, size} {
		if w = strings.Join(strings.Fields(w), " "); w != "" {
			kept = append(kept, w)
		}
	}
	if p.WideAmbiguous {
		return strings.Join(kept, "  ")
	}
	return strings.Join(kept, " · ")
}
