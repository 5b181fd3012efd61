package ui

import "juan/model"

// A reason says, in the words of the catalogue, why a command cannot be given
// now; it is "" where it can.
type reason func(*App) string

// needsArticle says why there is no text to do something with.
func needsArticle(a *App) string {
	w := a.opt.Words
	switch e := a.reading.Entry(); {
	case a.reading.Article() != nil:
		return ""
	case e == nil && !a.progress.whole:
		return a.loadingSays()
	case e == nil:
		return w.Say("article.none")
	case e == a.unread:
		return w.Say("article.unread")
	}
	return w.Say("article.coming")
}

// needsRows says why there is nothing to move in.
func needsRows(a *App) string {
	switch {
	case a.front().scope(a)&inPanes == 0:
		return ""
	case a.focus == onText:
		return needsArticle(a)
	}
	return base{}.barren(a)
}

// needsSides says that the text is alone on screen in any case.
func needsSides(a *App) string {
	if a.focus == onText && !a.sided() {
		return a.opt.Words.Say("status.noside")
	}
	return ""
}

// needsTwoTexts says why there is no room for two texts, or nothing to read in them.
func needsTwoTexts(a *App) string {
	if a.pair.on {
		return ""
	}
	w := a.wish
	w.focus, w.noList, w.noOutline, w.textOnly = onText, a.listless(), w.noOutline || a.headless(), a.raised(textOnly{})
	if !arrangePair(a.w, a.h, w).twoTexts() {
		return a.opt.Words.Say("status.notwo", besideWidth, 2*leastBelow+1)
	}
	return needsArticle(a)
}

// needsPair says that only one text is shown.
func needsPair(a *App) string {
	if !a.pair.on {
		return a.opt.Words.Say("status.notpaired")
	}
	return ""
}

// needsVoice says why nothing can be read aloud.
func needsVoice(a *App) string {
	if a.opt.Voice == nil {
		return a.opt.Words.Say("status.mute")
	}
	return needsArticle(a)
}

// needsHeadings says why there are no headings to go to.
func needsHeadings(a *App) string {
	if why := needsArticle(a); why != "" {
		return why
	}
	if a.reading.Article().Outline == nil {
		return a.opt.Words.Say("status.noheads")
	}
	return ""
}

// needsKeyword says that nothing is looked for.
func needsKeyword(a *App) string {
	if a.reading.Query().Empty() {
		return a.opt.Words.Say("status.noquery")
	}
	return needsArticle(a)
}

// needsList says why there is no list to go to.
func needsList(a *App) string {
	if a.listless() {
		return a.opt.Words.Say("status.alone")
	}
	return ""
}

// needsLinks says that no link is on screen.
func needsLinks(a *App) string {
	if why := needsArticle(a); why != "" {
		return why
	}
	if len(a.targets(model.Link|model.Picture)) == 0 {
		return a.opt.Words.Say("status.nolinks")
	}
	return ""
}

// needsPlace says why there is nothing to look for words in: each pane has a
// find of its own.
func needsPlace(a *App) string {
	switch {
	case a.focus == onOutline:
		return needsHeadings(a)
	case a.focus == onText:
		return needsArticle(a)
	case a.reading.Corpus.Len() == 0 && a.progress.whole:
		return a.opt.Words.Say("article.none")
	}
	return ""
}

// needsChoice says why there is nothing that Enter could take.
func needsChoice(a *App) string { return a.front().barren(a) }

// needsLayer says that Esc has nothing to take off and nowhere to go.
func needsLayer(a *App) string {
	for _, l := range a.layers {
		if l.open(a) {
			return ""
		}
	}
	if a.focus == onList || a.focus == onText && a.listless() {
		return a.withKeys(a.opt.Words.Say("status.outermost"), "quit")
	}
	return ""
}

// needsRoom says why the text cannot become n cells wider.
func needsRoom(n int) reason {
	return func(a *App) string {
		if a.covered() {
			return a.opt.Words.Say("status.unseen")
		}
		c := a.canvas(onText)
		if at := a.text.width(c); a.text.widened(c, n) != at {
			return ""
		}
		if n < 0 {
			return a.opt.Words.Say("status.narrowest")
		}
		return a.opt.Words.Say("status.widest")
	}
}

// needsPaneRoom says why a side pane cannot become n cells wider.
func needsPaneRoom(n int) reason {
	return func(a *App) string {
		arr := a.arrangement()
		switch {
		case a.arrange(a.wider(n)) != arr:
			return ""
		case arr.pane[a.sidePane()].w == 0 || arr.pane[onText].w == 0:
			return a.opt.Words.Say("status.noside")
		case n < 0:
			return a.opt.Words.Say("status.panenarrowest")
		}
		return a.opt.Words.Say("status.panewidest")
	}
}
