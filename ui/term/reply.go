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
	positions int // how many reports of the cursor the query asks for
	places    []Place
	ended     bool   // the device attributes came
	rest      []byte // an unfinished sequence
}

// placed reports whether all positions came.
func (r *reply) placed() bool { return len(r.places) >= r.positions }

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
	switch {
	case len(r.places) >= 2:
		r.Answered = true
		for i, cells := range [...]*int{&r.Cells, &r.Trigrams, &r.Hexagrams} {
			if i+1 < len(r.places) {
				*cells = r.places[i].Cells(r.places[i+1])
			}
		}
	case len(r.places) == 1:
		r.Place = &r.places[0]
	}
	r.Placeholders = r.Kitty && len(r.places) == 5 && r.places[4] == r.places[3]
	return r.Answer
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
		if !ok || err != nil || err1 != nil || len(r.places) == r.positions {
			return false // F3 with a modifier
		}
		r.places = append(r.places, Place{y, x})
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
