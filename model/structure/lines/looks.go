package lines

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
)

// kinds counts what kinds of characters a line has.
type kinds struct {
	han, latin, digits, marks, boxes, all int

	seen uint64 // a bit for the last six bits of each character of ASCII
}

func kindsOf(s string) kinds {
	var k kinds
	for i := 0; i < len(s); {
		if char.HanAt(s, i) { // most of a Chinese line
			k.han, k.all, i = k.han+1, k.all+1, i+3
			continue
		}
		c := s[i]
		if c < utf8.RuneSelf {
			k.ascii(c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case char.IsSpace(r):
			continue
		case char.IsHan(r):
			k.han++
		case char.Digit(r) >= 0:
			k.digits++
		case r >= 0x2500 && r <= 0x259f:
			k.boxes++
		default:
			k.marks++
		}
		k.all++
	}
	return k
}

// hasHan reports whether a Han character stands in s.
func hasHan(s string) bool {
	for i := 0; i < len(s); i++ {
		if char.HanAt(s, i) {
			return true
		}
	}
	return strings.ContainsFunc(s, char.IsHan)
}

// ascii counts c, which is one of ASCII.
func (k *kinds) ascii(c byte) {
	k.seen |= 1 << (c & 63)
	switch {
	case char.IsSpace(rune(c)):
		return
	case char.IsLatin(rune(c)):
		k.latin++
	case char.IsDigit(rune(c)):
		k.digits++
	default:
		k.marks++
	}
	k.all++
}

// may reports whether the line may have c in it; most have not.
func (k kinds) may(c byte) bool { return k.seen>>(c&63)&1 != 0 }

// isRule reports whether s is a line of dashes or stars alone.
func isRule(s string) bool {
	if c := s[0]; c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= 0xe3 && c < 0xef || strings.HasPrefix(s, "“") {
		return false // a letter, Han, talk
	}
	first := char.First(s)
	switch first {
	case '-', '=', '*', '_', '~', '─', '━', '═', '—', '＝', '－', '＊', '‐', '–', '#', '+':
	default:
		return false
	}
	n := 0
	for _, r := range s {
		switch {
		case r == first:
			n++
		case !char.IsSpace(r):
			return false
		}
	}
	return n >= 3
}

// drawn reports whether the line s can only be part of a drawing: a table's
// border, a tree, a box, a time stamp of subtitles, a row of ls -l.
//
// It mends boxes and trees that are set as prose. Prose has no box characters
// and no bar at both of its ends: │名称│说明│ and |-- main.go are drawn, a line of
// dashes alone is not.
func drawn(s string, k kinds) bool {
	switch {
	case k.boxes > 0 && k.all > k.boxes || k.boxes > 0 && strings.ContainsAny(s, "┌┐└┘├┤┬┴┼│║╔╗╚╝"):
		return true
	case k.digits > 8 && strings.Contains(s, "-->"):
		return true
	case len(s) > 4 && s[0] == '+' && s[len(s)-1] == '+' && k.marks == k.all:
		return true
	case len(s) > 2 && s[0] == '|' && (s[len(s)-1] == '|' || strings.HasPrefix(s, "|--") || strings.HasPrefix(s, "|   ")):
		return true
	case strings.HasPrefix(s, "`-- "), strings.HasPrefix(s, "+-- "), strings.HasPrefix(s, "\\-- "), strings.HasPrefix(s, "+---"):
		return true
	case isMode(s):
		return true
	}
	return k.all >= 4 && k.marks*10 >= k.all*7 && k.han == 0 && strings.ContainsAny(s, `/\|_+`) && !strings.ContainsAny(s, "。，…“”")
}

// isFigures reports whether s is a row of so many figures or more and nothing else.
func isFigures(s string, least int) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c != ' ' && c != '\t' && (c < '0' || c > '9') && c != '.' && c != '-' {
			return false
		}
	}
	return words(s) >= least
}

// isBranch reports whether s is a branch of a tree.
func isBranch(s string) bool {
	return strings.HasPrefix(s, "├") || strings.HasPrefix(s, "└") || strings.HasPrefix(s, "|--") || strings.HasPrefix(s, "`--") || strings.HasPrefix(s, "+--")
}

// isHost reports whether s is a row of a table of hosts, 10.0.0.12 ferry. It mends
// such tables, each of whose rows was a paragraph, without its columns. It cannot
// fire on a number of fewer than four parts, 1.2.3, nor on a line that ends in Han.
func isHost(s string) bool {
	if !char.IsDigit(rune(s[0])) {
		return false
	}
	end := strings.IndexAny(s[:min(len(s), 17)], " \t")
	if end < 7 || end > 15 || strings.Count(s[:end], ".") != 3 || len(s) > 120 || s[len(s)-1] >= utf8.RuneSelf {
		return false
	}
	for i := range end {
		if c := s[i]; c != '.' && !char.IsDigit(rune(c)) {
			return false
		}
	}
	return true
}

// isMode reports whether s begins as a row of ls -l does, drwxr-xr-x.
func isMode(s string) bool {
	if len(s) < 20 || strings.IndexByte("-dlcbps", s[0]) < 0 {
		return false
	}
	for i := 1; i < 10; i++ {
		if strings.IndexByte("-rwxsStT", s[i]) < 0 {
			return false
		}
	}
	return s[10] == ' ' || s[10] == '.' || s[10] == '+'
}

// stamped reports whether s begins with a date and a time, or a time in
// brackets, as the lines of a log do.
func stamped(s string) bool {
	if isTime(s) || isTimeOfDay(s) {
		return true
	}
	t := s
	for t[0] == '[' || t[0] == '<' {
		if t = t[1:]; t == "" {
			return false
		}
	}
	if len(t) < 12 {
		return false
	}
	if !char.IsDigit(rune(t[0])) {
		return isSyslog(t)
	}
	digits, colons := 0, 0
	for i := 0; i < len(t) && i < 24; i++ {
		switch c := t[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == ':':
			colons++
		case strings.IndexByte("-/.T ,+", c) >= 0:
		default:
			i = 24
		}
	}
	return digits >= 10 && colons >= 2
}

// isTime reports whether s begins with a time in brackets and nothing else in them,
// as a chat or the words of a song: [10:11:12], [00:05.20].
func isTime(s string) bool {
	if len(s) < 9 || s[0] != '[' {
		return false
	}
	end := strings.IndexByte(s[:min(len(s), 14)], ']')
	return end >= 8 && strings.Trim(s[1:end], "0123456789:.") == "" && strings.IndexByte(s[:end], ':') == 3
}

// isTimeOfDay reports whether s begins with a time of day to the second, 10:05:22 到岸.
func isTimeOfDay(s string) bool {
	return len(s) > 9 && s[2] == ':' && s[5] == ':' && (s[8] == ' ' || s[8] == '.' || s[8] == ',') && strings.Trim(s[:8], "0123456789:") == ""
}

// isHunk reports whether s is the head of a hunk of a plain diff: 3c3, 12,14d11.
func isHunk(s string) bool {
	if len(s) < 3 || len(s) > 24 || !char.IsDigit(rune(s[0])) {
		return false
	}
	switch strings.Trim(s, "0123456789,") {
	case "a", "c", "d":
		return char.IsDigit(rune(s[len(s)-1]))
	}
	return false
}

// isSyslog reports whether s begins as syslog does, Nov 25 20:36:14.
func isSyslog(s string) bool {
	return len(s) > 15 && s[3] == ' ' && s[9] == ':' && s[12] == ':' && strings.Contains("JanFebMarAprMayJunJulAugSepOctNovDec", s[:3])
}

// codes weighs how much the line s looks like program text, a command or
// settings: 0 not at all. Three are as good as sure.
func codes(s string, k kinds) int {
	if k.han*3 > k.all || k.all == 0 {
		return 0
	}
	n := 0
	last := s[len(s)-1]
	switch {
	case strings.HasPrefix(s, "$ "), strings.HasPrefix(s, "# ") && k.latin > 0, strings.HasPrefix(s, "#!"), strings.HasPrefix(s, "#include"), strings.HasPrefix(s, "//"), strings.HasPrefix(s, "/*"), strings.HasPrefix(s, "% "), strings.HasPrefix(s, ">>> "), strings.HasPrefix(s, "--") && !strings.HasPrefix(s, "---"), strings.HasPrefix(s, "~$ "):
		n += 2
	case strings.HasPrefix(s, "@@ -"), strings.HasPrefix(s, "+++ "), strings.HasPrefix(s, "--- a/"), strings.HasPrefix(s, "diff --git "):
		n += 3
	case char.HasAnyPrefix(s, "SELECT ", "INSERT INTO ", "CREATE TABLE ", "DELETE FROM ", "GROUP BY ", "ORDER BY ", "LEFT JOIN ", "INNER JOIN "), isCommit(s), isCron(s), isDOS(s), isHexDump(s), isHTTP(s), s == "WEBVTT":
		n += 3
	case s[0] == '"' && strings.Contains(s, `":`), isCall(s), isPath(s):
		n += 2
	case s[0] == '}' || s[0] == '{' || s[0] == '<' && last == '>' || s[0] == '@' || isSection(s):
		n += 2
	case s[0] == '/' || s[0] == '-' && len(s) > 1 && s[1] != ' ' || strings.HasPrefix(s, "./"):
		n++
	}
	if strings.IndexByte(";{}\\", last) >= 0 && k.han == 0 {
		n += 2
	}
	for _, w := range [...]string{" = ", ":=", "==", "=\"", "->", "::", "()", "&&", "||", " | ", "=> ", "$(", "${", "</", "/>", "printf", ");"} {
		if k.may(w[0]) && k.may(w[1]) && strings.Contains(s, w) {
			n++
		}
	}
	if key, rest, ok := strings.Cut(strings.TrimPrefix(s, "export "), "="); ok && rest != "" && isIdentifier(strings.TrimRight(key, " :+?")) {
		n += 2
	}
	if strings.HasSuffix(s, "):") || strings.HasSuffix(s, ") {") {
		n += 2
	}
	if key, rest, ok := strings.Cut(s, ":"); ok && isIdentifier(key) && (rest == "" || rest[0] == ' ') {
		n++
	}
	if first, _, _ := strings.Cut(s, " "); isKeyword(first) || hasOption(s) {
		n++ // a command, or any name with an option after it
	}
	if endsLatin(s) && k.latin > 30 { // a sentence
		n -= 2
	}
	return n
}

// isCommit reports whether s is the first line of an entry of git log.
func isCommit(s string) bool {
	hash, ok := strings.CutPrefix(s, "commit ")
	hash, _, _ = strings.Cut(hash, " ")
	return ok && len(hash) >= 7 && strings.Trim(hash, "0123456789abcdef") == ""
}

// isCall reports whether s is a call of a function and nothing else,
// boat.sink() or ferry(12, x). It cannot fire on a page of a manual, ls(1).
func isCall(s string) bool {
	name, args, ok := strings.Cut(s, "(")
	return ok && strings.HasSuffix(args, ")") && isIdentifier(name) && (len(args) > 2 || args == ")" || strings.Contains(name, "."))
}

// hasOption reports whether s is a name with an option after it: gcc -c boat.c.
func hasOption(s string) bool {
	first, rest, _ := strings.Cut(s, " ")
	return len(rest) > 1 && rest[0] == '-' && char.IsLatin(rune(rest[1])) && startsLower(s) && isIdentifier(first)
}

// isIdentifier reports whether s is one name of a program or of settings.
func isIdentifier(s string) bool {
	if s == "" || len(s) > 40 {
		return false
	}
	for _, r := range s {
		if !char.IsLatin(r) && char.Digit(r) < 0 && r != '_' && r != '.' && r != '-' && r != '$' {
			return false
		}
	}
	return true
}

// isKeyword holds for words that begin lines of programs and commands and
// seldom sentences.
func isKeyword(w string) bool {
	switch w {
	case "if", "fi", "done", "do", "else", "elif", "esac", "then", "end", "for", "while", "return", "func", "def", "class", "import", "package", "export", "var", "let", "const", "int", "void", "char",
		"struct", "static", "public", "private", "echo", "sudo", "apt", "apt-get", "aptitude", "git", "cd", "ls", "cat", "make", "go", "pip", "npm", "docker", "mkdir", "cp", "mv", "rm", "chmod", "mount", "ssh",
		"SELECT", "INSERT", "UPDATE", "CREATE", "FROM", "WHERE", "deb", "deb-src", "alias", "set", "unset", "source", "exit", "try", "print", "elseif", "endif", "ifeq", "include":
		return true
	}
	return false
}

// endsLatin reports whether s ends as an English sentence does.
func endsLatin(s string) bool {
	switch s[len(s)-1] {
	case '.':
	case ')', '"', '\'', "”"[2], "’"[2]:
		s = strings.TrimRight(s, `)"'”’`)
	default:
		return false // most lines
	}
	return strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..")
}

// words counts the runs of s that blanks part.
func words(s string) int {
	n, in := 0, false
	for i := 0; i < len(s); i++ {
		if sp := s[i] == ' ' || s[i] == '\t'; sp {
			in = false
		} else if !in {
			n, in = n+1, true
		}
	}
	return n
}
