package ui

import (
	"context"
	"errors"
	"iter"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/task"
)

// A Voice says a sentence aloud, and returns when that is done or ctx is. A sentence
// has no control characters and is never empty. It is used off the goroutine of the ui,
// by one sentence at a time.
type Voice func(ctx context.Context, sentence string) error

// ErrMute is what a [Voice] returns where the system has none.
var ErrMute = errors.New("the system has no voice")

// Speaking is a text read aloud, sentence by sentence. The zero one is silent.
type speaking struct {
	task.Task[spoken]
	now spoken
}

// A spoken sentence has begun to be said, or could not be.
type spoken struct {
	article *model.Article
	at      model.Hit
	err     error
}

// A speech is the layer of what is read aloud.
type speech struct{}

func (speech) open(a *App) bool { return a.speaking.Running() }

func (speech) close(a *App) tea.Cmd {
	a.hush()
	a.say("status.hushed")
	return nil
}

// readAloud reads the open article aloud from the first sentence that begins on screen,
// or stops where it is being read.
func (a *App) readAloud() tea.Cmd {
	if a.speaking.Running() {
		a.drop(speech{})
		return speech{}.close(a)
	}
	art, voice := a.reading.Article(), a.opt.Voice
	from := a.firstSentence()
	a.raise(speech{})
	a.say("status.speaking")
	return a.speaking.Start(func(ctx context.Context) iter.Seq[spoken] {
		return func(yield func(spoken) bool) {
			for s := range sentences(art, from) {
				if ctx.Err() != nil || !yield(spoken{article: art, at: s.at}) {
					return
				}
				if err := voice(ctx, s.text); err != nil {
					yield(spoken{err: err})
					return
				}
			}
		}
	})
}

// firstSentence returns where the first sentence begins that does so on screen, or that
// which fills it.
func (a *App) firstSentence() model.Pos {
	at := a.reading.At().Pos
	fills := at
	for s := range sentences(a.reading.Article(), model.Pos{Block: at.Block}) {
		if !s.at.From().Before(at) {
			if !a.text.shows(&a.reading, a.canvas(onText), s.at.From()) {
				break
			}
			return s.at.From()
		}
		fills = s.at.From()
	}
	return fills
}

// spokenOf takes the sentence that is being said: it is lit, and the text follows.
func (a *App) spokenOf(b task.Batch[spoken]) tea.Cmd {
	if !a.speaking.Accept(b) {
		return nil
	}
	var err error
	if n := len(b.Items); n > 0 {
		s, before := b.Items[n-1], a.speaking.now
		if err = s.err; err == nil {
			a.speaking.now, a.text.spoken = s, s
			a.followSpoken(before)
		}
	}
	if b.More != nil {
		return b.More
	}
	a.hush()
	a.drop(speech{})
	switch {
	case errors.Is(err, ErrMute):
		a.say("status.mute")
	case err != nil:
		why, _ := a.opt.Explain(err)
		a.notice = notice{text: a.opt.Words.Say("status.voiceless", why), alert: true}
	default:
		a.say("status.spoken")
	}
	return nil
}

// followSpoken shows the sentence that is being said in the text that it is of, unless
// the reader has scrolled away from the one before.
func (a *App) followSpoken(before spoken) {
	s, second := a.speaking.now, a.pair.second
	if beside, _ := a.reading.Beside(); a.reading.Article() != s.article && beside == s.article {
		second = !second
	}
	a.in(second, func() {
		r, c := &a.reading, a.canvas(onText)
		if r.Article() != s.article || before.article == s.article && !a.meets(before.at, c) {
			return
		}
		from, to := s.at.From(), s.at.To()
		if bottom := a.text.bottom(r, c); from.Before(r.At().Pos) || !from.Before(bottom) || bottom.Before(to) {
			if above := a.text.above(r, c, from); above != r.At().Pos {
				r.Scroll(above)
			}
		}
		r.See(a.text.bottom(r, c))
	})
}

// meets reports whether some of h is on screen.
func (a *App) meets(h model.Hit, c canvas) bool {
	return a.reading.At().Pos.Before(h.To()) && h.From().Before(a.text.bottom(&a.reading, c))
}

// hush stops reading aloud.
func (a *App) hush() {
	a.speaking.Stop()
	a.speaking.now, a.text.spoken = spoken{}, spoken{}
}
