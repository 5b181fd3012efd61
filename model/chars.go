package model

import (
	"time"
	"unicode/utf8"
)

// How many characters of Chinese, and how many words of English, a practised reader
// takes in.
const (
	perMinute      = 400
	wordsPerMinute = 240
)

// Chars returns the 字数 of s as Chinese word processors count it: every
// character and mark of East Asian text is one, and so is every run of other
// letters and digits.
func Chars(s string) int {
	n, word := 0, false
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c <= ' ' {
				word = false
			} else if !word {
				n, word = n+1, true
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case r == '\u3000' || r == '\u00a0':
			word = false
		case r < 0x2e80 && (r < 0x2010 || r > 0x206f):
			if !word {
				n, word = n+1, true
			}
		default:
			n, word = n+1, false
		}
	}
	return n
}

// ReadingTime returns how long chars characters take to read.
func ReadingTime(chars int) time.Duration { return time.Duration(chars) * time.Minute / perMinute }
