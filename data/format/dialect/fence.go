package dialect

import "strings"

// Fenced writes code between fences that are longer than any inside of it.
func Fenced(language, source string) string {
	fence := "```"
	for strings.Contains(source, fence) {
		fence += "`"
	}
	return fence + strings.Map(noBreak, language) + "\n" + source + "\n" + fence
}

func noBreak(r rune) rune {
	if r == '`' || r <= ' ' {
		return -1
	}
	return r
}
