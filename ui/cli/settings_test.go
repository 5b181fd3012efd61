package cli

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"juan/ui/words"
)

func TestLanguage(t *testing.T) {
	for _, tc := range []struct {
		args, lang, config string
		want               words.Language
	}{
		{"", "zh_CN.UTF-8", "", words.Chinese},
		{"", "en_US.UTF-8", "", words.English},
		{"--lang en", "zh_CN.UTF-8", "", words.English},
		{"--lang=zh", "en_US.UTF-8", `language = "en"`, words.Chinese},
		{"", "zh_CN.UTF-8", `language = "en"`, words.English},
	} {
		w, started, _ := onTerminal(strings.Fields(tc.args)...)
		home := t.TempDir()
		w.Environ = append(w.Environ, "LANG="+tc.lang, "XDG_CONFIG_HOME="+home)
		configure(t, home, tc.config)
		if Run(t.Context(), w); started.Words.Language != tc.want {
			t.Errorf("%+v: %v", tc, started.Words.Language)
		}
	}
}

// configure writes the settings of a home.
func configure(t *testing.T, home, doc string) string {
	t.Helper()
	file := filepath.Join(home, "juan", "config.toml")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(doc), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// Flags come before settings; a wrong setting is said once and does no harm.
func TestSettings(t *testing.T) {
	home := t.TempDir()
	file := configure(t, home, "width = 60\nparagraph = \"space\"\ntheme = \"dracula\"\nambiguous = \"2\"\nhang = 3\n")
	complaint := file + ":5: hang要写true, false；用默认值false"

	w, started, errs := onTerminal("--width", "70")
	w.Environ = append(w.Environ, "XDG_CONFIG_HOME="+home)
	if code := Run(t.Context(), w); code != done || errs.Len() > 0 {
		t.Errorf("exit %d, %s", code, errs)
	}
	s := started.Settings
	if s.Width != 70 || !s.Spaced || s.Hang || started.Sheet != "dracula" || !started.Policy.WideAmbiguous {
		t.Errorf("%+v", started)
	}
	if !reflect.DeepEqual(started.Notices, []string{complaint}) {
		t.Errorf("%q", started.Notices)
	}

	w, _, errs = world("list", "--config", file)
	if code := Run(t.Context(), w); code != done || errs.String() != "juan: "+complaint+"\n" {
		t.Errorf("exit %d, %q", code, errs)
	}
}

// A theme that there is none of is a wrong setting like any other; one asked
// for with a flag is wrong usage.
func TestNoSuchTheme(t *testing.T) {
	home := t.TempDir()
	file := configure(t, home, "gap = true\ntheme = \"朱墨\"\n")
	w, started, errs := onTerminal()
	w.Environ = append(w.Environ, "XDG_CONFIG_HOME="+home)
	if code := Run(t.Context(), w); code != done || errs.Len() > 0 || started.Sheet != "auto" || !started.Settings.Gap {
		t.Errorf("exit %d, %s, %+v", code, errs, started)
	}
	if n := started.Notices; len(n) != 1 || !strings.HasPrefix(n[0], file+":2: theme要写auto, ") {
		t.Errorf("%q", n)
	}
	w, _, errs = onTerminal("--style", "朱墨")
	if code := Run(t.Context(), w); code != trouble {
		t.Errorf("exit %d, %s", code, errs)
	}
}

// Style sheets that lie beside the settings have names.
func TestOwnThemes(t *testing.T) {
	home := t.TempDir()
	file := configure(t, home, "theme = \"mine\"\nascii = true\npanes = \"list\"\nmouse = false\n")
	dir := filepath.Join(filepath.Dir(file), "themes")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, doc := range map[string]string{"mine.json": `{"heading": {"bold": true}}`, "other.json": "{}", "broken.json": "{", "note.txt": "{}"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(doc), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	w, started, errs := onTerminal()
	w.Environ = append(w.Environ, "XDG_CONFIG_HOME="+home)
	if code := Run(t.Context(), w); code != done || errs.Len() > 0 {
		t.Fatalf("exit %d, %s", code, errs)
	}
	var names []string
	for _, own := range started.Themes {
		names = append(names, own.Name)
	}
	if got := strings.Join(names, " "); got != "mine other" || started.Sheet != "mine" || started.Custom == nil {
		t.Errorf("%q can be chosen, %q is worn: %v", got, started.Sheet, started.Custom)
	}
	if !started.Policy.ASCII || started.Panes != "list" || !started.NoMouse {
		t.Errorf("%+v", started)
	}
	w, started, _ = onTerminal("--ascii=false")
	w.Environ = append(w.Environ, "XDG_CONFIG_HOME="+home)
	if Run(t.Context(), w); started.Policy.ASCII {
		t.Error("the flag does not go before the settings")
	}
}
