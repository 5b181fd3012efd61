package launch

import (
	"image"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi/kitty"

	"juan/ui"
	"juan/ui/picture"
	"juan/ui/term"
)

// Answers about pictures reach the reader only where they were asked for, and none
// does as a key.
func TestAnswersAboutPictures(t *testing.T) {
	ok := uv.KittyGraphicsEvent{Options: kitty.Options{ID: term.PixelID}, Payload: []byte("OK")}
	other := uv.KittyGraphicsEvent{Options: kitty.Options{ID: 1}, Payload: []byte("OK")}
	not := uv.KittyGraphicsEvent{Options: kitty.Options{ID: term.PixelID}, Payload: []byte("ENOENT:")}
	for _, tc := range []struct {
		name  string
		outer bool
		in    tea.Msg
		want  tea.Msg
	}{
		{"not asked", false, ok, nil},
		{"asked", true, ok, picture.Placeholders},
		{"somebody else’s", true, other, nil},
		{"an error", true, not, nil},
		{"a cell", false, uv.CellSizeEvent{Width: 10, Height: 20}, ui.CellSize(image.Pt(10, 20))},
		{"a cell of no size", false, uv.CellSizeEvent{}, nil},
		{"a window", false, tea.WindowSizeMsg{Width: 3}, tea.WindowSizeMsg{Width: 3}},
	} {
		h := hearing{outer: tc.outer}
		if got := h.filter(nil, tc.in); got != tc.want {
			t.Errorf("%s: %v, want %v", tc.name, got, tc.want)
		}
	}
	var h hearing
	if got, raw := h.filter(nil, asked{}).(tea.RawMsg); !raw || got.Msg != term.Through() || h.filter(nil, ok) != picture.Placeholders {
		t.Errorf("%v is sent", got)
	}
}
