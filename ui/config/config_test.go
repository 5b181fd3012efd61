package config

import (
	"os"
	"path/filepath"
	"reflect"
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
gap = true
hang = true
strict = true
voice = "say -v 'Tingting'"

[open]
"*.pdf" = "pdftotext -layout {} -"
"*报告.pdf" = ["my reader", "{}"]
"*.doc" = 'antiword "a b" \"c'
`
	got, faults := Parse("c", doc)
	want := Config{"light", 72, "space", "2", "en", "off", true, true, true, []string{"say", "-v", "Tingting"}, []Opener{
		{"*报告.pdf", []string{"my reader", "{}"}}, {"*.doc", []string{"antiword", "a b", `"c`}}, {"*.pdf", []string{"pdftotext", "-layout", "{}", "-"}},
	}}
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
		{"paragraph = \"block\"", []string{`c:1: paragraph: want "indent", "space"`}},
		{"open = 1", []string{`c:1: open: want "*.pdf" = "pdftotext -layout {} -"`}},
		{"[open]\n\"*.pdf\" = \"'x\"", []string{`c:1: open: want "*.pdf" = "pdftotext -layout {} -"`}},
		{"[open]\n\"[\" = \"x\"", []string{`c:1: open: want "*.pdf" = "pdftotext -layout {} -"`}},
		{"indent = 4", []string{"c:1: indent: want true, false"}},
		{"ambiguous = 3", []string{`c:1: ambiguous: want "auto", "1", "2", "replace"`}},
		{"pictures = true", []string{`c:1: pictures: want "auto", "blocks", "off"`}},
		{"hang = 1\n# gap = 2\ncolour = \"red\"", []string{"c:1: hang: want true, false", "c:3: colour: no such setting"}},
		{"[keyz]\na = 1", []string{"c:1: keyz: no such setting"}},
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

func FuzzParse(f *testing.F) {
	f.Add("width = 40\n[keys]\nquit = \"x\"")
	f.Add("theme = '''\n")
	f.Fuzz(func(t *testing.T, doc string) {
		c, faults := Parse("c", doc)
		if c.Width < 0 || c.Width > 10_000 {
			t.Errorf("width %d", c.Width)
		}
		for _, f := range faults {
			if f.Error() == "" || f.File != "c" {
				t.Errorf("%+v", f)
			}
		}
	})
}
