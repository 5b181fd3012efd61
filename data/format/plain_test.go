package format

import (
	"testing"

	"juan/data/internal/dump"
)

func TestLineBreaksOfAllKinds(t *testing.T) {
	for _, brk := range []string{"\n", "\r\n", "\r", "\u2028", "\u2029", "\f", "\u0085"} {
		text := "这是头一句话，讲的是早上的事。" + brk + "这是第二句话，讲的是晚上的事。" + brk
		f := Text{Name: "a.txt"}
		if err := f.decode([]byte(text), ""); err != nil {
			t.Fatal(err)
		}
		d := f.plain()
		if len(d.Body) != 2 {
			t.Errorf("%q: %s", brk, dump.Body(d.Body))
		}
		dump.CheckOffsets(t, text, d.Body)
	}
}
