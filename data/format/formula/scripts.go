package formula

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Characters that have a superscript or a subscript form (Unicode, blocks
// Superscripts and Subscripts, Phonetic Extensions), each before its form.
const (
	raisedForms = "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻–⁻－⁻＋⁺=⁼(⁽)⁾０⁰１¹２²３³４⁴５⁵６⁶７⁷８⁸９⁹aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻ" +
		"AᴬBᴮDᴰEᴱGᴳHᴴIᴵJᴶKᴷLᴸMᴹNᴺOᴼPᴾRᴿTᵀUᵁVⱽWᵂβᵝγᵞδᵟθᶿφᵠχᵡ′′″″°°∘°"
	loweredForms = "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋–₋－₋＋₊=₌(₍)₎０₀１₁２₂３₃４₄５₅６₆７₇８₈９₉aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓβᵦγᵧρᵨφᵩχᵪ"
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
func Raised(s string) string { return scripted(s, raisedForms, "^(") }

// lowered writes s as a subscript: H₂O, or x_(甲).
func Lowered(s string) string { return scripted(s, loweredForms, "_(") }

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
