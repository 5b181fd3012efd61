package markup

import (
	"strconv"
	"strings"
)

// begin opens an environment; rest is what follows \begin{name}. It returns how
// many bytes of that are taken: its options, or all of it where it is kept as it
// is.
func (t *tex) begin(name, rest string) int {
	switch strings.TrimSuffix(name, "*") {
	case "verbatim", "lstlisting", "minted", "Verbatim", "alltt", "comment", "filecontents", "tikzpicture":
		return t.kept(name, rest)
	case "equation", "align", "gather", "displaymath", "eqnarray", "multline", "math", "flalign", "alignat", "dmath":
		return t.equation(name, rest)
	}
	if len(t.open) >= maxDepth {
		name = ""
	}
	size := option(rest)
	switch {
	case isTabular(name), name == "multicols", name == "minipage", name == "thebibliography", name == "adjustbox", name == "wrapfigure", name == "subfigure":
		for {
			_, n := t.argument(rest[size:])
			if n == 0 {
				n = option(rest[size:])
			}
			if n == 0 {
				break
			}
			size += n
		}
	}
	t.out = append(t.out, "\n\n"...)
	t.open = append(t.open, environment{name: name, start: len(t.out)})
	return size
}

// kept writes an environment whose text stands as it is.
func (t *tex) kept(name, rest string) int {
	code, _, ok := strings.Cut(rest, `\end{`+name+`}`)
	size := len(code)
	if ok {
		size += len(`\end{` + name + `}`)
	}
	if name == "comment" {
		return size
	}
	code = code[option(code):]
	language, n := t.argument(code)
	if name == "minted" {
		code = code[n:]
	} else {
		language = ""
	}
	var w writer
	w.fence(language, split(code))
	t.out = append(t.out, "\n"+w.String()...)
	return size
}

// equation writes a formula that is an environment; one of several lines keeps
// them.
func (t *tex) equation(name, rest string) int {
	inside, ok := t.until(rest, `\end{`+name+`}`)
	if !ok {
		return 0
	}
	size := len(inside) + len(`\end{`+name+`}`)
	inside = strings.ReplaceAll(inside, "&", "")
	t.display(inside)
	return size
}

// end closes the innermost environment of that name, and those inside of it.
func (t *tex) end(name string) {
	at := len(t.open) - 1
	for at >= 0 && t.open[at].name != name {
		at--
	}
	if at < 0 {
		return
	}
	e := t.open[at]
	inside := string(t.out[e.start:])
	t.open = t.open[:at]
	switch {
	case isTabular(name):
		t.out = append(t.out[:e.start], texTable(inside)...)
	case name == "quote", name == "quotation":
		var w writer
		w.quoted("", "", inside)
		t.out = append(t.out[:e.start], w.String()...)
	case name == "verse":
		var w writer
		w.fence("verse", split(strings.ReplaceAll(strings.TrimSpace(inside), "\\\n", "\n")))
		t.out = append(t.out[:e.start], w.String()...)
	}
	t.out = append(t.out, "\n\n"...)
}

// item begins an item of the innermost list; label is what stands before it, key
// what a work is cited by.
func (t *tex) item(label, key string) {
	level, mark := 0, "- "
	for i := range t.open {
		e := &t.open[i]
		switch e.name {
		case "itemize", "description", "enumerate", "thebibliography", "compactitem", "compactenum", "tasks", "questions":
			level++
			if i == len(t.open)-1 && (e.name == "enumerate" || e.name == "compactenum" || e.name == "questions") {
				e.items++
				mark = strconv.Itoa(e.items) + ". "
			}
		}
	}
	t.out = append(t.out, "\n"+strings.Repeat("   ", max(level-1, 0))+mark...)
	if key != "" {
		t.out = append(t.out, `\[`+key+`\] `...)
	}
	if label != "" {
		t.out = append(t.out, "**"+t.sub(label)+"** "...)
	}
}

// texTable returns the cells and rows of a table as one of Markdown; the first row
// is its head.
func texTable(s string) string {
	var rows [][]string
	columns := 0
	for _, row := range strings.Split(s, string(rowEnd)) {
		if strings.TrimSpace(row) == "" {
			continue
		}
		cells := strings.Split(row, string(cellEnd))
		for i, c := range cells {
			cells[i] = oneLine(c)
		}
		rows = append(rows, cells)
		columns = max(columns, len(cells))
	}
	return Table(rows, columns)
}

// Table writes rows as a table of Markdown with so many columns, the first its head.
func Table(rows [][]string, columns int) string {
	var b strings.Builder
	b.WriteString("\n")
	for i, row := range rows {
		for at := range columns {
			cell := ""
			if at < len(row) {
				cell = row[at]
			}
			b.WriteString("| " + cell + " ")
		}
		b.WriteString("|\n")
		if i == 0 {
			b.WriteString(strings.Repeat("|---", columns) + "|\n")
		}
	}
	return b.String()
}
