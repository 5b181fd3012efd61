package typeset

import (
	"strings"

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

// Join returns words, blank ones left out, in one line as a byline needs it.
func Join(p cell.Policy, words ...string) string {
	var kept []string
	for _, w := range words {
		if strings.TrimSpace(w) != "" {
			kept = append(kept, w)
		}
	}
	if p.WideAmbiguous {
		return strings.Join(kept, "  ")
	}
	return strings.Join(kept, " · ")
}
