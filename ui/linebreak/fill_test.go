package linebreak

import (
	"strings"
	"testing"
	"unicode"

	"juan/ui/cell"
)

var policies = []cell.Policy{{}, {WideAmbiguous: true}, {Clusters: true}, {WideAmbiguous: true, Clusters: true}}

// fill returns the lines of text, first and rest being one width.
func fill(text string, width int, p cell.Policy, o Options) []string {
	var out []string
	for _, l := range Fill(nil, text, width, width, p, o) {
		out = append(out, text[l.From:l.To])
	}
	return out
}

func TestFill(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"", 10, ""},
		{"一二三四五六七八", 10, "一二三四五|六七八"},
		{"一二三四，五六七八九十", 8, "一二三|四，五六|七八九十"},
		{"一二三“四五”六七八", 8, "一二三|“四五”|六七八"},
		{"第一行\n第二行", 20, "第一行|第二行"},
		{"第一行\n\n", 20, "第一行||"},
		{"增长2.7%，增速高", 8, "增长|2.7%，|增速高"},
	} {
		if got := strings.Join(fill(c.text, c.width, cell.Policy{}, Options{}), "|"); got != c.want {
			t.Errorf("%q in %d: %s, want %s", c.text, c.width, got, c.want)
		}
	}
}

// Whatever the text, width and choices: no byte is lost, nothing is over
// width but a single cluster, cuts are at clusters, cells are told right.
func FuzzFill(f *testing.F) {
	for _, s := range []string{
		"", "\n", " \n ", "增长2.7%,增速“十四五”——……", "https://a.cn/?q=1,2", "   leading", "a\t\tb",
		"👨‍👩‍👧❤️🇨🇳", "\x1b[31m\u202e\xff\xe4\xb8", "한국어 문장입니다. 두 번째", "e\u0301\u0301 \u0301", "（（（（））））",
		"87微克/立方米", "\ufe0f\x00\ufe0f", "字，。、字", "\u00ad\u200b\u3000",
	} {
		f.Add(s, 7, 9, byte(0))
	}
	f.Fuzz(func(t *testing.T, text string, first, rest int, flags byte) {
		first, rest = 1+abs(first)%300, 1+abs(rest)%300
		o := Options{Strict: flags&1 > 0, Hang: flags&2 > 0, Script: Script(flags >> 2 % 5)}
		for _, p := range policies {
			checkFill(t, text, first, rest, p, o)
			if n := len(Balance(nil, text, rest, p, o)); n > len(Fill(nil, text, rest, rest, p, o)) {
				t.Fatalf("%q in %d: %d lines when balanced", text, rest, n)
			}
		}
	})
}

func abs(n int) int { return max(n, -(n + 1)) }

func checkFill(t *testing.T, text string, first, rest int, p cell.Policy, o Options) {
	t.Helper()
	starts := map[int]bool{len(text): true}
	at := 0
	for c := range p.Graphemes(text) {
		starts[at] = true
		at += len(c)
	}
	lines := Fill(nil, text, first, rest, p, o)
	end := 0
	for i, l := range lines {
		room := rest
		if i == 0 {
			room = first
		}
		if blank := text[end:l.From]; strings.Trim(blank, "\n") != "" && strings.TrimFunc(blank, vanishes) != "" {
			t.Fatalf("%q: line %d leaves out %q", text, i, blank)
		}
		if !starts[l.From] || !starts[l.To] || l.To < l.From {
			t.Fatalf("%q: line %d is %d to %d, not whole clusters", text, i, l.From, l.To)
		}
		line := text[l.From:l.To]
		w := p.Width(line)
		if w != l.Cells {
			t.Fatalf("%q: line %q of %d cells is said to be %d", text, line, w, l.Cells)
		}
		if n, _ := p.First(line); w > room && n < len(line) && strings.TrimFunc(line[n:], unicode.IsSpace) != "" {
			t.Fatalf("%q: line %q is %d cells, room %d, %+v", text, line, w, room, p)
		}
		end = l.To
	}
	if strings.TrimFunc(text[end:], vanishes) != "" || len(lines) == 0 {
		t.Fatalf("%q: lost %q", text, text[end:])
	}
}

func vanishes(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b'
}
