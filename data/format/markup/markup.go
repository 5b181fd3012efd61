// Package markup writes texts in light mark-up languages as Markdown, so that
// one reader of Markdown reads them all: Org, reStructuredText, AsciiDoc and LaTeX.
// It keeps what it does not know. It knows no articles.
package markup

import (
	"regexp"
	"strings"
	"sync"

	"juan/data/format/dialect"
)

// A writer puts Markdown together.
type writer struct {
	strings.Builder
	meta []string // lines of front matter
}

func (w *writer) line(s string) { w.WriteString(s + "\n") }

// Front matter is bounded: the rest would make text of all of it.
const (
	maxFields = 20
	maxField  = 1000 // bytes of a value
)

// field adds a line of front matter; a value that says nothing, or that is longer
// than any title, is left out.
func (w *writer) field(key, value string) {
	if value = strings.TrimSpace(value); value != "" && len(value) <= maxField && len(w.meta) < maxFields {
		w.meta = append(w.meta, key+": \""+strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value)+"\"")
	}
}

// markdown returns all that was written, after its front matter.
func (w *writer) markdown() string {
	if len(w.meta) == 0 {
		return w.String()
	}
	return "---\n" + strings.Join(w.meta, "\n") + "\n---\n" + w.String()
}

// heading writes a heading of some level, from 1.
func (w *writer) heading(level int, title string) {
	w.line("\n" + strings.Repeat("#", min(max(level, 1), 6)) + " " + strings.TrimSpace(title) + "\n")
}

// fence writes lines between fences that are longer than any inside.
func (w *writer) fence(language string, lines []string) {
	for len(lines) > 0 && strings.TrimSpace(lines[len(lines)-1]) == "" {
		lines = lines[:len(lines)-1]
	}
	for len(lines) > 0 && strings.TrimSpace(lines[0]) == "" {
		lines = lines[1:]
	}
	mark := dialect.Fence(strings.Join(lines, "\n"), 3)
	w.line("\n" + mark + strings.TrimSpace(language))
	for _, l := range lines {
		w.line(l)
	}
	w.line(mark + "\n")
}

// quoted writes Markdown in a quote; where box says of which kind, in a box with
// a title.
func (w *writer) quoted(box, title, text string) {
	w.line("")
	if box != "" {
		w.line("> [!" + box + "] " + title)
	}
	for _, l := range split(strings.TrimSpace(text)) {
		w.line("> " + l)
	}
	w.line("")
}

// dedented returns lines without the indent that all of them have.
func dedented(lines []string) []string {
	least := -1
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			if n := indent(l); least < 0 || n < least {
				least = n
			}
		}
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l[min(len(l), max(least, 0)):]
	}
	return out
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }

func split(text string) []string { return strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") }

// inlineForms are the patterns of running text.
type inlineForms struct {
	orgLink, orgUnderline, orgRaised, orgLowered, orgBold, orgItalic, orgCode, orgStrike, orgNote *regexp.Regexp
	rstLink, rstRole, rstCode, rstReference, rstNote                                              *regexp.Regexp
	docLink, docImage, docBold, docReference, docQuoted, docMacro, docScript                      *regexp.Regexp
}

// before and after are what may stand around a mark: nothing, a blank, a mark
// of punctuation, or Chinese, which has no blanks.
const (
	before = `(^|[\s\p{P}\p{Han}])`
	after  = `($|[\s\p{P}\p{Han}])`
)

var inline = sync.OnceValue(func() inlineForms {
	re := regexp.MustCompile
	return inlineForms{
		orgLink:      re(`\[\[([^\]\n]+)\](?:\[([^\]\n]+)\])?\]|(?:https?|ftp)://[^\s\[\]<>\p{Han}，。；、）]+`),
		orgUnderline: re(before + `_([^\s_{][^_\n]*?)_` + after),
		orgRaised:    re(`([\pL\d)])\^(?:\{([^{}\n]+)\}|(-?\d+))`),
		orgLowered:   re(`([\pL\d)])_\{([^{}\n]+)\}|\b([A-Z][a-z]?)_(\d+)`),
		orgBold:      re(before + `\*([^\s*][^*\n]*?)\*` + after),
		orgItalic:    re(before + `/([^\s/][^/\n]*?)/` + after),
		orgCode:      re(before + `[=~]([^\s=~][^=~\n]*?)[=~]` + after),
		orgStrike:    re(before + `\+([^\s+][^+\n]*?)\+` + after),
		orgNote:      re(`\[fn:([\w-]+)\]`),
		rstLink:      re("`([^`<\n]+?)\\s*<([^>\n]+)>`__?"),
		rstRole:      re(":[\\w:+.-]+:`(?:([^`<\n]+?)\\s*<[^>\n]+>|~?([^`\n]+))`"),
		rstCode:      re("``([^\n]+?)``"),
		rstReference: re("`([^`\n]+)`__?"),
		rstNote:      re(`\[#?([^\]\n]+)\]_`),
		docLink:      re(`(?:link:)?((?:https?|ftp|mailto):[^\s\[\]]+|link:[^\s\[\]]+)\[([^\]\n]*)\]`),
		docImage:     re(`image::?([^\s\[\]]+)\[([^\],\n]*)[^\]\n]*\]`),
		docBold:      re(before + `\*([^\s*][^*\n]*?)\*` + after),
		docReference: re(`<<([^,>\n]+)(?:,\s*([^>\n]+))?>>|xref:([^\s\[]+)\[([^\]\n]*)\]`),
		docQuoted:    re("\"`([^`\n]+)`\""),
		docMacro:     re(`(?:footnote:\[([^\]\n]+)\]|kbd:\[([^\]\n]+)\])`),
		docScript:    re(`([\^~])([^\s\^~]+)([\^~])`),
	}
})
