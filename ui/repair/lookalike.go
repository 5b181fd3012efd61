package repair

import (
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
	"golang.org/x/text/unicode/norm"

	"juan/ui/linebreak"
)

// Look-alikes are for terminals whose width of ambiguous characters cannot be known, so
// each look-alike is surely narrow or wide by UAX #11. Where there is a choice it has
// the same line-break behaviour: 「 opens as “ does, which a straight " would not say,
// and －－ is as long as —— is in print.
type lookalikes struct {
	western bool // quotation marks and points of an alphabet
}

func lookalikesFor(text string) lookalikes {
	s := linebreak.ScriptOf(text)
	return lookalikes{western: s == linebreak.Western || s == linebreak.Korean}
}

// of returns the look-alike of r, or "" when r needs none or has none: Greek,
// Cyrillic and private characters stay.
func (l lookalikes) of(r, before rune, behind string) string {
	if r == '—' || r == '…' || isQuote(r) {
		next, _ := utf8.DecodeRuneInString(behind)
		return l.punctuation(r, isLatin(before) && isLatin(next))
	}
	if !runewidth.IsAmbiguousWidth(r) {
		return ""
	}
	if s := l.sign(r); s != "" {
		return s
	}
	return decomposed(r)
}

func isQuote(r rune) bool { return r == '“' || r == '”' || r == '‘' || r == '’' }

func (l lookalikes) punctuation(r rune, inWord bool) string {
	switch {
	case r == '’' && inWord:
		return "'"
	case r == '—' && l.western:
		return "--"
	case r == '—':
		return "－"
	case r == '…':
		return "⋯"
	case l.western && (r == '“' || r == '”'):
		return `"`
	case l.western:
		return "'"
	}
	switch r {
	case '“':
		return "「"
	case '”':
		return "」"
	case '‘':
		return "『"
	}
	return "』"
}

// sign returns the look-alike of a sign, or "".
func (l lookalikes) sign(r rune) string {
	switch {
	case r == '·' || r == '‧':
		if l.western {
			return "･"
		}
		return "・"
	case '①' <= r && r <= '⑳':
		return "(" + norm.NFKC.String(string(r)) + ")"
	}
	if _, behind, ok := strings.Cut(signs, string(r)); ok {
		look, _, _ := strings.Cut(behind, " ")
		return look
	}
	switch {
	case '\u2500' <= r && r <= '\u257F':
		return "+" // the corners of boxes
	case '\u2580' <= r && r <= '\u2595':
		return "#" // blocks and shades
	}
	return ""
}

// signs are signs, each with its look-alike after it. No look-alike is a sign.
const signs = "–- ‐- ―- ─- ━- ═- │| ┃| ║| " +
	"•◉ ●◉ ◎◉ ○◦ ■▪ ◆▪ ★▪ □▫ ◇▫ ☆▫ ▲▵ △▵ ▼▿ ▽▿ " +
	"→-> ←<- ⇒=> ↑⇡ ↓⇣ " +
	"×✕ ÷/ ±+/- ≤<= ≦<= ≥>= ≧>= ≠!= ≈~= ∶: °∘ ℃∘C ℉∘F ′' ″\" " +
	"※* §S. ®(R) ¿? ¡! \uFFFD? "

// decomposed returns r as unambiguous characters that Unicode takes for equal
// (é as e and an accent, Ⅳ as IV, ² as 2), or "".
func decomposed(r rune) string {
	s := norm.NFKD.String(string(r))
	for _, c := range s {
		if c == r || c >= 0x80 && runewidth.IsAmbiguousWidth(c) && !(0x300 <= c && c <= 0x36F) {
			return ""
		}
	}
	return s
}
