package picture

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// A Writer stands between the renderer and the terminal and hands it pictures of
// which the renderer knows nothing. What is sent goes ahead of the next write, so
// the terminal has a picture before the cells that stand for it; what is laid over
// the cells follows the write that has its marks, so nothing paints over it. A
// nil Writer drops everything.
type Writer struct {
	to   io.Writer
	pass func(sequence string) string // wraps a sequence for whoever stands between, nil for nobody

	mu     sync.Mutex
	ahead  strings.Builder
	held   map[uint32]bool // pictures in the memory of the terminal
	marked bool            // pictures were laid over the cells, so there may be marks
	over   string          // the picture that lies there, "" for none
}

// NewWriter returns a Writer before to. Pass wraps a control sequence so that the
// program between hands it on; it may be nil.
func NewWriter(to io.Writer, pass func(sequence string) string) *Writer {
	return &Writer{to: to, pass: pass, held: make(map[uint32]bool)}
}

// Send hands a picture of placeholders to the terminal.
func (w *Writer) Send(d Drawing) {
	if w == nil || d.ID == 0 {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.held[d.ID] = true
	w.put(d.Sent)
}

// Keep takes the pictures out of the terminal’s memory that are not wanted.
func (w *Writer) Keep(wanted func(id uint32) bool) {
	if w == nil {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	for id := range w.held {
		if !wanted(id) {
			w.forget(id)
		}
	}
}

// Lay has the result of [Drawing.At] drawn after each write that contains one of its
// marks, instead of the drawing before; "" for nothing.
func (w *Writer) Lay(over string) {
	if w == nil {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.over = over
	w.marked = w.marked || over != ""
}

// Write implements [io.Writer].
func (w *Writer) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	out := p
	if w.marked {
		var met bool
		if out, met = unmark(p); met && w.over != "" {
			out = append(out, w.over...)
		}
	}
	if len(w.held) > 0 {
		out = w.leave(out)
	}
	if w.ahead.Len() > 0 {
		out = append([]byte(w.ahead.String()), out...)
		w.ahead.Reset()
	}
	if _, err := w.to.Write(out); err != nil {
		return 0, fmt.Errorf("write to the terminal: %w", err)
	}
	return len(p), nil
}

// leave returns p with the sequences that delete all pictures from the terminal’s
// memory before the alternate screen is left: each screen has a memory of its own.
func (w *Writer) leave(p []byte) []byte {
	at := bytes.Index(p, []byte(ansi.ResetModeAltScreenSaveCursor))
	if at < 0 {
		return p
	}
	for id := range w.held {
		w.forget(id)
	}
	out := append(bytes.Clone(p[:at]), w.ahead.String()...)
	w.ahead.Reset()
	return append(out, p[at:]...)
}

func (w *Writer) forget(id uint32) {
	delete(w.held, id)
	w.put(forgotten(id))
}

// put has control sequences written ahead of the next write.
func (w *Writer) put(sequences string) {
	if w.pass == nil {
		w.ahead.WriteString(sequences)
		return
	}
	const end = "\x1b\\"
	for s := range strings.SplitAfterSeq(sequences, end) {
		if s != "" {
			w.ahead.WriteString(w.pass(s))
		}
	}
}

// unmark returns p with a blank in the place of each mark, and whether there was
// one.
func unmark(p []byte) (out []byte, met bool) {
	sign := string(mark)
	for {
		at := bytes.Index(p, []byte(sign))
		if at < 0 {
			return append(out, p...), met
		}
		end := at + len(sign)
		_, row := utf8.DecodeRune(p[end:])
		column, size := utf8.DecodeRune(p[end+row:])
		if !unicode.Is(unicode.Mn, column) { // a character of a text
			out, p = append(out, p[:end]...), p[end:]
			continue
		}
		out, p, met = append(append(out, p[:at]...), ' '), p[end+row+size:], true
	}
}
