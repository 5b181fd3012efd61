package format

import (
	"juan/data/fault"
	"juan/data/format/markup"
)

// lightMarkup returns the text of a file in a light mark-up language as
// Markdown; ok is false where its name does not say that it is in one. Offsets
// count in the Markdown.
func (f *Text) lightMarkup() (text string, ok bool) {
	source := f.text[f.start:]
	switch f.suffix() {
	case ".org":
		return markup.Org(source), true
	case ".rst", ".rest":
		return markup.RST(source), true
	case ".adoc", ".asciidoc", ".asc":
		return markup.AsciiDoc(source), true
	case ".tex", ".ltx":
		return markup.TeX(source), true
	}
	return "", false
}

// asMarkdown reads Markdown that was made of the text.
func (f *Text) asMarkdown(text string) Draft {
	one := *f
	one.text, one.start, one.Name = text, 0, Stem(f.Name)+".md"
	d := one.markdown()
	for _, n := range one.Notices[len(f.Notices):] {
		n.(*fault.Notice).Path = f.Name
		f.Notices = append(f.Notices, n)
	}
	return d
}
