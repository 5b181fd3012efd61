package format

import (
	"strings"

	"juan/model"
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
	case ".md", ".markdown", ".mkd", ".mdown", ".mdx", ".qmd", ".rmd", ".txt", ".text", ".html", ".htm", ".xhtml", ".shtml", ".xht", ".jsonl", ".ndjson", ".epub", ".ipynb", ".docx", ".docm", ".odt", ".fodt", ".fb2", ".rtf",
		".org", ".rst", ".adoc", ".asciidoc", ".srt", ".vtt", ".ass", ".ssa", ".lrc", ".tex", ".ltx", ".opml", ".eml", ".mht", ".mhtml":
		return true
	case ".gz":
		return IsText(Stem(name))
	}
	return false
}

// Suffix returns the extension of name in lower case, see [model.Extension].
func Suffix(name string) string { return strings.ToLower(model.Extension(name)) }

// Stem returns name without its extension.
func Stem(name string) string { return name[:len(name)-len(Suffix(name))] }
