package markup

import (
	"strconv"
	"strings"
)

// command writes what the command says that s begins with, and returns how many
// bytes it takes, with its arguments.
func (t *tex) command(s string) int {
	end := 1
	for end < len(s) && (s[end]|0x20 >= 'a' && s[end]|0x20 <= 'z' || s[end] == '@') {
		end++
	}
	if end == 1 {
		return t.symbol(s)
	}
	name := s[1:end]
	if strings.HasPrefix(s[end:], "*") {
		end++
	}
	if level := sectionLevel(name); level > 0 {
		rest := s[end:]
		rest = rest[option(rest):]
		if title, size := t.argument(rest); size > 0 {
			t.out = append(t.out, "\n\n"+strings.Repeat("#", level)+" "+oneLine(t.sub(title))+"\n\n"...)
			return len(s) - len(rest) + size
		}
	}
	switch name {
	case "begin":
		inside, size := t.argument(s[end:])
		return end + size + t.begin(inside, s[end+size:])
	case "end":
		inside, size := t.argument(s[end:])
		t.end(inside)
		return end + size
	case "verb", "lstinline":
		if end < len(s) {
			mark := s[end : end+1]
			if mark == "{" {
				mark = "}"
			}
			if code, ok := t.until(s[end+1:], mark); ok {
				t.out = append(t.out, codeSpan(code)...)
				return end + len(code) + 2
			}
		}
	case "item", "bibitem":
		rest := s[end:]
		label := rest[:option(rest)]
		rest = rest[len(label):]
		key, size := "", 0
		if name == "bibitem" {
			key, size = t.argument(rest)
		}
		t.item(strings.Trim(label, "[]"), key)
		return len(s) - len(strings.TrimLeft(rest[size:], " \t\n"))
	}
	return end + t.words(name, s[end:])
}

// sectionLevel returns the level of the heading that a command makes.
func sectionLevel(name string) int {
	switch name {
	case "part", "chapter":
		return 1
	case "section":
		return 2
	case "subsection":
		return 3
	case "subsubsection":
		return 4
	case "paragraph":
		return 5
	case "subparagraph":
		return 6
	}
	return 0
}

func oneLine(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\\\n", " ")), " ")
}

// codeSpan returns code between as many back quotes as it needs.
func codeSpan(code string) string {
	mark := "`"
	for strings.Contains(code, mark) {
		mark += "`"
	}
	if strings.HasPrefix(code, "`") || strings.HasSuffix(code, "`") {
		code = " " + code + " "
	}
	return mark + code + mark
}

// symbol writes the command that is one character: \%, \\, \[.
func (t *tex) symbol(s string) int {
	if len(s) < 2 {
		return 1
	}
	switch s[1] {
	case '\\':
		size := 2 + option(s[2:])
		if t.inTable() {
			t.out = append(t.out, rowEnd)
		} else if rest := s[size:]; !strings.HasPrefix(strings.TrimLeft(rest, " "), "\n\n") {
			t.out = append(t.out, "\\\n"...)
			return len(s) - len(strings.TrimPrefix(strings.TrimLeft(rest, " "), "\n"))
		}
		return size
	case '[', '(':
		closing := map[byte]string{'[': `\]`, '(': `\)`}[s[1]]
		if inside, ok := t.until(s[2:], closing); ok {
			if s[1] == '[' {
				t.display(inside)
			} else {
				t.out = append(t.out, "$"+strings.TrimSpace(strings.ReplaceAll(inside, "\n", " "))+"$"...)
			}
			return 4 + len(inside)
		}
	case '%', '&', '_', '#', '$', '{', '}':
		t.escaped(s[1:2])
	case ' ', '\n':
		t.out = append(t.out, ' ')
	case '\'', '`', '^', '"', '~', '=', '.':
		return t.accent(s)
	}
	return 2
}

// accent writes a letter under its accent: \'e, \"{o}, \"{\i}.
func (t *tex) accent(s string) int {
	reach := s[2:min(len(s), 6)]
	letter := strings.TrimLeft(reach, `{\`)
	if letter == "" || letter[0]|0x20 < 'a' || letter[0]|0x20 > 'z' {
		return 2
	}
	mark := map[byte]string{'\'': "\u0301", '`': "\u0300", '^': "\u0302", '"': "\u0308", '~': "\u0303", '=': "\u0304", '.': "\u0307"}[s[1]]
	t.out = append(append(t.out, letter[0]), mark...)
	size := 2 + len(reach) - len(letter) + 1
	if strings.HasPrefix(reach, "{") && strings.HasPrefix(letter[1:], "}") {
		size++
	}
	return size
}

// words writes a command of running text; rest is what follows its name. It
// returns how many bytes of that are its arguments.
func (t *tex) words(name, rest string) int {
	size := option(rest)
	first, n := t.argument(rest[size:])
	size += n
	if n == 0 {
		return t.bare(name, rest)
	}
	switch name {
	case "textbf", "textsf", "bm":
		t.voice("**", first)
	case "emph", "textit", "textsl":
		t.voice("*", first)
	case "texttt", "path", "lstinline":
		t.out = append(t.out, codeSpan(oneLine(plainTeX(first)))...)
	case "footnote", "footnotetext", "endnote":
		*t.notes = append(*t.notes, "")
		number := len(*t.notes)
		(*t.notes)[number-1] = oneLine(t.sub(first))
		t.out = append(t.out, "[^"+strconv.Itoa(number)+"]"...)
	case "cite", "citep", "citet", "parencite", "textcite", "autocite", "upcite", "supercite":
		t.out = append(t.out, `\[`+first+`\]`...)
	case "url":
		t.out = append(t.out, "<"+first+">"...)
	case "href":
		shown, more := t.argument(rest[size:])
		t.out = append(t.out, "["+t.sub(shown)+"](<"+first+">)"...)
		return size + more
	case "includegraphics":
		t.out = append(t.out, "![](<"+first+">)"...)
	case "textsuperscript":
		t.out = append(t.out, "<sup>"+t.sub(first)+"</sup>"...)
	case "textsubscript":
		t.out = append(t.out, "<sub>"+t.sub(first)+"</sub>"...)
	case "caption":
		t.out = append(t.out, "\n\n"+oneLine(t.sub(first))+"\n\n"...)
	case "multicolumn":
		return size + t.spanning(first, rest[size:])
	case "multirow", "textcolor", "colorbox", "raisebox", "parbox", "ruby", "href*":
		shown, more := t.lastArgument(name, first, rest[size:])
		t.out = append(t.out, shown...)
		return size + more
	default:
		if isSetting(name) {
			for more := n; more > 0; size += more { // it takes several
				_, more = t.argument(rest[size:])
				if more == 0 {
					more = option(rest[size:])
				}
			}
			return size
		}
		t.out = append(t.out, t.sub(first)...)
	}
	return size
}

// voice writes text between marks of weight.
func (t *tex) voice(mark, s string) {
	if s = t.sub(s); s == "" || strings.Contains(s, "\n\n") {
		mark = ""
	}
	t.out = append(t.out, mark+s+mark...)
}

// lastArgument returns the text of a command whose last argument is its text.
func (t *tex) lastArgument(name, first, rest string) (shown string, size int) {
	last := first
	for more := 1; more > 0; {
		inside, n := t.argument(rest[size:])
		if n == 0 {
			n = option(rest[size:])
		} else if name == "ruby" {
			last += "（" + inside + "）"
		} else {
			last = inside
		}
		size, more = size+n, n
	}
	return t.sub(last), size
}

// spanning writes a cell over several columns.
func (t *tex) spanning(columns, rest string) int {
	shown, size := t.lastArgument("multicolumn", "", rest)
	t.out = append(t.out, shown...)
	if n, err := strconv.Atoi(columns); err == nil && t.inTable() {
		for range min(n, 64) - 1 {
			t.out = append(t.out, cellEnd)
		}
	}
	return size
}

// isSetting reports whether a command says something to the program alone.
func isSetting(name string) bool {
	switch name {
	case "documentclass", "usepackage", "RequirePackage", "title", "author", "date", "label", "index", "input", "include", "bibliography", "bibliographystyle", "addbibresource",
		"newcommand", "renewcommand", "providecommand", "def", "newenvironment", "newtheorem", "theoremstyle", "setlength", "addtolength", "setcounter", "addtocounter", "stepcounter",
		"vspace", "hspace", "pagestyle", "thispagestyle", "pagenumbering", "hypersetup", "geometry", "graphicspath", "definecolor", "color", "linespread", "fontsize", "selectfont",
		"addcontentsline", "markboth", "markright", "setmainfont", "setCJKmainfont", "ctexset", "captionsetup", "lstset", "titleformat", "cline", "cmidrule", "nocite", "phantomsection",
		"keywordsset", "thanks", "DeclareMathOperator", "allowdisplaybreaks", "renewcaptionname", "columnwidth", "rule", "arraystretch", "tikzset", "usetikzlibrary", "fontspec":
		return true
	}
	return false
}

// bare writes a command without arguments; the blanks after its name end that.
func (t *tex) bare(name, rest string) int {
	word := ""
	switch name {
	case "LaTeX", "TeX", "LaTeXe", "XeTeX", "XeLaTeX", "BibTeX":
		word = name
	case "ldots", "dots", "cdots":
		word = "…"
	case "quad", "qquad", "hfill", "enspace", "space":
		word = " "
	case "textbackslash":
		word = `\\`
	case "textasciitilde":
		word = `\~`
	case "textasciicircum":
		word = "^"
	case "S":
		word = "§"
	case "copyright":
		word = "©"
	case "par", "newpage", "clearpage", "bigskip", "medskip", "smallskip", "cleardoublepage":
		word = "\n\n"
	case "newline", "linebreak":
		word = "\\\n"
	case "ae", "oe", "ss", "o", "l", "aa", "AE", "OE", "O", "AA", "L":
		word = map[string]string{"ae": "æ", "oe": "œ", "ss": "ß", "o": "ø", "l": "ł", "aa": "å", "AE": "Æ", "OE": "Œ", "O": "Ø", "AA": "Å", "L": "Ł"}[name]
	}
	t.out = append(t.out, word...)
	blank := len(rest) - len(strings.TrimLeft(rest, " \t"))
	if word == "\n\n" || word == "" {
		return blank
	}
	if strings.HasPrefix(rest, "{}") {
		return 2
	}
	return min(blank, 1)
}
