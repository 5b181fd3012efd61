package words

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestCatalogueIsWhole(t *testing.T) {
	verb := regexp.MustCompile(`%[a-z]`)
	seen := map[string]bool{}
	n := 0
	for key, texts := range entries() {
		n++
		if seen[key] {
			t.Errorf("%s stands twice", key)
		}
		seen[key] = true
		zh, en := verb.FindAllString(texts[Chinese], -1), verb.FindAllString(texts[English], -1)
		if texts[Chinese] == "" || texts[English] == "" || !slices.Equal(zh, en) {
			t.Errorf("%s: %q and %q do not say the same", key, texts[Chinese], texts[English])
		}
	}
	if rows := strings.Count(strings.TrimSpace(catalogue), "\n"); rows != n {
		t.Errorf("%d of %d rows have a key and two texts", n, rows)
	}
}

func TestLocaleChoosesTheLanguage(t *testing.T) {
	for _, tc := range []struct {
		list, all, lang string
		want            Language
	}{
		{"", "", "", English},
		{"", "", "C.UTF-8", English},
		{"", "", "POSIX", English},
		{"", "C", "zh_CN.UTF-8", English},
		{"", "", "zh_CN.UTF-8", Chinese},
		{"", "", "en_GB.UTF-8", English},
		{"", "", "de_DE.UTF-8", English},
		{"", "zh_TW", "en_US.UTF-8", Traditional},
		{"", "", "zh_HK.UTF-8", Traditional},
		{"", "en_US", "zh_CN.UTF-8", English},

		{"en", "", "zh_CN.UTF-8", English},
		{"zh_CN:en", "", "en_US.UTF-8", Chinese},
		{"fr:zh_TW", "", "en_US.UTF-8", Traditional},
		{"fr", "", "zh_CN.UTF-8", English},
		{"zh_CN", "", "", English},
		{"zh_CN", "", "C.UTF-8", English},
		{"zh_CN", "POSIX", "en_US.UTF-8", English},
	} {
		env := map[string]string{"LANGUAGE": tc.list, "LC_ALL": tc.all, "LANG": tc.lang}
		if got := FromEnvironment(func(k string) string { return env[k] }); got != tc.want {
			t.Errorf("LANGUAGE=%q LC_ALL=%q LANG=%q gives %v", tc.list, tc.all, tc.lang, got)
		}
	}
}

// Words agree with the number before them, whatever stands between.
func TestNumberAgrees(t *testing.T) {
	for _, tc := range []struct {
		format string
		args   []any
		want   string
	}{
		{"%d {hit|hits}", []any{1}, "1 hit"},
		{"%d {hit|hits}", []any{0}, "0 hits"},
		{"%d {hit|hits}", []any{21}, "21 hits"},
		{"%s {char|chars}", []any{"1"}, "1 char"},
		{"%s {char|chars}", []any{"1k"}, "1k chars"},
		{"%d of %d {article|articles}", []any{1, 3}, "1 of 3 articles"},
		{"%d of %d {article|articles}", []any{3, 1}, "3 of 1 article"},
		{"“%s” in %d {article|articles}", []any{"1", 2}, "“1” in 2 articles"},
		{"%d%% of %d {byte|bytes} {is|are} {}", []any{1, 1}, "1% of 1 byte is {}"},
		{"%[2]s: %[1]d {mistake|mistakes}", []any{1, "f"}, "f: 1 mistake"},
		{"{a", []any{1}, "{a%!(EXTRA int=1)"},
	} {
		w := Words{texts: map[string]string{"k": tc.format}}
		if got := w.Say("k", tc.args...); got != tc.want {
			t.Errorf("%q, %v: %q, want %q", tc.format, tc.args, got, tc.want)
		}
	}
}

// No text that the interface says has a number before a word in the plural alone.
func TestPluralsHaveTheirSingular(t *testing.T) {
	plural := regexp.MustCompile(`%d [a-z]+s\b`)
	for key, texts := range entries() {
		if found := plural.FindString(texts[English]); found != "" {
			t.Errorf("%s: %q", key, found)
		}
		if regexp.MustCompile(`\{\w+\|\w+\}`).MatchString(texts[Chinese]) {
			t.Errorf("%s: Chinese has no plural", key)
		}
	}
}

func TestCount(t *testing.T) {
	zh, en := In(Chinese), In(English)
	for _, tc := range []struct {
		n      int
		zh, en string
	}{{0, "0", "0"}, {999, "999", "999"}, {1000, "1千", "1k"}, {4123, "4.1千", "4.1k"}, {9960, "1万", "10k"}, {16020, "1.6万", "16k"}, {1234567, "123万", "1.2M"}} {
		if zh.Count(tc.n) != tc.zh || en.Count(tc.n) != tc.en {
			t.Errorf("%d is %s, %s", tc.n, zh.Count(tc.n), en.Count(tc.n))
		}
	}
}

// Nothing is in the catalogue that nobody says. Some keys are put together
// from a family and a name; of those the name must stand in the code.
func TestEveryTextIsSaid(t *testing.T) {
	var code strings.Builder
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			src, _ := os.ReadFile(path)
			code.Write(src)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]bool{} // the last part of whatever stands between quotes
	for _, m := range regexp.MustCompile(`["._]([A-Za-z0-9-]+)[" ]`).FindAllStringSubmatch(code.String(), -1) {
		parts[m[1]] = true
	}
	for key := range entries() {
		name := key[strings.LastIndex(key, ".")+1:]
		said := strings.Contains(code.String(), `"`+strings.TrimSuffix(key, ".words")+`"`)
		for _, family := range []string{"command.", "also.", "cli.", "doctor.", "cache.", "list.", "text.", "notice.", "error.reason.", "error.system.", "error.pattern.", "config.", "keys.fault.", "example."} {
			said = said || strings.HasPrefix(key, family) && parts[name]
		}
		said = said || strings.HasPrefix(key, "json.") && strings.Contains(code.String(), `json:"`+name)
		if !said {
			t.Errorf("nobody says %s", key)
		}
	}
}

// Whatever a format is, settling its words takes nothing else from it.
func FuzzAgree(f *testing.F) {
	f.Add("%d {hit|hits} of %d {article|articles}", 1, 2)
	f.Add("%[2]s {a|b} %[", 1, 0)
	f.Add("{|}%%{", 1, 1)
	f.Fuzz(func(t *testing.T, format string, a, b int) {
		got := agree(format, []any{a, b})
		if !strings.Contains(format, "|") && got != format || len(got) > len(format) {
			t.Errorf("%q becomes %q", format, got)
		}
	})
}
