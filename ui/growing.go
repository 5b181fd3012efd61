package ui

import "juan/model"

// A text may grow while it is read: what a program still writes into a pipe, a log. Who
// went to its end stays there, until anything moves the text; so where one is says
// whether the text is followed.

// followed notes that the reader went to the end of the text, or somewhere else.
func (a *App) followed(m motion) {
	a.following = model.Place{}
	if m.unit == ends && m.n > 0 {
		a.following = a.reading.At()
	}
}

// keepUp goes to the end of a text that has grown, where the reader stands at what was
// its end.
func (a *App) keepUp() {
	if a.following.Key == "" || a.reading.At() != a.following || a.reading.Article() == nil {
		return
	}
	a.text.move(&a.reading, a.canvas(onText), motion{ends, 1})
	a.following = a.reading.At()
}
