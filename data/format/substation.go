package format

import (
	"cmp"
	"strings"

	"juan/data/format/compose"
	"juan/model"
)

// isSubStation recognises subtitles of SubStation Alpha by the file name and by their
// first section.
func (f *Text) isSubStation() bool {
	switch f.suffix() {
	case ".ass", ".ssa":
		return strings.Contains(strings.ToLower(f.text[f.start:min(len(f.text), f.start+Sniffed)]), "[script info]")
	}
	return false
}

// subStation reads subtitles of SubStation Alpha: the spoken text, its time above, and
// the speaker where one is named. Styles, comments and drawings are left out.
func (f *Text) subStation() Draft {
	e := f.entry()
	e.Title = f.titled
	var body []model.Block
	columns := "layer,start,end,style,name,marginl,marginr,marginv,effect,text"
	events := false
	at := f.start
	for line := range strings.Lines(f.text[f.start:]) {
		l := compose.Trimmed(f.text, at, at+len(line))
		at += len(line)
		text := f.text[l.From:l.To]
		key, value, _ := strings.Cut(text, ":")
		switch key = strings.ToLower(key); {
		case strings.HasPrefix(text, "["):
			events = strings.EqualFold(text, "[events]")
		case key == "title" && !events:
			e.Title = cmp.Or(e.Title, strings.TrimSpace(value))
		case key == "format" && events:
			columns = strings.ToLower(strings.ReplaceAll(value, " ", ""))
		case key == "dialogue" && events:
			for _, p := range f.said(columns, l.From+len("dialogue:"), l.To) {
				body = append(body, model.Verse{Leaf: model.Leaf{Src: p.At}, Prose: p.Prose})
			}
		}
	}
	e.Title = cmp.Or(e.Title, f.Title)
	return Draft{Entry: e, Body: body}
}

// said reads one subtitle, whose fields stand from byte from up to to in the order
// of columns; the last has the text, commas and all. It is nil where nothing is said.
func (f *Text) said(columns string, from, to int) []compose.Part {
	cue := &compose.Text{Src: f.text}
	who, start, end := "", [2]int{}, [2]int{}
	names := strings.Split(columns, ",")
	for _, name := range names[:len(names)-1] {
		i := strings.IndexByte(f.text[from:to], ',')
		if i < 0 {
			return nil
		}
		switch field := compose.Trimmed(f.text, from, from+i); name {
		case "start":
			start = [2]int{field.From, field.To}
		case "end":
			end = [2]int{field.From, field.To}
		case "name", "actor":
			who = f.text[field.From:field.To]
		}
		from += i + 1
	}
	if strings.Contains(f.text[from:to], `\p1`) { // strokes of a drawing
		return nil
	}
	cue.Verbatim(start[0], start[1], 0, "")
	cue.Add(" --> ", start[1], 0, "")
	cue.Verbatim(end[0], end[1], 0, "")
	cue.HardBreak(from)
	if who != "" {
		cue.Add(who+"：", from, 0, "")
	}
	before := len(cue.Pieces)
	f.saidLines(cue, from, to)
	if len(cue.Pieces) == before {
		return nil
	}
	return cue.Parts()
}

// saidLines adds the text of a subtitle: {\an8} says how it looks, \N and \n part
// its lines, \h is a blank.
func (f *Text) saidLines(cue *compose.Text, from, to int) {
	for from < to {
		text := f.text[from:to]
		i := strings.IndexAny(text, `{\`)
		if i < 0 {
			i = len(text)
		}
		cue.Verbatim(from, from+i, 0, "")
		size := 0
		switch rest := text[i:]; {
		case strings.HasPrefix(rest, "{"):
			if size = strings.IndexByte(rest, '}') + 1; size == 0 {
				size = 1
				cue.Verbatim(from+i, from+i+1, 0, "")
			}
		case strings.HasPrefix(rest, `\N`), strings.HasPrefix(rest, `\n`):
			cue.HardBreak(from + i)
			size = 2
		case strings.HasPrefix(rest, `\h`):
			cue.Space(from+i, 0, "")
			size = 2
		case rest != "":
			cue.Verbatim(from+i, from+i+1, 0, "")
			size = 1
		}
		from += i + size
	}
}
