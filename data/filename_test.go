package data

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"juan/model"
)

// nasty are titles that some system or shell chokes on.
func nasty() []string {
	return []string{"CON", "con", "Nul.说明", "AUX .x", "COM1", "lpt9", "COM¹", "CONIN$", "PRN.", "题 . .", "...", "..", ".", "", " ", "-rf", "--help", "~root", "-",
		"\u202e题目\u2066", "\u200b\u200d\ufeff", "\u3164\u115f", "题\U000e0041\U000e007f", strings.Repeat("题", 400), strings.Repeat("e\u0301", 300),
		strings.Repeat("x", 181) + ".", strings.Repeat("👩‍👩‍👧", 80), "a/b\\c:d*e?f\"g<h>i|j", "\x00\x1b[2J\u009b", "行\n行\t", "\xff\xfe", "题\u2028目", "\ufffe", "$(id)`id`", "题#目"}
}

// A name is one on every system, an option to no program, and as it looks.
func sound(t *testing.T, title, name string) {
	t.Helper()
	stem := strings.TrimSuffix(name, ".md")
	switch {
	case len(name) > 255, stem == "", stem == name, !utf8.ValidString(name), !norm.NFC.IsNormalString(name):
	case strings.Trim(stem, " .") != stem, strings.ContainsAny(stem[:1], "-~"), strings.ContainsAny(name, `/\:*?"<>|`):
	case strings.ContainsFunc(name, func(r rune) bool {
		return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) || unicode.IsSpace(r) && r != ' '
	}):
	case isDevice(name):
	default:
		return
	}
	t.Errorf("%.80q is written as %.80q", title, name)
}

func TestNamesAreSound(t *testing.T) {
	names := newFileNaming(t.TempDir())
	seen := map[string]string{}
	for _, title := range nasty() {
		name := names.name(title)
		sound(t, title, name)
		if other, twice := seen[sameName(name)]; twice {
			t.Errorf("%q and %q are one name", other, name)
		}
		seen[sameName(name)] = name
	}
	for title, want := range map[string]string{"CON": "_CON", "Nul.说明": "_Nul.说明", "CONSOLE": "CONSOLE", "com10": "com10", "-rf": "_rf", "\u202e题\u200b": "题", "\u200b": "article", "年度报告：一、总则": "年度报告：一、总则"} {
		if got := safeName(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}

func FuzzName(f *testing.F) {
	for _, title := range nasty() {
		f.Add(title)
	}
	f.Fuzz(func(t *testing.T, title string) { sound(t, title, safeName(title)+".md") })
}

// What differs in case or composition alone gets a number, beside what is there too;
// what is there in the same spelling keeps its name, so that importing again meets it.
func TestNamesThatASystemTakesForOne(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "E\u0301TUDE.md", "")
	write(t, dir, "同.md", "")
	names := newFileNaming(dir)
	for _, c := range [][2]string{{"étude", "étude 2.md"}, {"e\u0301tude", "étude 3.md"}, {"同", "同.md"}, {"同", "同 2.md"}, {"Report", "Report.md"}, {"report", "report 2.md"}, {"Straße", "Straße.md"}, {"STRASSE", "STRASSE 2.md"}} {
		if got := names.name(c[0]); got != c[1] {
			t.Errorf("%q is written as %q, want %q", c[0], got, c[1])
		}
	}
}

// An import takes away what imports that were killed left, and nothing else.
func TestOldPartsAreRemoved(t *testing.T) {
	dir := t.TempDir()
	gone := write(t, dir, partialPrefix+"1234567890", "") // of a version that named no process
	dead := write(t, dir, partialPrefix+"999999999.77", "")
	for _, kept := range []string{partialPrefix + strconv.Itoa(os.Getpid()) + ".5", partialPrefix + "notes", ".juan-2020", "x.juan-1234567890"} {
		write(t, dir, kept, "")
	}
	if err := os.Mkdir(filepath.Join(dir, partialPrefix+"7654321"), 0o755); err != nil {
		t.Fatal(err)
	}
	for range Import(t.Context(), func(func(*model.Article, error) bool) {}, dir, ImportOptions{}) {
	}
	left, _ := os.ReadDir(dir)
	for _, p := range []string{gone, dead} {
		if _, err := os.Lstat(p); err == nil {
			t.Errorf("%s is still there", p)
		}
	}
	if len(left) != 5 {
		t.Errorf("left: %v", left)
	}
}
