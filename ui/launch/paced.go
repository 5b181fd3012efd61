package launch

import (
	"reflect"
	"slices"

	tea "charm.land/bubbletea/v2"

	"juan/ui"
)

// A paced is a model whose views reach the renderer one at a time.
type paced struct {
	tea.Model
	pace *pace
}

// pacedBy returns m paced by p, m itself where p is nil.
func pacedBy(p *pace, m tea.Model) tea.Model {
	if p == nil {
		return m
	}
	return paced{m, p}
}

// Update hands a message on; where another view is due there is only that to do.
func (p paced) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg.(type) {
	case due:
		return p, nil
	case tea.WindowSizeMsg: // the renderer paints all anew, whichever view it has
		p.pace.resize()
	}
	m, cmd := p.Model.Update(msg)
	return paced{m, p.pace}, cmd
}

// View returns the view that the renderer is to have.
func (p paced) View() tea.View { return p.pace.hold(p.Model.View()) }

// begin begins to pace; send sends a message to the program. On a slow link the first
// frame is the one with a text, which is there a moment later.
func (p *pace) begin(send func(tea.Msg)) {
	if p == nil {
		return
	}
	p.send, p.begins = send, true
	p.after(drawing, func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.begins = false
		p.land()
	})
}

// filter takes the answers to its requests out of what the reader is sent.
func (p *pace) filter(msg tea.Msg) tea.Msg {
	if p == nil {
		return msg
	}
	switch {
	case msg == status:
		p.arrived()
		return nil
	case isPosition(msg): // the terminal answers the question of the start
		p.hear()
	}
	return msg
}

func isPosition(msg tea.Msg) bool {
	_, ok := msg.(tea.CursorPositionMsg)
	return ok
}

// putOff reports whether msg leaves the terminal and waits until the frame under way has
// arrived: what the terminal answered later would be typed to the shell, or into the
// editor that is started. Who asks once more to leave does not wait, nor is a terminal
// waited for that has answered nothing so far.
func (p *pace) putOff(msg tea.Msg) bool {
	if p == nil {
		return false
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	runs := isExec(msg)
	again := slices.ContainsFunc(p.put, func(put tea.Msg) bool { return !isExec(put) })
	switch msg.(type) {
	case tea.QuitMsg, tea.SuspendMsg:
	case tea.ResumeMsg, ui.Unstopped:
		p.leaving = false
		return false
	default:
		if !runs {
			return false
		}
	}
	waits := p.on && p.heard && p.under() && (!again || runs)
	if p.leaving = waits || !runs; waits { // a program that runs at once is back before the next view
		p.put = append(p.put, msg)
	}
	return waits
}

// isExec reports whether msg asks for a program to be run in the terminal, as tea.Exec has it.
func isExec(msg tea.Msg) bool {
	return reflect.TypeOf(msg) == reflect.TypeOf(tea.Exec(nil, nil)())
}

// resize notes that the next view has another size.
func (p *pace) resize() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.resized = true
}
