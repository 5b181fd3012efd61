package format

import (
	"path"
	"strings"
)

// Readable reports whether a file of a folder may hold articles, by its name:
// a text's extension, an archive's or none at all.
func Readable(name string) bool {
	switch Suffix(name) {
	case "", ".zip", ".tgz", ".json":
		return true
	case ".gz":
		return Readable(Stem(name)) || Suffix(Stem(name)) == ".tar"
	}
	return IsText(name)
}

// IsText reports whether the name of a file says that it is a text.
func IsText(name string) bool {
	switch Suffix(name) {
	case ".md", ".markdown", ".mkd", ".mdown", ".mdx", ".qmd", ".rmd", ".txt", ".text", ".html", ".htm", ".xhtml", ".shtml", ".xht", ".jsonl", ".ndjson", ".epub", ".ipynb", ".docx", ".docm", ".odt", ".fb2", ".rtf",
		".org", ".rst", ".adoc", ".asciidoc", ".srt", ".vtt", ".eml", ".mht", ".mhtml":
		return true
	case ".gz":
		return IsText(Stem(name))
	}
	return false
}

// Suffix returns the extension of name in lower case, "" where what
// follows the last dot is no extension: 1.前言, v2.0 final.
func Suffix(name string) string {
	ext := strings.ToLower(path.Ext(name))
	if len(ext) < 2 || len(ext) > 10 || ext == path.Base(name) {
		return ""
	}
	for i := 1; i < len(ext); i++ {
		if c := ext[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return ""
		}
	}
	return ext
}

// Stem returns name without its extension.
func Stem(name string) string { return name[:len(name)-len(Suffix(name))] }
