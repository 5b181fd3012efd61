package ui

import (
	"strings"
	"testing"
	"time"

	"juan/model"
)

// Reading times follow the reader's own pace once enough was read; a jump does not
// count.
func TestThePaceIsTheReaders(t *testing.T) {
	a := open(t, options(library()), 100, 24)
	now := time.Now()
	a.now = func() time.Time { return now }
	press(a, "2", "g")
	before := text(a)
	for range 12 {
		press(a, "G")
		now = now.Add(2 * time.Second)
		press(a, "g")
		now = now.Add(30 * time.Second)
		for range 3 {
			press(a, "space")
			now = now.Add(150 * time.Second)
		}
	}
	press(a, "g")
	pace := a.pacing.PerMinute()
	if pace >= 400 || pace < 60 {
		t.Fatalf("%d characters a minute", pace)
	}
	if text(a) == before || !strings.Contains(text(a), a.opt.Words.Duration("text", model.MinutesAt(pace, a.reading.Article().Chars))) {
		t.Errorf("%d a minute is not told:\n%s", pace, text(a))
	}
}
