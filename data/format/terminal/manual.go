package terminal

import (
	"strings"

	"juan/model"
)

// manual returns the name of a page of the manual that a line opens, with its
// section: “LS(1)  User Commands  LS(1)” has it at both ends. It is "" where the line
// opens none.
func manual(line string) string {
	var p Painter
	line, _ = p.Line(line)
	words := strings.Fields(line)
	if len(words) < 2 || len(line)-len(strings.TrimLeft(line, " ")) > 0 {
		return ""
	}
	name := words[0]
	open := strings.IndexByte(name, '(')
	if open <= 0 || !strings.HasSuffix(name, ")") || len(name)-open < 3 || !strings.EqualFold(name, words[len(words)-1]) {
		return ""
	}
	return name
}

// subIndent is how many blanks stand before the head of a sub-section, in cells.
const subIndent = 3

// inManual returns the section that a line of a page of the manual opens: a head
// stands at the left edge, where nothing else does but the first line and the last,
// which name the page; the head of a sub-section stands three blanks further in and
// is bold. Options are bold too, but stand seven blanks in.
func (f *finder) inManual(line string, looks []model.Look) model.Head {
	text := strings.TrimLeft(line, " ")
	in := len(line) - len(text)
	switch {
	case text == "" || strings.HasSuffix(strings.ToUpper(text), strings.ToUpper(f.manual)):
		return model.Head{}
	case in == 0 && text[0] != '\t':
		return model.Head{To: int32(len(line)), Level: 1}
	case in == subIndent && bold(looks, in, len(line)):
		return model.Head{From: int32(in), To: int32(len(line)), Level: 2}
	}
	return model.Head{}
}

// bold reports whether the first and the last of the bytes [from, to) of a line are.
func bold(looks []model.Look, from, to int) bool {
	first, last := false, false
	for _, l := range looks {
		if l.Style.Attr&model.Bold != 0 {
			first = first || int(l.From) <= from && from < int(l.To)
			last = last || int(l.From) < to && to <= int(l.To)
		}
	}
	return first && last
}
