// Package dump writes a body as text, so that tests can state all of it.
package dump

import (
	"fmt"
	"strings"

	"juan/model"
	"juan/model/char"
)

// Body writes blocks one a line, so that tests can state a whole body.
func Body(body []model.Block) string {
	var b strings.Builder
	for _, k := range body {
		for _, c := range k.In() {
			switch c.Kind {
			case model.Quote:
				b.WriteString("> ")
			case model.Note:
				fmt.Fprintf(&b, "[^%s] ", c.Marker)
			default:
				fmt.Fprintf(&b, "%d%s%s ", c.ID, c.Marker, []string{"-", "☐", "☑"}[c.Task])
			}
		}
		switch k := k.(type) {
		case model.Heading:
			fmt.Fprintf(&b, "h%d %s|%s", k.Level, k.Text()[:k.Number], prose(k.Prose)[k.Number:])
		case model.Paragraph:
			b.WriteString("p " + prose(k.Prose))
			if l := k.Lead; l.End > 0 {
				fmt.Fprintf(&b, " «%s» %d", k.Text()[:l.End], l.Level)
			}
		case model.Verse:
			b.WriteString("v " + prose(k.Prose))
		case model.Code:
			fmt.Fprintf(&b, "c %s %q", k.Language, k.Source)
		case model.Output:
			fmt.Fprintf(&b, "o %q", k.Line)
			if h := k.Head; h.Level > 0 {
				fmt.Fprintf(&b, " «%s» %d", k.Line[h.From:h.To], h.Level)
			}
		case model.Table:
			fmt.Fprintf(&b, "t %v %v", k.Head, k.Align)
			for _, row := range k.Rows {
				b.WriteString(" /")
				for _, c := range row {
					b.WriteString(" " + prose(c) + ";")
				}
			}
		case model.Rule:
			b.WriteString("---")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// prose writes prose with what is not plain in braces.
func prose(p model.Prose) string {
	var b strings.Builder
	for _, s := range p.Spans() {
		text := strings.ReplaceAll(p.Text()[s.From:s.To], "\n", "⏎")
		if s.Voice == 0 {
			b.WriteString(text)
			continue
		}
		b.WriteByte('{')
		for i, name := range []string{"b", "i", "c", "s", "l", "n", "p"} {
			if s.Voice&(1<<i) != 0 {
				b.WriteString(name)
			}
		}
		b.WriteString(" " + text)
		if s.Target != "" {
			b.WriteString(" →" + s.Target)
		}
		b.WriteByte('}')
	}
	return b.String()
}

// Letters writes the text of a body without its white space.
func Letters(body []model.Block) string {
	var b strings.Builder
	for _, k := range body {
		b.WriteString(char.Squeezed(k.Text()))
	}
	return b.String()
}

// Missing returns the letters that occur more often in a text than in what was read of
// it.
func Missing(text, read string) string {
	have := map[rune]int{}
	for _, r := range read {
		have[r]++
	}
	var lost strings.Builder
	for _, r := range text {
		if char.IsWord(r) {
			if have[r]--; have[r] < 0 {
				lost.WriteRune(r)
			}
		}
	}
	return lost.String()
}

// Places writes blocks with the containers and the Places in the source that
// they have.
func Places(body []model.Block) string {
	var b strings.Builder
	for _, one := range body {
		fmt.Fprintf(&b, "%+v %d\n", one.In(), one.Offset(0))
	}
	return b.String() + Body(body)
}
