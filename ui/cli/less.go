package cli

import "strings"

// quitting is the long name of the option of less that letter F stands for.
const quitting = "quit-if-one-screen"

// lessQuits reports whether the options of less, as $LESS has them, say that it
// ends where all fits on one screen: F among letters, with or without a dash before
// them, or the long name. "-+F" takes it back. The values of other options are passed
// over: those that are words end at "$", which less wants there, or with the options.
//
//	FRX    -R -F    -x4F    -P?f%f:-.$F    --quit-if-one-screen    +G$F
func lessQuits(options string) (quits bool) {
	reset := false // a "+" stands before the letters, up to the next blank
	for i := 0; i < len(options); {
		c := options[i]
		i++
		switch {
		case c == ' ' || c == '\t' || c == '$':
			reset = false
		case c == '-' && strings.HasPrefix(options[i:], "-"):
			name, end := longOption(options, i+1)
			back := strings.TrimLeft(name, "+!")
			if long := strings.ToLower(back); long != "" && strings.HasPrefix(quitting, long) && len(long) > len("quit-") {
				quits = back == name
			}
			i = end
		case c == '-':
			if reset = i < len(options) && (options[i] == '+' || options[i] == '!'); reset {
				i++
			}
		case c == '+': // a command that less begins with
			i = behindWord(options, i)
		case c == 'F':
			quits = !reset
		case strings.IndexByte("koOpPtT\"", c) >= 0:
			i = behindWord(options, i)
		case c == 'D':
			for i < len(options) && options[i] != ' ' && options[i] != '$' {
				i++
			}
		case strings.IndexByte("bhjxyz#", c) >= 0:
			rest := strings.TrimPrefix(strings.TrimLeft(options[i:], " "), "-")
			if number := strings.TrimLeft(rest, "0123456789.,"); number != rest {
				i = len(options) - len(number)
			}
		}
	}
	return quits
}

// longOption returns the name of the long option that begins at byte i, and where it
// ends with its value.
func longOption(options string, i int) (name string, end int) {
	end = i
	for end < len(options) && strings.IndexByte(" \t=$", options[end]) < 0 {
		end++
	}
	name = options[i:end]
	if end < len(options) && options[end] == '=' {
		value := options[end+1:]
		if rest := strings.TrimLeft(value, "0123456789.,"); rest != value && (rest == "" || rest[0] == ' ' || rest[0] == '-') {
			return name, len(options) - len(rest)
		}
		end = behindWord(options, end)
	}
	return name, end
}

// behindWord returns where a value that is words ends, after its "$".
func behindWord(options string, i int) int {
	if n := strings.IndexByte(options[i:], '$'); n >= 0 {
		return i + n + 1
	}
	return len(options)
}
