package terminal

import "strings"

// sampled is how many lines that are not empty are examined to classify a text.
const sampled = 400

// Painted reports whether a program wrote a text for a terminal: its beginning has SGR
// sequences or overstrikes, which nobody types.
func Painted(head string) bool {
	if strings.IndexByte(head, '\b') < 0 && !strings.Contains(head, "\x1b[") {
		return false
	}
	var p Painter
	for line := range strings.SplitSeq(head, "\n") {
		if _, looks := p.Line(line); len(looks) > 0 {
			return true
		}
		if i := strings.Index(line, "\x1b["); i >= 0 && p.csi(line[i:]) > 0 { // it only ends a style
			return true
		}
	}
	return false
}

// Manual reports whether a text is a page of the manual, by its first line: “LS(1)
// User Commands  LS(1)”.
func Manual(head string) bool {
	for line := range strings.SplitSeq(head, "\n") {
		if strings.TrimSpace(line) != "" {
			return manual(line) != ""
		}
	}
	return false
}

// Marked reports whether a text is a diff or a log of git, by its first lines, which
// have a form of their own: “diff --git a/x b/x”, “@@ -1,3 +1,4 @@” under “---” and
// “+++”, “*** 1,3 ****” under asterisks, “2c2” above “< ”, “commit” with a hash, with
// “Author:” after it where it is not the first. A diff after a sentence is quoted in a
// text, unless it came by mail or has the header of git.
func Marked(head string) bool {
	before := [2]string{} // the lines before
	above, some, sent := "", 0, false
	for line := range strings.SplitSeq(head, "\n") {
		line = strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(line) == "" {
			continue
		}
		if some++; some > sampled {
			return false
		}
		if some == 1 && commit(line) > 0 {
			return true
		}
		if some == 1 {
			sent = opensPatch(line)
		}
		if isPosixHunk(above, line) {
			return true
		}
		above = line
		if !sent && isSentence(line) {
			return false
		}
		line = strings.TrimLeft(line, "|*/\\ ") // a graph
		switch {
		case strings.HasPrefix(line, "diff --git ") || strings.HasPrefix(line, "diff --cc ") || strings.HasPrefix(line, "diff --combined "):
			return true
		case strings.HasPrefix(line, "@@ -") && strings.HasPrefix(before[0], "+++ ") && strings.HasPrefix(before[1], "--- "):
			return true
		case strings.HasPrefix(line, "Author: ") && commit(before[0]) > 0:
			return true
		}
		before = [2]string{line, before[0]}
	}
	return false
}

// opensPatch reports whether a first line opens a patch that was sent by mail or kept with
// a description, or what git says before the changes that it shows.
func opensPatch(line string) bool {
	for _, opening := range [...]string{"From ", "From: ", "Subject: ", "Description: ", "# HG changeset patch", "On branch ", "位于分支 ", "位於分支 "} {
		if strings.HasPrefix(line, opening) {
			return true
		}
	}
	return false
}

// Lined reports whether a text is made of lines, each by itself, that are not to be
// joined, indented or set to a measure: what ls, ps, df, grep, make and tests write,
// logs, code. Each line is told by itself, as one that stands as it is (see stands), as
// prose, or as neither. The text is made of lines where more of them stand as they are
// than are prose, and at least a third of all.
//
// What came out of a pipe is made of lines as well where it has no paragraph: none of
// its lines of prose is long or goes on in the next one. “* main” of git branch and the
// names that ls writes are told by that. In Chinese that tells nothing: titles and
// verse have no paragraphs either.
//
// Prose that somebody has wrapped at 72 columns is prose, for its lines are words
// with single blanks between; so is a text with some code or a table in it.
//
//	make[1]: Entering directory '/src'   stands as it is: a token with a figure and a colon
//	gcc -O2 -c main.c                    stands as it is: an option
//	The ferry leaves the eastern bank    prose
//	running 3 tests                      neither: too short to tell
func Lined(head string, piped bool) bool {
	var c census
	for line := range strings.SplitSeq(head, "\n") {
		if c.all == sampled {
			break
		}
		c.count(strings.TrimRight(line, " \t\r"))
	}
	if piped && (!c.paragraph && !c.eastAsian || c.prose == 0 && c.shaped > 0) {
		return true
	}
	return c.shaped > c.prose && 3*c.shaped >= c.all
}

// A census counts the lines of a text by kind.
type census struct {
	all, shaped, prose int
	eastAsian          bool   // some are in a script of East Asia
	paragraph          bool   // a line of prose is long, or goes on in the next one
	open               string // the line before, where that is prose and may go on
}

// Lines of prose of so many bytes may go on in the next line, are a paragraph by
// themselves where they end in a full stop, or in any case. What git says in a line of
// its own, “Your branch is ahead of 'origin/main' by 1 commit.”, is shorter.
const (
	goesOn    = 50
	sentence  = 60
	paragraph = 80
)

func (c *census) count(line string) {
	before := c.open
	if c.open = ""; line == "" {
		return
	}
	c.all++
	c.eastAsian = c.eastAsian || strings.ContainsFunc(line, isHan)
	if stands(line) {
		c.shaped++
		return
	}
	if before != "" && indentOf(before) == indentOf(line) && isWord(line[indentOf(line):]) {
		c.paragraph = true
	}
	if !isProse(line) {
		return
	}
	c.prose++
	ends := strings.ContainsRune(".!?", rune(line[len(line)-1]))
	c.paragraph = c.paragraph || len(line) >= paragraph || len(line) >= sentence && ends || strings.Contains(line, ". ")
	if len(line) >= goesOn {
		c.open = line
	}
}

// indentOf returns how many bytes of blanks a line begins with.
func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }

// isWord reports whether s begins with a letter or a figure.
func isWord(s string) bool {
	return s != "" && (isLetter(s[0]) || isDigits(s[:1]) || s[0] >= 0x80)
}

// stands reports whether a line stands as it is: it has one of a few features.
func stands(line string) bool {
	text := strings.TrimLeft(line, " \t")
	return columns(text) || labelled(text) || dated(text) || listed(text) || option(text) || code(text)
}

// widest is how many blanks stand between two words of a line that was set to both
// margins with blanks.
const widest = 3

// columns finds text set in columns by blanks or tabs: “-rw-r--r--  1 root”. Two
// blanks after a full stop are only how some type; words of prose with up to three
// between are a line that was filled to the right margin; two full-width ones are how
// verse is set.
func columns(text string) bool {
	if strings.IndexByte(text, '\t') > 0 {
		return true
	}
	gap, most := 0, 0
	for i := 0; i < len(text); i++ {
		if text[i] == ' ' {
			gap++
			continue
		}
		if gap > 1 && !strings.ContainsRune(".?!:\"')", rune(text[i-gap-1])) {
			most = max(most, gap)
		}
		gap = 0
	}
	return most > widest || most > 1 && !isProse(strings.Join(strings.Fields(text), " "))
}

// labelled finds a line that opens with a token and a colon, where the token has a
// figure, a path or a scope in it: “ui/app.go:31:”, “stash@{0}:”, “make[1]:”. A word
// of prose before a colon has none: “Note: …”.
func labelled(text string) bool {
	i := strings.IndexAny(text, " \t")
	if i < 0 {
		i = len(text)
	}
	word := text[:i]
	colon := strings.LastIndexByte(word, ':')
	return colon > 0 && strings.ContainsAny(word[:colon], "/.[@_0123456789") && !strings.Contains(word, "://") && isASCII(word)
}

// dated finds a line of a log, which opens with a time or a level: “Nov 26 15:27:39
// host”, “2026-11-26T15:27:39Z”, “[  0.123]”, “INFO”, “level=info”.
func dated(text string) bool {
	field := strings.Fields(text[:min(len(text), 64)])
	if len(field) == 0 {
		return false
	}
	switch word := strings.Trim(field[0], "[]()<>:|"); {
	case word == "INFO" || word == "WARN" || word == "WARNING" || word == "ERROR" || word == "DEBUG" || word == "TRACE" || word == "FATAL":
		return true
	case isTime(word):
		return true
	case len(field) > 2 && len(word) == 3 && isTime(field[2]) && isDigits(field[1]): // Nov 26 15:27:39
		return true
	case len(field) > 1 && isDay(word) && isTime(field[1]):
		return true
	}
	if text[0] == '[' {
		stamp, _, ok := strings.Cut(text[1:], "]")
		return ok && stamp != "" && strings.Trim(stamp, " 0123456789.:-/TZ+") == ""
	}
	return strings.Contains(text, "level=") || strings.Contains(text, "time=")
}

// isTime reports whether a word is, or ends with, a time of day: 15:27:39.
func isTime(word string) bool {
	i := strings.IndexByte(word, ':')
	return i >= 2 && i+3 <= len(word) && isDigits(word[i-2:i]) && isDigits(word[i+1:i+3]) && isASCII(word)
}

func isDay(word string) bool {
	return len(word) >= 8 && isDigits(word[:4]) && strings.Trim(word[4:], "-/.0123456789") == ""
}

// listed finds what lists of git and tests open a line with: a hash, “+” or “-” of a
// diff, a graph, “--- FAIL:”, “... ok”, and a name by itself that no prose has, “README.md”.
func listed(text string) bool {
	word, rest, spaced := strings.Cut(text, " ")
	switch {
	case isHash(strings.TrimPrefix(word, "^")):
		return true
	case strings.HasPrefix(text, "--- ") || strings.HasPrefix(text, "=== ") || strings.HasPrefix(text, "+++ ") || strings.HasPrefix(text, "@@ "):
		return true
	case strings.Trim(word, "*|/\\_") == "" && word != "" && spaced && isHash(strings.Trim(firstWord(rest), "*|/\\ ")):
		return true
	case !spaced:
		return isASCII(word) && strings.ContainsAny(word, "/_.=@") && !strings.HasSuffix(word, ".") && !strings.Contains(word, "://")
	}
	_, last, _ := strings.Cut(text, "... ") // of a test, or of what is done step by step
	return last != "" && !strings.Contains(last, " ") || strings.HasSuffix(text, " ...")
}

func firstWord(s string) string {
	s = strings.TrimLeft(s, " *|/\\")
	word, _, _ := strings.Cut(s, " ")
	return word
}

// option finds the arguments of a command: “ -c”, “ --color=auto”. A dash in prose has
// blanks on both sides.
func option(text string) bool {
	for i := strings.Index(text, " -"); i >= 0 && i+2 < len(text); {
		rest := strings.TrimPrefix(text[i+2:], "-")
		if rest != "" && isLetter(rest[0]) {
			return true
		}
		next := strings.Index(text[i+2:], " -")
		if next < 0 {
			return false
		}
		i += 2 + next
	}
	return false
}
