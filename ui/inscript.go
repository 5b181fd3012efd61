package ui

import (
	"cmp"
	"context"
	"iter"

	tea "charm.land/bubbletea/v2"

	"juan/ui/script"
	"juan/ui/task"
)

// Scripts are the converters that were loaded so far. Which one is on is in the
// settings of the text, so that they alone decide how it is laid out.
type scripts struct {
	task.Task[loadedScript]
	loaded map[script.Form]*script.Converter
}

// A loadedScript is a converter, or why there is none.
type loadedScript struct {
	form script.Form
	*script.Converter
	err error
}

// toggleScript shows Chinese in the other script than the open article is
// written in, on screen only: places, search and copies stay those of the
// source. Given once more it shows all as it is written.
func (a *App) toggleScript() tea.Cmd {
	if a.text.settings.Script != nil {
		a.text.settings.Script = nil
		a.say("status.script.source")
		return nil
	}
	form := script.Simplified
	if script.Of(a.sample()) == script.Simplified {
		form = cmp.Or(a.opt.Traditional, script.Taiwan)
	}
	if c := a.scripts.loaded[form]; c != nil {
		a.setScript(form, c)
		return nil
	}
	return a.scripts.Start(func(context.Context) iter.Seq[loadedScript] {
		return func(yield func(loadedScript) bool) {
			c, err := script.Load(form)
			yield(loadedScript{form, c, err})
		}
	})
}

// sampled is how many bytes of an article are read to detect its script.
const sampled = 4096

// sample returns the start of the open article.
func (a *App) sample() string {
	art := a.reading.Article()
	text := art.Title
	for _, b := range art.Body {
		if len(text) >= sampled {
			break
		}
		s := b.Text()
		text += s[:min(len(s), sampled)]
	}
	return text
}

func (a *App) scriptLoaded(b task.Batch[loadedScript]) tea.Cmd {
	if !a.scripts.Accept(b) {
		return nil
	}
	for _, l := range b.Items {
		if l.err != nil {
			a.complain(l.err)
			continue
		}
		if a.scripts.loaded == nil {
			a.scripts.loaded = make(map[script.Form]*script.Converter)
		}
		a.scripts.loaded[l.form] = l.Converter
		a.setScript(l.form, l.Converter)
	}
	return b.More
}

func (a *App) setScript(form script.Form, c *script.Converter) {
	a.text.settings.Script = c
	if form == script.Simplified {
		a.say("status.script.simplified")
		return
	}
	a.say("status.script.traditional")
}
