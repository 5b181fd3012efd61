package ui

import (
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/linebreak"
)

// A target is what a stretch of the text on screen leads to.
type target struct {
	text  string
	voice model.Voice
	to    string
}

// targets returns the links, or the marks of notes, that are on screen.
func (a *App) targets(voice model.Voice) []target {
	doc := a.text.lay(&a.reading, a.canvas(onText))
	if doc == nil {
		return nil
	}
	var out []target
	for _, l := range doc.Lines(a.reading.At().Pos, a.canvas(onText).H) {
		for _, run := range l.Runs {
			if run.Figure.Row > 0 { // the picture itself: its words may stand below the screen
				run.Voice, run.Text = model.Picture, ""
			}
			switch {
			case run.Voice&voice == 0 || run.Target == "":
			case len(out) > 0 && out[len(out)-1].to == run.Target: // goes on in the next run or line
				out[len(out)-1].text += run.Text
			default:
				out = append(out, target{run.Text, run.Voice, run.Target})
			}
		}
	}
	for i, t := range out {
		if t.text == "" {
			out[i].text = path.Base(t.to)
		}
	}
	return out
}

// A lead is a row in the list of links and references: its words in the text, and its
// target.
type leading struct {
	text, to string
	item     item
}

// leads returns the links, pictures and named sections that are on screen.
func (a *App) leads() []leading {
	var out []leading
	for _, t := range a.targets(model.Link | model.Picture) {
		out = append(out, leading{t.text, t.to, a.lead(t)})
	}
	for _, r := range a.references() {
		to := a.reading.Article().Outline[r.Section]
		out = append(out, leading{r.text, to.Text(), item{right: to.Text(), do: func() tea.Cmd { return a.show(to.Start) }}})
	}
	return out
}

// follow opens a numbered list of what one can follow on screen.
func (a *App) follow() tea.Cmd {
	w, links := a.opt.Words, a.leads()
	a.raise(newPicker(w.Say("pane.links"), w.Say("prompt.link"), func(q model.Query) items {
		var out items
		for i, l := range links {
			number := strconv.Itoa(i + 1)
			left := number + "  " + l.text
			_, err := strconv.Atoi(q.String())
			if q.Empty() || err == nil && strings.HasPrefix(number, q.String()) || err != nil && (q.Matches(left) || q.Matches(l.to)) {
				row := l.item
				row.left = left
				out = append(out, row)
			}
		}
		return out
	}))
	return nil
}

// lead returns the row of a link, or of a picture to be looked at.
func (a *App) lead(t target) item {
	switch {
	case t.voice&model.Link != 0:
		return item{right: t.to, do: func() tea.Cmd { return a.goTo(t.to) }}
	case a.pictured():
		return item{right: t.to, do: func() tea.Cmd { return a.view(t) }}
	}
	why := a.opt.Words.Say("picture.none")
	return item{right: why, dim: true, do: func() tea.Cmd {
		a.say("picture.none")
		return nil
	}}
}

// goTo follows a link: to a heading, to an article of the library, or, what
// leads out of it, onto the clipboard.
func (a *App) goTo(link string) tea.Cmd {
	file, heading, _ := strings.Cut(link, "#")
	at := a.reading.At()
	if file != "" {
		if at = (model.Place{Key: a.linked(file)}); at.Key == "" {
			return a.clipLink(link)
		}
	}
	a.outline.leave()
	if heading == "" {
		a.reading.Jump(model.Place{Key: at.Key})
		return a.look(onText)
	}
	if art := a.reading.Held(at.Key); art != nil {
		i := section(art.Outline, heading)
		if i < 0 {
			a.say("status.nosection", heading)
			return nil
		}
		a.reading.Jump(model.Place{Key: at.Key, Pos: art.Outline[i].Start})
		return a.look(onText)
	}
	a.reading.Jump(at)
	a.whenOpen(func() {
		outline := a.reading.Article().Outline
		if i := section(outline, heading); i >= 0 {
			a.reading.Scroll(outline[i].Start)
		} else {
			a.say("status.nosection", heading)
		}
	})
	return a.look(onText)
}

// section returns the index of the first heading with an anchor, -1 for none.
func section(o model.Outline, link string) int {
	if s, err := url.PathUnescape(link); err == nil {
		link = s
	}
	return slices.IndexFunc(o, func(s model.Section) bool { return anchor(s.Text()) == anchor(link) })
}

// linked returns the key of the article that a relative link names, "" for none:
// the file it leads to from the open article, else the only one of its name.
func (a *App) linked(file string) string {
	if strings.Contains(file, "://") {
		return ""
	}
	if s, err := url.PathUnescape(file); err == nil {
		file = s
	}
	want, base := path.Join(path.Dir(a.reading.Entry().Path), file), path.Base(file)
	named := []string{}
	for _, e := range a.reading.Corpus.Entries() {
		switch {
		case e.Path != "" && path.Clean(e.Path) == want:
			return e.Key
		case path.Base(e.Path) == base || e.ID == strings.TrimSuffix(base, path.Ext(base)):
			named = append(named, e.Key)
		}
	}
	if len(named) != 1 {
		return ""
	}
	return named[0]
}

// anchor reduces a heading to what its anchor keeps: letters and digits.
func anchor(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// notes shows the notes whose marks are on screen; while one skims, first the whole
// of the first paragraph there that is cut short.
func (a *App) notes() tea.Cmd {
	if a.unfoldBlock(a.shortened()) {
		return nil
	}
	w, marks := a.opt.Words, a.targets(model.NoteRef)
	if len(marks) == 0 {
		if len(a.leads()) > 0 {
			return a.follow()
		}
		a.notice = notice{text: a.withKeys(w.Say("status.nonotes"), "page-down", "close")}
		return nil
	}
	p := &popup{title: w.Say("pane.footnote")}
	body := p.body(a.screen())
	var rows items
	for i, m := range marks {
		if i > 0 {
			rows = append(rows, item{})
		}
		rows = append(rows, a.note(m, body)...)
	}
	p.items = rows
	a.raise(p)
	return nil
}

// note returns the text of a note, in lines for a popup; choosing one goes to where
// the note stands.
func (a *App) note(m target, c canvas) []item {
	var out []item
	label := "[" + m.to + "] "
	for i, b := range a.reading.Article().Body {
		inNote := slices.ContainsFunc(b.In(), func(c model.Container) bool {
			return c.Kind == model.Note && c.Marker == m.to
		})
		if !inNote || b.Text() == "" {
			continue
		}
		text := cell.Visible(label + b.Text())
		label = ""
		for _, l := range linebreak.Fill(nil, text, c.W, c.W, c.Policy, linebreak.Options{}) {
			out = append(out, item{left: text[l.From:l.To], do: func() tea.Cmd { return a.show(model.Pos{Block: i}) }})
		}
	}
	return out
}
