package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// KeyName returns a key of the table as it is written for people.
func KeyName(key string) string {
	if rest, ok := strings.CutPrefix(key, "ctrl+"); ok {
		return "^" + KeyName(rest)
	}
	if rest, ok := strings.CutPrefix(key, "alt+"); ok {
		return "Alt+" + KeyName(rest)
	}
	if rest, ok := strings.CutPrefix(key, "shift+"); ok {
		return "S-" + KeyName(rest)
	}
	switch key {
	case "down":
		return "↓"
	case "up":
		return "↑"
	case "left":
		return "←"
	case "right":
		return "→"
	case "pgdown":
		return "PgDn"
	case "pgup":
		return "PgUp"
	}
	if utf8.RuneCountInString(key) > 1 {
		return strings.ToUpper(key[:1]) + key[1:]
	}
	return key
}

// namedKeys are the keys that have names, as the terminal's library writes them.
// F3 is left out: some terminals spell a report of the cursor so.
const namedKeys = " enter tab backspace esc space up down left right insert delete pgup pgdown home end" +
	" f1 f2 f4 f5 f6 f7 f8 f9 f10 f11 f12 f13 f14 f15 f16 f17 f18 f19 f20 "

// otherNames are other names of keys, each before the one that the table has.
const otherNames = "escape esc return enter del delete ins insert pagedown pgdown pgdn pgdown pageup pgup ↓ down ↑ up ← left → right bs backspace"

// parseKey returns a key from the settings in the spelling of the table: q, Q, ctrl+d
// or ^d, alt+left, pgdown or PgDn. Otherwise why is the key of a message that says what
// is wrong with it.
func parseKey(s string) (key, why string) {
	mods, base := cutModifiers(s)
	names := strings.Fields(otherNames)
	for i := 0; i < len(names); i += 2 {
		if names[i] == strings.ToLower(base) {
			base = names[i+1]
		}
	}
	if r, size := utf8.DecodeRuneInString(base); size == len(base) && size > 0 {
		return parseRune(mods, r)
	}
	base = strings.ToLower(base)
	switch {
	case base == "f3":
		return "", "terminal"
	case base == "" || !strings.Contains(namedKeys, " "+base+" "):
		return "", "key"
	}
	return mods + base, ""
}

// parseRune returns the key of a character with modifiers before it. A mark of an input
// method counts as the key that it stands on, as when it is pressed; a character that
// is always text, such as Han, is no key.
func parseRune(mods string, r rune) (key, why string) {
	key = pressed(tea.KeyPressMsg{Code: r, Text: string(r)})
	low := strings.ToLower(key)
	switch {
	case !unicode.IsGraphic(r) || r >= utf8.RuneSelf && key == string(r):
		return "", "key"
	case key == "space" || mods == "":
		return mods + key, ""
	case mods == "shift+" && strings.ToUpper(key) == low:
		return "", "shift"
	case mods == "shift+":
		return strings.ToUpper(key), ""
	case strings.HasPrefix(mods, "ctrl+") && strings.Contains("ijm[@", low):
		return "", "terminal" // Tab, Enter, Esc
	case mods == "alt+" && low != key:
		return "alt+shift+" + low, ""
	}
	return mods + low, ""
}

// cutModifiers cuts the modifiers off a key; they are in the order in which the
// table has them, each with its +.
func cutModifiers(s string) (mods, base string) {
	const spelled = "ctrl+ ctrl+ control+ ctrl+ c- ctrl+ ^ ctrl+ alt+ alt+ m- alt+ shift+ shift+ s- shift+"
	names := strings.Fields(spelled)
	var held string
	for i := 0; i < len(names); i += 2 {
		if n := len(names[i]); len(s) > n && strings.EqualFold(s[:n], names[i]) {
			held += names[i+1]
			s, i = s[n:], -2
		}
	}
	for _, m := range [...]string{"ctrl+", "alt+", "shift+"} {
		if strings.Contains(held, m) {
			mods += m
		}
	}
	return mods, s
}
