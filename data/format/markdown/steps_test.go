package markdown

import (
	"runtime"
	"strconv"
	"strings"
	"testing"

	"juan/data/internal/dump"
	"juan/model"
)

// repeated returns what one pattern over and over makes, of about n bytes.
func repeated(pattern string, n int) string { return strings.Repeat(pattern, n/len(pattern)) }

// squares are patterns whose repetition takes the parser time in the square of
// its length.
func squares() []string {
	return []string{"> ", "> - ", "1. ", "[甲](", "[甲](<乙", "[a](b \"", "*甲_", "[^a]: ", "[a]: b\n", "[a]: b\n\"", "[甲]\n", "> [甲]\n"}
}

// What takes the parser too long is text without mark-up, and what follows it
// is parsed.
func TestSquaresAreLeft(t *testing.T) {
	for _, pattern := range squares() {
		body, ok := Blocks("# 前\n\n"+repeated(pattern, 1<<18)+"\n\n# 后\n\n**重**\n", 0)
		if ok {
			t.Errorf("%q is parsed", pattern)
		}
		last := len(body) - 1
		if dump.Body(body[:1]) != "h1 |前\n" || dump.Body(body[last-1:]) != "h1 |后\np {b 重}\n" {
			t.Errorf("%q leaves %q … %q", pattern, dump.Body(body[:1]), dump.Body(body[last-1:]))
		}
		text := 0
		for _, b := range body {
			text += len(b.Text())
		}
		if text < 1<<16 {
			t.Errorf("%q leaves %d bytes of text", pattern, text)
		}
	}
}

// Marks that the parser reads in one go are parsed however many there are in
// a paragraph.
func TestManyMarksAreParsed(t *testing.T) {
	for _, pattern := range []string{"[甲](乙)", "[甲][乙]", "[甲] ", "[[甲] ", "**甲", "甲**", "*甲* ", "**甲*乙* ", "~~甲~~ ", "`甲 ``乙 ", "`甲` ", "<b>甲</b>", "<甲 ", "![甲", "[^甲]",
		"- 甲\n", "- 甲\n\n", "- 甲\n  - 乙\n    - 丙\n", "> 甲\n", "|甲|乙|\n|-|-|\n", "甲  \n", "    甲\n\n", "<p>甲\n\n", "甲@乙.", "http://a ", "=", "==", "~", "$", "$$", "^ "} {
		if _, ok := Blocks(repeated(pattern, 1<<17), 0); !ok {
			t.Errorf("%q is not parsed", pattern)
		}
	}
}

// What many links share is kept once, and what is looked for in vain is not copied
// each time: twice as much text takes twice as much.
func TestSharedTextIsKeptOnce(t *testing.T) {
	for name, flood := range map[string]func(n int) string{
		"address": func(n int) string { return "[甲]: /" + repeated("x", n/2) + "\n\n" + repeated("[甲] ", n/2) },
		"title":   func(n int) string { return "[甲]: /x '" + repeated("x", n/2) + "'\n\n" + repeated("![甲] ", n/2) },
		"name":    func(n int) string { return "[甲]: /" + repeated("x", n/2) + "\n\n" + repeated("![][甲] ", n/2) },
		"inside":  func(n int) string { return "[" + repeated("**甲** ", n/2) + "](/" + repeated("x", n/2) + ")" },
		"formula": func(n int) string { return repeated("$$甲 ", n) },
		"signs":   func(n int) string { return repeated("$", n) },
		"equals":  func(n int) string { return repeated("=", n) },
		"tildes":  func(n int) string { return repeated("~", n) },
		"carets":  func(n int) string { return repeated("^", n/2) + repeated(" ", n/2) + "甲" },
	} {
		cost := func(n int) uint64 {
			src := flood(n)
			return min(allocated(src), allocated(src), allocated(src))
		}
		if one, two := cost(1<<18), cost(1<<19); two > 3*one { // four times as much in the square
			t.Errorf("%s: %d bytes, of twice as much %d", name, one, two)
		}
	}
}

// A list without an end whose tree is too large is parsed once, also where other text is
// before it in its chunk, and rules without blank lines are several chunks: twice as much
// takes twice as much.
func TestWhatIsTooLargeIsParsedOnce(t *testing.T) {
	for _, c := range []struct {
		one string
		ok  bool
	}{
		{"- [x] 甲\n  - [ ] 乙\n    1. [X] 丙\n", false},
		{"* * *\n- - -\n___\n甲\n===\n", true},
	} {
		large := "# 题\n\n文\n\n" + repeated(c.one, 3<<19)
		body, ok := Blocks(large+"\n文\n\n# 后\n", 0)
		if first, last := dump.Body(body[:2]), dump.Body(body[len(body)-1:]); ok != c.ok || first != "h1 |题\np 文\n" || last != "h1 |后\n" {
			t.Errorf("%q is parsed: %v, between %q and %q", c.one, ok, first, last)
		}
		if one, two := allocated(large[:len(large)/2]), allocated(large); 2*two > 5*one {
			t.Errorf("%q: %d bytes, of twice as much %d", c.one, one, two)
		}
	}
}

// Boxes that nothing ends are taken away together, however many there are.
func TestOpenBoxesAreTakenAwayTogether(t *testing.T) {
	text := func(boxes int) string {
		var b strings.Builder
		for i := range boxes {
			b.WriteString(strings.Repeat(":", 3+boxes-i) + " note\n")
		}
		return b.String() + repeated("甲\n\n", 1<<17)
	}
	if one, many := allocated(text(1)), allocated(text(30)); many > 2*one {
		t.Errorf("%d bytes for one box, %d for thirty", one, many)
	}
}

// allocated returns how many bytes are allocated to read a text, with what the rest of
// the process allocates meanwhile and what a collection has taken out of pools: the
// least of several runs is the text’s own.
func allocated(src string) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	Blocks(src, 0)
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// Many notes and marks cost no more than as much other text.
func TestManyNotesAreParsed(t *testing.T) {
	var b strings.Builder
	for i := range 5000 {
		b.WriteString("文[^" + strconv.Itoa(i) + "]。\n\n[^" + strconv.Itoa(i) + "]: 注\n\n")
	}
	body, ok := Blocks(b.String(), 0)
	if n := len(body); !ok || n != 10000 || body[n-1].In()[0] != (model.Container{Kind: model.Note, ID: 5000, Marker: "4999"}) {
		t.Errorf("%v, %d blocks", ok, n)
	}
}

func benchmarkSquares(b *testing.B, n int) {
	for _, pattern := range squares() {
		b.Run(strings.TrimSpace(pattern), func(b *testing.B) {
			src := repeated(pattern, n)
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				Blocks(src, 0)
			}
		})
	}
}

func BenchmarkSquares(b *testing.B)  { benchmarkSquares(b, 1<<20) }
func BenchmarkSquares4(b *testing.B) { benchmarkSquares(b, 4<<20) }
