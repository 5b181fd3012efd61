package data

import (
	"strings"
	"unicode/utf8"

	"juan/data/charset"
)

// charsetOfNames detects the charset of names that are not UTF-8; where they are too
// short for that, it is GBK.
func charsetOfNames(names []byte) charset.Charset {
	c, _ := charset.Detect(names, charset.GB18030)
	if c == charset.UTF8 || c == charset.Windows1252 {
		return charset.GB18030
	}
	return c
}

// shownName returns a path as it is shown: names in GBK, which unpacking an old
// zip leaves on disk, are decoded.
func shownName(name string) string {
	if utf8.ValidString(name) {
		return name
	}
	parts := strings.Split(name, "/")
	var foreign []byte
	for _, p := range parts {
		if !utf8.ValidString(p) {
			foreign = append(append(foreign, p...), '\n')
		}
	}
	c := charsetOfNames(foreign)
	for i, p := range parts {
		if !utf8.ValidString(p) {
			parts[i], _ = c.Decode([]byte(p))
		}
	}
	return strings.Join(parts, "/")
}
