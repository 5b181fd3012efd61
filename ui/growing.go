package ui

import "juan/model"

// A text may grow while it is read: what a program still writes into a pipe, a log. A
// reader who went to its end stays at the end until something moves the text. So the
// text is followed as long as the place is still the one that following left.

// followed notes that the reader went to the end of the text, or somewhere else.
func (a *App) followed(m motion) {
	a.following = model.Place{}
	if m.unit == ends && m.n > 0 {
		a.following = a.reading.At()
	}
}

// keepUp goes to the new end of a text that has grown, if the reader stands at the old
// one.
func (a *App) keepUp() {
	if a.following.Key == "" || a.reading.At() != a.following || a.reading.Article() == nil {
		return
	}
	a.text.move(&a.reading, a.canvas(onText), motion{ends, 1})
	a.following = a.reading.At()
}
