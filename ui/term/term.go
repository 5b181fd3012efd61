// Package term asks the terminal, before the program starts, what it does and
// how: how wide it draws ambiguous characters, whether its background is dark,
// what it is called. It imports nothing of ours and decides nothing.
package term

import (
	"strconv"
	"strings"
	"time"
)

// An Answer is what the terminal said. The zero Answer is that of a terminal
// that was not asked.
type Answer struct {
	Asked    bool
	Took     time.Duration // until all positions were reported, as far as they were waited for
	Answered bool          // it reported a position of the cursor
	Cells    int           // of an East Asian ambiguous character (UAX #11, class A): 1 or 2, 0 where unknown

	Trigrams  int // cells of ☰, and of all that Unicode 16 made wide with it: 1 or 2, 0 where unknown
	Hexagrams int // of ䷀, which some had wide before

	Background string // as the terminal spells it, rgb:1010/1010/1010, "" where unknown
	Modes      map[int]Mode
	Keyboard   bool   // the kitty keyboard protocol is known
	Name       string // XTVERSION, "" where unknown
	Clipboard  bool   // OSC 52 is named among the device attributes

	Graphics
	Typed  []byte  // what was typed ahead meanwhile
	Places []Place // the positions reported so far; the rest may still come
}

// Graphics are the ways of drawing pictures that the terminal answered for.
type Graphics struct {
	Kitty        bool // kitty’s graphics
	Placeholders bool // and text that stands for them
	Sixels       bool // named among the device attributes
	CellW, CellH int  // pixels of a cell, 0 where unknown
}

// Draws reports whether the terminal draws sixels of a size that is known
// beforehand.
func (g Graphics) Draws() bool { return g.Sixels && g.CellW > 0 }

// A Place is where the cursor was, counted from 1.
type Place struct{ Row, Column int }

// Cells returns the width of the character that moved the cursor from p to to: 1 or 2,
// 0 where that is unknown.
func (p Place) Cells(to Place) int {
	n := to.Column - p.Column
	if to.Row != p.Row { // it went to the next row
		n = to.Column - 1
	}
	if n == 1 || n == 2 {
		return n
	}
	return 0
}

// A Mode is the state of a private mode (DECRPM).
type Mode uint8

// The states of a mode.
const (
	Unknown Mode = iota // no report
	Known               // the terminal has it, set or not
	Missing             // the terminal says it has not
)

// Modes that matter to text: Clusters draws a grapheme cluster as one glyph,
// Synchronized shows a frame at once.
const (
	Clusters     = 2027
	Synchronized = 2026
)

// patience is how long an answer is waited for.
const patience = 300 * time.Millisecond

// rest is how much longer it may take to come whole.
const rest = 100 * time.Millisecond

// The query: where the cursor is, a character, where it is then, and so for each
// that terminals differ in; and all as it was before, whether the answers come
// or not. Before it goes what an answer may be missing to, so that the last
// position ends the wait.
const (
	askBackground = "\x1b]11;?\x1b\\"
	askCells      = "\x1b[6n“\x1b[6n☰\x1b[6n䷀\x1b[6n"
	askModes      = "\x1b[?2026$p\x1b[?2027$p"
	askKeyboard   = "\x1b[?u"
	askName       = "\x1b[>0q"
	askSize       = "\x1b[16t"
	askAttributes = "\x1b[c"

	askPlace = "\x1b[6n"

	keep    = "\x1b7"
	restore = "\x1b8\x1b[J"
)

// PixelID is what the picture of the query is called, where a terminal’s other
// pictures are hardly called so.
const PixelID = 6976881

const pixelID = "6976881"

// showPixel shows a transparent pixel in two cells for which placeholders are to stand.
// A terminal that supports them answers OK and leaves the cursor; one that takes it for
// a picture at the cursor moves on by two cells; all others do not answer. Then the
// pixel is gone again.
const (
	showPixel = "\x1b_Ga=T,U=1,i=" + pixelID + ",s=1,v=1,c=2,r=1;AAAAAA==\x1b\\"
	dropPixel = "\x1b_Ga=d,d=I,q=2,i=" + pixelID + "\x1b\\"
)

// A Question is what is asked and how.
type Question struct {
	Leave    bool // typed keys are left alone: where some wait already, nothing is asked
	Shown    int  // bytes typed before that the terminal has echoed, which are erased
	Pictures bool // how pictures can be drawn is asked as well
	Inside   bool // a multiplexer stands between: tmux and screen take kitty’s graphics for a title
}

// Ask asks the controlling terminal for what must be known before anything is
// drawn: the width of characters that terminals differ in, and the background. It waits at
// most 300 ms and leaves nothing on the screen. What is typed meanwhile comes
// with the answer, where it is not left alone.
func Ask(q Question) Answer {
	query := askBackground
	if q.Pictures {
		query += askName + askSize + askAttributes
	}
	return ask(query+q.places(), q, (*reply).Placed)
}

// AskAll asks for everything that can be asked, where nothing was typed yet.
func AskAll(q Question) Answer {
	q.Leave, q.Pictures = true, true
	return ask(askBackground+askModes+askKeyboard+askName+askSize+q.places()+askAttributes, q, (*reply).attributed)
}

// places returns the queries that are answered by positions of the cursor.
func (q Question) places() string {
	if q.Pictures && !q.Inside {
		return keep + askCells + showPixel + askPlace + dropPixel + restore
	}
	return keep + askCells + askPlace + restore
}

// Dark reports whether the background is dark, and whether that is known: the
// terminal says it, else the environment in COLORFGBG.
func (a Answer) Dark(getenv func(string) string) (dark, known bool) {
	if dark, known = a.dark(); known {
		return dark, known
	}
	return darkNamed(getenv("COLORFGBG"))
}

func (a Answer) dark() (dark, known bool) {
	rgb, ok := strings.CutPrefix(a.Background, "rgb:")
	if !ok {
		return false, false
	}
	var light float64
	parts := strings.Split(rgb, "/")
	if len(parts) != 3 {
		return false, false
	}
	for i, weight := range []float64{0.299, 0.587, 0.114} { // ITU-R BT.601
		v, err := strconv.ParseUint(parts[i], 16, 16)
		if err != nil || len(parts[i]) > 4 {
			return false, false
		}
		light += weight * float64(v) / float64(uint64(1)<<(4*len(parts[i]))-1)
	}
	return light < 0.5, true
}
