package data

import (
	"path"
	"strings"
)

// readable reports whether a file of a folder may hold articles, by its name:
// a text's extension, an archive's or none at all.
func readable(name string) bool {
	switch suffix(name) {
	case "", ".zip", ".tgz", ".json":
		return true
	case ".gz":
		return readable(stem(name)) || suffix(stem(name)) == ".tar"
	}
	return isText(name)
}

// isText reports whether the name of a file says that it is a text.
func isText(name string) bool {
	switch suffix(name) {
	case ".md", ".markdown", ".mkd", ".mdown", ".mdx", ".qmd", ".rmd", ".txt", ".text", ".html", ".htm", ".xhtml", ".shtml", ".xht", ".jsonl", ".ndjson", ".epub", ".ipynb", ".docx", ".docm", ".odt", ".fb2", ".rtf",
		".org", ".rst", ".adoc", ".asciidoc", ".srt", ".vtt", ".eml", ".mht", ".mhtml":
		return true
	case ".gz":
		return isText(stem(name))
	}
	return false
}

// suffix returns the extension of name in lower case, "" where what
// follows the last dot is no extension: 1.前言, v2.0 final.
func suffix(name string) string {
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

// stem returns name without its extension.
func stem(name string) string { return name[:len(name)-len(suffix(name))] }

// dir returns the folder of name, "" at the top.
func dir(name string) string {
	if d := path.Dir(name); d != "." {
		return d
	}
	return ""
}

// hidden reports whether name is, or lies in, what a system hides.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.Contains(name, "/.") || strings.HasPrefix(name, "__MACOSX/")
}
