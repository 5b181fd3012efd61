package data

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Characters that have a superscript or a subscript form (Unicode, blocks
// Superscripts and Subscripts, Phonetic Extensions), each before its form.
const (
	raisedForms = "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻–⁻=⁼(⁽)⁾aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻ" +
		"AᴬBᴮDᴰEᴱGᴳHᴴIᴵJᴶKᴷLᴸMᴹNᴺOᴼPᴾRᴿTᵀUᵁVⱽWᵂβᵝγᵞδᵟθᶿφᵠχᵡ′′″″°°∘°"
	loweredForms = "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋–₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓβᵦγᵧρᵨφᵩχᵪ"
)

// form returns the form of r among forms, 0 where it has none.
func form(forms string, r rune) rune {
	for i := 0; i < len(forms); {
		from, size := utf8.DecodeRuneInString(forms[i:])
		to, more := utf8.DecodeRuneInString(forms[i+size:])
		if from == r {
			return to
		}
		i += size + more
	}
	return 0
}

// raised writes s as a superscript: 10⁻¹⁵, or x^(甲) where a character has no
// such form.
func raised(s string) string { return scripted(s, raisedForms, "^(") }

// lowered writes s as a subscript: H₂O, or x_(甲).
func lowered(s string) string { return scripted(s, loweredForms, "_(") }

func scripted(s, forms, open string) string {
	if s == "" {
		return ""
	}
	var b strings.Builder
	for _, r := range s {
		if unicode.IsSpace(r) {
			continue
		}
		f := form(forms, r)
		if f == 0 {
			return open + s + ")"
		}
		b.WriteRune(f)
	}
	return b.String()
}

// isMark reports whether what stands raised is a mark rather than an
// exponent: [1], ①, ®, *.
func isMark(s string) bool {
	s = strings.TrimSpace(s)
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	switch {
	case strings.ContainsRune("[［〔【（", first) && strings.ContainsRune("]］〕】）", last):
		return true
	case first >= '①' && first <= '⓿', first >= '㉈' && first <= '㊿', first >= '❶' && first <= '➓':
		return true
	}
	return strings.Trim(s, "®™©℠*†‡§¶※★☆↩") == ""
}

// script puts the pieces from the nth on as a superscript, or else as a
// subscript; what leads to a note or is only a mark stays as it is.
func (c *composer) script(n int, up bool) {
	n = min(n, len(c.pieces))
	var whole strings.Builder
	for _, p := range c.pieces[n:] {
		if p.target != "" || p.text == "\n" {
			return
		}
		whole.WriteString(p.text)
	}
	text := whole.String()
	if strings.TrimSpace(text) == "" || isMark(text) {
		return
	}
	forms, open, write := raisedForms, "^(", raised
	if !up {
		forms, open, write = loweredForms, "_(", lowered
	}
	all := append([]piece(nil), c.pieces[n:]...)
	if strings.HasPrefix(write(text), open) {
		first, last := all[0], all[len(all)-1]
		c.pieces = append(append(c.pieces[:n], piece{open, first.at, first.voice, ""}), all...)
		c.pieces = append(c.pieces, piece{")", last.at + max(0, len(last.text)-1), last.voice, ""})
		return
	}
	c.pieces = c.pieces[:n]
	for _, p := range all {
		for i, r := range p.text {
			if f := form(forms, r); f != 0 {
				c.pieces = append(c.pieces, piece{string(f), p.at + i, p.voice, ""})
			}
		}
	}
}
