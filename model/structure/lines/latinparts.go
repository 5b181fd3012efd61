package lines

import (
	"strings"

	"juan/model/structure/number"
)

// latinParts marks the parts of English books, papers and memos that have a name and
// no number: Glossary, Acknowledgments, About the Author, Appendix: Tides. It mends
// texts whose last parts ran on under Chapter 3 or 4. References.
//
// It cannot fire in Chinese, on a line without a blank line before it, nor where no
// other heading stands before or after.
func (d *Document) latinParts() {
	if !d.latin {
		return
	}
	var found []int
	heads := 0
	for _, i := range d.others {
		l := &d.lines[i]
		if l.role == own || l.role == opens || l.role == article {
			heads++
		}
		if (l.role == body || l.role == own && l.form == number.Series) && l.runes <= 40 && (l.after || i == 0) && i+1 < len(d.lines) && isLatinPart(d.text(l)) {
			found = append(found, i)
		}
	}
	if heads == 0 && len(found) < 3 {
		return
	}
	for _, i := range found {
		if next := &d.lines[i+1]; next.after || next.indent > d.lines[i].indent || next.runes > 40 {
			d.head(i)
		}
	}
}

// isLatinPart reports whether s names a part of an English book or paper, each word
// with a capital or all in capitals.
func isLatinPart(s string) bool {
	if c := s[0]; c < 'A' || c > 'W' {
		return false
	}
	s = strings.TrimRight(s, ":.")
	if name, _, ok := strings.Cut(s, ": "); ok && strings.EqualFold(name, "appendix") {
		return true
	}
	if n := words(s); n > 4 || n > 1 && strings.ToUpper(s) != s && !isTitleCase(s) {
		return false
	}
	switch strings.ToLower(s) {
	case "abstract", "introduction", "foreword", "preface", "prologue", "epilogue", "afterword", "interlude", "dedication", "conclusion", "conclusions", "summary", "executive summary", "postscript",
		"acknowledgements", "acknowledgments", "acknowledgement", "acknowledgment", "about the author", "about the authors", "author's note", "author’s note", "a note on the text", "translator's note", "translator’s note", "editor's note", "note to the reader", "credits", "contributors", "copyright", "colophon",
		"references", "bibliography", "further reading", "works cited", "sources", "notes", "endnotes", "footnotes", "glossary", "index", "appendix", "appendices", "list of figures", "list of tables", "abbreviations", "list of abbreviations",
		"author's address", "authors' addresses", "author’s address", "authors’ addresses", "status of this memo", "copyright notice", "change log", "changelog", "document history", "revision history", "normative references", "informative references",
		"acknowledgements and thanks", "funding", "data availability", "conflict of interest", "conflicts of interest", "supplementary material", "keywords":
		return true
	}
	return false
}
