package data

import (
	"os"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longestName is how many bytes a name may have before its number and extension.
// Systems take 255 bytes or UTF-16 units, encrypting ones less.
const longestName = 180

// safeName returns a title as the name of a file, without extension, that no
// system objects to, that no shell takes for an option or a home folder, and that
// shows all that it holds.
func safeName(title string) string {
	name := norm.NFC.String(strings.Map(nameRune, title))
	for i := range name {
		if i > longestName {
			name = name[:i]
			break
		}
	}
	for len(name) > longestName {
		_, n := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-n]
	}
	switch name = strings.Trim(name, " ."); {
	case name == "":
		return "article"
	case name[0] == '-' || name[0] == '~':
		return "_" + name[1:]
	case isDevice(name):
		return "_" + name
	}
	return name
}

// nameRune returns the character of a file name for one of a title, -1 for none:
// invisible characters are left out.
func nameRune(r rune) rune {
	switch {
	case unicode.IsControl(r) || strings.ContainsRune(`/\:*?"<>|`, r):
		return '_'
	case unicode.IsSpace(r), r == '\u2800': // a pattern of Braille without dots
		return ' '
	case unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Noncharacter_Code_Point):
		return -1
	}
	return r
}

// isDevice reports whether Windows takes a name for a device, whatever follows a
// dot: con, NUL.txt, Com1.
func isDevice(name string) bool {
	name, _, _ = strings.Cut(name, ".")
	name = strings.ToUpper(strings.TrimRight(name, " "))
	switch name {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$":
		return true
	}
	for _, port := range []string{"COM", "LPT"} {
		if digit, ok := strings.CutPrefix(name, port); ok && utf8.RuneCountInString(digit) == 1 && strings.Contains("0123456789¹²³", digit) {
			return true
		}
	}
	return false
}

// sameName returns what names have in common that some system takes for one:
// case and composition are nothing to it.
func sameName(name string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			least = min(least, f)
		}
		return least
	}, norm.NFKD.String(strings.ReplaceAll(name, "ß", "ss")))
}

// A naming of files gives each article of an import a name that no other has.
type fileNaming struct {
	there map[string]bool // the names of a folder
	taken map[string]bool // what they, and those given since, are like
}

// newFileNaming returns the naming for a folder.
func newFileNaming(dir string) *fileNaming {
	n := &fileNaming{map[string]bool{}, map[string]bool{}}
	all, _ := os.ReadDir(dir) // a folder that cannot be read may still be writable
	for _, d := range all {
		n.there[d.Name()] = true
		n.taken[sameName(d.Name())] = true
	}
	return n
}

// name returns the name for an article: one that is there already where it is
// spelled in the same way, for whether that is replaced is not decided here.
func (n *fileNaming) name(title string) string {
	stem := safeName(title)
	for i := 1; ; i++ {
		name := stem
		if i > 1 {
			name += " " + strconv.Itoa(i)
		}
		name += ".md"
		if n.there[name] || !n.taken[sameName(name)] {
			delete(n.there, name)
			n.taken[sameName(name)] = true
			return name
		}
	}
}
