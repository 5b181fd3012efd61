package term

import (
	"bytes"
	"strconv"
	"strings"
)

// A reply takes apart what comes from the terminal: answers, and between them
// what is typed.
type reply struct {
	Answer
	ended bool   // the device attributes came
	rest  []byte // an unfinished sequence
}

// positions is how many reports of the cursor the query asks for.
const positions = 5

// Placed reports whether the terminal reported all positions that it was asked for.
func (a *Answer) Placed() bool { return len(a.Places) >= positions }

// Hear takes the next position of the cursor: from the second on each shows the width
// of a character, the last one whether placeholders are supported.
func (a *Answer) Hear(p Place) {
	a.Places = append(a.Places, p)
	switch n := len(a.Places); {
	case n == positions:
		a.Placeholders = a.Kitty && p == a.Places[n-2]
	case n > 1:
		a.Answered = true
		*[...]*int{&a.Cells, &a.Trigrams, &a.Hexagrams}[n-2] = a.Places[n-2].Cells(p)
	}
}

// attributed reports whether the device attributes came, which are asked last.
func (r *reply) attributed() bool { return r.ended }

// feed takes bytes as they come.
func (r *reply) feed(p []byte) {
	r.rest = append(r.rest, p...)
	for len(r.rest) > 0 {
		n := r.sequence(r.rest)
		if n == 0 {
			return
		}
		r.rest = r.rest[n:]
	}
}

// finish ends the conversation: an unfinished sequence was typed.
func (r *reply) finish() Answer {
	r.Typed = append(r.Typed, r.rest...)
	r.rest = nil
	return r.Answer
}

// wipe returns what takes the first n bytes that were typed off the screen, which
// the terminal showed: each control character as two, Enter as a new line. It
// does nothing where the cursor is not where that leads from the left edge, and
// for text that is not ASCII.
func (r *reply) wipe(n int) string {
	if n == 0 || n > len(r.Typed) || len(r.Places) == 0 {
		return ""
	}
	column, up := 1, ""
	for _, b := range r.Typed[:n] {
		switch {
		case b == '\n' || b == '\r':
			column, up = 1, up+"\x1b[A"
		case b < ' ' || b == 0x7f:
			column += 2
		case b < 0x80:
			column++
		default:
			return ""
		}
	}
	if r.Places[0].Column != column {
		return ""
	}
	return "\r" + up + "\x1b[J"
}

// sequence takes one sequence or character off the front of p and returns its
// bytes, 0 when it is not whole yet.
func (r *reply) sequence(p []byte) int {
	if p[0] != '\x1b' {
		n := bytes.IndexByte(p, '\x1b')
		if n < 0 {
			n = len(p)
		}
		r.Typed = append(r.Typed, p[:n]...)
		return n
	}
	if len(p) == 1 {
		return 0
	}
	switch p[1] {
	case '[':
		return r.csi(p)
	case ']', 'P', '_':
		return r.text(p)
	}
	r.Typed = append(r.Typed, p[:2]...)
	return 2
}

func (r *reply) csi(p []byte) int {
	i := 2
	for i < len(p) && (p[i] < 0x40 || p[i] > 0x7e) {
		if p[i] < 0x20 { // no sequence after all
			r.Typed = append(r.Typed, p[:i]...)
			return i
		}
		i++
	}
	if i == len(p) {
		return 0
	}
	if body := string(p[2:i]); !r.report(body, p[i]) {
		r.Typed = append(r.Typed, p[:i+1]...)
	}
	return i + 1
}

// report takes a control sequence that answers, and reports whether it does.
func (r *reply) report(body string, final byte) bool {
	switch private := strings.HasPrefix(body, "?"); {
	case final == 'R' && !private:
		row, column, ok := strings.Cut(body, ";")
		y, err := strconv.Atoi(row)
		x, err1 := strconv.Atoi(column)
		if !ok || err != nil || err1 != nil || r.Placed() {
			return false // F3 with a modifier
		}
		r.Hear(Place{y, x})
	case final == 'y' && private && strings.HasSuffix(body, "$"):
		mode, state, _ := strings.Cut(strings.Trim(body, "?$"), ";")
		n, err := strconv.Atoi(mode)
		if err != nil {
			return false
		}
		if r.Modes == nil {
			r.Modes = make(map[int]Mode)
		}
		if r.Modes[n] = Known; state == "0" {
			r.Modes[n] = Missing
		}
	case final == 'u' && private:
		r.Keyboard = true
	case final == 'c' && private:
		r.ended = true
		r.Clipboard, r.Sixels = strings.Contains(body+";", ";52;"), strings.Contains(body+";", ";4;")
	case final == 't' && strings.HasPrefix(body, "6;"):
		return r.cell(body[2:])
	default:
		return false
	}
	return true
}

// cell takes the height and the width of a cell.
func (r *reply) cell(body string) bool {
	height, width, ok := strings.Cut(body, ";")
	h, err := strconv.Atoi(height)
	w, err1 := strconv.Atoi(width)
	if !ok || err != nil || err1 != nil || h < 1 || w < 1 || h > largest || w > largest {
		return false
	}
	r.CellW, r.CellH = w, h
	return true
}

// largest is how many pixels the side of a cell has at most.
const largest = 1000

// text takes an operating system command, a device control string or an
// application program command.
func (r *reply) text(p []byte) int {
	end, size := bytes.Index(p[2:], []byte("\x1b\\")), 2
	if bell := bytes.IndexByte(p[2:], '\a'); bell >= 0 && (end < 0 || bell < end) {
		end, size = bell, 1
	}
	if end < 0 {
		return 0
	}
	body := string(p[2 : 2+end])
	if s, ok := strings.CutPrefix(body, "11;"); ok && p[1] == ']' {
		r.Background = s
	} else if s, ok := strings.CutPrefix(body, ">|"); ok && p[1] == 'P' {
		r.Name = s
	} else if s, ok := strings.CutPrefix(body, "Gi="+pixelID+";"); ok && p[1] == '_' {
		r.Kitty = s == "OK"
	} else {
		r.Typed = append(r.Typed, p[:2+end+size]...)
	}
	return 2 + end + size
}
