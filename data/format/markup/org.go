package markup

import (
	"regexp"
	"strings"
)

// Org writes a text of Org mode as Markdown.
func Org(text string) string {
	w := new(writer)
	lines := split(text)
	states := orgStates(lines)
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		trimmed := strings.TrimSpace(line)
		lower := strings.ToLower(trimmed)
		stars := len(line) - len(strings.TrimLeft(line, "*"))
		switch {
		case stars > 0 && strings.HasPrefix(line[stars:], " "):
			w.heading(stars, orgInline(orgTitle(line[stars:], states)))
		case strings.HasPrefix(lower, "#+begin_"):
			kind, rest, _ := strings.Cut(lower[len("#+begin_"):], " ")
			end := blockEnd(lines, i+1, "#+end_"+kind)
			w.orgBlock(kind, rest, lines[i+1:end])
			i = end
		case strings.HasPrefix(lower, "#+title:"):
			w.field("title", trimmed[len("#+title:"):])
		case strings.HasPrefix(lower, "#+author:"):
			w.field("author", trimmed[len("#+author:"):])
		case strings.HasPrefix(lower, "#+date:"):
			w.field("date", strings.Trim(strings.TrimSpace(trimmed[len("#+date:"):]), "<>[]"))
		case strings.HasPrefix(lower, "#+caption:"):
			w.line(orgInline(strings.TrimSpace(trimmed[len("#+caption:"):])) + "\n")
		case isPlanned(trimmed):
			w.line(strings.NewReplacer("<", "", ">", "").Replace(trimmed) + "\n")
		case strings.HasPrefix(trimmed, "#+"), trimmed == "#", strings.HasPrefix(trimmed, "# "):
		case isDrawer(trimmed):
			near := lines[:min(len(lines), i+maxDrawer)]
			if end := blockEnd(near, i+1, ":end:"); end < len(near) {
				i = end
			}
		case strings.HasPrefix(trimmed, "|-"):
			w.line("|" + strings.Repeat("---|", strings.Count(trimmed, "+")+1))
		case strings.HasPrefix(trimmed, "[fn:") && strings.Contains(trimmed, "]"):
			mark, rest, _ := strings.Cut(trimmed[len("[fn:"):], "]")
			w.line("[^" + mark + "]: " + orgInline(strings.TrimSpace(rest)))
		case trimmed != "" && strings.Trim(trimmed, "-") == "" && len(trimmed) > 4:
			w.line("\n* * *\n")
		default:
			w.line(orgInline(orgTerm(line)))
		}
	}
	return w.markdown()
}

// maxDrawer is how many lines a drawer of properties has.
const maxDrawer = 100

// blockEnd returns the line that ends a block, the end of the text where none
// does.
func blockEnd(lines []string, from int, end string) int {
	for from < len(lines) && strings.ToLower(strings.TrimSpace(lines[from])) != end {
		from++
	}
	return from
}

// isDrawer reports whether a line opens a drawer of properties.
func isDrawer(line string) bool {
	return strings.EqualFold(line, ":properties:") || strings.EqualFold(line, ":logbook:")
}

// orgTerm returns a definition item (- 渡口 :: 停船处) with its term in bold.
func orgTerm(line string) string {
	mark := line[:indent(line)]
	for _, bullet := range [...]string{"- ", "+ "} {
		if item, ok := strings.CutPrefix(line[len(mark):], bullet); ok {
			if term, said, ok := strings.Cut(item, " :: "); ok && !strings.ContainsAny(term, "*[") {
				return mark + "- *" + strings.TrimSpace(term) + "* " + said
			}
		}
	}
	return line
}

// orgStates returns the words for the state of a task, each between blanks: those that
// Org knows and those that the text defines.
func orgStates(lines []string) string {
	states := " TODO DONE NEXT WAITING HOLD CANCELLED CANCELED STARTED "
	for _, line := range lines {
		for _, key := range [...]string{"#+todo:", "#+seq_todo:", "#+typ_todo:"} {
			if len(line) > len(key) && strings.EqualFold(line[:len(key)], key) {
				for word := range strings.FieldsSeq(line[len(key):]) {
					word, _, _ = strings.Cut(word, "(") // the key that sets it: WAIT(w)
					states += word + " "
				}
			}
		}
	}
	return states
}

// orgTitle returns a title without its tags, the state of its task and its priority:
// TODO [#A] 等船 :水:夜: is 等船. A title without any other word keeps them.
func orgTitle(s, states string) string {
	s = strings.TrimSpace(s)
	if i := strings.LastIndexByte(s, ' '); i >= 0 && strings.HasPrefix(s[i+1:], ":") && strings.HasSuffix(s, ":") && len(s)-i > 2 {
		s = strings.TrimSpace(s[:i])
	}
	if word, rest, more := strings.Cut(s, " "); more && strings.Contains(states, " "+word+" ") {
		s = strings.TrimSpace(rest)
	}
	if len(s) > len("[#A]") && strings.HasPrefix(s, "[#") && s[3] == ']' {
		s = strings.TrimSpace(s[len("[#A]"):])
	}
	return s
}

// isPlanned reports whether a line says when a task is due.
func isPlanned(line string) bool {
	return strings.HasPrefix(line, "SCHEDULED: ") || strings.HasPrefix(line, "DEADLINE: ") || strings.HasPrefix(line, "CLOSED: ")
}

func (w *writer) orgBlock(kind, rest string, lines []string) {
	switch kind {
	case "src", "example", "export", "ascii":
		language, _, _ := strings.Cut(rest, " ")
		w.fence(language, dedented(lines))
	case "verse":
		w.fence("verse", dedented(lines))
	case "quote", "note", "tip", "warning", "center":
		if kind == "quote" || kind == "center" {
			kind = ""
		}
		for i, l := range lines {
			lines[i] = orgInline(strings.TrimSpace(l))
		}
		w.quoted(kind, "", strings.Join(lines, "\n"))
	case "comment":
	default:
		for _, l := range lines {
			w.line(orgInline(l))
		}
	}
}

// orgInline writes running text.
func orgInline(s string) string {
	forms := inline()
	s = forms.orgCode.ReplaceAllString(s, "$1`$2`$3")
	return outsideCode(s, func(s string) string { return outsideFormulas(s, orgWords) })
}

// orgWords writes running text that is neither code nor a formula.
func orgWords(s string) string {
	var b strings.Builder
	forms := inline()
	at := 0
	for _, m := range forms.orgLink.FindAllStringSubmatchIndex(s, -1) {
		b.WriteString(orgMarks(s[at:m[0]]))
		if m[2] < 0 { // an address by itself
			b.WriteString(s[m[0]:m[1]])
		} else {
			shown := ""
			if m[4] >= 0 {
				shown = s[m[4]:m[5]]
			}
			b.WriteString(orgLink(s[m[2]:m[3]], shown))
		}
		at = m[1]
	}
	b.WriteString(orgMarks(s[at:]))
	return b.String()
}

// orgLink writes a link, or the picture that it leads to.
func orgLink(to, shown string) string {
	to = strings.TrimPrefix(to, "file:")
	switch {
	case shown == "" && isPicture(to):
		return "![](<" + to + ">)"
	case shown == "":
		shown = to
	}
	return "[" + shown + "](<" + to + ">)"
}

// orgMarks writes what marks in running text say: weight, notes, powers.
func orgMarks(s string) string {
	forms := inline()
	s = forms.orgNote.ReplaceAllString(s, "[^$1]")
	s = forms.orgBold.ReplaceAllString(s, "$1**$2**$3")
	s = forms.orgItalic.ReplaceAllString(s, "$1*$2*$3")
	s = forms.orgUnderline.ReplaceAllString(s, "$1$2$3")
	s = forms.orgRaised.ReplaceAllString(s, "$1<sup>$2$3</sup>")
	s = forms.orgLowered.ReplaceAllString(s, "$1$3<sub>$2$4</sub>")
	return forms.orgStrike.ReplaceAllString(s, "$1~~$2~~$3")
}

// outsideFormulas changes what is no formula of TeX: $x^2$, \(x\). A dollar before
// a blank opens none.
func outsideFormulas(s string, change func(string) string) string {
	var b strings.Builder
	for {
		from := strings.IndexByte(s, '$')
		to := -1
		if from >= 0 && from+1 < len(s) && s[from+1] != ' ' {
			to = strings.IndexByte(s[from+1:], '$')
		}
		if to < 1 {
			return b.String() + change(s)
		}
		end := from + 1 + to + 1
		b.WriteString(change(s[:from]) + s[from:end])
		s = s[end:]
	}
}

// outsideCode changes what does not stand between back quotes.
func outsideCode(s string, change func(string) string) string {
	parts := strings.Split(s, "`")
	if len(parts)%2 == 0 { // one has no partner
		return change(s)
	}
	for i := 0; i < len(parts); i += 2 {
		parts[i] = change(parts[i])
	}
	return strings.Join(parts, "`")
}

func isPicture(name string) bool {
	ok, _ := regexp.MatchString(`(?i)\.(png|jpe?g|gif|svg|webp)$`, name)
	return ok
}
