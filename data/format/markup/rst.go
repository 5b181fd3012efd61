package markup

import (
	"strings"

	"juan/data/format/front"
)

// RST writes a text of reStructuredText as Markdown.
func RST(text string) string {
	r := &rst{lines: split(text)}
	for r.at < len(r.lines) {
		r.one()
	}
	return r.markdown()
}

// A rst is a text that is being written as Markdown.
type rst struct {
	writer
	lines  []string
	at     int
	levels []string // the marks under and over titles, the highest level first
}

// one writes what begins at the line that is next.
func (r *rst) one() {
	line := r.lines[r.at]
	trimmed := strings.TrimSpace(line)
	switch {
	case r.title():
	case strings.HasPrefix(trimmed, ".. "), trimmed == "..":
		r.directive(trimmed)
	case r.docField(trimmed):
	case isUnderline(trimmed) && len(trimmed) > 3:
		r.line("\n* * *\n")
		r.at++
	case strings.HasPrefix(trimmed, "+-") || strings.HasPrefix(trimmed, "+="): // a table that is drawn
		from := r.at
		for r.at < len(r.lines) && strings.TrimSpace(r.lines[r.at]) != "" {
			r.at++
		}
		r.fence("", r.lines[from:r.at])
	default:
		r.text(line, trimmed)
	}
}

// docField writes a line that says something of the document (:作者: 某人) or of
// what it describes (:param x: 数), and returns false for other lines.
func (r *rst) docField(line string) bool {
	if !strings.HasPrefix(line, ":") {
		return false
	}
	key, value, ok := strings.Cut(line[1:], ": ")
	if !ok || key == "" || strings.ContainsAny(key, ":`") {
		return false
	}
	r.at++
	switch name := front.Key(key); name {
	case "author", "date", "source":
		r.field(name, value)
	default:
		r.line("\n" + key + "：" + rstInline(value) + "\n")
	}
	return true
}

// title writes a title that is underlined, and may be overlined.
func (r *rst) title() bool {
	at, mark := r.at, ""
	if isUnderline(r.lines[at]) && at+2 < len(r.lines) && strings.TrimRight(r.lines[at+2], " ") == strings.TrimRight(r.lines[at], " ") {
		mark = r.lines[at][:1] + "^"
		at++
	}
	title := strings.TrimSpace(r.lines[at])
	if at+1 >= len(r.lines) || title == "" || isUnderline(title) || !isUnderline(r.lines[at+1]) || len([]rune(title)) > 4*len(strings.TrimSpace(r.lines[at+1])) || mark == "" && indent(r.lines[at]) > 0 {
		return false
	}
	mark += r.lines[at+1][:1]
	level := 0
	for level < len(r.levels) && r.levels[level] != mark {
		level++
	}
	if level == len(r.levels) {
		r.levels = append(r.levels, mark)
	}
	r.heading(level+1, rstInline(title))
	r.at = at + 2
	return true
}

// isUnderline reports whether a line is one mark, three times or more.
func isUnderline(line string) bool {
	line = strings.TrimRight(line, " \t")
	return len(line) > 2 && strings.Contains("=-~^\"'`#*+_.:<>", line[:1]) && strings.Trim(line, line[:1]) == ""
}

// directive writes what begins with two points: code, notes, pictures. Instructions for
// programs are left out.
func (r *rst) directive(line string) {
	level := indent(r.lines[r.at])
	r.at++
	body := r.block(level)
	name, rest, ok := strings.Cut(strings.TrimPrefix(line, ".. "), "::")
	rest = strings.TrimSpace(rest)
	if target, note, isNote := strings.Cut(strings.TrimPrefix(line, ".. "), "] "); isNote && strings.HasPrefix(target, "[") {
		r.line("[^" + strings.TrimLeft(target, "[#") + "]: " + rstInline(note+" "+strings.Join(dedented(body), " ")))
		return
	}
	if !ok || strings.Contains(name, " ") {
		return // a comment, or the target of a link
	}
	options, text := optionsOf(body)
	switch name {
	case "code-block", "code", "sourcecode", "highlight", "literalinclude", "parsed-literal":
		if len(text) > 0 {
			r.fence(rest, dedented(text))
		}
	case "image", "figure":
		r.line("\n![" + options["alt"] + "](<" + rest + ">)\n")
		r.paragraphs(dedented(text))
	case "note", "tip", "warning", "hint", "important", "caution", "danger", "attention", "error", "seealso", "admonition", "versionadded", "versionchanged", "deprecated", "todo":
		title := ""
		if name == "admonition" {
			title, rest = rest, ""
		}
		r.quoted(name, title, RST(rest+"\n"+strings.Join(dedented(text), "\n")))
	case "contents", "toctree", "raw", "include", "meta", "index", "sectnum", "role", "default-role", "tableofcontents":
	case "math":
		r.line("\n$$\n" + rest + strings.Join(dedented(text), "\n") + "\n$$\n")
	default:
		r.paragraphs(append([]string{rest}, dedented(text)...))
	}
}

// paragraphs writes lines as text of their own.
func (r *rst) paragraphs(lines []string) {
	r.line("")
	for _, l := range lines {
		r.line(rstInline(l))
	}
	r.line("")
}

// block takes the lines that are indented deeper than some level.
func (r *rst) block(level int) []string {
	from := r.at
	for r.at < len(r.lines) && (strings.TrimSpace(r.lines[r.at]) == "" || indent(r.lines[r.at]) > level) {
		r.at++
	}
	to := r.at
	for to > from && strings.TrimSpace(r.lines[to-1]) == "" {
		to--
	}
	return r.lines[from:to]
}

// optionsOf parts the options at the start of a block (:alt: 图) from the rest.
func optionsOf(body []string) (options map[string]string, text []string) {
	options = map[string]string{}
	for i, l := range body {
		key, value, ok := strings.Cut(strings.TrimPrefix(strings.TrimSpace(l), ":"), ":")
		if !strings.HasPrefix(strings.TrimSpace(l), ":") || !ok {
			return options, body[i:]
		}
		options[key] = strings.TrimSpace(value)
	}
	return options, nil
}

// text writes a line of text; one that ends with two colons opens a block that
// is kept as it is.
func (r *rst) text(line, trimmed string) {
	r.at++
	opens := strings.HasSuffix(trimmed, "::") && r.at < len(r.lines) && strings.TrimSpace(r.lines[r.at]) == ""
	if strings.HasPrefix(trimmed, "#. ") {
		line = strings.Replace(line, "#.", "1.", 1)
	}
	if opens {
		line = strings.TrimSuffix(strings.TrimRight(line, " "), ":")
		if strings.TrimSpace(line) == ":" {
			line = ""
		}
	}
	r.line(rstInline(line))
	if opens {
		if body := r.block(indent(line)); len(body) > 0 {
			r.fence("", dedented(body))
		}
	}
}

// rstInline writes running text.
func rstInline(s string) string {
	forms := inline()
	s = forms.rstRole.ReplaceAllString(s, "`$1$2`")
	s = forms.rstLink.ReplaceAllString(s, "[$1](<$2>)")
	s = forms.rstCode.ReplaceAllString(s, "`$1`")
	s = forms.rstNote.ReplaceAllString(s, "[^$1]")
	return forms.rstReference.ReplaceAllStringFunc(s, func(m string) string {
		if strings.HasSuffix(m, "_") {
			return strings.Trim(m, "`_")
		}
		return m
	})
}
