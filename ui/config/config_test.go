package config

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
)

func TestValuesAreTaken(t *testing.T) {
	doc := `# settings
theme = "light"
width = 72
paragraph = "space"
ambiguous = 2
language = "en"
pictures = "off"
panes = "list"
mouse = false
ascii = true
gap = true
hang = true
strict = true
voice = "say -v 'Tingting'"

[open]
"*.pdf" = "pdftotext -layout {} -"
"*报告.pdf" = ["my reader", "{}"]
"*.doc" = 'antiword "a b" \"c'

[keys]
find = "x"
quit = []
[keys.text]
find = ["y", "ctrl+y"]
`
	got, faults := Parse("c", doc)
	want := Config{Theme: "light", Width: 72, Paragraph: "space", Ambiguous: "2", Language: "en", Pictures: "off", Panes: "list", NoMouse: true, ASCII: true, Gap: true, Hang: true, Strict: true, Voice: []string{"say", "-v", "Tingting"}, Open: []Opener{
		{"*报告.pdf", []string{"my reader", "{}"}}, {"*.doc", []string{"antiword", "a b", `"c`}}, {"*.pdf", []string{"pdftotext", "-layout", "{}", "-"}},
	}, Keys: []Binding{{"", "find", []string{"x"}, 22}, {"", "quit", nil, 23}, {"text", "find", []string{"y", "ctrl+y"}, 25}}}
	if !reflect.DeepEqual(got, want) || faults != nil {
		t.Errorf("%+v, %v", got, faults)
	}
}

// A wrong value names its line, and the others still count.
func TestFaultsNameTheirLine(t *testing.T) {
	for _, tc := range []struct {
		doc    string
		faults []string
	}{
		{"", nil},
		{"width = \"wide\"\nhang = true", []string{"c:1: width: want 2–10000"}},
		{"\n\n  width = 1", []string{"c:3: width: want 2–10000"}},
		{"voice = \"\"", nil},
		{"voice = 1", []string{`c:1: voice: want "espeak-ng -v cmn --stdin"`}},
		{"paragraph = \"block\"", []string{`c:1: paragraph: want "indent", "space"`}},
		{"open = 1", []string{`c:1: open: want "*.pdf" = "pdftotext -layout {} -"`}},
		{"[open]\n\"*.pdf\" = \"'x\"", []string{`c:2: open."*.pdf": want "*.pdf" = "pdftotext -layout {} -"`}},
		{"[open]\n\"[\" = \"x\"", []string{`c:2: open."[": want "*.pdf" = "pdftotext -layout {} -"`}},
		{"indent = 4", []string{"c:1: indent: want true, false"}},
		{"ambiguous = 3", []string{`c:1: ambiguous: want "auto", "1", "2", "replace"`}},
		{"pictures = true", []string{`c:1: pictures: want "auto", "blocks", "off"`}},
		{"hang = 1\n# gap = 2\ncolour = \"red\"", []string{"c:1: hang: want true, false", "c:3: colour: no such setting"}},
		{"[keyz]\na = 1", []string{"c:1: keyz: no such setting"}},
		{"panes = \"left\"", []string{`c:1: panes: want "both", "list", "contents", "none"`}},
		{"mouse = \"no\"", []string{"c:1: mouse: want true, false"}},
		{"theme = 1\ngap = true", []string{`c:1: theme: want "…"`}},
	} {
		_, faults := Parse("c", tc.doc)
		var got []string
		for _, f := range faults {
			got = append(got, f.Error())
		}
		if !reflect.DeepEqual(got, tc.faults) {
			t.Errorf("%q: %q, want %q", tc.doc, got, tc.faults)
		}
	}
	_, faults := Parse("c", "gap = true\nwidth = = 2\n")
	if len(faults) != 1 || faults[0].Why != Malformed || faults[0].Line != 2 {
		t.Errorf("no TOML: %+v", faults)
	}
}

// A line that is no TOML costs what stands on it alone; a header, its table.
func TestALineThatIsNoTOMLIsLeftOut(t *testing.T) {
	for _, tc := range []struct {
		doc   string
		lines []int
		width int
	}{
		{"gap = yes\nwidth = 40\nhang == true\nwidth = 50\n", []int{1, 3, 4}, 40},
		{"[keys\nfind = 1\n[open]\n", []int{1}, 0},
		{"[keys]\nfind = [\"x\",\nquit = \"y\"\n", []int{2}, 0},
		{"panes = [1,\n2,\n3", []int{1}, 0},
		{"width = 40\ntheme = '''\nabc\nhang = true\n", []int{2}, 40},
		{"width = 40\ntheme = \"\"\"abc\n\n\n", []int{2}, 40},
		{"\ufeffgap = yes\nwidth = 40", []int{1}, 40},
		{"width = 40\ntheme = \"x\nhang = true", []int{2}, 40},
		{strings.Repeat("= 1\n", 100) + "width = 40", nil, 0},
	} {
		c, faults := Parse("c", tc.doc)
		var lines []int
		for _, f := range faults {
			if f.Why != Malformed {
				t.Errorf("%q: %+v", tc.doc, f)
			}
			lines = append(lines, f.Line)
		}
		if tc.lines != nil && !slices.Equal(lines, tc.lines) || c.Width != tc.width || len(faults) > mostTries {
			t.Errorf("%q: lines %v, width %d", tc.doc, lines, c.Width)
		}
	}
}

// What would take the parser long is not given to it: the steps that it takes grow
// with the levels of each key.
func TestWhatIsTooMuchIsNotParsed(t *testing.T) {
	for doc, kept := range map[string]bool{
		strings.Repeat("a.", 20_000) + "a = 1\nwidth = 40":              true,
		"x = " + strings.Repeat("{a=", 20_000) + "\nwidth = 40":         true,
		"width = 40\nx = " + strings.Repeat("[", 30_000):                true,
		"width = 40\n#" + strings.Repeat("[.", 40_000):                  true,
		"width = 40\n#" + strings.Repeat("x", most):                     false,
		"theme = \"" + strings.Repeat("a.[", 10_000) + "\"\nwidth = 40": true,
	} {
		if c, _ := Parse("c", doc); (c.Width == 40) != kept {
			t.Errorf("%.20q…: width %d", doc, c.Width)
		}
	}
}

func TestUnknownSettingsAreToldWithTheNearest(t *testing.T) {
	for key, want := range map[string]string{"theem": "theme", "pane": "panes", "MOUSE": "mouse", "key": "keys", "zzz": "", "": "", "paragraf": "paragraph"} {
		_, faults := Parse("c", fmt.Sprintf("%q = 1", key))
		if len(faults) != 1 || faults[0].Why != NoSuchKey || faults[0].Near != want {
			t.Errorf("%q: %+v, want %q", key, faults, want)
		}
	}
}

// Each entry of the table of keys names its line, however it is written.
func TestKeysNameTheirLines(t *testing.T) {
	for doc, want := range map[string]string{
		"[keys]\nfind = 1":                                          `c:2: keys.find: want "x", ["x", "ctrl+x"], []`,
		"\nkeys.text.find = [1]":                                    `c:2: keys.text.find: want "x", ["x", "ctrl+x"], []`,
		"[keys.text]\nquit = \"q\"\n\"find\" = {}":                  `c:3: keys.text.find: want "x", ["x", "ctrl+x"], []`,
		"keys = { quit = \"q\", find = true }":                      `c:1: keys.find: want "x", ["x", "ctrl+x"], []`,
		"[keys]\nquit = \"x\"\n[keys.list]\nquit = 2":               `c:4: keys.list.quit: want "x", ["x", "ctrl+x"], []`,
		"[keys.list]\nquit = \"x\"\n# quit = 3\n[keys]\nquit = 2\n": `c:5: keys.quit: want "x", ["x", "ctrl+x"], []`,
		"keys = 1": `c:1: keys: want [keys]`,
	} {
		_, faults := Parse("c", doc)
		if len(faults) != 1 || faults[0].Error() != want {
			t.Errorf("%q: %v, want %s", doc, faults, want)
		}
	}
}

// The printed defaults have no fault, and neither has any of them when its # is removed;
// all of them together are accepted too.
func TestDefaultSettingsAreRight(t *testing.T) {
	say := func(key string, args ...any) string { return key }
	doc := Default(say, []Command{{"find", []string{"/"}, "what"}, {"quit", []string{"q", "ctrl+q"}, "what"}, {"none", nil, "what"}})
	if c, faults := Parse("c", doc); faults != nil || !reflect.DeepEqual(c, Config{}) {
		t.Fatalf("%+v %v in\n%s", c, faults, doc)
	}
	var taken strings.Builder
	for line := range strings.Lines(doc) {
		if rest, ok := strings.CutPrefix(line, "#"); ok && !strings.HasPrefix(rest, " ") {
			line = rest
		}
		taken.WriteString(line)
	}
	c, faults := Parse("c", taken.String())
	want := Config{Theme: "auto", Width: 84, Paragraph: "indent", Ambiguous: "auto", Pictures: "auto", Panes: "both", Open: c.Open, Keys: c.Keys}
	if faults != nil || !reflect.DeepEqual(c, want) || len(c.Keys) != 3 || len(c.Open) != 1 {
		t.Errorf("%+v %v in\n%s", c, faults, taken.String())
	}
	for _, name := range names() {
		if !strings.Contains(doc, "\n#"+name+" = ") && !strings.Contains(doc, "\n#["+name+"]") {
			t.Errorf("%s is not in\n%s", name, doc)
		}
	}
}

func TestIndentIsParagraph(t *testing.T) {
	for doc, want := range map[string]string{
		"indent = true":                          "indent",
		"indent = false":                         "space",
		"indent = false\nparagraph = \"indent\"": "indent",
	} {
		if c, _ := Parse("c", doc); c.Paragraph != want {
			t.Errorf("%q: %q", doc, c.Paragraph)
		}
	}
}

func TestUnreadableFileIsOneFault(t *testing.T) {
	c, faults := Read(filepath.Join(t.TempDir(), "none.toml"))
	if len(faults) != 1 || faults[0].Why != Unreadable || !reflect.DeepEqual(c, Config{}) {
		t.Errorf("%+v %+v", c, faults)
	}
}

func TestPaths(t *testing.T) {
	home, err := os.UserHomeDir()
	if err != nil {
		t.Skip(err)
	}
	for value, want := range map[string]string{
		"":        filepath.Join(home, ".config", "juan", "config.toml"),
		"sub/dir": filepath.Join(home, ".config", "juan", "config.toml"), // not absolute
		"/etc/x":  filepath.Join("/etc/x", "juan", "config.toml"),
	} {
		if got := File(func(string) string { return value }); got != want {
			t.Errorf("%q: %s, want %s", value, got, want)
		}
	}
}

// Who has no home has no settings, no cache and nothing remembered: what lies where
// others write is neither read nor written.
func TestWithoutAHomeNothingIsShared(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the system says where home is")
	}
	for _, home := range []string{"", "here", "."} {
		t.Setenv("HOME", home)
		none := func(string) string { return "" }
		if got := []string{File(none), State(none), Cache(none)}; !slices.Equal(got, []string{"", "", ""}) {
			t.Errorf("HOME=%q: %q", home, got)
		}
		xdg := func(string) string { return "/own" }
		if got := []string{File(xdg), State(xdg), Cache(xdg)}; !slices.Equal(got, []string{"/own/juan/config.toml", "/own/juan", "/own/juan"}) {
			t.Errorf("HOME=%q: %q", home, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("width = 40\n[keys]\nquit = \"x\"")
	f.Add("theme = '''\n")
	f.Add("[keys.text]\n\"find\" = [\"x\"]\nkeys = {a = {b = 1}}\n[keys\n")
	f.Fuzz(func(t *testing.T, doc string) {
		c, faults := Parse("c", doc)
		if c.Width < 0 || c.Width > 10_000 {
			t.Errorf("width %d", c.Width)
		}
		for _, f := range faults {
			if f.Error() == "" || f.File != "c" || f.Line < 0 || f.Line > 1+strings.Count(doc, "\n") {
				t.Errorf("%+v", f)
			}
		}
	})
}
