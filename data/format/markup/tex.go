package markup

import (
	"strconv"
	"strings"
)

// TeX writes a text of LaTeX as Markdown: its sections, lists, tables, notes and
// quotes. Formulas stay as they are, the reader of Markdown knows them. Of a
// command that is not known the text is kept that it is given.
func TeX(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	t := &tex{notes: new([]string), vain: new(int)}
	head, body, whole := strings.Cut(text, `\begin{document}`)
	if !whole {
		head, body = "", text
	}
	for _, field := range [...]string{"title", "author", "date"} {
		for _, from := range [...]string{head, body} {
			if at := strings.Index(from, "\\"+field+"{"); at >= 0 {
				value, _ := t.argument(from[at+1+len(field):])
				t.field(field, plainTeX(value))
				break
			}
		}
	}
	body, _, _ = strings.Cut(body, `\end{document}`)
	t.read(body)
	for i, note := range *t.notes {
		t.out = append(t.out, "\n\n[^"+strconv.Itoa(i+1)+"]: "+note...)
	}
	t.WriteString(string(t.out) + "\n")
	return t.markdown()
}

// A tex is a text of LaTeX that is being written as Markdown.
type tex struct {
	writer
	out   []byte
	notes *[]string // of the whole text, as Markdown
	open  []environment
	depth int  // texts that are arguments of commands around this one
	vain  *int // bytes of the whole text that were searched for ends that are not there
}

// An environment is one that is open.
type environment struct {
	name  string
	start int // where it begins in out
	items int // of a list
}

// Between the cells and the rows of a table that is open.
const (
	cellEnd = '\x1f'
	rowEnd  = '\x1e'
)

// maxDepth is the depth of nested arguments and environments that is parsed: each is
// read once more for each one around it.
const maxDepth = 16

// read writes s.
func (t *tex) read(s string) {
	for s != "" {
		i := strings.IndexAny(s, "\\%${}~`'-&*_#[]<>|\n")
		if i < 0 {
			i = len(s)
		}
		t.out = append(t.out, s[:i]...)
		if s = s[i:]; s != "" {
			s = s[t.mark(s):]
		}
	}
}

// mark writes what the mark says that s begins with, and returns how many bytes
// it takes.
func (t *tex) mark(s string) int {
	switch s[0] {
	case '\\':
		return t.command(s)
	case '%': // a comment, and the line break after it
		if i := strings.IndexByte(s, '\n'); i >= 0 {
			rest := strings.TrimLeft(s[i+1:], " \t")
			if strings.HasPrefix(rest, "\n") { // an empty line ends the paragraph
				t.out = append(t.out, '\n')
			}
			return len(s) - len(rest)
		}
		return len(s)
	case '$':
		return t.formula(s)
	case '{', '}':
		return 1
	case '~':
		t.out = append(t.out, "\u00a0"...)
		return 1
	case '\n': // what is indented is no code
		t.out = append(t.out, '\n')
		return 1 + indent(s[1:])
	case '&':
		if t.inTable() {
			t.out = append(t.out, cellEnd)
			return 1
		}
	}
	for _, pair := range [...][2]string{{"``", "“"}, {"''", "”"}, {"---", "—"}, {"--", "–"}, {"`", "‘"}} {
		if strings.HasPrefix(s, pair[0]) {
			t.out = append(t.out, pair[1]...)
			return len(pair[0])
		}
	}
	t.escaped(s[:1])
	return 1
}

// escaped writes a character that might be a mark of Markdown.
func (t *tex) escaped(s string) {
	if strings.ContainsAny(s, "*_#[]<>|`$\\") {
		t.out = append(t.out, '\\')
	}
	t.out = append(t.out, s...)
}

// formula keeps the formula that s begins with; a dollar without a partner is one.
func (t *tex) formula(s string) int {
	mark := s[:1]
	if strings.HasPrefix(s, "$$") {
		mark = "$$"
	}
	inside, ok := t.until(s[len(mark):], mark)
	if !ok {
		t.escaped("$")
		return 1
	}
	if mark == "$$" {
		t.display(inside)
	} else {
		t.out = append(t.out, "$"+strings.TrimSpace(strings.ReplaceAll(inside, "\n", " "))+"$"...)
	}
	return 2*len(mark) + len(inside)
}

// display writes a formula by itself.
func (t *tex) display(s string) {
	for _, command := range [...]string{`\label{`, `\tag{`} {
		if from := strings.Index(s, command); from >= 0 {
			_, size := t.argument(s[from+len(command)-1:])
			s = s[:from] + s[min(len(s), from+len(command)-1+size):]
		}
	}
	t.out = append(t.out, "\n\n$$\n"+strings.TrimSpace(s)+"\n$$\n\n"...)
}

func (t *tex) inTable() bool {
	return len(t.open) > 0 && isTabular(t.open[len(t.open)-1].name)
}

func isTabular(name string) bool {
	switch name {
	case "tabular", "tabular*", "tabularx", "longtable", "tabulary", "tblr", "longtblr", "array":
		return true
	}
	return false
}

// maxArgument is how many bytes of a text are looked at for the end of an argument,
// maxVain how many in all where there was none: after that none is looked for.
const (
	maxArgument = 16 << 10
	maxVain     = 4 << 20
)

// until returns what stands in s before end.
func (t *tex) until(s, end string) (inside string, ok bool) {
	s = s[:min(len(s), maxArgument)]
	if *t.vain > maxVain {
		return "", false
	}
	if inside, _, ok = strings.Cut(s, end); !ok {
		*t.vain += len(s)
	}
	return inside, ok
}

// argument returns what stands in the braces that s begins with, and how many
// bytes they take together; 0 where s begins with none, or none ends.
func (t *tex) argument(s string) (inside string, size int) {
	if !strings.HasPrefix(s, "{") || *t.vain > maxVain {
		return "", 0
	}
	open := 0
	for i := 0; i < len(s) && i < maxArgument; i++ {
		switch s[i] {
		case '\\':
			i++
		case '{':
			open++
		case '}':
			if open--; open == 0 {
				return s[1:i], i + 1
			}
		}
	}
	*t.vain += min(len(s), maxArgument)
	return "", 0
}

// option returns how many bytes the option takes that s begins with: [12pt].
func option(s string) int {
	if !strings.HasPrefix(s, "[") {
		return 0
	}
	return strings.IndexByte(s[:min(len(s), 1<<10)], ']') + 1
}

// sub returns s, an argument, as Markdown.
func (t *tex) sub(s string) string {
	if t.depth >= maxDepth {
		return s
	}
	one := &tex{notes: t.notes, vain: t.vain, depth: t.depth + 1}
	one.read(s)
	return strings.TrimSpace(string(one.out))
}

// plainTeX returns the text of an argument that is to be one line without marks.
func plainTeX(s string) string {
	one := &tex{notes: new([]string), vain: new(int), depth: 1}
	one.read(s)
	s = strings.NewReplacer("\\\n", " ", `\`, "", "**", "").Replace(string(one.out))
	return strings.Join(strings.Fields(s), " ")
}
