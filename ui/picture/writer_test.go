package picture

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

func never(uint32) bool  { return false }
func always(uint32) bool { return true }

// writing returns a Writer and what writes to it and says what must come out.
func writing(t *testing.T) (w *Writer, write func(s, want string)) {
	var b bytes.Buffer
	w = NewWriter(&b, nil)
	return w, func(s, want string) {
		t.Helper()
		b.Reset()
		if n, err := w.Write([]byte(s)); n != len(s) || err != nil || b.String() != want {
			t.Errorf("%q is written as %q (%d, %v), want %q", s, b.String(), n, err, want)
		}
	}
}

func TestWriterSendsAheadOfWhatIsWritten(t *testing.T) {
	w, write := writing(t)
	write("卷", "卷")
	w.Send(Drawing{ID: 7, Sent: "\x1b_Gi=7\x1b\\"})
	w.Keep(always)
	write("一", "\x1b_Gi=7\x1b\\一")
	write("二", "二")
	w.Send(Drawing{Sent: "cells"})
	write("三", "三")
	w.Keep(never)
	w.Keep(never)
	write("四", "\x1b_Gq=2,i=7,d=I,a=d\x1b\\四")
	w.Send(Drawing{ID: 8, Sent: "\x1b_Gi=8\x1b\\"})
	write("五\x1b[?1049l六", "五\x1b_Gi=8\x1b\\\x1b_Gq=2,i=8,d=I,a=d\x1b\\\x1b[?1049l六")
	write("\x1b[?1049l", "\x1b[?1049l")
}

// Each sequence is wrapped by itself: a multiplexer takes no longer ones.
func TestWriterPassesThrough(t *testing.T) {
	var b bytes.Buffer
	w := NewWriter(&b, func(s string) string { return "<" + s + ">" })
	w.Send(Drawing{ID: 7, Sent: "\x1b_Ga\x1b\\\x1b_Gb\x1b\\"})
	w.Keep(never)
	w.Lay("\x1bPq\x1b\\")
	w.Write([]byte("卷" + Mark(0, 0)))
	if want := "<\x1b_Ga\x1b\\><\x1b_Gb\x1b\\><\x1b_Gq=2,i=7,d=I,a=d\x1b\\>卷 \x1bPq\x1b\\"; b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
}

func TestWriterDrawsOverTheCells(t *testing.T) {
	w, write := writing(t)
	frame := "a" + Mark(0, 1) + "b\n" + Mark(1, 1) + "c"
	write(frame, frame) // nothing was ever laid: what stands there is text
	w.Lay("P")
	write(frame, "a b\n cP")
	write("a", "a")
	w.Lay("")
	write(frame, "a b\n c")
	const text = "\U0008EEEE\x1b[m \U0008EEEE卷\U0008EEEE"
	w.Lay("P")
	write(text, text)
}

// broken takes nothing.
type broken struct{}

var errBroken = errors.New("broken")

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestWriterSaysWhatIsWrong(t *testing.T) {
	if n, err := NewWriter(broken{}, nil).Write([]byte("卷")); n != 0 || !errors.Is(err, errBroken) {
		t.Errorf("%d, %v", n, err)
	}
	var none *Writer
	none.Send(Drawing{ID: 1})
	none.Keep(never)
	none.Lay("P")
}

// Whatever is written: only marks go, and each leaves a blank.
func FuzzUnmark(f *testing.F) {
	f.Add("卷\U0008EEEE\u0305\u030D。")
	f.Add("\U0008EEEE\U0008EEEE\u0305\u0305")
	f.Add("\U0008EEEE\xff\u0305")
	f.Fuzz(func(t *testing.T, s string) {
		out, met := unmark([]byte(s))
		if !met && string(out) != s {
			t.Fatalf("%q becomes %q", s, out)
		}
		if strings.Contains(s, "\U0008EEEE") {
			return
		}
		if marked, _ := unmark([]byte(s + Mark(3, 5) + "\x1b[m")); string(marked) != s+" \x1b[m" {
			t.Fatalf("%q behind a mark becomes %q", s, marked)
		}
	})
}
