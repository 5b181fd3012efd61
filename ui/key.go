package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// In Chinese mode an input method sends punctuation of its own for the keys of
// the Latin keyboard. Each mark stands before the key it was typed with.
const inputMethod = "【[·[「[】]」]『{』}《<》>‘'’'“\"”\"；;：:？?、/，,。.！!（(）)￥$…^—_～~"

// pressed returns the name of the key that was pressed, as the command table
// has it: what an input method sends for it counts as the key itself.
func pressed(k tea.KeyPressMsg) string {
	if k.Code == 'j' && k.Mod == tea.ModCtrl {
		return "enter" // as a terminal sends it that is not yet the program's
	}
	if k.Text == "" || k.Mod&(tea.ModAlt|tea.ModCtrl) != 0 {
		return k.String()
	}
	r, _ := utf8.DecodeRuneInString(k.Text)
	switch {
	case r == '\u3000' || r == ' ':
		return "space"
	case 0xff01 <= r && r <= 0xff5e: // the full-width form of ASCII
		return string(r - 0xff01 + '!')
	}
	if i := strings.IndexRune(inputMethod, r); r >= 0x80 && i >= 0 {
		n := utf8.RuneLen(r)
		return inputMethod[i+n : i+n+1]
	}
	return string(r)
}

// writes reports whether s is text that only an input method sends: characters
// that no command can be bound to.
func writes(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo)
	})
}

// single splits a key that carries several characters, as a fast typist or a
// slow line sends them, into one key each.
func single(k tea.KeyPressMsg) []tea.KeyPressMsg {
	if utf8.RuneCountInString(k.Text) < 2 || writes(k.Text) || k.Text == "……" || k.Text == "——" {
		return []tea.KeyPressMsg{k}
	}
	var out []tea.KeyPressMsg
	for _, r := range k.Text {
		out = append(out, tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return out
}
