package ui

import (
	"context"
	"iter"
	"slices"

	tea "charm.land/bubbletea/v2"

	"juan/ui/task"
	"juan/ui/typeset"
)

// A plainCode is a block of code on screen that has no colours yet.
type plainCode struct {
	doc   *typeset.Doc
	block int
}

// A coloured block is code and the colours that were found for it.
type coloured struct {
	plainCode
	typeset.Colours
}

// A colouring is the task that finds the colours of code, block by block, and the blocks
// that it still has to do, in order.
type colouring struct {
	task.Task[coloured]
	left []plainCode
}

// colourCode begins to find the colours of the code on screen. Work under way for
// another place is abandoned.
func (a *App) colourCode() tea.Cmd {
	wanted := a.uncoloured()
	if a.arrangement().twoTexts() {
		a.in(!a.pair.second, func() { wanted = append(wanted, a.uncoloured()...) })
	}
	t := &a.colouring
	if len(wanted) == 0 {
		if t.Running() {
			t.Stop()
		}
		return nil
	}
	if t.Running() && slices.Equal(t.left, wanted) {
		return nil
	}
	t.left = wanted
	return t.Start(func(ctx context.Context) iter.Seq[coloured] {
		return func(yield func(coloured) bool) {
			for _, p := range wanted {
				colours := p.doc.Lex(ctx, p.block)
				if ctx.Err() != nil || !yield(coloured{p, colours}) {
					return
				}
			}
		}
	})
}

// uncoloured returns the code on the screen of the active text that has no colours.
func (a *App) uncoloured() (all []plainCode) {
	c := a.canvas(onText)
	if c.blank || a.arrangement().pane[onText].w == 0 {
		return nil
	}
	on := a.text.page(&a.reading, c)
	if len(on) == 0 {
		return nil
	}
	for _, block := range a.text.doc.Uncoloured(on) {
		all = append(all, plainCode{a.text.doc, block})
	}
	return all
}

// codeColoured takes the colours of code.
func (a *App) codeColoured(b task.Batch[coloured]) tea.Cmd {
	t := &a.colouring
	if !t.Accept(b) {
		return nil
	}
	t.left = t.left[len(b.Items):]
	for _, c := range b.Items {
		c.doc.Colour(c.block, c.Colours)
	}
	for _, l := range []*leaf{&a.text.leaf, &a.pair.aside.leaf} {
		l.of = pageOf{} // its lines are others
	}
	return b.More
}
