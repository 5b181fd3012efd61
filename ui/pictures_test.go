package ui

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"juan/model"
)

// gallery has one picture, red.png, of 200 × 100 pixels.
func gallery(ctx context.Context, e *model.Entry, target string) ([]byte, error) {
	if target != "red.png" || e.ID != "a" {
		return nil, errors.New("不在这里：" + target)
	}
	m := image.NewRGBA(image.Rect(0, 0, 200, 100))
	for i := range m.Pix {
		m.Pix[i] = []uint8{0xff, 0, 0, 0xff}[i%4]
	}
	m.Set(0, 0, color.Transparent)
	var b bytes.Buffer
	err := png.Encode(&b, m)
	return b.Bytes(), err
}

// Pictures in the text move with it, and leave nothing behind.
func TestPicturesStandInTheText(t *testing.T) {
	a := open(t, illustrated(), 100, 30)
	before := strings.Count(text(a), "▀")
	for _, keys := range [][]string{{"2"}, {"j", "j", "j", "j", "j", "j"}, {"G"}, {"g"}, {"z"}, {"z"}, {"+"}, {"-"}, {"/", "渡", "口", "enter"}, {"n"}, {"esc"}, {"g", "1"}} {
		press(a, keys...)
		check(t, a, strings.Join(keys, " "))
	}
	if got := strings.Count(text(a), "▀"); got != before {
		t.Errorf("there were %d cells, there are %d:\n%s", before, got, text(a))
	}
	a.Update(tea.ColorProfileMsg{Profile: colorprofile.ASCII})
	if strings.Contains(text(a), "▀") {
		t.Errorf("without colours:\n%s", text(a))
	}
}

// A screen with pictures is a rectangle whatever is pressed, in any size.
func TestPicturesUnderRandomKeys(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	keys := []string{"j", "k", "d", "u", "space", "b", "g", "G", "L", "1", "enter", "esc", "tab", "z", "+", "-", "2", "left", "right", "?"}
	a := open(t, illustrated(), 100, 30)
	for range 400 {
		if r.IntN(8) == 0 {
			_, cmd := a.Update(tea.WindowSizeMsg{Width: 1 + r.IntN(140), Height: 1 + r.IntN(50)})
			drain(a, cmd)
		}
		key := keys[r.IntN(len(keys))]
		press(a, key)
		check(t, a, key)
	}
}

// illustrated shows two pictures, one of which is not there.
func illustrated() Options {
	body := []model.Block{model.Paragraph{Prose: model.Plain("河边。")}}
	for _, name := range []string{"red.png", "none.png"} {
		body = append(body, model.Paragraph{Prose: model.NewProse("渡口的旧照", []model.Span{{To: len("渡口的旧照"), Voice: model.Picture, Target: name}})})
	}
	opt := options([]*model.Article{model.NewArticle(model.Entry{ID: "a", Title: "志"}, body)})
	opt.Pictures = gallery
	return opt
}

func TestPicturesAreLookedAt(t *testing.T) {
	a := open(t, illustrated(), 100, 30)
	still := strings.Count(text(a), "▀")
	if still != 64*16 { // 200 × 100 pixels in sixteen rows
		t.Errorf("%d cells in the text:\n%s", still, text(a))
	}
	press(a, "2", "L", "1", "enter")
	check(t, a, "with a picture")
	if got := strings.Count(text(a), "▀"); got < 70*17 {
		t.Errorf("%d cells of the picture:\n%s", got, text(a))
	}
	if frame := a.View().Content; !strings.Contains(frame, "\x1b[38;2;255;0;0m\x1b[48;2;255;0;0m▀") {
		t.Error("it is not red")
	}
	for _, size := range [][2]int{{60, 20}, {140, 45}, {20, 6}} {
		_, cmd := a.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		drain(a, cmd)
		check(t, a, "after a resize")
		if w := a.viewRoom(); a.viewed.room != w || strings.Count(text(a), "▀") == 0 {
			t.Errorf("%v: drawn for %v in %v:\n%s", size, a.viewed.room, w, text(a))
		}
	}
	_, cmd := a.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	drain(a, cmd)
	press(a, "esc")
	if strings.Count(text(a), "▀") != still || a.viewed.on != nil || a.viewed.Running() {
		t.Errorf("something of it is left:\n%s", text(a))
	}
}

func TestPicturesThatCannotBeShownSaySo(t *testing.T) {
	a := open(t, illustrated(), 100, 30)
	press(a, "2", "L", "2", "enter")
	if !strings.Contains(text(a), "不在这里：none.png") {
		t.Errorf("nothing is said:\n%s", text(a))
	}
	for what, change := range map[string]func(*Options){
		"no pictures":     func(o *Options) { o.Pictures = nil },
		"wide characters": func(o *Options) { o.Policy.WideAmbiguous = true },
		"look-alikes":     func(o *Options) { o.Settings.Replace = true },
	} {
		opt := illustrated()
		change(&opt)
		a := open(t, opt, 100, 30)
		press(a, "2", "L")
		if !strings.Contains(text(a), "这里画不出图片") {
			t.Errorf("%s: the list does not say so:\n%s", what, text(a))
		}
		press(a, "1", "enter")
		if strings.Contains(text(a), "▀") || !strings.Contains(text(a), "这里画不出图片") {
			t.Errorf("%s:\n%s", what, text(a))
		}
	}
}

// A picture on screen can be opened though its words stand below the screen.
func TestAPictureIsOpenedByItsRows(t *testing.T) {
	for h := 12; h < 30; h++ {
		a := open(t, illustrated(), 100, h)
		press(a, "2")
		if !strings.Contains(text(a), "▀") {
			continue
		}
		if got := a.targets(model.Picture); len(got) == 0 || got[0].to != "red.png" || got[0].text == "" {
			t.Errorf("%d rows: %v\n%s", h, got, text(a))
		}
	}
}
