package term

import (
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// In each case the terminal's bytes, cut anywhere, give the same answer.
var replies = []struct {
	name, in string
	want     Answer
}{
	{"narrow", "\x1b[5;1R\x1b[5;2R", Answer{Answered: true, Cells: 1}},
	{"wide", "\x1b[5;1R\x1b[5;3R", Answer{Answered: true, Cells: 2}},
	{"wide, at the right edge", "\x1b[5;80R\x1b[6;3R", Answer{Answered: true, Cells: 2}},
	{"narrow, at the right edge", "\x1b[5;80R\x1b[5;80R", Answer{Answered: true}},
	{"old signs", "\x1b[5;1R\x1b[5;2R\x1b[5;3R\x1b[5;5R", Answer{Answered: true, Cells: 1, Trigrams: 1, Hexagrams: 2}},
	{"new signs", "\x1b[5;1R\x1b[5;3R\x1b[5;5R\x1b[5;7R", Answer{Answered: true, Cells: 2, Trigrams: 2, Hexagrams: 2}},
	{"signs over the right edge", "\x1b[5;79R\x1b[5;80R\x1b[6;3R\x1b[6;4R", Answer{Answered: true, Cells: 1, Trigrams: 2, Hexagrams: 1}},
	{"a key behind all positions", "\x1b[5;1R\x1b[5;2R\x1b[5;3R\x1b[5;4R\x1b[5;4R\x1b[1;2R", Answer{Answered: true, Cells: 1, Trigrams: 1, Hexagrams: 1, Typed: []byte("\x1b[1;2R")}},
	{"one answer only", "\x1b[5;1R", Answer{Places: []Place{{5, 1}}}},
	{"nothing", "", Answer{}},
	{"background", "\x1b]11;rgb:1010/1010/1010\x1b\\\x1b[5;1R\x1b[5;2R", Answer{Answered: true, Cells: 1, Background: "rgb:1010/1010/1010"}},
	{"background, ended by BEL", "\x1b]11;rgb:ff/ff/ff\a\x1b[5;1R\x1b[5;2R", Answer{Answered: true, Cells: 1, Background: "rgb:ff/ff/ff"}},
	{"typed before, between and behind", "jj\x1b[5;1Rk\x1b[5;2R]", Answer{Answered: true, Cells: 1, Typed: []byte("jjk]")}},
	{"keys that are sequences", "\x1b[A\x1b[5;1R\x1bOP\x1b[5;2R\x1b[1;5C", Answer{Answered: true, Cells: 1, Typed: []byte("\x1b[A\x1bOP\x1b[1;5C")}},
	{"Escape typed", "\x1b[5;1R\x1b[5;2R\x1b", Answer{Answered: true, Cells: 1, Typed: []byte("\x1b")}},
	{"Han typed", "汉字\x1b[5;1R\x1b[5;2R", Answer{Answered: true, Cells: 1, Typed: []byte("汉字")}},
	{"modes", "\x1b[?2026;2$y\x1b[?2027;0$y", Answer{Modes: map[int]Mode{Synchronized: Known, Clusters: Missing}}},
	{"placeholders", "\x1bP>|kitty(0.41)\x1b\\\x1b[6;20;10t\x1b[?62;4c\x1b[5;1R\x1b[5;2R\x1b[5;4R\x1b[5;6R\x1b_Gi=6976881;OK\x1b\\\x1b[5;6R",
		Answer{Answered: true, Cells: 1, Trigrams: 2, Hexagrams: 2, Name: "kitty(0.41)", Graphics: Graphics{Kitty: true, Placeholders: true, Sixels: true, CellW: 10, CellH: 20}}},
	{"pictures at the cursor only", "\x1b[5;1R\x1b[5;2R\x1b[5;4R\x1b[5;6R\x1b_Gi=6976881;OK\x1b\\\x1b[5;8R",
		Answer{Answered: true, Cells: 1, Trigrams: 2, Hexagrams: 2, Graphics: Graphics{Kitty: true}}},
	{"no pictures", "\x1b[5;1R\x1b[5;2R\x1b[5;4R\x1b[5;6R\x1b_Gi=6976881;ENOTSUP:x\x1b\\\x1b[5;6R", Answer{Answered: true, Cells: 1, Trigrams: 2, Hexagrams: 2}},
	{"pictures not spoken of", "\x1b[5;1R\x1b[5;2R\x1b[5;4R\x1b[5;6R\x1b[5;6R\x1b[?1;2;14c", Answer{Answered: true, Cells: 1, Trigrams: 2, Hexagrams: 2}},
	{"somebody else’s picture", "\x1b_Gi=1;OK\x1b\\", Answer{Typed: []byte("\x1b_Gi=1;OK\x1b\\")}},
	{"cells of no size", "\x1b[6;0;10t\x1b[6;10t\x1b[6;99999;10t", Answer{Typed: []byte("\x1b[6;0;10t\x1b[6;10t\x1b[6;99999;10t")}},
	{"all", "\x1b[?1u\x1bP>|XTerm(390)\x1b\\\x1b[5;1R\x1b[5;2R\x1b[?62;22;52c", Answer{Answered: true, Cells: 1, Keyboard: true, Name: "XTerm(390)", Clipboard: true}},
}

func TestReplies(t *testing.T) {
	for _, tc := range replies {
		for _, size := range []int{1, 2, 3, 7, 1000} {
			var r reply
			for p := []byte(tc.in); len(p) > 0; {
				n := min(size, len(p))
				r.feed(p[:n])
				p = p[n:]
			}
			got := r.finish()
			if got.Answered {
				got.Places = nil // told as cells
			}
			if !reflect.DeepEqual(got, tc.want) {
				t.Errorf("%s, %d bytes at a time: %+v, want %+v", tc.name, size, got, tc.want)
			}
		}
	}
}

func TestDark(t *testing.T) {
	for spelled, want := range map[string][2]bool{
		"rgb:1010/1010/1010":  {true, true},
		"rgb:fafa/fafa/fafa":  {false, true},
		"rgb:00/00/00":        {true, true},
		"rgb:ff/ff/ff":        {false, true},
		"rgb:f/f/0":           {false, true},
		"rgb:0000/0000/ffff":  {true, true},
		"rgb:0000/0000":       {false, false},
		"rgb:x/y/z":           {false, false},
		"rgb:///":             {false, false},
		"rgb:00000/0/0":       {false, false},
		"":                    {false, false},
		"rgba:1010/1010/1010": {false, false},
	} {
		if dark, known := (Answer{Background: spelled}).Dark(func(string) string { return "" }); dark != want[0] || known != want[1] {
			t.Errorf("%q: %v %v", spelled, dark, known)
		}
	}
}

// Where the terminal does not tell its background the environment may; where
// it does, that holds.
func TestDarkByTheEnvironment(t *testing.T) {
	for spelled, want := range map[string][2]bool{
		"15;0": {true, true}, "0;15": {false, true}, "0;default;15": {false, true}, "7;8": {true, true}, "0;7": {false, true},
		"15;default": {}, "": {}, "0;99": {}, "0;-1": {}, ";": {},
	} {
		env := func(name string) string { return map[string]string{"COLORFGBG": spelled}[name] }
		if dark, known := (Answer{}).Dark(env); dark != want[0] || known != want[1] {
			t.Errorf("%q: %v %v", spelled, dark, known)
		}
		if dark, known := (Answer{Background: "rgb:ff/ff/ff"}).Dark(env); dark || !known {
			t.Errorf("%q goes before what the terminal says", spelled)
		}
	}
}

func TestEnvironment(t *testing.T) {
	env := func(name, value string) func(string) string {
		return func(n string) string {
			if n == name {
				return value
			}
			return ""
		}
	}
	if got := Multiplexer(env("TMUX", "/tmp/x")); got != "tmux" {
		t.Error(got)
	}
	if got := InputMethod(env("XMODIFIERS", "@im=fcitx")); got != "fcitx" {
		t.Error(got)
	}
	if got := InputMethod(env("XMODIFIERS", "@im=none")); got != "" {
		t.Error(got)
	}
	if links, clip := (Answer{Name: "WezTerm 2024"}).Capable(env("", "")); !links || !clip {
		t.Error(links, clip)
	}
	if links, clip := (Answer{Name: "XTerm(390)", Clipboard: true}).Capable(env("", "")); links || !clip {
		t.Error(links, clip)
	}
}

// Whatever comes: what is no answer was typed, in its order.
func FuzzReplies(f *testing.F) {
	for _, tc := range replies {
		f.Add([]byte(tc.in))
	}
	f.Fuzz(func(t *testing.T, p []byte) {
		var whole, bytewise reply
		whole.feed(p)
		for i := range p {
			bytewise.feed(p[i : i+1])
		}
		a, b := whole.finish(), bytewise.finish()
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("%q: whole %+v, byte by byte %+v", p, a, b)
		}
		if a.Cells < 0 || a.Cells > 2 || len(a.Typed) > len(p) {
			t.Fatalf("%q: %+v", p, a)
		}
		a.dark()
	})
}

// What the terminal showed of keys typed too early is taken back, where it is
// known to stand alone in its rows.
func TestWipe(t *testing.T) {
	for _, tc := range []struct {
		typed  string
		n      int
		column int
		want   string
	}{
		{"jj", 2, 3, "\r\x1b[J"},
		{"jj", 1, 2, "\r\x1b[J"}, // the second was not shown any more
		{"\x1b[A", 3, 5, "\r\x1b[J"},
		{"j\nk", 3, 2, "\r\x1b[A\x1b[J"},
		{"\n", 1, 1, "\r\x1b[A\x1b[J"},
		{"jj", 2, 8, ""}, // behind something else
		{"汉", 3, 3, ""},
		{"jj", 0, 3, ""},
		{"j", 2, 3, ""}, // an answer, or gone
	} {
		r := reply{Answer: Answer{Typed: []byte(tc.typed)}}
		if r.wipe(tc.n) != "" {
			t.Errorf("%q is wiped off without knowing where", tc.typed)
		}
		r.Hear(Place{9, tc.column})
		if got := r.wipe(tc.n); got != tc.want {
			t.Errorf("%q, %d shown, cursor in column %d: %q", tc.typed, tc.n, tc.column, got)
		}
	}
}

func TestAroundTmux(t *testing.T) {
	const caps = "Terminal 0: xterm-kitty for /dev/pts/0, flags=0x30:\n 199: RGB: [missing]\n 227: Tc: (flag) true\n"
	for said, want := range map[string]Outer{
		"": {}, "no server running": {}, "\n\noff\n": {},
		"kitty(0.41.1)\nbpaste,title\non\n" + caps:                         {Name: "kitty(0.41.1)", Passes: true, TrueColor: true},
		"XTerm(379)\n256,RGB,sixel,title\noff\nTerminal 0:\n":              {Name: "XTerm(379)", Sixels: true, TrueColor: true},
		"ghostty 1.1.0\n256,sixels,title\nall\n 199: RGB: (flag) true\n":   {Name: "ghostty 1.1.0", Passes: true, TrueColor: true},
		"\n256\non\n 199: RGB: [missing]\n 227: Tc: (flag) false\nTc: x\n": {Passes: true},
	} {
		if got := outer(said); got != want {
			t.Errorf("%q: %+v, want %+v", said, got, want)
		}
	}
	for _, o := range []Outer{{}, {Name: "kitty(0.41.1)", TrueColor: true}, {Name: "kitty(0.41.1)", Passes: true}, {Name: "WezTerm 2024", Passes: true, TrueColor: true}} {
		if o.Shows() {
			t.Errorf("%+v has text stand for pictures", o)
		}
	}
	if o := (Outer{Name: "kitty(0.41.1)", Passes: true, TrueColor: true}); !o.Shows() {
		t.Errorf("%+v has none", o)
	}
}

// A multiplexer, which would take it for a title, gets no bare question for
// kitty’s graphics, and who wants no pictures is asked nothing of them.
func TestWhoIsAskedForPictures(t *testing.T) {
	for _, q := range []Question{{}, {Pictures: true}, {Pictures: true, Inside: true}} {
		query := q.places()
		if asked := strings.Contains(query, "\x1b_G"); asked != (q.Pictures && !q.Inside) || strings.Count(query, "\x1b[6n") != positions {
			t.Errorf("%+v: %q", q, query)
		}
	}
	env := func(name, value string) func(string) string {
		return func(n string) string {
			if n == name {
				return value
			}
			return ""
		}
	}
	for name, want := range map[string]bool{"xterm-kitty": false, "tmux-256color": true, "screen": true, "": false} {
		if got := Inside(env("TERM", name)); got != want {
			t.Errorf("TERM=%s: %v", name, got)
		}
	}
	if !Inside(env("ZELLIJ", "0")) {
		t.Error("zellij")
	}
	if pixelID != strconv.Itoa(PixelID) {
		t.Errorf("the pixel is asked for as %s and heard as %d", pixelID, PixelID)
	}
	if s := Through(); strings.Count(s, "\x1bPtmux;\x1b\x1b_G") != 2 || strings.Count(s, "\x1b\x1b\\\x1b\\") != 2 {
		t.Errorf("%q", s)
	}
}
