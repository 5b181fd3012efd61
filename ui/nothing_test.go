package ui

import (
	"image"
	"reflect"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"juan/model"
	"juan/ui/task"
	"juan/ui/theme"
)

// nothings are messages that change nothing of what is on screen: ticks, the terminal
// speaking of itself, keys that mean nothing, and results of tasks that were
// called off or brought nothing.
func nothings(a *App) map[string]tea.Msg {
	return map[string]tea.Msg{
		"a tick of keeping":     keepNow{},
		"a tick of pulling":     pulled{},
		"an unknown message":    struct{}{},
		"a mouse that moves":    tea.MouseMotionMsg{X: a.w / 2, Y: a.h / 2},
		"a mouse let go":        tea.MouseReleaseMsg{X: a.w / 2, Y: a.h / 2, Button: tea.MouseLeft},
		"an unknown key":        tea.KeyPressMsg{Code: tea.KeyF20},
		"a modifier":            tea.KeyPressMsg{Code: tea.KeyLeftShift},
		"a key let go":          tea.KeyReleaseMsg{Code: 'j', Text: "j"},
		"the focus":             tea.FocusMsg{},
		"no focus":              tea.BlurMsg{},
		"the environment":       tea.EnvMsg{"TERM=xterm"},
		"the colours":           tea.ColorProfileMsg{Profile: colorprofile.TrueColor},
		"the keyboard":          tea.KeyboardEnhancementsMsg{Flags: 1},
		"the terminal’s name":   tea.TerminalVersionMsg{Name: "xterm"},
		"synchronized output":   tea.ModeReportMsg{Mode: ansi.ModeSynchronizedOutput, Value: ansi.ModeReset},
		"the size, once more":   tea.WindowSizeMsg{Width: a.w, Height: a.h},
		"the width, once more":  Drawn(a.policy),
		"the cells, once more":  CellSize(image.Point(a.opt.Medium.Cell)),
		"news that are none":    task.Batch[model.News]{},
		"a count called off":    task.Batch[model.Tally]{},
		"a fetch called off":    task.Batch[fetched]{},
		"a search called off":   task.Batch[sighting]{},
		"an offer called off":   task.Batch[model.Offer]{},
		"an order called off":   task.Batch[model.Sorted]{},
		"a picture called off":  task.Batch[drawnFigure]{},
		"rows called off":       task.Batch[sight]{},
		"a sentence called off": task.Batch[spoken]{},
		"a script called off":   task.Batch[loadedScript]{},
		"marks told too late":   task.Batch[marksTold]{},
		"an editor called off":  task.Batch[editor]{},
		"a command called off":  task.Batch[piped]{},
		"a drawing called off":  task.Batch[drawn]{},
		"a paste of nothing":    tea.PasteMsg{},
		"the end of a paste":    tea.PasteEndMsg{},
		"the beginning of one":  tea.PasteStartMsg{},
		"the capabilities":      tea.CapabilityMsg{Content: "indn"},
		"an answer not asked":   tea.CursorPositionMsg{X: 3, Y: 3},
		"a clipboard":           tea.ClipboardMsg{},
	}
}

// A message that changes nothing leaves the frame as it is, so the renderer sends no byte,
// wherever the reader is.
func TestNothingIsDrawnForNothing(t *testing.T) {
	for where, keys := range map[string][]string{
		"in the list":       {"1"},
		"in the text":       {"2", "j"},
		"in the contents":   {"3", "j"},
		"among hits":        {"2", "/", "'产业", "enter"},
		"filtering":         {"1", "/", "'产"},
		"in a prompt":       {"2", "/", "'产"},
		"jumping":           {"2", "t", "'产"},
		"in the palette":    {":"},
		"in the help":       {"?"},
		"selecting":         {"2", "v"},
		"with text only":    {"2", "z"},
		"beside another":    {"2", "|"},
		"among the marks":   {"2", "m", "'"},
		"searching it all":  {"2", "f", "'产"},
		"with a number":     {"2", "5"},
		"turning the theme": {"T"},
	} {
		opt := options(library())
		opt.Ground = theme.Dark
		a := open(t, opt, 120, 36)
		press(a, keys...)
		a.Update(tea.KeyPressMsg{Code: tea.KeyF20}) // the next key takes a notice off
		for what, msg := range nothings(a) {
			before := a.View()
			_, cmd := a.Update(msg)
			drain(a, cmd)
			if after := a.View(); !reflect.DeepEqual(before, after) {
				t.Errorf("%s: %s changes the frame", where, what)
				press(a, "esc")
			}
		}
	}
}
