package terminal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// code finds a line of a program or of settings: what it ends or begins with, or
// signs in it that no prose has. A semicolon alone ends lines of prose too: it wants a
// call or an assignment before it.
func code(text string) bool {
	switch text[len(text)-1] {
	case '{', '}':
		return true
	case ';':
		if strings.ContainsAny(text, "()=[]") && isASCII(text) {
			return true
		}
	}
	for _, sign := range [...]string{"//", "/*", "*/", "#include", "#!", "}", "</", "<?", "<!"} {
		if strings.HasPrefix(text, sign) {
			return true
		}
	}
	for _, sign := range [...]string{":=", "==", "->", "=>", "!=", "&&", "||", "::", "()", "+=", "<-", "/>"} {
		if strings.Contains(text, sign) {
			return true
		}
	}
	return assigned(text)
}

// assigned finds “name = value”, “name(argument)” and “def name(x):” at the start of
// a line.
func assigned(text string) bool {
	name := strings.TrimLeftFunc(text, func(r rune) bool {
		return r == '_' || r == '.' || r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r))
	})
	size := len(text) - len(name)
	if size == 0 {
		return false
	}
	if strings.HasPrefix(name, "=") || strings.HasPrefix(name, " = ") {
		return true
	}
	if strings.HasPrefix(name, "(") && strings.Contains(name, ")") {
		return true
	}
	switch text[:size] {
	case "def", "class", "func", "fn", "import", "from", "package", "return", "if", "elif", "else", "for", "while", "const", "let", "var", "type", "struct", "use", "pub", "end", "try", "except", "static", "public", "private":
		last := text[len(text)-1]
		return last == ':' && strings.ContainsAny(text, "(=)") || last == '(' || last == '[' || strings.Contains(text, "(") && last == ')'
	}
	return false
}

// isProse reports whether a line is of running text: several words with single
// blanks between, or Han with the marks that part clauses.
func isProse(line string) bool {
	han, marks, letters, words, in := 0, 0, 0, 0, false
	text := strings.TrimSpace(line)
	for _, r := range text {
		switch {
		case isHan(r):
			han++
		case strings.ContainsRune("，。、；：？！”", r):
			marks++
		}
		letter := unicode.IsLetter(r)
		if letter {
			letters++
			if !in {
				words++
			}
		}
		in = letter || in && (r == '\'' || r == '’' || r == '-')
	}
	if han > 0 {
		return han >= 4 && marks > 0 || han >= 20
	}
	return words >= 4 && 4*letters >= 3*(utf8.RuneCountInString(text)-strings.Count(text, " "))
}

// isHan reports whether r is of a script of East Asia.
func isHan(r rune) bool {
	return 0x3400 <= r && r < 0xa000 || 0x3040 <= r && r < 0x3100 || 0xac00 <= r && r < 0xd7a4
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// isHash reports whether s is a hash as git writes it, short or long; a word of seven
// letters up to f is none without a figure.
func isHash(s string) bool {
	return len(s) >= 7 && len(s) <= 64 && strings.Trim(s, "0123456789abcdef") == "" && strings.ContainsAny(s, "0123456789")
}
