package launch

import (
	"context"
	"image"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"juan/ui"
	"juan/ui/picture"
	"juan/ui/term"
)

// A hearing takes the answers of the terminal out of what the reader is sent that
// come while it is on screen.
type hearing struct {
	late
	pictures bool // how they are drawn is left to the terminal
	outer    bool // the one around tmux was asked for kitty’s graphics
}

func (h *hearing) filter(m tea.Model, msg tea.Msg) tea.Msg {
	switch msg := msg.(type) {
	case uv.CellSizeEvent:
		if msg.Width < 1 || msg.Height < 1 {
			return nil
		}
		return ui.CellSize(image.Pt(msg.Width, msg.Height))
	case uv.KittyGraphicsEvent:
		if msg.Options.ID != term.PixelID || string(msg.Payload) != "OK" {
			return nil
		}
		if h.outer {
			return picture.Placeholders
		}
		h.answer.Kitty = h.waiting() // a position will show it
		return nil
	case asked:
		h.outer = true
		return tea.RawMsg{Msg: term.Through()}
	}
	waited := h.waiting()
	msg = h.late.filter(m, msg)
	if waited && !h.waiting() && h.pictures && h.answer.Placeholders { // the last position, which shows nothing else
		return picture.Placeholders
	}
	return msg
}

// asked is sent when the terminal around tmux is to be asked.
type asked struct{}

// lookOut finds out what the terminal around tmux can show, and reports it if it is
// more than half blocks. It starts a program, so it runs while the reader is already on
// screen.
func lookOut(ctx context.Context, a term.Answer, send func(tea.Msg)) {
	switch o, err := term.AskTmux(ctx); {
	case err != nil:
	case o.Shows():
		send(asked{})
	case o.Sixels && a.Draws():
		send(picture.Sixels)
	}
}
