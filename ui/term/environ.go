package term

import (
	"strconv"
	"strings"
)

// Multiplexer returns the program that stands between this one and the
// terminal, "" where none is known. It answers in the terminal's place, which
// then cannot be asked how wide it draws.
func Multiplexer(getenv func(string) string) string {
	switch {
	case getenv("TMUX") != "":
		return "tmux"
	case getenv("STY") != "":
		return "screen"
	case getenv("ZELLIJ") != "":
		return "zellij"
	}
	return ""
}

// Inside reports whether a multiplexer stands between, one at the other end of a
// connection too.
func Inside(getenv func(string) string) bool {
	name := getenv("TERM")
	return Multiplexer(getenv) != "" || strings.HasPrefix(name, "tmux") || strings.HasPrefix(name, "screen")
}

// InputMethod returns the input method that the environment names, "" for none.
func InputMethod(getenv func(string) string) string {
	for _, name := range []string{"XMODIFIERS", "GTK_IM_MODULE", "QT_IM_MODULE"} {
		v := strings.TrimPrefix(getenv(name), "@im=")
		if v != "" && v != "none" && v != "simple" {
			return v
		}
	}
	return ""
}

// darkNamed reads COLORFGBG, the numbers of the colours of text and background
// among sixteen: 15;0, or 0;default;15.
func darkNamed(s string) (dark, known bool) {
	n, err := strconv.Atoi(s[strings.LastIndexByte(s, ';')+1:])
	if err != nil || n < 0 || n > 15 {
		return false, false
	}
	return n < 7 || n == 8, true
}

// Capable says of a terminal whether it is known for hyperlinks (OSC 8) and for
// taking what is copied (OSC 52). Neither can be asked for in general; few name
// OSC 52 among their device attributes.
func (a Answer) Capable(getenv func(string) string) (links, clipboard bool) {
	name := strings.ToLower(a.Name + " " + getenv("TERM_PROGRAM") + " " + getenv("TERM"))
	for _, known := range []string{"kitty", "wezterm", "foot", "ghostty", "iterm", "alacritty", "contour", "rio"} {
		if strings.Contains(name, known) {
			return true, true
		}
	}
	if getenv("VTE_VERSION") != "" || getenv("KONSOLE_VERSION") != "" {
		return true, a.Clipboard
	}
	if getenv("WT_SESSION") != "" {
		return true, true
	}
	return false, a.Clipboard
}
