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
	checkLines(t, text, Fill(nil, text, first, rest, p, o), first, rest, p, o)
}

// checkLines holds that lines are those of text, whole and as wide as they say.
func checkLines(t *testing.T, text string, lines []Line, first, rest int, p cell.Policy, o Options) {
	t.Helper()
	starts := map[int]bool{len(text): true}
	at := 0
	for c := range p.Graphemes(text) {
		starts[at] = true
		at += len(c)
	}
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
		n := 0
		for c := range p.Graphemes(line) {
			n = len(c)
			break
		}
		if w > room && n < len(line) && strings.TrimFunc(line[n:], unicode.IsSpace) != "" {
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

func TestChoices(t *testing.T) {
	for _, c := range []struct {
		what, text string
		width      int
		o          Options
		want       string
	}{
		{"a pair may begin a line", "他说到这里——就停了下来", 10, Options{}, "他说到这里|——就停|了下来"},
		{"strict: it may not", "他说到这里——就停了下来", 10, Options{Strict: true}, "他说到这|里——就停|了下来"},
		{"strict: but a paragraph may", "——他说到这里", 10, Options{Strict: true}, "——他说|到这里"},
		{"hang: a comma stands in the margin", "一二三四，五六七八九十", 10, Options{Hang: true}, "一二三四，|五六七|八九十"},
		{"hang: a question mark does not", "一二三四？五六七八九十", 10, Options{Hang: true}, "一二三|四？五六|七八九十"},
		{"hang: nor a comma before a closing mark", "一二三四，”五六七八九", 10, Options{Hang: true}, "一二三|四，”五|六七八九"},
		{"Korean ends at spaces", "한국어 문장은 띄어쓰기에서 나뉜다", 10, Options{}, "한국어|문장은|띄어쓰기에|서 나뉜다"},
		{"Korean by order", "한국어문장", 4, Options{Script: Chinese}, "한국|어문|장"},
		{"English", "The quick, brown fox (a fox) jumps.", 12, Options{}, "The quick,|brown fox (a|fox) jumps."},
		{"hard breaks", "一二\n三四五六七八\n九", 8, Options{}, "一二|三四五|六七八|九"},
		{"blanks that open a text", "  一二三四", 6, Options{}, "  一|二三四"},
		{"a word longer than a line", "incomprehensibilities", 10, Options{}, "incomprehe|nsibilitie|s"},
		{"a number that would fit", "共1234567.89元", 10, Options{}, "共|1234567.89|元"},
		{"clusters of a long word", "e\u0301e\u0301e\u0301e\u0301", 3, Options{}, "e\u0301e\u0301e\u0301|e\u0301"},
		{"a line narrower than a character", "一二", 1, Options{}, "一|二"},
		{"marks wider than a line", "他说：“好……”）。走", 6, Options{}, "他说：|“好|……”）|。走"},
		{"only marks", "（（（（））））", 4, Options{}, "（（|（（|））|））"},
		{"a path longer than a line", "见 /usr/local/share/doc 中", 10, Options{}, "见 /usr/|local/|share/doc|中"},
	} {
		if got := strings.Join(fill(c.text, c.width, cell.Policy{}, c.o), "|"); got != c.want {
			t.Errorf("%s: %q in %d:\n got %s\nwant %s", c.what, c.text, c.width, got, c.want)
		}
	}
}

// A last line of one or two characters takes something down from the line
// before, unless that would leave a hole there.
func TestLastLine(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"一二三四五六七八九十。", 20, "一二三四五六七八|九十。"},
		{"一二三四五六七八九十一。", 20, "一二三四五六七八九|十一。"},
		{"一二三四五六七八九十一二", 20, "一二三四五六七八九|十一二"},
		{"一二三四五六七八九十一二三", 20, "一二三四五六七八九十|一二三"},
		{"一二三四五6789101112了", 20, "一二三四五6789101112|了"},
		{"一二三四五六七八九十一\n二三", 20, "一二三四五六七八|九十一|二三"},
		{"一二三四。\n五", 8, "一二|三四。|五"},
	} {
		if got := strings.Join(fill(c.text, c.width, cell.Policy{}, Options{}), "|"); got != c.want {
			t.Errorf("%q in %d:\n got %s\nwant %s", c.text, c.width, got, c.want)
		}
	}
}

func TestFirst(t *testing.T) {
	text := "一二三四五六七八九十"
	var got []string
	for _, l := range Fill(nil, text, 4, 8, cell.Policy{}, Options{}) {
		got = append(got, text[l.From:l.To])
	}
	if s := strings.Join(got, "|"); s != "一二|三四五六|七八九十" {
		t.Errorf("first line of 4 cells: %s", s)
	}
	if lines := Fill(make([]Line, 3), "字", 4, 4, cell.Policy{}, Options{}); len(lines) != 4 {
		t.Errorf("Fill appends: %d lines behind 3 others", len(lines)-3)
	}
}

func TestMinWidth(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "指标": 2, "指标，": 4, "3449.2亿元": 6, "规模 2020年 了": 6, "“好”": 6, "GDP growth": 6, "一\n二三": 2,
	} {
		if got := MinWidth(text, cell.Policy{WideAmbiguous: true}); got != want {
			t.Errorf("MinWidth(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestBalance(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"短题", 20, "短题"},
		{"一二三四五六七八九十一二", 20, "一二三四五六|七八九十一二"},
		{"在第七届人民代表大会第七次会议上的报告", 20, "在第七届人民代表大会|第七次会议上的报告"},
		{"A title with incomprehensibilities", 22, "A title with|incomprehensibilities"},
	} {
		var got []string
		for _, l := range Balance(nil, c.text, c.width, cell.Policy{}, Options{}) {
			got = append(got, c.text[l.From:l.To])
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q: %s, want %s", c.text, s, c.want)
		}
	}
}

func TestScriptOf(t *testing.T) {
	for text, want := range map[string]Script{
		"": Unknown, "……1234": Unknown, "许昌市": Chinese, "許昌市の人": Japanese, "한국어 문장": Korean,
		"大한민국(大韓民國)은 나라이다": Korean, "Plain English of 卷 (juǎn)": Western, "用 Rust 写程序": Chinese,
		"他用日语说“ありがとう”，大家听了以后都笑了起来，这是他在那里学到的第一个词，后来再也没有忘记过，直到今天还常常挂在嘴边说给孩子们听": Chinese,
	} {
		if got := ScriptOf(text); got != want {
			t.Errorf("ScriptOf(%q) = %d, want %d", text, got, want)
		}
	}
}
