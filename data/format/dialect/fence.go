package dialect

import "strings"

// Fence returns back quotes, at least so many, and more than stand in a row in s.
func Fence(s string, least int) string {
	longest := 0
	for run := 0; s != ""; s = s[1:] {
		if s[0] != '`' {
			run = 0
			i := strings.IndexByte(s, '`')
			if i < 0 {
				break
			}
			s = s[i:]
		}
		run++
		longest = max(longest, run)
	}
	return strings.Repeat("`", max(least, longest+1))
}

// Fenced writes code between fences that are longer than any inside of it.
func Fenced(language, source string) string {
	fence := Fence(source, 3)
	return fence + strings.Map(noBreak, language) + "\n" + source + "\n" + fence
}

func noBreak(r rune) rune {
	if r == '`' || r <= ' ' {
		return -1
	}
	return r
}
